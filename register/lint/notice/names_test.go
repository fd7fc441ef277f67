package notice_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/diag"
)

// A name is found in all its forms, and not in words that only hold its letters.
func TestNames(t *testing.T) {
	for _, x := range []struct {
		name, text string
		want       bool
	}{
		{"Google", "Wij gebruiken Google.", true},
		{"Google", "wij gebruiken GOOGLE en google", true},
		{"Google", "de servers van Google's dochter", true},
		{"Google", "Googles servers", true},
		{"Google", "met je Google-account", true},
		{"Google", "met je Goo\u00adgle account", true},
		{"Google", "met je Goo-\ngle account", true},
		{"Google", "even googlen", false},
		{"Google", "Googleplex en MyGoogle", false},
		{"Google", "mail naar jan@google.example.org", false},
		{"Google", "zie https://google.example.org/privacy", false},
		{"KPN", "de aandelen van AKPN en KPNQ", false},
		{"KPN", "KPN's netwerk", true},
		{"KPN", "het KPN-netwerk", true},
		{"Exact", "wij weten niet exact hoe", false},
		{"Exact", "de boekhouding in Exact Online", true},
		{"Meta", "meta-gegevens en metadata", false},
		{"Café Blücher", "gegevens van Cafe Blucher", true},
		{"Cafe Blucher", "gegevens van CAFÉ BLU\u0308CHER", true},
		{"L'Oréal", "de merken van L’Oreal", true},
		{"MyParcel", "labels van My Parcel", true},
		{"My Parcel", "labels van MyParcel", true},
		{"My Parcel", "labels van My\nParcel", true},
		{"My Parcel", "labels van My\n\nParcel", false},
		{"My Parcel", "this is my. Parcel post", false},
		{"Booking.com", "reserveren via Booking.com", true},
		{"Mailchimp", "reserveren via mailchimp.com", true},
		{"Mollie B.V.", "betalen met Mollie", true},
		{"Mollie", "betalen met Mollie B.V.", true},
		{"Google Ireland Limited", "cijfers van Google", true},
		{"De Sterren Fabriek", "beoordelingen van Sterren Fabriek", true},
		{"Coca-Cola", "prijzen van Coca Cola", true},
		{"Ilona & Zoon", "bezorgd door Ilona & Zoon", true},
	} {
		register := fmt.Sprintf("schema: ropa/v1\nid: example\nparties: [{id: p, name: %q}]\n", x.name)
		found := check(t, today, register, "policy.txt", x.text+"\n\nDit is wat wij met de gegevens van jou doen. Het is niet veel.")
		if got := has(found, "NTC-001"); got != x.want {
			t.Errorf("%s in %q: %v", x.name, x.text, got)
		}
	}
}

func has(found diag.Findings, code diag.Code) bool { return at(found, code) != "" }

// at returns the addresses that findings of a rule have.
func at(found diag.Findings, code diag.Code) string {
	var all []string
	for _, f := range found {
		if f.Code == code {
			all = append(all, strings.TrimSpace(f.At+" "+f.Key))
		}
	}
	return strings.Join(all, ", ")
}

