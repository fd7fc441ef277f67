package client

import (
	"context"
	"iter"

	"github.com/oapi-codegen/runtime/types"

	"github.com/openropa/ropa/api/client/internal/calls"
	"github.com/openropa/ropa/api/wire"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/value"
)

// Ask answers a question of the data map, all pages of it: From and Most of the filter
// are not asked for. Where the filter has no day, it is asked for today, the server's. Of the evidence a server sends at most
// 1,000 statements behind each answer, also for datamap.EvidenceAll. A filter that
// names what the register does not know is a *Problem (400).
//
// The names of all that the answers speak of are in Names.
func (r Register) Ask(ctx context.Context, question datamap.Question, f datamap.Filter) (*wire.Answers, error) {
	var all *wire.Answers
	for page, err := range r.ask(ctx, question, f) {
		if err != nil {
			return nil, err
		}
		if all == nil {
			all = page
			continue
		}
		all.Answers = append(all.Answers, page.Answers...)
		for kind, names := range page.Names {
			if all.Names[kind] == nil {
				all.Names[kind] = make(map[string]string)
			}
			for id, name := range names {
				all.Names[kind][id] = name
			}
		}
	}
	all.Next = ""
	return all, nil
}

// Answers are the answers to a question one by one, fetched a page at a time. The
// filter is that of Ask.
func (r Register) Answers(ctx context.Context, question datamap.Question, f datamap.Filter) iter.Seq2[wire.Answer, error] {
	return func(yield func(wire.Answer, error) bool) {
		for page, err := range r.ask(ctx, question, f) {
			if err != nil {
				yield(wire.Answer{}, err)
				return
			}
			for _, answer := range page.Answers {
				if !yield(answer, nil) {
					return
				}
			}
		}
	}
}

// ask are the pages of the answers to a question.
func (r Register) ask(ctx context.Context, question datamap.Question, f datamap.Filter) iter.Seq2[*wire.Answers, error] {
	return func(yield func(*wire.Answers, error) bool) {
		p := r.paramsOf(f)
		var at turning
		for more := true; more; {
			page := &wire.Answers{}
			answer, err := r.client.question(ctx, question, r.id, p)
			if _, err = decoded(answer, err, page); err == nil {
				more, err = at.turn(len(page.Answers), page.Total, page.Next)
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if page.Names == nil {
				page.Names = make(wire.Names)
			}
			if !yield(page, nil) {
				return
			}
			p.Cursor = given(at.cursor)
		}
	}
}

// mostEvidence is the most statements that a server sends behind an answer.
const mostEvidence = 1000

// paramsOf is a filter as parameters: those of every question are the same.
func (r Register) paramsOf(f datamap.Filter) *calls.AskProcessorsParams {
	limit, yes := perPage, true
	p := &calls.AskProcessorsParams{
		Receives: listed(f.Data), Subject: listed(f.Subjects), Purpose: listed(f.Purposes), Activity: listed(f.Activities),
		Recipient: listed(f.Recipients), Role: listed(f.Roles), System: listed(f.Systems), Basis: listed(f.Bases), Country: listed(f.Countries),
		AsOf: dayOf(f.AsOf), OutsideEea: tristate(f.OutsideEEA), OwnPurposes: tristate(f.OwnPurposes),
		Direct: given(f.Direct), Stated: given(f.StatedOnly), Planned: given(f.Planned), Brief: given(f.Brief),
		Names: &yes, Limit: &limit, Revision: r.moment.revision, At: r.moment.at, Approved: r.moment.approved,
	}
	switch {
	case f.Evidence == datamap.EvidenceAll, f.Evidence > mostEvidence:
		most := mostEvidence
		p.Evidence = &most
	case f.Evidence < 0:
		p.Evidence = new(int)
	case f.Evidence > 0:
		p.Evidence = &f.Evidence
	}
	return p
}

// listed is a list that may be left out, as plain words.
func listed[S ~string](list []S) *[]string {
	if len(list) == 0 {
		return nil
	}
	words := make([]string, 0, len(list))
	for _, one := range list {
		words = append(words, string(one))
	}
	return &words
}

func tristate(t register.Tristate) *bool {
	if t == value.Unstated {
		return nil
	}
	yes := t == value.Yes
	return &yes
}

// dayOf is a day as generated code writes it, nil where it is none.
func dayOf(d register.Date) *types.Date {
	if d.IsZero() {
		return nil
	}
	return &types.Date{Time: d.Time()}
}
