package document

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/value"
)

// Each category of data stands on the lines of the CNIL on which people look for
// it, and none is lost.
func TestLinesOfCNIL(t *testing.T) {
	k := bookOf(t, `
schema: ropa/v1
id: test
extends: [common]
dataCategories:
  - {id: shoe-size}
  - {id: loyalty, cnil: economic}
  - {id: loyalty-level, parent: loyalty}
  - {id: tax-number, marks: national-identifier, cnil: economic}
  - {id: blood-group, parent: health-data, cnil: identity}
  - {id: gossip, marks: special}
  - {id: fines, marks: criminal, cnil: economic}
  - {id: card, includes: [name, email, loyalty]}
  - {id: staff-file, cnil: professional-life, includes: [name, health-data, national-id]}
  - {id: bag, includes: [card]}
`)
	for category, want := range map[string][]string{
		"name": {"identity"}, "ip-address": {"connection"}, "bank-account": {"economic"}, "national-id": {"national-number"},
		"cookie-data": {"internet"}, "ethnic-origin": {"ethnic-origin"}, "political-affiliation": {"political-opinions"},
		"diagnosis": {"health-data"}, "sexual-orientation": {"sexual-life"}, "criminal-convictions": {"criminal-data"},
		"shoe-size": {"other"}, "loyalty-level": {"economic"}, "tax-number": {"national-number"}, "blood-group": {"health-data"},
		"gossip": {"other-special"}, "fines": {"criminal-data"}, "card": {"identity", "economic"},
		"staff-file": {"professional-life", "health-data", "national-number"}, "bag": {"identity", "economic"}, "unheard-of": {"other"}, "all": {"other"},
	} {
		if got := k.cnilLinesOf(category); !slices.Equal(got, want) {
			t.Errorf("%s is on %q, not %q", category, got, want)
		}
	}
	for _, c := range k.view.Entities(register.KindDataCategories) {
		for _, line := range k.cnilLinesOf(c.Key()) {
			if !isCNILSensitive(line) && !slices.ContainsFunc(cnilData, func(l cnilLine) bool { return l.id == line }) {
				t.Errorf("%s is on %s, which no form has", c.Key(), line)
			}
		}
	}
}

// Each measure is of a kind of the template; the terms of the kinds exist.
func TestMeasuresOfCNIL(t *testing.T) {
	k := bookOf(t, `
schema: ropa/v1
id: test
extends: [common]
measures:
  - {id: own-lock, parent: building-access}
  - {id: own-ritual}
`)
	for id, want := range map[string]string{
		"tls": "cnil.encryption", "multi-factor-authentication": "cnil.access-control", "own-lock": "cnil.access-control", "firewall": "cnil.software",
		"restore-tests": "cnil.backup", "logging": "cnil.tracing", "vendor-assessment": "cnil.processors", "own-ritual": "cnil.other-measures", "": "cnil.other-measures",
	} {
		if got := measureKinds[k.kindOfMeasure(id)].label; got != want {
			t.Errorf("%s is %s, not %s", id, got, want)
		}
	}
	for _, kind := range measureKinds {
		for _, id := range kind.terms {
			if k.view.Measure(id) == nil {
				t.Errorf("%s: no measure %s", kind.label, id)
			}
		}
	}
}

// Work for others, and care with special data, in the layouts of the ICO and the
// CNIL.
func TestLayoutsOfProcessorsAndClinics(t *testing.T) {
	r, src, problems := register.Load(filepath.Join("testdata", "mailroom.yaml"))
	if problems.HasErrors() {
		t.Fatal(problems.Err())
	}
	mailroom, problems := register.Resolve(r, src, nil)
	if problems.HasErrors() {
		t.Fatal(problems.Err())
	}
	clinic, _ := example(t, "harbour-clinic")
	for _, x := range []struct {
		layout, name string
		view         *register.View
		language     value.Language
	}{
		{"ico", "harbour-clinic", clinic, ""}, {"cnil", "harbour-clinic", clinic, "en"},
		{"ico-processor", "harbour-clinic", clinic, ""}, {"cnil-processor", "harbour-clinic", clinic, "nl"},
		{"ico-processor", "mailroom", mailroom, ""}, {"cnil-processor", "mailroom", mailroom, ""},
	} {
		d := toldIn(t, x.view, datamap.Build(x.view), Options{Layout: x.layout, Language: x.language})
		golden(t, "layout-"+x.layout+"-"+x.name+".txt", dump(d))
	}
}

// onLine puts all data of a register on a line of the CNIL.
func onLine(line register.CNILGroup) func(*register.Register) {
	return func(r *register.Register) {
		for _, c := range r.DataCategories {
			c.CNIL, c.Marks = line, nil
		}
	}
}

// The templates have so many columns and lines, in this order.
func TestColumnsOfICOAndCNIL(t *testing.T) {
	ids := func(list []LayoutColumn, group string) []string {
		var all []string
		for _, c := range list {
			if group == "" || c.Group == group {
				all = append(all, c.ID)
			}
		}
		return all
	}
	ico := layoutICO()
	want := []string{
		"function", "purpose", "joint", "individuals", "data", "recipients", "contracts", "countries", "safeguards", "retention", "measures",
		"basis", "condition", "interests", "lia", "rights", "decisions", "source", "consent",
		"location", "dpia-required", "dpia-progress", "dpia-link", "breach", "breach-link",
		"schedule-1", "schedule-1-basis", "policy", "policy-followed", "policy-reasons",
	}
	if got := ids(ico.Columns, ""); !slices.Equal(got, want) || len(got) != 30 {
		t.Errorf("columns of the ICO: %q", got)
	}
	if got := ids(ico.Header, ""); len(got) != 12 || got[0] != "controller-name" || got[3] != "controller-phone" || got[11] != "representative-phone" {
		t.Errorf("header of the ICO: %q", got)
	}
	cnil := layoutCNIL()
	want = []string{"lines-identity", "lines-personal-life", "lines-economic", "lines-connection", "lines-location", "lines-national-number"}
	if got := ids(cnil.Columns, "lines"); !slices.Equal(got[:6], want) {
		t.Errorf("lines for data: %q", got)
	}
	want = []string{
		"sensitive-ethnic-origin", "sensitive-political-opinions", "sensitive-religious-beliefs", "sensitive-trade-union-membership", "sensitive-genetic-data",
		"sensitive-biometric-data", "sensitive-health-data", "sensitive-sexual-life", "sensitive-criminal-data",
	}
	if got := ids(cnil.Columns, "sensitive"); !slices.Equal(got[:9], want) {
		t.Errorf("lines for sensitive data: %q", got)
	}
}