// The longest of names that overlap counts, and a group of companies is named
// with one of them.
func TestNamesOfSeveral(t *testing.T) {
	const register = `
schema: ropa/v1
id: example
activities:
  - {id: a, purposes: newsletter, data: email, disclosures: [{to: post, as: processor, data: [email]}, {to: subs, data: [email]}, {to: child, as: processor, data: [email]}]}
parties:
  - {id: post, name: Post}
  - {id: fast, name: Post Express}
  - {id: subs, name: {nl: onderaannemers van Post}, kind: category}
  - {id: parent, name: Parentus}
  - {id: child, name: Childish, partOf: parent}
`
	for text, want := range map[string]string{
		"Wij werken met Post en Parentus.":              "",
		"Wij werken met Post Express.":                  "parties/fast",
		"Wij werken met de onderaannemers van Post.":    "",
		"Wij werken met Post en met Childish-software.": "",
	} {
		if got := at(check(t, today, register, "policy.txt", text), "NTC-001"); got != want {
			t.Errorf("%s NTC-001 at %q, not %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"Wij werken met de onderaannemers van Post en Childish.": "",
		"Wij werken met Post en Parentus.":                       "parties/subs",
		"Wij werken met Post Express.":                           "parties/child, parties/post, parties/subs",
		"Wij werken samen, zie https://post.example.org/x":       "parties/child, parties/subs",
	} {
		found := check(t, today, register, "policy.txt", text)
		got := strings.Split(at(found, "NTC-002"), ", ")
		if set(got) != set(strings.Split(want, ", ")) {
			t.Errorf("%s NTC-002 at %q, not %q", text, got, want)
		}
	}
}

func set(all []string) string {
	seen := make(map[string]bool)
	for _, s := range all {
		seen[s] = true
	}
	return fmt.Sprint(seen)
}

// What a policy need not name.
func TestNotToBeNamed(t *testing.T) {
	const register = `
schema: ropa/v1
id: example
organisation: {name: Example Shop, authority: ap-nl}
activities:
  - id: shop
    purposes: newsletter
    data: email
    notices: [policy]
    disclosures: [{to: tax, data: [email]}, {to: police, data: [email]}, {to: desk, data: [email]}, {to: old, data: [email], until: 2026-01-01}, {to: partner, data: [email]}]
    jointWith: [{party: joint}]
  - {id: staff, purposes: payroll, data: salary, notices: [staff], disclosures: [{to: payer, data: [salary]}]}
  - {id: work, role: processor, data: email, onBehalfOf: [{party: client}], disclosures: [{to: helper, data: [email]}]}
  - {id: plan, status: planned, purposes: newsletter, data: email, disclosures: [{to: later, data: [email]}]}
parties:
  - {id: tax, name: Belastingdienst, kind: authority}
  - {id: police, name: opsporingsinstanties, kind: category}
  - {id: desk, name: klantenservice, kind: unit}
  - {id: old, name: Oldies}
  - {id: partner, name: Partnership}
  - {id: joint, name: Jointly}
  - {id: payer, name: Payers}
  - {id: client, name: Clientele}
  - {id: helper, name: Helpful}
  - {id: later, name: Laterons}
notices:
  - {id: policy, kind: privacy-policy, reference: https://example.org/policy.html}
  - {id: staff, kind: staff-notice}
`
	const text = "<p>We share your data with Jointly. The Autoriteit Persoonsgegevens will hear of your complaints. The Clientele of Example Shop."
	found := check(t, today, register, "files/policy.html", text)
	if got := at(found, "NTC-002"); got != "parties/partner" {
		t.Errorf("NTC-002 at %s", got)
	}
	if got := at(found, "NTC-001"); got != "" {
		t.Errorf("NTC-001 at %s", got)
	}
	if has(found, "NTC-006") {
		t.Error("the complaint is mentioned")
	}
}

// Companies that the register does not know are told by their form.
func TestUnknownCompanies(t *testing.T) {
	const register = "schema: ropa/v1\nid: example\norganisation: {name: Example Shop B.V.}\nparties: [{id: p, name: Posthoorn}]\n"
	for text, want := range map[string]string{
		"De gegevens gaan naar Hoornblazers Media B.V. en dat is het.": "hoornblazersmedia",
		"De gegevens gaan naar Vane Mail, Inc. in de haven.":           "vanemail",
		"Met Noord & Zuid GmbH delen wij de gegevens.":                 "noordzuid",
		"De gegevens blijven bij Example Shop BV en Posthoorn B.V.":    "",
		"De winkel is te vinden op Kade 12, 1234 AB Havenstad.":        "",
		"Op grond van artikel 6 lid 1 onder b AVG, en de BV zelf.":     "",
	} {
		if got := at(check(t, today, register, "policy.txt", text), "NTC-010"); got != want {
			t.Errorf("%s NTC-010: %q, not %q", text, got, want)
		}
	}
}

// A policy that says it all, in either language, gets no finding.
func TestNothingToFind(t *testing.T) {
	const register = `
schema: ropa/v1
id: example
organisation: {name: Example Shop B.V., country: NL, authority: ap-nl}
activities:
  - id: orders
    purposes: {purpose: order-fulfilment, basis: contract}
    data: [name, postal-address]
    disclosures: [{to: post, as: controller, data: [name, postal-address]}, {to: bank, as: controller, data: [name]}]
  - id: books
    purposes: {purpose: bookkeeping, basis: legal-obligation}
    data: [name]
    disclosures: none
  - id: news
    purposes: [{purpose: newsletter, basis: consent}, {purpose: fraud-prevention, basis: legitimate-interests}]
    data: [email]
    disclosures: [{to: vane, as: processor, data: [email]}]
parties:
  - {id: post, name: Post Express}
  - {id: bank, name: banken, kind: category}
  - {id: vane, name: "Vane, Inc.", country: US}
`
	for name, text := range map[string]string{
		"policy.nl.md": `# Privacyverklaring van Example Shop B.V.
Wij gebruiken je naam en adres voor de uitvoering van de overeenkomst, en bewaren ze zeven jaar op grond van een
wettelijke verplichting. Post Express bezorgt; banken krijgen je naam. De nieuwsbrief krijg je met je toestemming, die je altijd weer
kunt intrekken. Fraude voorkomen is een gerechtvaardigd belang. Vane verstuurt de nieuwsbrief vanuit de Verenigde Staten.

## Je rechten
Je kunt ons vragen om:
- inzage
- correctie
- verwijdering
- beperking
- overdracht van je gegevens
- of bezwaar maken.

Een klacht kun je indienen bij de Autoriteit Persoonsgegevens.
`,
		"policy.html": `<h1>Privacy at Example Shop</h1>
<p>We use your name and address to perform our contract with you and keep them for seven years, as we are required by law.
Post&nbsp;Express delivers, and the banks get your name. The newsletter is sent with your consent, which you can withdraw
at any time. To prevent fraud is a legitimate interest. VANE sends the newsletter; your data are transferred outside the EEA.
<h2>Your rights</h2>
<ul><li>access<li>correction<li>deletion<li>restriction<li>data portability<li>objection</ul>
<p>You may lodge a complaint with a supervisory authority.`,
	} {
		for _, f := range check(t, today, strings.ReplaceAll(register, "banken", "{nl: banken, en: banks}"), name, text) {
			t.Errorf("%s %s %s: %s", f.Place, f.Code, f.At, f.Message("en"))
		}
	}
}
