package datamap_test

import (
	"fmt"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/value"
)

// A register built in Go, and who receives bank account numbers from it.
func Example() {
	r := &register.Register{
		ID: "shop", Extends: []string{},
		Activities: []*register.Activity{{
			ID:       "payments",
			Purposes: []register.PurposeUse{{Purpose: "payment", Basis: []register.Basis{register.BasisContract}}},
			Subjects: []register.SubjectUse{{Subject: "customer"}},
			Data:     []register.DataUse{{Category: "name"}, {Category: "bank-account"}},
			Disclosures: []register.Disclosure{
				{To: "mollie", As: register.RoleProcessor, Data: []string{"name", "bank-account"}},
				{To: "printer", As: register.RoleProcessor, Data: []string{"name"}},
				{To: "host", As: register.RoleProcessor},
			},
		}},
		Parties:        []*register.Party{{ID: "mollie"}, {ID: "printer"}, {ID: "host"}},
		DataCategories: []*register.DataCategory{{ID: "name"}, {ID: "bank-account"}},
		DataSubjects:   []*register.DataSubject{{ID: "customer"}},
		Purposes:       []*register.Purpose{{ID: "payment"}},
	}
	view, problems := register.Resolve(r, nil, nil)
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	answers, err := datamap.Build(view).Processors(datamap.Filter{
		AsOf: value.MustDate("2026-11-22"),
		Data: []string{"bank-account"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range answers.Answers {
		fmt.Println(a.ID, a.Roles, a.Stated, a.Why, a.Evidence[0].At)
	}
	// Output:
	// mollie [processor] true [] activities/payments/disclosures/mollie
	// host [processor] false [data-left-out] activities/payments/disclosures/host
}

// All flows behind the answers, one at a time: for each party how many activities
// give it names. The answers themselves are not made.
func ExampleMap_Evidence() {
	r := &register.Register{ID: "shop", Extends: []string{}, DataCategories: []*register.DataCategory{{ID: "name"}}, Parties: []*register.Party{{ID: "host"}}}
	for _, id := range []string{"orders", "payments"} {
		r.Activities = append(r.Activities, &register.Activity{
			ID: id, Data: []register.DataUse{{Category: "name"}}, Disclosures: []register.Disclosure{{To: "host", Data: []string{"name"}}},
		})
	}
	view, _ := register.Resolve(r, nil, nil)
	rows, err := datamap.Build(view).Evidence(datamap.Recipients, datamap.Filter{AsOf: value.MustDate("2026-11-22"), Data: []string{"name"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for row := range rows {
		fmt.Println(row.Recipient(), row.Data(), row.Activity().ID, row.Stated(), row.At())
	}
	// Output:
	// host name orders true activities/orders/disclosures/host
	// host name payments true activities/payments/disclosures/host
}
