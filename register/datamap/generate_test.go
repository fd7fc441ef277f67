package datamap_test

import (
	"fmt"

	"pgregory.net/rapid"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/value"
)

// The generator draws small registers that are dense: few terms, few parties,
// everything left out now and then, everything possible put in now and then.

var (
	someData     = []string{"contact", "email", "phone", "name", "finance", "bank", "card"}
	someSubjects = []string{"person", "customer", "vip", "employee"}
	somePurposes = []string{"selling", "payment", "delivery", "hr"}
	someParties  = []string{"p1", "p2", "p3", "p4"}
	someSystems  = []string{"crm", "erp"}
	someDays     = []register.Date{0, 0, 0, value.MustDate("2020-01-01"), value.MustDate("2024-06-30"), value.MustDate("2026-11-22")}
	someLands    = []register.Country{"NL", "US", "DE", "IN"}
	someServices = []string{"s1", "s2"}
)

type gen struct {
	t *rapid.T
	// left is how many onward steps may still be drawn: the oracle goes through
	// all paths, of which a dense register has too many.
	left *int
}

func newGen(t *rapid.T) gen {
	left := 4
	return gen{t, &left}
}

// steps draws an absent list of onward steps, an empty one or a few.
func (g gen) steps() []register.Onward {
	list := listed(g, 2, g.onward)
	*g.left -= len(list)
	if *g.left < 0 {
		return nil
	}
	return list
}

func (g gen) n(most int) int     { return rapid.IntRange(0, most).Draw(g.t, "n") }
func (g gen) chance(of int) bool { return g.n(of-1) == 0 }
func (g gen) day() register.Date { return pick(g, someDays) }
func (g gen) role() register.Role {
	return pick(g, []register.Role{"", "processor", "controller", "recipient"})
}
func pick[T any](g gen, list []T) T { return list[g.n(len(list)-1)] }

// some draws none (absent) or a few of a list.
func some[T any](g gen, list []T) []T {
	if g.chance(2) {
		return nil
	}
	all := []T{pick(g, list)}
	if g.chance(3) {
		all = append(all, pick(g, list))
	}
	return all
}

// listed draws an absent list, an empty one or a few entries.
func listed[T any](g gen, most int, one func() T) []T {
	switch g.n(3) {
	case 0, 1:
		return nil
	case 2:
		if g.chance(3) {
			return []T{}
		}
	}
	var all []T
	for range g.n(most-1) + 1 {
		all = append(all, one())
	}
	return all
}

func (g gen) remarks() register.Remarks {
	if !g.chance(6) {
		return register.Remarks{}
	}
	fields := []string{"data", "as", "to", "subjects", "purposes", "purpose", "basis", "locations", "country", "retention", "systems", "party", "category", "ownPurposes"}
	return register.Remarks{
		Certainty:   pick(g, []register.Certainty{"inferred", "assumed"}),
		CertaintyOf: some(g, fields),
	}
}

func (g gen) dataNames() []string {
	return some(g, append([]string{"bundle", "all"}, someData...))
}

func (g gen) transfer() register.Transfer {
	return register.Transfer{Country: pick(g, []register.Country{"", "US", "IN"}), Tool: pick(g, []register.TransferTool{"scc", "bcr"}), From: g.day()}
}

func (g gen) area() register.Area    { return pick(g, []register.Area{"NL", "US", "EEA", "EU", "IN"}) }
func (g gen) land() register.Country { return pick(g, someLands) }
func (g gen) own() register.OwnPurpose {
	return register.OwnPurpose{Purpose: pick(g, somePurposes), Remarks: g.remarks()}
}
func (g gen) service() (service string) { return pick(g, append([]string{"", ""}, someServices...)) }

func (g gen) locations() []register.Area {
	if list := listed(g, 2, g.area); len(list) > 0 {
		return list
	}
	return nil
}

func (g gen) onward() register.Onward {
	o := register.Onward{Party: pick(g, someParties), As: g.role(), Data: g.dataNames(), From: g.day(), Until: g.day(), Remarks: g.remarks()}
	if g.chance(3) {
		o.AddsData = some(g, someData)
	}
	if g.chance(3) {
		o.Service = g.service()
	}
	if g.chance(5) {
		o.Locations, o.RemoteAccess, o.Transfers = g.locations(), listed(g, 1, g.land), listed(g, 1, g.transfer)
	}
	return o
}

func (g gen) party(id string) *register.Party {
	p := &register.Party{ID: id, Name: register.Text{"en": id}, Remarks: g.remarks()}
	p.Country = pick(g, []register.Country{"", "", "NL", "US"})
	p.Engages, p.Recipients = g.steps(), g.steps()
	p.Locations, p.RemoteAccess = g.locations(), listed(g, 1, g.land)
	p.Transfers, p.OwnPurposes = listed(g, 2, g.transfer), listed(g, 2, g.own)
	if g.chance(3) {
		for _, id := range someServices {
			p.Services = append(p.Services, register.Service{
				ID: id, Engages: g.steps(), Recipients: g.steps(), Locations: g.locations(),
				RemoteAccess: listed(g, 1, g.land), Transfers: listed(g, 1, g.transfer), OwnPurposes: listed(g, 1, g.own), Remarks: g.remarks(),
			})
		}
	}
	return p
}

