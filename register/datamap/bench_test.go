package datamap_test

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// large returns a register of many activities: 200 categories in a tree, 300
// parties in chains, five data uses and three disclosures an activity.
func large(activities int) *register.Register {
	r := rand.New(rand.NewPCG(1, 2))
	reg := &register.Register{ID: "large", Extends: []string{}}
	id := func(kind string, i int) string { return fmt.Sprintf("%s-%d", kind, i) }
	for i := range 200 {
		c := &register.DataCategory{ID: id("c", i)}
		if i >= 20 {
			c.Parent = id("c", i/10)
		}
		reg.DataCategories = append(reg.DataCategories, c)
	}
	for i := range 10 {
		reg.DataSubjects = append(reg.DataSubjects, &register.DataSubject{ID: id("s", i)})
		reg.Purposes = append(reg.Purposes, &register.Purpose{ID: id("p", i)})
	}
	for i := range 300 {
		p := &register.Party{ID: id("party", i), Country: []register.Country{"", "NL", "DE", "US"}[r.IntN(4)]}
		for range r.IntN(3) {
			p.Engages = append(p.Engages, register.Onward{Party: id("party", i/2)})
		}
		reg.Parties = append(reg.Parties, p)
	}
	for i := range activities {
		a := &register.Activity{ID: id("a", i)}
		a.Subjects = []register.SubjectUse{{Subject: id("s", r.IntN(10))}, {Subject: id("s", r.IntN(10))}}
		a.Purposes = []register.PurposeUse{{Purpose: id("p", r.IntN(10)), Basis: []register.Basis{"contract"}}}
		for range 5 {
			a.Data = append(a.Data, register.DataUse{Category: id("c", r.IntN(200))})
		}
		for range 3 {
			d := register.Disclosure{To: id("party", r.IntN(300)), As: register.RoleProcessor}
			if r.IntN(2) == 0 {
				d.Data = []string{a.Data[0].Category, a.Data[1].Category}
			}
			a.Disclosures = append(a.Disclosures, d)
		}
		reg.Activities = append(reg.Activities, a)
	}
	return reg
}

const benchSize = 10_000

func BenchmarkBuild(b *testing.B) {
	view := viewOf(large(benchSize))
	for b.Loop() {
		datamap.Build(view)
	}
}

func BenchmarkAsk(b *testing.B) {
	m := datamap.Build(viewOf(large(benchSize)))
	for _, c := range []struct {
		name string
		q    datamap.Question
		f    datamap.Filter
	}{
		{"selective/processors", datamap.Processors, datamap.Filter{Data: []string{"c-150"}}},
		{"selective/held", datamap.Retention, datamap.Filter{Data: []string{"c-150"}}},
		{"selective/recipient", datamap.Data, datamap.Filter{Recipients: []string{"party-299"}}},
		{"selective/activity", datamap.Recipients, datamap.Filter{Activities: []string{"a-77"}}},
		{"broad/recipients", datamap.Recipients, datamap.Filter{}},
		{"broad/outside", datamap.Recipients, datamap.Filter{OutsideEEA: register.Yes}},
		{"broad/activities", datamap.Activities, datamap.Filter{}},
	} {
		c.f.AsOf = today
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := m.Ask(c.q, c.f); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkNext(b *testing.B) {
	r := large(benchSize)
	m := datamap.Build(viewOf(r))
	changed := *r
	changed.Activities = append([]*register.Activity(nil), r.Activities...)
	copied := *r.Activities[benchSize/2]
	changed.Activities[benchSize/2] = &copied
	view := viewOf(&changed)
	for b.Loop() {
		m.Next(view)
	}
}

// Many ask one map while others make the next one of it.
func TestConcurrentUse(t *testing.T) {
	r := large(300)
	view := viewOf(r)
	m := datamap.Build(view)
	want := ask(t, datamap.Build(view), datamap.Recipients, datamap.Filter{AsOf: today, Data: []string{"c-15"}})
	var wait sync.WaitGroup
	for i := range 8 {
		wait.Go(func() {
			for j := range 5 {
				got, err := m.Ask(datamap.Recipients, datamap.Filter{AsOf: today, Data: []string{"c-15"}})
				if err != nil || !cmp.Equal(want, got) {
					t.Error("the answers differ", err)
				}
				changed := *r
				changed.Activities = append([]*register.Activity(nil), r.Activities...)
				other := *r.Activities[i]
				other.Disclosures = append([]register.Disclosure(nil), register.Disclosure{To: fmt.Sprint("new", i, j), Data: []string{"new"}})
				changed.Activities[i] = &other
				if _, err := m.Next(viewOf(&changed)).Ask(datamap.Recipients, datamap.Filter{AsOf: today}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
}

// A segment holds about a thousand activities; one more or less changes only
// the one where it stands.
func TestNextOfManyActivities(t *testing.T) {
	r := large(5000)
	m := datamap.Build(viewOf(r))
	for name, change := range map[string]func([]*register.Activity) []*register.Activity{
		"removed": func(all []*register.Activity) []*register.Activity { return append(all[:2000], all[2001:]...) },
		"moved":   func(all []*register.Activity) []*register.Activity { return append(all[4000:], all[:4000]...) },
		"none":    func([]*register.Activity) []*register.Activity { return nil },
	} {
		changed := *r
		changed.Activities = change(append([]*register.Activity(nil), r.Activities...))
		view := viewOf(&changed)
		f := datamap.Filter{AsOf: today, Data: []string{"c-15"}}
		want, got := ask(t, datamap.Build(view), datamap.Activities, f), ask(t, m.Next(view), datamap.Activities, f)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-Build +Next):\n%s", name, diff)
		}
	}
}
