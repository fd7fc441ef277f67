package register

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/internal/tree"
)

// benchActivity is of the size of an activity in a real register.
const benchActivity = `
  - id: activity-%d
    name: {nl: Betalingen afhandelen, en: Handling payments}
    description: Payments are taken by card and by bank transfer.
    status: active
    created: 2018-05-25
    owner: {name: Finance, email: finance@example.org}
    purposes:
      - purpose: payment
        basis: contract
        certainty: inferred
      - purpose: bookkeeping
        basis: legal-obligation
        law: [nl-awr-52]
    subjects: [customer, guest]
    data:
      - category: [name, postal-address, place-of-residence]
        retention: profile
      - category: [bank-account, payment-card]
        note: {en: one or the other}
        source: data-subject
    disclosures:
      - to: [mollie, paypal]
        as: processor
        data: [name, postal-address, place-of-residence, bank-account, payment-card]
        when: {nl: een deel van de betalingen, en: part of the payments}
      - to: bank
        as: controller
        locations: [NL, DE]
    measures: [tls, access-control, {measure: passwords, note: by e-mail}]
    transfers: none
    systems: [shop, ledger]
`

func benchRegister(activities int) []byte {
	var b strings.Builder
	b.WriteString("schema: ropa/v1\nid: bench\nlanguage: en\nactivities:")
	for i := range activities {
		fmt.Fprintf(&b, benchActivity, i)
	}
	return []byte(b.String())
}

// BenchmarkParseYAML shows what the parts of reading cost: the parser, the tree
// that is made of its nodes, and the whole.
func BenchmarkParseYAML(b *testing.B) {
	data := benchRegister(300)
	steps(b, data, map[string]func(){
		"parser":   func() { benchParser(b, data) },
		"tree":     func() { tree.ReadYAML("x", 0, data, tree.DefaultLimits) },
		"register": func() { benchParse(b, "x.yaml", data) },
	})
}

// BenchmarkParseJSON does the same beside what anybody would do with the schema.
func BenchmarkParseJSON(b *testing.B) {
	r, _, _ := Parse("x.yaml", benchRegister(300))
	data, err := json.Marshal(r)
	if err != nil {
		b.Fatal(err)
	}
	definition := plainSchema(b, "Register")
	steps(b, data, map[string]func(){
		"unmarshal and schema": func() { benchSchema(b, definition, data) },
		"tree":                 func() { tree.ReadJSON("x", 0, data, tree.DefaultLimits) },
		"register":             func() { benchParse(b, "x.json", data, Canonical()) },
	})
}

func steps(b *testing.B, data []byte, steps map[string]func()) {
	for _, name := range slices.Sorted(maps.Keys(steps)) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				steps[name]()
			}
		})
	}
}
