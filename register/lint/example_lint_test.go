package lint_test

import (
	"context"
	"fmt"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

// A register is read, resolved, made into a data map and looked at as of a day.
func Example() {
	r, src, problems := register.Parse("shop.yaml", []byte(`
schema: ropa/v1
id: shop
language: en
activities:
  - id: newsletter
    name: Sending the newsletter
    subjects: newsletter-subscriber
    data: email
`))
	view, more := register.Resolve(r, src, nil)
	if err := append(problems, more...).Err(); err != nil {
		fmt.Println(err)
		return
	}
	report, err := lint.Run(context.Background(), view, datamap.Build(view), lint.Options{
		AsOf:  value.MustDate("2026-11-22"),
		Rules: []diag.Code{"REG-002"}, // all of a profile where this is left out
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range report.Findings {
		fmt.Printf("%s: %s (%s, %s)\n", f.Place, f.Message("en"), f.Code, f.Articles[0])
		fmt.Println(f.Fix("en"))
	}
	// Output:
	// shop.yaml:6:5: the register does not show for which purpose “Sending the newsletter” is carried out (REG-002, Art. 30(1)(b) GDPR)
	// add an entry under purposes
}
