// Command build makes a register in Go and prints it in the form that people
// write, with the problems that it has.
//
//	go run ./examples/build
package main

import (
	"fmt"
	"os"

	"github.com/openropa/ropa/register"
)

func main() {
	r := &register.Register{
		ID:       "bike-repair",
		Language: "en",
		Organisation: &register.Organisation{
			Name:    register.Text{"en": "Bike Repair"},
			Country: "NL",
			Contact: &register.Contact{Email: "privacy@bike-repair.example.org"},
			// There is no data protection officer, and we say why.
			DPO: &register.Officer{None: register.Yes, Reason: register.Text{"en": "no large-scale monitoring"}},
		},
		Activities: []*register.Activity{{
			ID:   "repairs",
			Name: register.Text{"en": "Repairing bicycles"},
			Purposes: []register.PurposeUse{{
				Purpose: "order-fulfilment",
				Basis:   []register.Basis{register.BasisContract},
			}},
			Subjects: []register.SubjectUse{{Subject: "customer"}},
			Data:     []register.DataUse{{Category: "name"}, {Category: "phone"}},
			Disclosures: []register.Disclosure{{
				To:   "planning-tool",
				As:   register.RoleProcessor,
				Data: []string{"name", "phone"},
			}},
			// Empty and not nil: stated that there are none.
			Transfers: []register.TransferClaim{},
		}},
		Parties: []*register.Party{{
			ID:        "planning-tool",
			Name:      register.Text{"en": "Planning Tool"},
			Locations: []register.Area{"EEA"},
		}},
	}
	if _, problems := register.Resolve(r, nil, nil); problems.HasErrors() {
		fmt.Fprintln(os.Stderr, problems.Err())
		os.Exit(1)
	}
	data, err := register.Save(r, register.YAML)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout.Write(data)
}
