// Command ask loads a register and says who receives a category of data.
//
//	go run ./examples/ask examples/webgems bank-account
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: ask PATH CATEGORY")
		os.Exit(2)
	}
	if err := ask(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func ask(path, category string) error {
	r, src, problems := register.Load(path)
	if err := problems.Err(); err != nil {
		return err
	}
	view, problems := register.Resolve(r, src, nil)
	if err := problems.Err(); err != nil {
		return err
	}
	asOf, err := register.ParseDate("2026-11-22")
	if err != nil {
		return err
	}
	answers, err := datamap.Build(view).Recipients(datamap.Filter{AsOf: asOf, Data: []string{category}, Evidence: 1})
	if err != nil {
		return err // an unknown category, with what may have been meant
	}
	for _, a := range answers.Answers {
		certainty := "stated"
		if !a.Stated {
			certainty = "assumed"
		}
		way := "directly"
		if via := a.Evidence[0].Via; len(via) > 0 {
			way = "via " + strings.Join(via, ", ")
		}
		fmt.Printf("%s (%s, %s)\n", a.Name.In("en"), certainty, way)
	}
	return nil
}
