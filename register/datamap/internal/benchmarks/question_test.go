package benchmarks

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/internal/scale"
	"github.com/openropa/ropa/register/value"
)

// today is the day of all questions.
var today = value.MustDate("2026-11-22")

// question is asked of every engine. Its shape is decided by which fields are
// set; each field names at most one term or party.
type question struct {
	name                    string
	data, subject, purpose  string
	recipient               string // then the answers are categories of data
	direct, outside, ofRole bool   // ofRole: processors only
}

// filter is the question in the words of the data map.
func (q *question) filter() (datamap.Question, datamap.Filter) {
	f := datamap.Filter{AsOf: today, Brief: true, Direct: q.direct}
	for _, field := range []struct {
		id   string
		list *[]string
	}{{q.data, &f.Data}, {q.subject, &f.Subjects}, {q.purpose, &f.Purposes}, {q.recipient, &f.Recipients}} {
		if field.id != "" {
			*field.list = []string{field.id}
		}
	}
	if q.outside {
		f.OutsideEEA = register.Yes
	}
	switch {
	case q.recipient != "":
		return datamap.Data, f
	case q.ofRole:
		return datamap.Processors, f
	}
	return datamap.Recipients, f
}

// questions are those that the table shows.
func questions(parties int) []question {
	return []question{
		{name: "a rare category, who gets it from us", data: scale.Rare, direct: true},
		{name: "a common category, who gets it from us", data: scale.Common, direct: true},
		{name: "data, subject and purpose", data: "bank-account", subject: "customer", purpose: "invoicing", direct: true},
		{name: "a rare category, through chains", data: scale.Rare},
		{name: "a common category, through chains", data: scale.Common},
		{name: "processors of health data, at any depth", data: "health-data", ofRole: true},
		{name: "a rare category, outside the EEA", data: scale.Rare, outside: true},
		{name: "anything, outside the EEA", outside: true},
		{name: "all data of a small party", recipient: scale.PartyID(parties * 9 / 10)},
		{name: "all data of a hub", recipient: scale.PartyID(3)},
	}
}

// mix returns a hundred questions of these shapes about terms and parties
// drawn by chance, the same for a seed.
func mix(v *register.View, parties int, seed uint64) []question {
	r := rand.New(rand.NewPCG(seed, 13))
	data, subjects, purposes := used(v)
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	var all []question
	for i := range 100 {
		q := question{data: pick(data)}
		switch n := i % 10; {
		case n < 2:
			q.direct = true
		case n < 4:
			q.direct, q.subject, q.purpose = true, pick(subjects), pick(purposes)
		case n < 5: // through chains
		case n < 7:
			q.ofRole = true
		case n < 8:
			q.outside = true
		default:
			q.data, q.recipient = "", scale.PartyID(r.IntN(parties))
		}
		q.name = fmt.Sprintf("mix %d", i)
		all = append(all, q)
	}
	return all
}

// used returns the terms that the activities of a register use, in a fixed
// order.
func used(v *register.View) (data, subjects, purposes []string) {
	for _, a := range v.Activities()[:min(2000, len(v.Activities()))] {
		for i := range a.Data {
			data = append(data, a.Data[i].Category)
		}
		for i := range a.Subjects {
			subjects = append(subjects, a.Subjects[i].Subject)
		}
		for i := range a.Purposes {
			purposes = append(purposes, a.Purposes[i].Purpose)
		}
	}
	for _, list := range []*[]string{&data, &subjects, &purposes} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return data, subjects, purposes
}

// engine answers questions.
type engine interface {
	// answer returns the answers, each once, in any order.
	answer(*question) ([]string, error)
}

// digest is a hash of a set of answers.
func digest(answers []string) uint64 {
	slices.Sort(answers)
	h := fnv.New64a()
	for _, a := range answers {
		fmt.Fprintln(h, a)
	}
	return h.Sum64()
}

// mapEngine is the data map.
type mapEngine struct{ *datamap.Map }

func (m mapEngine) answer(q *question) ([]string, error) {
	found, err := m.Ask(q.filter())
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(found.Answers))
	for i := range found.Answers {
		ids[i] = found.Answers[i].ID
	}
	return ids, nil
}
