package lint_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

var day = value.MustDate("2026-11-22")

// where tells the addresses and the severities of what one rule finds.
func where(t *testing.T, code diag.Code, text string) string {
	t.Helper()
	report := look(t, strings.ReplaceAll(t.Name(), "/", "-"), "schema: ropa/v1\nid: example\nlanguage: en\n"+text, day, lint.Options{Rules: []diag.Code{code}})
	var all []string
	for i := range of(code, report.Findings) {
		f := &report.Findings[i]
		all = append(all, strings.TrimSpace(fmt.Sprint(f.Severity, " ", f.At, " ", f.Key)))
	}
	return strings.Join(all, "; ")
}

// What a register says settles the point wherever it says it; what it leaves out
// does not.
func TestRecord(t *testing.T) {
	for _, tt := range []struct {
		name string
		code diag.Code
		text string
		want string
	}{
		{"a vocabulary has no organisation", "REG-001", "purposes: [{id: x, name: sending lamps}]", ""},
		{"a record has", "REG-001", "activities: [{id: a, name: A}]", "error  contact; error  name"},
		{"a telephone is enough to reach it", "REG-001", "organisation: {name: O, contact: {phone: \"1\"}}", "info organisation/contact post"},
		{"by post only", "REG-001", "organisation: {name: O, contact: {address: {street: S 1}}}", ""},
		{"a town is no address", "REG-001", "organisation: {name: O, contact: {address: {city: S}}}", "error organisation contact"},

		{"no officer at all, where no other rule tells it", "REG-015", "organisation: {name: O, publicBody: true, dpo: {appointed: 2020-01-01}}", "error organisation/dpo"},
		{"an officer without a name", "REG-015", "organisation: {name: O, dpo: {contact: {email: dpo@example.org}}}", "warning organisation/dpo"},
		{"an officer named by the contact", "REG-015", "organisation: {name: O, dpo: {contact: {name: FG, email: dpo@example.org}}}", ""},
		{"a contract with whoever receives data", "REG-014", "activities: [{id: a, disclosures: [{to: x}]}]\nparties: [{id: x, name: X}]\nagreements: [{id: c, between: [x], document: d}]\ndocuments: [{id: d, title: D}]", ""},
		{"a contract with nobody", "REG-014", "activities: [{id: a}]\nparties: [{id: x, name: X}]\nagreements: [{id: c, between: [x]}]", "info parties/x; info agreements/c"},
		{"a contract between two, of which one is left", "REG-014", "activities: [{id: a, disclosures: [{to: x}]}]\nparties: [{id: x, name: X}, {id: y, name: Y}]\nagreements: [{id: c, between: [x, y]}]", "info parties/y; info agreements/c"},

		{"ended", "REG-002", "activities: [{id: a, status: ended}]", ""},
		{"ends later", "REG-002", "activities: [{id: a, status: ended, until: 2026-12-01}]", "error activities/a"},
		{"planned", "REG-002", "activities: [{id: a, status: planned}]", "warning activities/a"},
		{"a processor need not", "REG-002", "activities: [{id: a, role: processor}]", ""},

		{"specific terms", "REG-003", "activities: [{id: a, purposes: [newsletter, direct-marketing, recruitment, clinical-research]}]", ""},
		{"marketing says little", "REG-003", "activities: [{id: a, purposes: [marketing]}]", "warning activities/a/purposes/marketing"},
		{"a channel says more", "REG-003", "activities: [{id: a, purposes: [{purpose: marketing, channel: email}]}]", ""},
		{"a description does", "REG-003", "activities: [{id: a, description: postcards to former guests, purposes: [marketing]}]", ""},
		{"not any description", "REG-003", "activities: [{id: a, description: Marketing purposes, purposes: [marketing]}]", "warning activities/a/purposes/marketing"},
		{"two words can be specific", "REG-003", "purposes: [{id: p, name: {nl: beoordelingen publiceren}}]\nactivities: [{id: a, purposes: [p]}]", ""},
		{"many need not be", "REG-003", "purposes: [{id: p, name: {nl: het verbeteren van onze diensten en producten}}]\nactivities: [{id: a, purposes: [p]}, {id: b, purposes: [p]}]", "warning purposes/p"},
		{"by its identifier alone", "REG-003", "purposes: [{id: it-security}]\nactivities: [{id: a, purposes: [it-security]}]", "warning purposes/it-security"},
		{"a term of one's own in place of a wide one", "REG-003", "purposes: [{id: marketing, name: postcards to former guests}]\nactivities: [{id: a, purposes: [marketing]}]", ""},

		{"subjects of the data", "REG-004", "activities: [{id: a, data: [{category: name, subjects: [customer]}]}]", ""},

		{"data for a wider purpose", "REG-005", "activities: [{id: a, purposes: [newsletter], data: [{category: email, purposes: [direct-marketing]}]}]", ""},
		{"data of a bundle that the purpose needs", "REG-005", "dataCategories: [{id: naw, name: NAW, includes: [name, postal-address]}]\nactivities: [{id: a, purposes: [{purpose: delivery, data: [naw]}], data: [name, postal-address]}]", ""},
		{"data that no purpose needs", "REG-005", "activities: [{id: a, purposes: [{purpose: delivery, data: [postal-address]}], data: [postal-address, phone]}]", "error activities/a/data/phone"},

		{"recipients of the past", "REG-006", "activities: [{id: a, disclosures: [{to: x, until: 2020-01-01}]}]\nparties: [{id: x, name: X}]", ""},
		{"of all activities", "REG-006", "allActivities: {disclosures: [{to: x}]}\nactivities: [{id: a}, {id: b, except: [x]}]\nparties: [{id: x, name: X}]", "error activities/b"},
		{"operator in the chain", "REG-006", "systems: [{id: s, name: S, operator: y}]\nactivities: [{id: a, systems: [s], disclosures: [{to: x}]}]\nparties: [{id: x, name: X, services: [{id: v, name: V, engages: [{party: y}]}]}, {id: y, name: Y}]", ""},
		{"operator of the data alone", "REG-006", "systems: [{id: s, name: S, operator: y}]\nactivities: [{id: a, data: [{category: name, systems: [s]}], disclosures: none}]\nparties: [{id: y, name: Y}]", "warning systems/s y"},
		{"operator within the house", "REG-006", "systems: [{id: s, name: S, operator: y}]\nactivities: [{id: a, systems: [s], disclosures: none}]\nparties: [{id: y, name: Y, kind: unit}]", ""},

		{"within the EEA at any depth", "REG-007", chain("country: NL", "country: DE", "locations: [EEA]"), ""},
		{"further down", "REG-007", chain("country: NL", "country: DE", "kind: organisation"), "warning activities/a"},
		{"outside the EEA is another matter", "REG-007", chain("country: US", "country: IN", "country: NL"), ""},
		{"no transfers to it", "REG-007", chain("country: NL", "country: NL", "transfers: none"), ""},
		{"an authority", "REG-007", chain("country: NL", "country: NL", "kind: authority"), ""},
		{"none, the activity says", "REG-007", strings.Replace(chain("kind: category", "kind: category", "kind: category"), "id: a,", "id: a, transfers: none,", 1), ""},
		{"a circle", "REG-007", "activities: [{id: a, data: [name], disclosures: [{to: x}]}]\nparties: [{id: x, name: X, country: NL, engages: [{party: y}]}, {id: y, name: Y, engages: [{party: x}]}]", "warning activities/a"},
		{"an engagement of the past", "REG-007", "activities: [{id: a, data: [name], disclosures: [{to: x}]}]\nparties: [{id: x, name: X, country: NL, engages: [{party: y, until: 2020-01-01}]}, {id: y, name: Y}]", ""},
		{"the service says where", "REG-007", "activities: [{id: a, data: [name], disclosures: [{to: x, service: v}]}]\nparties: [{id: x, name: X, services: [{id: v, name: V, locations: [NL]}, {id: w, name: W}]}]", ""},
		{"another service does", "REG-007", "activities: [{id: a, data: [name], disclosures: [{to: x, service: w}]}]\nparties: [{id: x, name: X, services: [{id: v, name: V, locations: [NL]}, {id: w, name: W}]}]", "warning activities/a"},
		{"the disclosure does", "REG-007", "activities: [{id: a, data: [name], disclosures: [{to: x, locations: [NL]}]}]\nparties: [{id: x, name: X}]", ""},
		{"all activities, of which one says", "REG-007", "allActivities: {disclosures: [{to: x}]}\nactivities: [{id: a, transfers: none}]\nparties: [{id: x, name: X}]", ""},

		{"retention of the activity", "REG-008", "activities: [{id: a, data: [name], retention: r}]\nretentionRules: [{id: r, name: R}]", ""},
		{"of some data", "REG-008", "activities: [{id: a, data: [name, {category: email, retention: r}, phone]}]\nretentionRules: [{id: r, name: R}]", "error activities/a name phone"},

		{"stated that there are none", "REG-009", "activities: [{id: a, measures: none}]", ""},
		{"of the organisation", "REG-009", "organisation: {name: O, measures: [tls]}\nactivities: [{id: a}]", ""},
		{"of all, of which one is left out", "REG-009", "allActivities: {measures: [tls]}\nactivities: [{id: a}, {id: b, except: [tls]}]", "warning activities/b"},
		{"of the system", "REG-009", "systems: [{id: s, name: S, measures: [tls]}]\nactivities: [{id: a, systems: [s]}]", ""},

		{"no systems", "REG-010", "activities: [{id: a, systems: none}]", ""},
		{"operator of known country", "REG-010", "systems: [{id: s, name: S, operator: y}]\nactivities: [{id: a, systems: [s]}]\nparties: [{id: y, name: Y, country: NL}]", ""},
		{"a system that nothing uses", "REG-010", "systems: [{id: s, name: S}]", ""},

		{"a client of the past", "REG-011", "activities: [{id: a, role: processor, operations: [storage], onBehalfOf: [{party: x, until: 2020-01-01}]}]\nparties: [{id: x, name: X}]", ""},
		{"purposes tell what is done", "REG-011", "activities: [{id: a, role: processor, purposes: [payroll], onBehalfOf: [x]}]\nparties: [{id: x, name: X, contact: {phone: \"1\"}}]", "warning activities/a operations"},

		{"a name that begins with see", "REG-012", "parties: [{id: x, name: See Tickets}]", ""},
		{"a note may refer", "REG-012", "activities: [{id: a, note: see the wiki}]", ""},
		{"a sentence with see", "REG-012", "retentionRules: [{id: r, criterion: see to it that all of it is gone a year after the last order was paid in full}]", ""},
		{"an address only", "REG-012", "retentionRules: [{id: r, criterion: \"https://example.org/policy\"}]", "warning retentionRules/r/criterion"},
		{"a question mark", "REG-012", "organisation: {name: O, contact: {phone: \"?\"}}", "warning organisation/contact/phone"},

		{"exempt", "REG-013", "organisation: {name: O, employees: 249, recordExemption: {claimed: true}}", ""},
		{"one too many", "REG-013", "organisation: {name: O, employees: 250, recordExemption: {claimed: true}}", "error organisation/recordExemption employees"},
		{"not claimed", "REG-013", "organisation: {name: O, employees: 900, recordExemption: {claimed: false}}", ""},
		{"law enforcement knows none", "REG-013", "regulation: led\norganisation: {name: O, employees: 900, recordExemption: {claimed: true}}", ""},

		{"a base", "REG-014", "parties: [{id: x, name: X}]", ""},
		{"used by what is not used", "REG-014", "activities: [{id: a}]\nparties: [{id: x, name: X, engages: [{party: y}]}, {id: y, name: Y}]", "info parties/x; info parties/y"},
		{"used through others", "REG-014", "activities: [{id: a, disclosures: [{to: x}]}]\nparties: [{id: x, name: X, engages: [{party: y, agreement: z}]}, {id: y, name: Y, retention: [r]}]\nagreements: [{id: z, between: [x, y]}]\nretentionRules: [{id: r, startsAt: [e]}]\nevents: [{id: e, name: E}]", ""},
		{"the wider term of one in use", "REG-014", "activities: [{id: a, data: [n]}]\ndataCategories: [{id: n, name: N, parent: w}, {id: w, name: W}, {id: u, name: U, parent: w}]", "info dataCategories/u"},

		{"no officer", "REG-015", "organisation: {name: O, dpo: {none: true}, representative: {none: true}}", ""},
		{"joint for a purpose", "REG-015", "activities: [{id: a, purposes: [{purpose: newsletter, jointWith: [x]}]}]\nparties: [{id: x, name: X}]", "error parties/x"},
		{"joint in what is planned", "REG-015", "activities: [{id: a, status: planned, jointWith: [x]}]\nparties: [{id: x, name: X}]", "warning parties/x"},
	} {
		t.Run(string(tt.code)+" "+tt.name, func(t *testing.T) {
			if got := where(t, tt.code, tt.text); got != tt.want {
				t.Errorf("found %q, want %q", got, tt.want)
			}
		})
	}
}

