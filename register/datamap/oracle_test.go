package datamap_test

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// The oracle answers a question straight from the definitions: it goes through
// all activities, data uses, disclosures and paths, with strings and maps and
// without a thought for speed. It shares no code with the package.

// doubt is a reason why a fact of a flow is not stated; the list is in the
// order that decides between equally many.
type doubt int

const (
	activityInferred doubt = 3*iota + 1
	recipientInferred
	dataInferred
	subjectsInferred
	purposesInferred
	basisInferred
	roleInferred
	countryInferred
	ownInferred
	retentionInferred
	systemsInferred
	wider
)

// Beside each of these stand "left out" before it and "assumed" after it.
func left(d doubt) doubt    { return d - 1 }
func guessed(d doubt) doubt { return d + 1 }

const (
	widerData    = wider - 1
	widerSubject = wider
	widerPurpose = wider + 1
)

type doubts map[doubt]bool

func join(all ...doubts) doubts {
	sum := doubts{}
	for _, ds := range all {
		for d := range ds {
			sum[d] = true
		}
	}
	return sum
}

// only keeps the doubts about what is asked.
func (ds doubts) only(asked map[doubt]bool) doubts {
	kept := doubts{}
	for d := range ds {
		if asked[d] {
			kept[d] = true
		}
	}
	return kept
}

func fewer(a, b doubts) bool {
	if len(a) != len(b) {
		return len(a) < len(b)
	}
	for d := widerPurpose; d >= 0; d-- {
		if a[d] != b[d] {
			return b[d]
		}
	}
	return false
}

func (ds doubts) reasons() []datamap.Assumption {
	has := map[datamap.Assumption]bool{}
	for d := range ds {
		switch {
		case d == left(dataInferred):
			has[datamap.DataLeftOut] = true
		case d == left(subjectsInferred):
			has[datamap.SubjectsLeftOut] = true
		case d == left(purposesInferred):
			has[datamap.PurposesLeftOut] = true
		case d == left(recipientInferred) || d == left(countryInferred) || d == left(ownInferred):
			has[datamap.ServiceLeftOut] = true
		case d == left(retentionInferred):
			has[datamap.RetentionLeftOut] = true
		case d == left(systemsInferred):
			has[datamap.SystemsLeftOut] = true
		case d == widerData:
			has[datamap.BroaderCategory] = true
		case d == widerSubject:
			has[datamap.BroaderSubject] = true
		case d == widerPurpose:
			has[datamap.BroaderPurpose] = true
		case d%3 == 1:
			has[datamap.Inferred] = true
		default:
			has[datamap.Assumed] = true
		}
	}
	var list []datamap.Assumption
	for _, a := range []datamap.Assumption{
		datamap.DataLeftOut, datamap.SubjectsLeftOut, datamap.PurposesLeftOut, datamap.ServiceLeftOut,
		datamap.BroaderCategory, datamap.BroaderSubject, datamap.BroaderPurpose, datamap.Inferred, datamap.Assumed,
		datamap.RetentionLeftOut, datamap.SystemsLeftOut,
	} {
		if has[a] {
			list = append(list, a)
		}
	}
	return list
}

// unsure returns what the certainty of an entry does to facts that it states.
func unsure(r register.Remarks, states ...doubt) doubts {
	ds := doubts{}
	if r.Certainty == "" || r.Certainty == register.CertaintyStated {
		return ds
	}
	for _, d := range states {
		concerned := len(r.CertaintyOf) == 0
		for _, field := range r.CertaintyOf {
			switch field {
			case "to", "party":
				concerned = true
			case "data", "category", "addsData":
				concerned = concerned || d == dataInferred
			case "as":
				concerned = concerned || d == roleInferred
			case "subject", "subjects":
				concerned = concerned || d == subjectsInferred
			case "purpose", "purposes":
				concerned = concerned || d == purposesInferred
			case "basis":
				concerned = concerned || d == basisInferred
			case "country", "locations", "remoteAccess":
				concerned = concerned || d == countryInferred
			case "retention", "rule":
				concerned = concerned || d == retentionInferred
			case "systems":
				concerned = concerned || d == systemsInferred
			case "ownPurposes":
				concerned = concerned || d == ownInferred
			}
		}
		if concerned && r.Certainty == register.CertaintyInferred {
			ds[d] = true
		} else if concerned {
			ds[guessed(d)] = true
		}
	}
	return ds
}

func ifLeft(on bool, d doubt) doubts {
	if on {
		return doubts{left(d): true}
	}
	return doubts{}
}

// kindOfTerm is one of the three vocabularies of terms.
type kindOfTerm int

const (
	dataTerms kindOfTerm = iota
	subjectTerms
	purposeTerms
)

type oracle struct {
	view *register.View
	q    datamap.Question
	f    datamap.Filter
	// steps are those that were taken. A few registers have millions of paths;
	// their answers are not worked out to the end.
	steps int
}

const mostSteps = 300_000

func (o *oracle) tired() bool { return o.steps > mostSteps }

func (o *oracle) parent(k kindOfTerm, id string) string {
	switch k {
	case dataTerms:
		if c := o.view.DataCategory(id); c != nil {
			return c.Parent
		}
	case subjectTerms:
		if s := o.view.DataSubject(id); s != nil {
			return s.Parent
		}
	case purposeTerms:
		if p := o.view.Purpose(id); p != nil {
			return p.Parent
		}
	}
	return ""
}

// isA reports whether a is b or below it; all is above all data.
func (o *oracle) isA(k kindOfTerm, a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	if k == dataTerms && b == "all" {
		return true
	}
	for ; a != ""; a = o.parent(k, a) {
		if a == b {
			return true
		}
	}
	return false
}

// both returns the narrower of two terms, "" where they do not overlap.
func (o *oracle) both(k kindOfTerm, a, b string) string {
	switch {
	case o.isA(k, a, b):
		return a
	case o.isA(k, b, a):
		return b
	}
	return ""
}

// unbundle puts the members of bundles in their place; nil stays nil.
func (o *oracle) unbundle(ids []string) []string {
	var all []string
	for _, id := range ids {
		if c := o.view.DataCategory(id); c != nil && len(c.Includes) > 0 && id != "all" {
			all = append(all, o.unbundle(c.Includes)...)
		} else {
			all = append(all, id)
		}
	}
	return distinct(all)
}

func distinct(ids []string) []string {
	var all []string
	for _, id := range ids {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

// wants tells how a term fits a filter: not at all, or with which doubt.
func (o *oracle) wants(k kindOfTerm, term string, filter []string, broader doubt) (doubts, bool) {
	if len(filter) == 0 {
		return nil, true
	}
	if k == dataTerms {
		filter = o.unbundle(filter)
	}
	for _, w := range filter {
		if o.isA(k, term, w) {
			return nil, true
		}
	}
	for _, w := range filter {
		if o.isA(k, w, term) {
			return doubts{broader: true}, true
		}
	}
	return nil, false
}
