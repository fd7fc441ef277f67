package benchmarks

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// A policy as fides evaluate has it: a rule names categories of data, uses and
// data subjects, and of each how the ones that a declaration names must match
// for the declaration to break the rule. Here a declaration of a system is an
// activity with one purpose, and subjects too may be named by a wider term.

// match says how the words of a declaration must match those of a rule.
type match int

const (
	anyOf  match = iota // at least one lies within
	allOf               // all lie within
	noneOf              // none lies within
	other               // at least one does not lie within
)

// side is a rule about categories, uses or subjects.
type side struct {
	match match
	words []string
}

type rule struct{ data, use, subject side }

// policy returns a view of a thousand systems with one to four declarations
// each, and ten rules.
func policy(tb testing.TB, systems int) (*register.View, []rule) {
	r := rand.New(rand.NewPCG(3, 5))
	pick := func(list []string, n int) []string {
		var some []string
		for _, i := range r.Perm(len(list))[:n] {
			some = append(some, list[i])
		}
		return some
	}
	words := []string{"name", "email", "phone", "contact-data", "bank-account", "payment-card", "ip-address", "cookie-id", "device-data", "health-data", "diagnosis", "location", "order-data", "salary", "usage-data"}
	uses := []string{"newsletter", "advertising", "targeted-advertising", "payment", "delivery", "web-analytics", "payroll", "security", "fraud-prevention", "customer-service"}
	people := []string{"customer", "employee", "website-visitor", "client-contact", "business-contact", "patient", "child"}
	reg := &register.Register{ID: "policy"}
	for s := range systems {
		for d := range 1 + r.IntN(4) {
			a := &register.Activity{ID: fmt.Sprintf("system-%04d-%d", s, d)}
			a.Purposes = []register.PurposeUse{{Purpose: pick(uses, 1)[0]}}
			for _, p := range pick(people, 1+r.IntN(2)) {
				a.Subjects = append(a.Subjects, register.SubjectUse{Subject: p})
			}
			for _, c := range pick(words, 1+r.IntN(5)) {
				a.Data = append(a.Data, register.DataUse{Category: c})
			}
			reg.Activities = append(reg.Activities, a)
		}
	}
	return resolved(tb, reg), []rule{
		{side{anyOf, []string{"health-data"}}, side{anyOf, []string{"marketing"}}, side{anyOf, []string{"patient", "customer"}}},
		{side{anyOf, []string{"payment-data"}}, side{noneOf, []string{"payment", "fraud-prevention"}}, side{anyOf, []string{"customer"}}},
		{side{allOf, []string{"contact-data", "name"}}, side{anyOf, []string{"direct-marketing"}}, side{anyOf, []string{"customer"}}},
		{side{anyOf, []string{"online-data"}}, side{anyOf, []string{"advertising"}}, side{allOf, []string{"website-visitor", "customer"}}},
		{side{other, []string{"identity-data", "contact-data", "employment-data", "financial-data"}}, side{anyOf, []string{"payroll"}}, side{anyOf, []string{"employee"}}},
		{side{anyOf, []string{"location"}}, side{other, []string{"delivery"}}, side{other, []string{"employee"}}},
		{side{noneOf, []string{"order-data", "contact-data"}}, side{anyOf, []string{"delivery"}}, side{anyOf, []string{"customer"}}},
		{side{anyOf, []string{"salary"}}, side{noneOf, []string{"payroll", "personnel-management"}}, side{anyOf, []string{"employee"}}},
		{side{anyOf, []string{"diagnosis"}}, side{anyOf, uses}, side{noneOf, []string{"patient"}}},
		{side{anyOf, []string{"contact-data", "online-data"}}, side{anyOf, []string{"marketing", "website-operation"}}, side{anyOf, []string{"child"}}},
	}
}

