package register_test

import (
	"fmt"

	"github.com/openropa/ropa/register"
)

// Parse finds all problems in one pass and says where they are.
func ExampleParse() {
	text := `schema: ropa/v1
id: shop
language: en
activities:
  - id: payments
    name: Handling payments
    subjects: [customer]
    disclosures:
      - {to: [mollie, paypal], as: processer}
`
	r, source, problems := register.Parse("shop.yaml", []byte(text))
	for _, p := range problems {
		fmt.Println(p.Error())
	}
	payments := r.Activities[0]
	fmt.Println(payments.Name["en"])
	for i, name := range register.Names(payments.Disclosures) {
		at := "activities/payments/disclosures/" + name
		fmt.Println(payments.Disclosures[i].To, source.Place(at))
	}
	// Output:
	// shop.yaml:9:36: "processer" is no value of "as"; expected processor, joint-controller, controller, recipient; did you mean "processor"? (unknown-value)
	// Handling payments
	// mollie shop.yaml:9:15
	// paypal shop.yaml:9:23
}
