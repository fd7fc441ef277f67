package datamap

import (
	"math"
	"slices"
	"sync"

	"github.com/openropa/ropa/register"
)

// block is one activity of a segment: where its entries begin. They end where
// those of the next block begin. It depends on the activity, on what is said
// under allActivities and on the shape of the terms, on nothing else.
type block struct {
	disc, row, own uint32
	alone          mask // of a flow without data use
	span
}

// The columns of the blocks.
const (
	blockDisc = iota
	blockRow
	blockOwn
	blockAlone // number of the mask
	blockSpan
	blockColumns
)

// span is the days on which something holds.
type span struct {
	from, until register.Date
	planned     bool
}

const never = register.Date(math.MaxInt32)

// holds reports whether a day is in the span, planned things only if wanted.
func (s *span) holds(on register.Date, planned bool) bool {
	return on >= s.from && on <= s.until && (planned || !s.planned)
}

// spanOf returns the days on which an activity is carried out.
func spanOf(a *register.Activity) span {
	s := span{a.From, a.Until, a.Status == register.StatusPlanned}
	if s.until == 0 {
		s.until = never
	}
	switch {
	case s.planned:
		s.from = 0 // what is planned begins later: only its end can rule it out
	case a.Status == register.StatusEnded && a.Until == 0:
		s.from = never
	}
	return s
}

// within returns the days on which a disclosure of the activity applies.
func (s span) within(d *register.Disclosure) span {
	s.from = max(s.from, d.From)
	if d.Until != 0 {
		s.until = min(s.until, d.Until)
	}
	return s
}

// row is a data use and one category of it: what the activity holds.
type row struct {
	category term
	use      int32 // position of the data use
	set      uint32
	mask     mask
	block    uint32
}

// The columns of the rows.
const (
	rowCategory = iota
	rowUse
	rowSet
	rowMask // its number
	rowBlock
	rowColumns
)

// ownRow is an entry of the activity that is no data use: one of its purpose
// uses, or the activity itself with its subjects and systems.
type ownRow struct {
	use  int32 // position of the purpose use, -1 for the activity
	set  uint32
	mask mask
}

// The columns of these.
const (
	ownUse = iota // from 1
	ownSet
	ownMask // its number
	ownColumns
)

// disclosure is a disclosure of an activity or one of allActivities.
type disclosure struct {
	at    uint32 // its position in the list
	block uint32
	point int32
	*kind
	span
}

// The columns of the disclosures.
const (
	discAt = iota
	discBlock
	discPoint
	discFirst // of its flows, where it is not whole
	discKind
	discSpan
	discColumns
)

// kind is what many disclosures have in common.
type kind struct {
	mask       mask // of the recipient and the role
	flowMask   mask // of what it says of its data, subjects and purposes
	role       role
	doubts     doubts
	shared     bool // it is one of allActivities
	particular bool // it states onward steps or other things of its own
	uniform    bool // of the data of all flows the same is assumed, so that doubts are of all
	// whole: it names neither data nor subjects nor purposes, so that its flows are
	// all rows of the activity as they are, and need not be listed.
	whole bool
}

// flow is a category of data that a disclosure discloses.
type flow struct {
	disc     uint32
	row      uint32 // the data use and category that are disclosed, or alone
	set      uint32
	category term
}

// The columns of the flows.
const (
	flowRow = iota // of the activity, from 1; 0 for alone
	flowSet
	flowCategory
	flowColumns
)

// alone stands for no row: nothing that the activity holds is disclosed.
const alone = math.MaxUint32

// entryOf returns the disclosure as it stands in the register.
func (m *Map) entryOf(a *register.Activity, d *disclosure) *register.Disclosure {
	if d.shared {
		return &m.shared.Disclosures[d.at]
	}
	return &a.Disclosures[d.at]
}

// address returns the address of a disclosure of an activity.
func (g *gathering) address(a *register.Activity, d *disclosure) string {
	if d.shared {
		return g.sharedAt[d.at]
	}
	return addressOf(a, "disclosures", register.NameAt(a.Disclosures, int(d.at)))
}

func addressOf(a *register.Activity, list, name string) string {
	return "activities/" + a.ID + "/" + list + "/" + name
}

// atUse returns the address of a data use.
func atUse(a *register.Activity, use int32) string {
	return addressOf(a, "data", register.NameAt(a.Data, int(use)))
}

// atPurpose returns the address of a purpose use.
func atPurpose(a *register.Activity, use int32) string {
	return addressOf(a, "purposes", register.NameAt(a.Purposes, int(use)))
}

// systemsOf returns the systems that hold the data of a data use, or those of
// the activity for what is no data use.
func (m *Map) systemsOf(a *register.Activity, use int32) []string {
	if use >= 0 && a.Data[use].Systems != nil {
		return a.Data[use].Systems
	}
	return m.view.Systems(a)
}

// retentionOf returns the retention of a data use.
func retentionOf(a *register.Activity, use int32) []register.RetentionUse {
	if use >= 0 && a.Data[use].Retention != nil {
		return a.Data[use].Retention
	}
	return a.Retention
}

// bases are the legal bases; facet.bases has a bit for each.
var bases = []register.Basis{
	register.BasisConsent, register.BasisContract, register.BasisLegalObligation, register.BasisVitalInterests,
	register.BasisPublicTask, register.BasisLegitimateInterests, register.BasisRecognisedLegitimateInterests,
}

// basesIn are the bases of a set. The caller must not change them.
func basesIn(s uint16) []register.Basis { return basesBySet()[s] }

var basesBySet = sync.OnceValue(func() [][]register.Basis {
	all := make([][]register.Basis, 1<<len(bases))
	for s := range all {
		for i, b := range bases {
			if s&(1<<i) != 0 {
				all[s] = append(all[s], b)
			}
		}
		all[s] = slices.Clip(all[s])
	}
	return all
})

func basesOf(list []register.Basis) uint16 {
	var set uint16
	for _, b := range list {
		if i := slices.Index(bases, b); i >= 0 {
			set |= 1 << i
		}
	}
	return set
}
