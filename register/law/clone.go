package law

import (
	"maps"
	"slices"

	"github.com/openropa/ropa/register/value"
)

// copier is a datum with lists or texts, which a caller must not share.
type copier[T any] interface{ copied() T }

// cloned copies a list of data so that a caller cannot change the law.
func cloned[T copier[T]](list []T) []T {
	all := make([]T, len(list))
	for i, datum := range list {
		all[i] = datum.copied()
	}
	return all
}

func textCopy(t value.Text) value.Text { return maps.Clone(t) }

func (c Condition) copied() Condition {
	c.Instead = textCopy(c.Instead)
	return c
}

func (g CriminalGround) copied() CriminalGround {
	g.Says = textCopy(g.Says)
	return g
}

func (r Right) copied() Right {
	r.Bases, r.Limit = slices.Clone(r.Bases), textCopy(r.Limit)
	return r
}

func (t TransferTool) copied() TransferTool {
	t.Says = textCopy(t.Says)
	return t
}

func (d Derogation) copied() Derogation {
	d.Says = textCopy(d.Says)
	return d
}

func (s SCCSet) copied() SCCSet {
	s.Modules, s.Says = slices.Clone(s.Modules), textCopy(s.Says)
	return s
}

func (d AdequacyDecision) copied() AdequacyDecision {
	d.Scope, d.Condition, d.Note = textCopy(d.Scope), textCopy(d.Condition), textCopy(d.Note)
	d.Reviews = slices.Clone(d.Reviews)
	return d
}

func (c DPIACriterion) copied() DPIACriterion {
	c.Says = textCopy(c.Says)
	return c
}

func (i DPIAItem) copied() DPIAItem {
	i.Criteria, i.Says = slices.Clone(i.Criteria), textCopy(i.Says)
	return i
}

func (r Retention) copied() Retention {
	r.StartsAt, r.Data, r.Scope = slices.Clone(r.StartsAt), slices.Clone(r.Data), textCopy(r.Scope)
	return r
}

func (r MarketingRule) copied() MarketingRule {
	r.Channels, r.Says = slices.Clone(r.Channels), textCopy(r.Says)
	return r
}
