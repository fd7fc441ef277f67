// Package scale makes registers of the size and shape that large organisations
// keep, for tests and benchmarks. They are made up from a seed: the same options
// give the same register, and the activity at one position is the same in a
// register of any size.
//
// What they are like: names and e-mail addresses stand nearly everywhere, a few
// categories in one activity of a thousand; most disclosures leave out the data
// that they concern; a few dozen parties (hosting, office software, payment)
// receive a large part of everything and engage dozens of others, which engage
// them in turn; most parties engage nobody or a handful.
//
// What they leave out: bundles and own terms, allActivities, purposes limited
// to some of the data or people, and data that parties add on the way.
package scale

import (
	"fmt"
	"math/rand/v2"

	"github.com/openropa/ropa/register"
)

// Options say how large a register is.
type Options struct {
	// Seed decides everything that is left to chance.
	Seed uint64
	// Activities is the number of processing activities.
	Activities int
	// Parties is the number of parties that may receive data; 0 for 5,000, the
	// least is 20.
	Parties int
	// Accounts adds what such a register accounts for beside the flows: contracts,
	// laws, reviews and the like. The flows are alike, but not the same.
	Accounts bool
}

// The number of parties where the options give none, of systems and of
// retention rules.
const (
	defaultParties = 5_000
	systems        = 400
	rules          = 40
)

// Register returns a register. It builds on the built-in vocabulary and
// resolves without problems.
func Register(o Options) *register.Register {
	m := newMaker(o)
	r := &register.Register{
		Schema: "ropa/v1", ID: "scale", Language: "en",
		Name:         register.Text{"en": "Register of a large organisation"},
		Organisation: &register.Organisation{Name: register.Text{"en": "Example Holding"}, Country: "NL"},
	}
	for i := range systems {
		r.Systems = append(r.Systems, &register.System{ID: systemID(i), Name: register.Text{"en": fmt.Sprintf("System %d", i)}})
	}
	for i := range rules {
		r.RetentionRules = append(r.RetentionRules, m.rule(i))
	}
	r.Parties = make([]*register.Party, m.parties)
	for i := range r.Parties {
		r.Parties[i] = m.party(i)
	}
	m.services = make([][]register.Service, m.parties)
	for i, p := range r.Parties {
		m.services[i] = p.Services
	}
	r.Activities = make([]*register.Activity, o.Activities)
	for i := range r.Activities {
		r.Activities[i] = m.activity(i, first)
	}
	if o.Accounts {
		m.accountFor(r)
	}
	return r
}

// Rare and Common are categories that stand in about one activity of a
// thousand and in most activities.
const (
	Rare   = "genetic-data"
	Common = "email"
)

// PartyID, ActivityID and SystemID return the identifier at a position, from 0.
// The parties at the lowest positions are the largest hubs.
func PartyID(i int) string    { return fmt.Sprintf("party-%04d", i) }
func ActivityID(i int) string { return fmt.Sprintf("activity-%06d", i) }
func systemID(i int) string   { return fmt.Sprintf("system-%03d", i) }
func ruleID(i int) string     { return fmt.Sprintf("rule-%02d", i) }

// maker makes the entries of one register.
type maker struct {
	seed     uint64
	parties  int
	hubs     int // the parties before this one are hubs
	core     int // those before this one engage and are engaged by hubs
	services [][]register.Service
	busy     weights // parties by how much is disclosed to them
}

func newMaker(o Options) *maker {
	m := &maker{seed: o.Seed, parties: max(20, o.Parties)}
	if o.Parties == 0 {
		m.parties = defaultParties
	}
	m.hubs = min(30, m.parties/10)
	m.core = min(300, m.parties/3)
	sizes := make([]int, m.parties)
	for i := range sizes {
		sizes[i] = 1_000_000 / (i + 25)
	}
	m.busy = weigh(sizes)
	return m
}

// kind keeps what is drawn for one entry apart from what is drawn for others.
type kind uint64

const (
	ofRule kind = iota
	ofParty
	ofActivity
	ofPartyAccount
	ofActivityAccount
)

// version tells the entry of a register from a changed one at its place.
type version uint64

const (
	first version = iota
	second
)

// draw returns the source of chance of one entry.
func (m *maker) draw(k kind, i int, v version) *dice {
	return &dice{rand.New(rand.NewPCG(m.seed, uint64(k)<<60|uint64(v)<<56|uint64(i)))}
}

func (m *maker) rule(i int) *register.RetentionRule {
	d := m.draw(ofRule, i, first)
	r := &register.RetentionRule{
		ID: ruleID(i), Name: register.Text{"en": fmt.Sprintf("Rule %d", i)},
		Action: one(d, []register.RetentionAction{register.RetentionActionErase, register.RetentionActionAnonymise}),
	}
	if d.percent(20) {
		r.Criterion = register.Text{"en": "until it is no longer needed"}
		return r
	}
	r.Period = register.Period(fmt.Sprintf("P%dY", 1+d.below(10)))
	r.StartsAt = []register.EventUse{{Event: one(d, []string{"financial-year-end", "contract-end", "account-closed", "last-contact", "employment-end"})}}
	return r
}
