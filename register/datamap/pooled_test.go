package datamap_test

import (
	"fmt"
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// What is left of one question does not get into the next one: of a party that
// receives both a and b, both are found after one another.
func TestQuestionsAfterOneAnother(t *testing.T) {
	r := &register.Register{Extends: []string{}, Parties: []*register.Party{{ID: "p"}, {ID: "q"}}}
	for _, id := range []string{"a", "b", "c"} {
		r.DataCategories = append(r.DataCategories, &register.DataCategory{ID: id})
	}
	for i := range 50 {
		r.Activities = append(r.Activities, &register.Activity{ID: fmt.Sprint("x", i), Disclosures: []register.Disclosure{
			{To: "q", Data: []string{"a", "b", "c"}},
		}})
	}
	r.Activities = append(r.Activities, &register.Activity{ID: "y", Disclosures: []register.Disclosure{{To: "p", Data: []string{"a", "b"}}}})
	m := datamap.Build(viewOf(r))
	for _, want := range []struct {
		data  string
		found int
	}{{"a", 1}, {"b", 1}, {"c", 0}, {"b", 1}, {"a", 1}} {
		m.Forget()
		f := datamap.Filter{AsOf: today, Data: []string{want.data}, Recipients: []string{"p"}, Brief: true}
		if got := ask(t, m, datamap.Recipients, f); len(got.Answers) != want.found {
			t.Errorf("%s: %d answers, want %d", want.data, len(got.Answers), want.found)
		}
	}
}
