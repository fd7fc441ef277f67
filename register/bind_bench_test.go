package register

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

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

func BenchmarkParseYAML(b *testing.B) {
	data := benchRegister(300)
	b.Run("parser", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			var n yaml.Node
			if err := yaml.Load(data, &n); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("tree", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			tree.ReadYAML("x", 0, data, tree.DefaultLimits)
		}
	})
	b.Run("register", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			if _, _, problems := Parse("x.yaml", data); len(problems) > 0 {
				b.Fatal(problems)
			}
		}
	})
}

func BenchmarkParseJSON(b *testing.B) {
	r, _, _ := Parse("x.yaml", benchRegister(300))
	data, err := json.Marshal(r)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("unmarshal and schema", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			var v map[string]any
			d := json.NewDecoder(bytes.NewReader(data))
			d.UseNumber()
			if err := d.Decode(&v); err != nil {
				b.Fatal(err)
			}
			if faults, err := theDefinition.Validate("Register", v); len(faults) > 0 || err != nil {
				b.Fatal(faults, err)
			}
		}
	})
	b.Run("register", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			if _, _, problems := Parse("x.json", data, Canonical()); len(problems) > 0 {
				b.Fatal(problems)
			}
		}
	})
}
