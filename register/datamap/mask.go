package datamap

import (
	"math/bits"

	"github.com/openropa/ropa/register"
)

// column is one of the facts that a flow or a held entry tells and that may be
// assumed on its own.
type column uint8

const (
	colActivity column = iota
	colRecipient
	colData
	colSubjects
	colPurposes
	colBasis
	colRole
	colCountry
	colOwn
	colRetention
	colSystems
	columns
)

// mask holds, three bits a column, why a fact is not stated. No bit: stated.
type mask uint64

const (
	leftOut  mask = 1 << iota // an entry leaves it out
	inferred                  // an entry of certainty inferred says it
	assumed                   // an entry of certainty assumed says it
)

const (
	broaderData mask = 1 << (3*columns + iota)
	broaderSubject
	broaderPurpose
	// fromStart: the role also rests on that of the direct recipient.
	fromStart
	// kept: the data are those of the direct disclosure, not added on the way.
	kept
)

func (m mask) in(c column) mask { return m << (3 * c) }

// of returns the mask in which all reasons of the columns are set.
func of(columns ...column) mask {
	var m mask
	for _, c := range columns {
		m |= (leftOut | inferred | assumed).in(c)
	}
	return m
}

// fieldColumns tells which fact a field of an entry states, for certaintyOf.
var fieldColumns = map[string]column{
	"data": colData, "addsData": colData, "category": colData,
	"subjects": colSubjects, "subject": colSubjects,
	"purposes": colPurposes, "purpose": colPurposes, "basis": colBasis,
	"as": colRole, "country": colCountry, "locations": colCountry, "remoteAccess": colCountry,
	"ownPurposes": colOwn, "retention": colRetention, "rule": colRetention, "systems": colSystems,
}

// certainty returns what the certainty of an entry does to the columns that it
// contributes to. Who it is about decides everything that it says.
func certainty(r *register.Remarks, contributes ...column) mask {
	var reason mask
	switch r.Certainty {
	case "", register.CertaintyStated:
		return 0
	case register.CertaintyInferred:
		reason = inferred
	default:
		reason = assumed
	}
	var m mask
	for _, c := range contributes {
		if len(r.CertaintyOf) == 0 {
			m |= reason.in(c)
		}
		for _, field := range r.CertaintyOf {
			if named, ok := fieldColumns[field]; field == "to" || field == "party" || ok && named == c {
				m |= reason.in(c)
			}
		}
	}
	return m
}

// better reports whether a rests on fewer assumptions than b; the order is
// total.
func better(a, b mask) bool {
	if x, y := bits.OnesCount64(uint64(a)), bits.OnesCount64(uint64(b)); x != y {
		return x < y
	}
	return a < b
}

// reasons returns the assumptions in a mask in the order of their list.
func (m mask) reasons() []Assumption {
	if m == 0 {
		return nil
	}
	service := of(colRecipient, colCountry, colOwn) & m
	var any mask
	for c := range columns {
		any |= m >> (3 * c) & (leftOut | inferred | assumed)
	}
	var all []Assumption
	add := func(on bool, a Assumption) {
		if on {
			all = append(all, a)
		}
	}
	add(m&leftOut.in(colData) != 0, DataLeftOut)
	add(m&leftOut.in(colSubjects) != 0, SubjectsLeftOut)
	add(m&leftOut.in(colPurposes) != 0, PurposesLeftOut)
	add(service&(leftOut.in(colRecipient)|leftOut.in(colCountry)|leftOut.in(colOwn)) != 0, ServiceLeftOut)
	add(m&broaderData != 0, BroaderCategory)
	add(m&broaderSubject != 0, BroaderSubject)
	add(m&broaderPurpose != 0, BroaderPurpose)
	add(any&inferred != 0, Inferred)
	add(any&assumed != 0, Assumed)
	add(m&leftOut.in(colRetention) != 0, RetentionLeftOut)
	add(m&leftOut.in(colSystems) != 0, SystemsLeftOut)
	return all
}
