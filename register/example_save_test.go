package register_test

import (
	"fmt"

	"github.com/openropa/ropa/register"
)

func ExampleSave() {
	r := &register.Register{
		Schema:   "ropa/v1",
		ID:       "webgems",
		Language: "nl",
		Activities: []*register.Activity{{
			ID:   "payments",
			Name: register.Text{"nl": "Betalingen afhandelen"},
			Data: []register.DataUse{{Category: "name"}, {Category: "bank-account"}},
			Disclosures: []register.Disclosure{
				{To: "mollie", As: register.RoleProcessor},
				{To: "paypal", As: register.RoleProcessor},
			},
			Transfers: []register.TransferClaim{}, // stated that there are none
		}},
	}
	data, err := register.Save(r, register.YAML)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(data))
	// Output:
	// schema: ropa/v1
	// id: webgems
	// language: nl
	//
	// activities:
	//   - id: payments
	//     name: Betalingen afhandelen
	//     data: [name, bank-account]
	//     disclosures:
	//       - to: [mollie, paypal]
	//         as: processor
	//     transfers: none
}

func ExampleFormat() {
	data, problems := register.Format("register.yaml", []byte(`
id: webgems
schema: ropa/v1
activities:
- data:
  - {category: name}   # on the parcel
  - {category: "bank-account"}
  id: payments
`))
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(data))
	// Output:
	// schema: ropa/v1
	// id: webgems
	//
	// activities:
	//   - id: payments
	//     data:
	//       - name # on the parcel
	//       - bank-account
}
