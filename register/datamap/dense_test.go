package datamap_test

import (
	"fmt"
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// dense is a register whose parties engage one another in every direction:
// hundreds of millions of paths, most of them through steps that name data or
// add some.
func dense(parties, steps int) *register.Register {
	r := &register.Register{ID: "dense", Extends: []string{}}
	for i := range 40 {
		r.DataCategories = append(r.DataCategories, &register.DataCategory{ID: fmt.Sprintf("c-%d", i)})
	}
	for i := range parties {
		p := &register.Party{ID: fmt.Sprintf("p-%d", i)}
		for j := range steps {
			o := register.Onward{Party: fmt.Sprintf("p-%d", (i*7+j*j*13+1)%parties)}
			if (i+j)%3 == 0 {
				o.Data = []string{fmt.Sprintf("c-%d", (i+j)%40), fmt.Sprintf("c-%d", (i*j)%40)}
				o.AddsData = []string{fmt.Sprintf("c-%d", (i*3+j)%40)}
			}
			if j%2 == 0 {
				p.Engages = append(p.Engages, o)
			} else {
				p.Recipients = append(p.Recipients, o)
			}
		}
		r.Parties = append(r.Parties, p)
	}
	a := &register.Activity{ID: "a", Disclosures: []register.Disclosure{{To: "p-0", As: register.RoleProcessor}}}
	for i := range 40 {
		a.Data = append(a.Data, register.DataUse{Category: fmt.Sprintf("c-%d", i)})
	}
	r.Activities = []*register.Activity{a}
	return r
}

// BenchmarkChains asks the first question of a map whose chains are dense: what
// reaches whom has to be worked out then.
func BenchmarkChains(b *testing.B) {
	for _, n := range []int{30, 100, 300} {
		view := viewOf(dense(n, 10))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				answers, err := datamap.Build(view).Ask(datamap.Recipients, datamap.Filter{AsOf: today, Data: []string{"c-7"}})
				if err != nil || len(answers.Answers) == 0 {
					b.Fatal(err)
				}
			}
		})
	}
}
