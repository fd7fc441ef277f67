package law_test

import (
	"fmt"

	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

// What a transfer to the United States could rest on, in three years.
func ExampleAdequacy() {
	for _, day := range []string{"2019-01-01", "2021-01-01", "2026-11-22"} {
		if decision, ok := law.Adequacy("US", value.MustDate(day)); ok {
			fmt.Printf("%s: %s, requires %s\n", day, decision.Name, decision.Requires)
		} else {
			fmt.Printf("%s: no decision\n", day)
		}
	}
	// Output:
	// 2019-01-01: Privacy Shield, requires privacy-shield-listing
	// 2021-01-01: no decision
	// 2026-11-22: EU-US Data Privacy Framework, requires dpf-listing
}

func ExampleRightsOf() {
	fmt.Println(law.RightsOf("legitimate-interests"))
	// Output: [information access rectification erasure restriction objection automated-decisions complaint]
}

func ExampleRetentions() {
	for _, r := range law.Retentions("NL") {
		if r.Provision == "nl-awr-52" {
			fmt.Println(r.Kind, r.Period, r.StartsAt, r.Data)
		}
	}
	// Output: minimum P7Y [financial-year-end] [invoice-data order-data payment-transactions contract-data salary payroll-data]
}

func ExampleCite() {
	for _, language := range []value.Language{"en", "nl", "de", "fr"} {
		fmt.Println(law.Cite("Art. 30(1)(a)-(g) GDPR", language))
	}
	// Output:
	// Art. 30(1)(a) to (g) GDPR
	// art. 30 lid 1 onder a tot en met g AVG
	// Art. 30 Abs. 1 lit. a bis g DSGVO
	// art. 30.1.a à g du RGPD
}