// chain is a register in which data pass from x through y to z.
func chain(x, y, z string) string {
	return fmt.Sprintf(`activities: [{id: a, data: [name], disclosures: [{to: x}]}]
parties:
  - {id: x, name: X, %s, engages: [{party: y}]}
  - {id: y, name: Y, %s, recipients: [{party: z}]}
  - {id: z, name: Z, %s}
`, x, y, z)
}

// Remarks are found wherever they stand, at the address of their object.
func TestRemarks(t *testing.T) {
	const text = `organisation: {name: O, contact: {email: o@example.org, open: Q}}
allActivities: {measures: [{measure: tls, open: Q}]}
activities:
  - id: a
    data: [{category: [name, email], open: Q}, {category: name, open: R}]
    purposes: [{purpose: newsletter, consent: {open: Q}}]
parties: [{id: x, name: X, open: Q, services: [{id: s, name: S, engages: [{party: x, open: Q}, {party: x, open: R}]}]}]
open: Q
`
	const want = "info; info activities/a/data/name; info activities/a/data/name~2; info activities/a/purposes/newsletter/consent; " +
		"info allActivities/measures/tls; info organisation/contact; info parties/x; info parties/x/services/s/engages/x; info parties/x/services/s/engages/x~2"
	got := strings.Split(where(t, "OPN-001", text), "; ")
	slices.Sort(got)
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("found\n%s\nwant\n%s", s, want)
	}
}