// checkDirect returns what breaks a rule, "rule activity", straight from the
// structs.
func checkDirect(v *register.View, t *trees, rules []rule) []string {
	var broken []string
	for i := range rules {
		r := &rules[i]
		for _, a := range v.Activities() {
			data := r.data.holds(t.data, len(a.Data), func(n int) string { return a.Data[n].Category })
			use := data && r.use.holds(t.purposes, len(a.Purposes), func(n int) string { return a.Purposes[n].Purpose })
			if use && r.subject.holds(t.subjects, len(a.Subjects), func(n int) string { return a.Subjects[n].Subject }) {
				broken = append(broken, fmt.Sprint(i, " ", a.ID))
			}
		}
	}
	return broken
}

func (s *side) holds(t *tree, n int, word func(int) string) bool {
	matched := 0
	for i := range n {
		if slices.ContainsFunc(s.words, func(w string) bool { return t.within(word(i), w) }) {
			matched++
		}
	}
	return s.judge(matched, n)
}

// judge tells whether a side holds for a declaration that names so many words,
// of which so many match.
func (s *side) judge(matched, of int) bool {
	switch s.match {
	case anyOf:
		return matched > 0
	case allOf:
		return matched == of && of > 0
	case noneOf:
		return matched == 0 && of > 0
	}
	return matched < of
}

// checkMap asks the data map instead: for each side of a rule which activities
// state something within its words, and how much of what they name that is.
func checkMap(m *datamap.Map, t *trees, rules []rule) ([]string, error) {
	whole, err := m.Ask(datamap.Activities, datamap.Filter{AsOf: today, Evidence: datamap.EvidenceNone})
	if err != nil {
		return nil, err
	}
	var broken []string
	for i := range rules {
		r := &rules[i]
		var matched [3]map[string]int
		for n, s := range r.sides() {
			if matched[n], err = s.ask(m, n, t); err != nil {
				return nil, err
			}
		}
		for k := range whole.Answers {
			a := &whole.Answers[k]
			if r.data.judge(matched[0][a.ID], len(a.Data)) && r.use.judge(matched[1][a.ID], len(a.Purposes)) && r.subject.judge(matched[2][a.ID], len(a.Subjects)) {
				broken = append(broken, fmt.Sprint(i, " ", a.ID))
			}
		}
	}
	return broken, nil
}

func (r *rule) sides() [3]*side { return [3]*side{&r.data, &r.use, &r.subject} }

// ask returns how many words of each activity lie within those of a side, for
// the activities of which one does.
func (s *side) ask(m *datamap.Map, n int, t *trees) (map[string]int, error) {
	f := datamap.Filter{AsOf: today, Evidence: datamap.EvidenceNone, StatedOnly: true}
	tree := t.data
	switch n {
	case 0:
		f.Data = s.words
	case 1:
		f.Purposes, tree = s.words, t.purposes
	case 2:
		f.Subjects, tree = s.words, t.subjects
	}
	found, err := m.Ask(datamap.Activities, f)
	if err != nil {
		return nil, err
	}
	all := make(map[string]int, len(found.Answers))
	for i := range found.Answers {
		a := &found.Answers[i]
		// A wider word than those asked for is listed too, and does not count.
		for _, word := range [][]string{a.Data, a.Purposes, a.Subjects}[n] {
			if slices.ContainsFunc(s.words, func(w string) bool { return tree.within(word, w) }) {
				all[a.ID]++
			}
		}
	}
	return all, nil
}

// TestPolicyChecksAgree: both ways find the same declarations.
func TestPolicyChecksAgree(t *testing.T) {
	v, rules := policy(t, 300)
	ts := readTrees(v)
	want := checkDirect(v, &ts, rules)
	got, err := checkMap(datamap.Build(v), &ts, rules)
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-direct +map:\n%s", diff)
	}
	broken := map[byte]bool{}
	for _, line := range want {
		broken[line[0]] = true
	}
	if len(broken) != len(rules) || len(want) > len(rules)*len(v.Activities())/2 {
		t.Errorf("%d lines about %d of %d rules: too one-sided to tell the ways apart", len(want), len(broken), len(rules))
	}
}
