package law

import (
	"fmt"
	"slices"
	"testing"

	"github.com/openropa/ropa/register/value"
)

// datum is what every fact has, whatever it says.
type datum struct {
	name  string
	from  Verified
	term  Term
	texts []value.Text
}

// everything is every fact of the package.
func everything() []datum {
	var all []datum
	add := func(kind, id string, v Verified, t Term, texts ...value.Text) {
		all = append(all, datum{fmt.Sprintf("%s %s", kind, id), v, t, texts})
	}
	for _, d := range Bases() {
		add("basis", d.ID, d.Verified, d.Term)
	}
	for _, d := range Conditions() {
		add("condition", d.ID, d.Verified, d.Term, d.Instead)
	}
	for _, d := range CriminalGrounds() {
		add("ground", d.ID, d.Verified, d.Term, d.Says)
	}
	for _, d := range Rights() {
		add("right", d.ID, d.Verified, d.Term, d.Limit)
	}
	for _, d := range TransferTools() {
		add("tool", d.ID, d.Verified, d.Term, d.Says)
	}
	for _, d := range SCCSets() {
		add("clauses", d.Version, d.Verified, d.Term, d.Says)
	}
	for _, d := range Derogations() {
		add("derogation", d.ID, d.Verified, d.Term, d.Says)
	}
	for _, d := range AdequacyDecisions() {
		add("adequacy", d.Instrument, d.Verified, d.Term, d.Condition, d.Scope, d.Note)
		for _, r := range d.Reviews {
			add("review", r.Report, r.Verified, Term{From: r.On})
		}
	}
	for _, d := range Memberships() {
		add("membership", string(d.Country), d.Verified, Term{d.From, d.Until})
	}
	for _, d := range DPIACriteria() {
		add("criterion", d.ID, d.Verified, d.Term, d.Says)
	}
	for _, d := range DPIAItems() {
		add("item", d.ID, d.Verified, d.Term, d.Says)
	}
	for _, d := range RetentionPeriods() {
		add("retention", d.ID, d.Verified, d.Term, d.Scope)
	}
	for _, d := range AgesOfConsent() {
		add("age", string(d.Country), d.Verified, d.Term)
	}
	for _, d := range MarketingRules() {
		add("marketing", d.ID, d.Verified, d.Term, d.Says)
	}
	for _, d := range Provisions() {
		add("provision", d.ID, d.Verified, Term{})
	}
	return all
}

// TestEveryDatumHasASource: each says where it comes from; the day of the check
// is that of the last check or none; times do not run backwards; texts are in
// both languages.
func TestEveryDatumHasASource(t *testing.T) {
	all := everything()
	if len(all) < 180 {
		t.Fatalf("only %d facts", len(all))
	}
	for _, d := range all {
		if d.from.Source == "" || d.from.On != 0 && d.from.On != checked {
			t.Errorf("%s: source %q, verified %s", d.name, d.from.Source, d.from.On)
		}
		if d.term.Until != 0 && d.term.From > d.term.Until {
			t.Errorf("%s: from %s until %s", d.name, d.term.From, d.term.Until)
		}
		for _, text := range d.texts {
			if text != nil && (text["en"] == "" || text["nl"] == "" || len(text) != 2) {
				t.Errorf("%s: %v", d.name, text)
			}
		}
	}
}

// TestUnverified holds which facts one source alone supports, so that none
// becomes verified by accident.
func TestUnverified(t *testing.T) {
	want := []string{
		"adequacy 2000/519/EC", "adequacy Trade and Cooperation Agreement, Art. FINPROV.10A", "age IS", "age LI", "age NO", "age SI", "age SI",
		"item nl-ap-10", "item nl-ap-11", "item nl-ap-12", "item nl-ap-13", "item nl-ap-14", "item nl-ap-8", "item nl-ap-9",
		"marketing nl-phone-register", "provision eu-vat-242a", "provision nl-atb-3-2-1", "provision nl-wet-lb-28", "provision nl-wet-lb-ident", "provision nl-wet-ob-34a",
		"retention eu-vat-platform", "retention nl-medical-file", "retention nl-personnel-file", "retention nl-working-hours", "review COM(2026) 384",
	}
	var got []string
	for _, d := range everything() {
		if d.from.On.IsZero() {
			got = append(got, d.name)
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("not verified: %q\nwant %q", got, want)
	}
}

// TestReferencesWithin: what a fact names within the package is there, and no
// id stands twice.
func TestReferencesWithin(t *testing.T) {
	cited := func(name, id string) {
		if _, ok := FindProvision(id); id != "" && !ok {
			t.Errorf("%s: no provision %q", name, id)
		}
	}
	ids := map[string]bool{}
	once := func(kind, id string) {
		if ids[kind+id] {
			t.Errorf("%s %s stands twice", kind, id)
		}
		ids[kind+id] = true
	}
	for _, r := range RetentionPeriods() {
		once("retention", r.ID)
		cited(r.ID, r.Provision)
		if p, err := value.ParsePeriod(string(r.Period)); err != nil || p == "" || len(r.StartsAt) == 0 || len(r.Data) == 0 || r.Scope == nil || !r.Country.IsValid() {
			t.Errorf("retention %s is incomplete", r.ID)
		}
		if r.Kind != RetentionGuidance && r.Provision == "" {
			t.Errorf("retention %s: a %s without a law", r.ID, r.Kind)
		}
	}
	for _, m := range MarketingRules() {
		once("marketing", m.ID)
		cited(m.ID, m.Provision)
	}
	for _, g := range CriminalGrounds() {
		once("ground", g.ID)
		cited(g.ID, g.Provision)
	}
	for _, r := range Rights() {
		once("right", r.ID)
		for _, b := range r.Bases {
			if _, ok := FindBasis(b); !ok {
				t.Errorf("right %s: no basis %q", r.ID, b)
			}
		}
	}
	for n, c := range DPIACriteria() {
		once("criterion", c.ID)
		if c.Number != n+1 {
			t.Errorf("criterion %s has number %d", c.ID, c.Number)
		}
	}
	for n, i := range DPIAItems() {
		once("item", i.ID)
		if i.Number != n+1 || i.ID != fmt.Sprintf("nl-ap-%d", n+1) {
			t.Errorf("item %s has number %d", i.ID, i.Number)
		}
		for _, c := range i.Criteria {
			if _, ok := FindDPIACriterion(c); !ok {
				t.Errorf("item %s: no criterion %q", i.ID, c)
			}
		}
	}
}

// TestAnswersAreCopies: who changes an answer does not change the law.
func TestAnswersAreCopies(t *testing.T) {
	on := value.MustDate("2026-11-22")
	d, _ := Adequacy("US", on)
	d.Condition["en"], d.Note["en"] = "", ""
	Rights()[1].Bases[0] = "" // the list is shared among rights
	SCCSets()[3].Modules[0].Number = 9
	Retentions("NL")[2].Data[0] = ""
	DPIAItems()[0].Criteria[0] = ""
	MarketingRules()[0].Channels[0] = ""
	Conditions()[1].Instead["en"] = ""
	again, _ := Adequacy("US", on)
	r, _ := FindRetention("nl-books")
	if again.Condition["en"] == "" || again.Note["en"] == "" || !slices.Contains(RightsOf("consent"), "access") || SCCModuleOf("controller", "controller") != 1 ||
		r.Data[0] == "" || DPIAItems()[0].Criteria[0] == "" || MarketingRules()[0].Channels[0] == "" || Conditions()[1].Instead["en"] == "" {
		t.Error("an answer shares memory with the law")
	}
}
