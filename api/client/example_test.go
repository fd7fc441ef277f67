package client_test

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/openropa/ropa/api/client"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/value"
)

// A question, then a change: whoever writes names the version that was read.
func Example() {
	address, stop := exampleServer()
	defer stop()
	ctx := context.Background()

	c, err := client.New(address, client.UserAgent("example"))
	if err != nil {
		log.Fatal(err)
	}
	shop := c.Register("webgems")
	filter := datamap.Filter{AsOf: value.MustDate("2026-11-22"), Data: []string{"bank-account"}}
	for answer, err := range shop.Answers(ctx, datamap.Processors, filter) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(answer.Name, answer.Roles, answer.Stated)
	}

	party, read, err := shop.Parties().Read(ctx, "mollie")
	if err != nil {
		log.Fatal(err)
	}
	party.Country = "NL"
	written, err := shop.Because("Stated in the contract").Parties().Replace(ctx, party.ID, party, read.Tag)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("revision", written.Revision)

	party.Country = "BE"
	_, err = shop.Parties().Replace(ctx, party.ID, party, read.Tag) // the version that was read is not there any more
	fmt.Println(errors.Is(err, client.ErrConflict))
	// Output:
	// Mollie [processor] true
	// PayPal [processor] true
	// Lightspeed [processor] false
	// revision 2
	// true
}

// What the server refuses says what is wrong, with the codes of the command line.
func ExampleProblem() {
	address, stop := exampleServer()
	defer stop()
	c, err := client.New(address)
	if err != nil {
		log.Fatal(err)
	}
	activity := &register.Activity{ID: "gifts", Purposes: []register.PurposeUse{{Purpose: "paymnt"}}}
	_, err = c.Register("webgems").Activities().Create(context.Background(), activity)
	var problem *client.Problem
	if errors.As(err, &problem) {
		for _, fault := range problem.Errors {
			fmt.Println(fault.Code, fault.At, fault.Suggestions)
		}
	}
	// Output:
	// dangling-reference activities/gifts/purposes/paymnt/purpose [payment]
}
