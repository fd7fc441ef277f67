package cli

import (
	"cmp"
	"fmt"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/printable"
)

// overview writes what a register holds: its title, the organisation, and how
// many entities of each kind it has itself.
func (a *app) overview(path, format string) error {
	l, err := a.open(path)
	if err != nil {
		return err
	}
	r := l.view.Register()
	if format == "json" {
		return a.writeJSON(a.overviewJSON(l.view))
	}
	a.heading(cmp.Or(a.name(r.Name, r), r.ID, slashed(path)))
	if o := r.Organisation; o != nil {
		line := a.name(o.Name, r)
		if o.Country != "" {
			line += " (" + a.area(register.Area(o.Country)) + ")"
		}
		fmt.Fprintln(&a.out, printable.Line(line))
	}
	fmt.Fprintln(&a.out)
	t := &table{titles: []string{a.say("column.kind"), a.say("column.own"), a.say("column.inherited")}}
	for _, k := range kindNames {
		own, all := len(r.Entities(k.kind)), len(l.view.Entities(k.kind))
		if all > 0 {
			t.add(a.say("kinds."+string(k.kind)), fmt.Sprint(own), fmt.Sprint(all-own))
		}
	}
	a.writeText(t)
	a.activities(l.view, l.folder())
	return nil
}

// activities lists the activities and parties by id, so that a reader knows
// what to ask for next.
func (a *app) activities(view *register.View, folder string) {
	for _, kind := range []register.Kind{register.KindActivities, register.KindParties} {
		own := view.Register().Entities(kind)
		if len(own) == 0 {
			continue
		}
		a.section("kinds." + string(kind))
		t := &table{titles: []string{a.say("column.id"), a.say("column.name"), a.say("column.where")}}
		for _, e := range own {
			t.add(e.Key(), a.name(textOf(e), view.Register()), place(view.Place(string(kind)+"/"+e.Key()), folder))
		}
		a.writeText(t)
	}
}

type overviewJSON struct {
	ID           string         `json:"id"`
	Name         string         `json:"name"`
	Organisation string         `json:"organisation"`
	Counts       map[string]int `json:"counts"`
	Inherited    map[string]int `json:"inherited"`
}

func (a *app) overviewJSON(view *register.View) overviewJSON {
	r := view.Register()
	j := overviewJSON{ID: r.ID, Name: a.name(r.Name, r), Counts: map[string]int{}, Inherited: map[string]int{}}
	if r.Organisation != nil {
		j.Organisation = a.name(r.Organisation.Name, r)
	}
	for _, k := range register.Kinds() {
		own := len(r.Entities(k))
		j.Counts[string(k)] = own
		j.Inherited[string(k)] = len(view.Entities(k)) - own
	}
	return j
}