func (g gen) disclosure() register.Disclosure {
	d := register.Disclosure{
		To: pick(g, someParties), As: g.role(), Data: g.dataNames(), Subjects: some(g, someSubjects), Purposes: some(g, somePurposes),
		Service: g.service(), From: g.day(), Until: g.day(), Remarks: g.remarks(),
	}
	if g.chance(5) {
		d.Engages, d.Recipients = g.steps(), g.steps()
		d.Locations, d.RemoteAccess = g.locations(), listed(g, 1, g.land)
		d.Transfers, d.OwnPurposes = listed(g, 1, g.transfer), listed(g, 1, g.own)
	}
	return d
}

func (g gen) dataUse() register.DataUse {
	u := register.DataUse{
		Category: pick(g, append([]string{"bundle", "all"}, someData...)),
		Subjects: some(g, someSubjects), Purposes: some(g, somePurposes), Remarks: g.remarks(),
	}
	if g.chance(3) {
		u.Retention = []register.RetentionUse{{Rule: "short", Remarks: g.remarks()}}
	}
	if g.chance(3) {
		u.Systems = some(g, someSystems)
	}
	return u
}

func (g gen) purposeUse() register.PurposeUse {
	u := register.PurposeUse{
		Purpose: pick(g, somePurposes), Basis: some(g, []register.Basis{"consent", "contract"}), Remarks: g.remarks(),
	}
	if g.chance(3) {
		u.Subjects, u.Data = some(g, someSubjects), g.dataNames()
	}
	if g.chance(3) {
		u.Consent = &register.Consent{Mechanism: "opt-in"}
	}
	return u
}

func times[T any](g gen, most int, one func() T) []T {
	var all []T
	for range g.n(most) {
		all = append(all, one())
	}
	return all
}

func (g gen) activity(id string) *register.Activity {
	a := &register.Activity{
		ID: id, Name: register.Text{"en": id}, From: g.day(), Until: g.day(), Remarks: g.remarks(),
		Role:   pick(g, []register.ActivityRole{"", "", "processor"}),
		Status: pick(g, []register.Status{"", "", "active", "ended", "planned"}),
		Subjects: times(g, 2, func() register.SubjectUse {
			return register.SubjectUse{Subject: pick(g, someSubjects), Remarks: g.remarks()}
		}),
		Purposes: times(g, 2, g.purposeUse), Data: times(g, 3, g.dataUse), Disclosures: times(g, 3, g.disclosure),
		Systems: some(g, someSystems), Except: some(g, someParties),
	}
	if g.chance(2) {
		a.Retention = []register.RetentionUse{{Rule: "long", Remarks: g.remarks()}}
	}
	return a
}

func (g gen) terms(r *register.Register) {
	data := map[string]string{"email": "contact", "phone": "contact", "bank": "finance", "card": "finance"}
	if g.chance(3) {
		data["finance"] = "contact"
	}
	if g.chance(3) {
		data["phone"] = ""
	}
	r.DataCategories = nil
	for _, id := range someData {
		r.DataCategories = append(r.DataCategories, &register.DataCategory{ID: id, Parent: data[id]})
	}
	inner := &register.DataCategory{ID: "inner", Includes: []string{"email", "bank"}}
	outer := &register.DataCategory{ID: "bundle", Includes: []string{"name", "inner"}}
	r.DataCategories = append(r.DataCategories, outer, inner)
	r.DataSubjects = []*register.DataSubject{{ID: "person"}, {ID: "customer", Parent: "person"}, {ID: "vip", Parent: "customer"}, {ID: "employee", Parent: pick(g, []string{"", "person"})}}
	r.Purposes = []*register.Purpose{{ID: "selling"}, {ID: "payment", Parent: "selling"}, {ID: "delivery", Parent: "selling"}, {ID: "hr"}}
}

func (g gen) shared() *register.AllActivities {
	if g.chance(2) {
		return nil
	}
	return &register.AllActivities{Disclosures: times(g, 2, g.disclosure), Systems: some(g, someSystems)}
}

func (g gen) register() *register.Register {
	r := &register.Register{ID: "r", Extends: []string{}, AllActivities: g.shared()}
	g.terms(r)
	for _, id := range someParties {
		r.Parties = append(r.Parties, g.party(id))
	}
	for i := range g.n(3) {
		r.Activities = append(r.Activities, g.activity(fmt.Sprint("a", i)))
	}
	for _, id := range someSystems {
		r.Systems = append(r.Systems, &register.System{ID: id})
	}
	return r
}

// question draws a question and a filter that uses few of its fields.
func (g gen) question() (datamap.Question, datamap.Filter) {
	f := datamap.Filter{AsOf: pick(g, someDays[3:]), Evidence: datamap.EvidenceAll}
	for range g.n(3) {
		switch g.n(13) {
		case 0, 1, 2:
			f.Data = some(g, append([]string{"bundle", "all"}, someData...))
		case 3:
			f.Subjects = some(g, someSubjects)
		case 4:
			f.Purposes = some(g, somePurposes)
		case 5:
			f.Recipients = some(g, someParties)
		case 6:
			f.Roles = some(g, []string{"processor", "sub-processor", "controller", "recipient"})
		case 7:
			f.Bases = some(g, []register.Basis{"consent", "contract"})
		case 8:
			f.Countries = some(g, someLands)
		case 9:
			f.Systems = some(g, someSystems)
		case 10:
			f.OutsideEEA = pick(g, []register.Tristate{register.Yes, register.No})
		case 11:
			f.OwnPurposes = pick(g, []register.Tristate{register.Yes, register.No})
		case 12:
			f.Direct = true
		case 13:
			f.StatedOnly, f.Planned = g.chance(2), g.chance(2)
		}
	}
	return pick(g, datamap.Questions()), f
}
