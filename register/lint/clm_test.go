package lint_test

import (
	"strings"
	"testing"

	"github.com/openropa/ropa/register/diag"
)

const promising = `activities:
  - id: orders
    purposes: [{purpose: order-fulfilment, basis: contract}, {purpose: bookkeeping, basis: legal-obligation}]
    subjects: [customer]
    data: [name, bank-account]
    disclosures:
      - {to: shop, as: processor, data: [name]}
  - id: news
    purposes: [{purpose: newsletter, basis: consent}]
    subjects: [newsletter-subscriber]
    data: [email]
    disclosures:
      - {to: shop, as: processor}
      - {to: police, as: recipient}
  - {id: clients, role: processor, purposes: [{purpose: telemarketing}], subjects: [customer], data: [phone]}
  - {id: idea, status: planned, purposes: [{purpose: advertising, basis: consent}], data: [cookie-id]}
parties:
  - {id: shop, country: NL, engages: [{party: cloud, as: processor}]}
  - {id: cloud, country: US, partOf: hosts}
  - {id: hosts, kind: category}
  - {id: police, kind: authority, country: NL}
notices:
  - id: policy
    claims:
      - {id: c, says: what is promised, CLAIM}
`

// Promises are held against what the organisation does and whom data reach.
func TestPromises(t *testing.T) {
	cases := []struct {
		name, claim string
		code        diag.Code
		severity    string // "" for nothing
		names       string
	}{
		{"a narrower purpose", "excludes: {purposes: [marketing]}", "CLM-001", "error", "“news”"},
		{"a wider purpose may be meant", "excludes: {purposes: [order-communication]}", "CLM-001", "warning", "“orders”"},
		{"for others and later does not count", "excludes: {purposes: [telemarketing, advertising]}", "CLM-001", "", ""},
		{"data", "excludes: {data: [payment-data]}", "CLM-001", "error", "bank account"},
		{"data of a purpose, by default", "excludes: {data: [payment-data], purposes: [bookkeeping]}", "CLM-001", "warning", "“orders”"},
		{"people", "excludes: {subjects: [newsletter-subscriber]}", "CLM-001", "error", "“news”"},
		{"a basis", "only: {bases: [contract, consent]}", "CLM-001", "error", "legal obligation"},
		{"what a law compels rests on no consent", "only: {bases: [contract, consent]}, except: {purposes: [bookkeeping]}", "CLM-001", "warning", "“police”"},
		{"nobody else", "only: {recipients: [shop, cloud, police]}", "CLM-001", "", ""},
		{"part of those named", "only: {recipients: [shop, hosts, police]}", "CLM-001", "", ""},
		{"reached through another", "only: {recipients: [shop, police]}", "CLM-001", "error", "“cloud”"},
		{"nobody at all", "only: {recipients: none}", "CLM-001", "error", "“shop”"},
		{"nobody but for a purpose", "only: {recipients: none}, except: {purposes: [service-provision, financial-administration, newsletter, legal-compliance]}", "CLM-001", "", ""},
		{"a law compels it", "only: {recipients: none}, except: {purposes: [service-provision, financial-administration, newsletter]}", "CLM-001", "warning", "“police”"},
		{"abroad, through another", "excludes: {outsideEea: true}", "CLM-001", "error", "the United States"},
		{"inside only", "only: {outsideEea: false}", "CLM-001", "error", "“cloud”"},
		{"roles", "only: {roles: [processor]}", "CLM-001", "error", "“police”"},
		{"data that go abroad", "excludes: {outsideEea: true, data: [bank-account]}", "CLM-001", "", ""},
		{"contact that nothing speaks of", "excludes: {recipientContact: true}", "CLM-002", "info", "ownPurposes"},
		{"words alone", "note: none", "CLM-002", "info", "words only"},
	}
	for _, c := range cases {
		got, what := count(t, c.code, strings.Replace(promising, "CLAIM", c.claim, 1), "2026-11-22")
		switch {
		case c.severity == "" && got == 0:
		case got != 1 || !strings.Contains(what, ": "+c.severity+" ") || !strings.Contains(what, c.names):
			t.Errorf("%s: %d findings\n%s", c.name, got, what)
		}
	}
}

// A notice that some activities name speaks of these alone.
func TestPromisesToSome(t *testing.T) {
	text := strings.Replace(promising, "CLAIM", "excludes: {purposes: [marketing]}", 1)
	text = strings.Replace(text, "  - id: orders\n", "  - id: orders\n    notices: [policy]\n", 1)
	if got, what := count(t, "CLM-001", text, "2026-11-22"); got != 0 {
		t.Error(what)
	}
}
