package benchmarks

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/internal/scale"
	"github.com/openropa/ropa/register/value"
)

// resolved returns the view of a register of package scale.
func resolved(tb testing.TB, r *register.Register) *register.View {
	tb.Helper()
	v, problems := register.Resolve(r, nil, nil)
	if len(problems) > 0 {
		tb.Fatal(problems[0])
	}
	return v
}

// TestEnginesAgree: all engines give the same answers to every question, the
// mix included, of dense registers, in which much reaches everyone, and of
// sparse ones, in which a single step decides.
func TestEnginesAgree(t *testing.T) {
	answers, none, all := 0, 0, 0
	for _, o := range []scale.Options{
		{Seed: 1, Activities: 120, Parties: 40}, {Seed: 2, Activities: 30, Parties: 100},
		{Seed: 3, Activities: 12, Parties: 30}, {Seed: 4, Activities: 8, Parties: 20},
	} {
		r := scale.Register(o)
		sharpen(r)
		v := resolved(t, r)
		db := openDatabase(t, v)
		engines := map[string]engine{"joins": db.joins(), "table": db.table(), "scan": newScan(v)}
		m := mapEngine{datamap.Build(v)}
		for _, q := range slices.Concat(questions(o.Parties), mix(v, o.Parties, 11), beside()) {
			want := ask(t, m, &q)
			answers, all = answers+len(want), all+1
			if len(want) == 0 {
				none++
			}
			for name, e := range engines {
				if diff := cmp.Diff(want, ask(t, e, &q)); diff != "" {
					t.Errorf("%+v, %+v (-map +%s):\n%s", o, q, name, diff)
				}
			}
		}
	}
	if answers < 10*all || none > all/2 {
		t.Errorf("%d answers to %d questions in all, none to %d: too few to tell the engines apart", answers, all, none)
	}
}

// sharpen makes what is seldom in the registers happen often: disclosures of
// which the register does not say what they disclose, or that meet the data
// uses in a wider term only, parties that pass data on without a role, and steps
// that have ended.
func sharpen(r *register.Register) {
	for i, a := range r.Activities {
		uses, disclosures := register.DataUse{}, register.Disclosure{}
		switch {
		case i%4 == 0 && len(a.Purposes) > 1:
			uses.Purposes, disclosures.Purposes = []string{a.Purposes[0].Purpose}, []string{a.Purposes[1].Purpose}
		case i%4 == 1:
			a.Subjects = []register.SubjectUse{{Subject: "business-contact"}, {Subject: "client-contact"}}
			a.Purposes = []register.PurposeUse{{Purpose: "marketing"}, {Purpose: "newsletter"}}
			uses.Subjects, disclosures.Subjects = []string{"business-contact"}, []string{"client-contact"}
			uses.Purposes, disclosures.Purposes = []string{"marketing"}, []string{"newsletter"}
		default:
			continue
		}
		for j := range a.Data {
			a.Data[j].Subjects, a.Data[j].Purposes = uses.Subjects, uses.Purposes
		}
		for j := range a.Disclosures {
			a.Disclosures[j].Subjects, a.Disclosures[j].Purposes = disclosures.Subjects, disclosures.Purposes
		}
	}
	for i, p := range r.Parties {
		for j := range p.Engages {
			if (i+j)%3 == 0 {
				p.Engages[j].Until, p.Engages[j].From = value.MustDate("2020-12-31"), 0
			}
			if (i+j)%4 < 3 {
				p.Engages[j].As = ""
			}
		}
	}
}

// beside asks for terms that lie beside those of a flow, below a wider one.
func beside() []question {
	var all []question
	for _, c := range []string{scale.Common, "name", "phone", "correspondence", "order-data"} {
		all = append(all,
			question{data: c, subject: "supplier-contact", purpose: "newsletter", direct: true},
			question{data: c, subject: "client-contact", purpose: "advertising", direct: true},
			question{data: c, subject: "business-contact", purpose: "direct-marketing", direct: true})
	}
	return all
}

func ask(tb testing.TB, e engine, q *question) []string {
	tb.Helper()
	ids, err := e.answer(q)
	if err != nil {
		tb.Fatalf("%+v: %v", *q, err)
	}
	ids = append([]string{}, ids...) // none are none, nil or not
	slices.Sort(ids)
	return ids
}
