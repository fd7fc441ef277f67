package own_test

import (
	"context"
	"fmt"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/lint/own"
	"github.com/openropa/ropa/register/value"
)

func ExampleLoad() {
	rules, problems := own.Load("rules.yaml", []byte(`
schema: ropa/rules/v1
rules:
  - code: ACME-001
    title: Owner
    for: activity
    when: "!has(activity.owner)"
    message: the register does not show who answers for “{activity}”
`))
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	r, src, _ := register.Parse("shop.yaml", []byte(`
schema: ropa/v1
id: shop
language: en
activities:
  - {id: orders, name: Handling orders}
`))
	view, _ := register.Resolve(r, src, nil)
	report, err := lint.Run(context.Background(), view, datamap.Build(view), lint.Options{
		AsOf: value.MustDate("2026-11-22"), More: rules, Rules: []diag.Code{"ACME-001"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range report.Findings {
		f := &report.Findings[i]
		fmt.Println(f.Place, f.Severity, f.Message("en"))
	}
	// Output:
	// shop.yaml:6:5 warning the register does not show who answers for “Handling orders”
}
