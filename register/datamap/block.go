package datamap

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// block is one activity compiled: what it holds and what flows out of it. It
// depends on the activity, on what is said under allActivities and on the
// shape of the terms, on nothing else.
type block struct {
	activity    *register.Activity
	rows        []row
	disclosures []disclosure
	flows       []flow
	sets        [][]facet
	systems     []string // of the activity, with those of allActivities
}

// rowKind says which entry a row is made of.
type rowKind uint8

const (
	rowActivity rowKind = iota // the activity itself: its subjects and systems
	rowPurpose                 // one of its purpose uses
	rowData                    // a data use and one category
)

// row is a held entry.
type row struct {
	kind     rowKind
	category term  // none unless of kind rowData
	use      int32 // position of the data use or purpose use
	facets   int32
	mask     mask
}

// disclosure is a disclosure of the activity or one of allActivities.
type disclosure struct {
	*register.Disclosure
	name   string // in its address
	shared bool
	party  int32
	role   role
	mask   mask // of the recipient and the role
	// particular: it says more than to whom, so that it is a node of its own.
	particular bool
}

// flow is a category of data that a disclosure discloses.
type flow struct {
	disclosure int32
	use        int32 // position of the data use, -1 for none
	category   term
	facets     int32
	unknown    bool // the register does not say which data
	mask       mask
}

// at returns the address of a disclosure of the block.
func (b *block) at(d *disclosure) string {
	if d.shared {
		return "allActivities/disclosures/" + d.name
	}
	return b.address("disclosures", d.name)
}

func (b *block) address(list, name string) string {
	return "activities/" + b.activity.ID + "/" + list + "/" + name
}

// atUse returns the address of a data use.
func (b *block) atUse(use int32) string {
	return b.address("data", register.Names(b.activity.Data)[use])
}

// atPurpose returns the address of a purpose use.
func (b *block) atPurpose(use int32) string {
	return b.address("purposes", register.Names(b.activity.Purposes)[use])
}

// systemsOf returns the systems that hold the data of a data use.
func (b *block) systemsOf(use int32) []string {
	if use >= 0 && b.activity.Data[use].Systems != nil {
		return b.activity.Data[use].Systems
	}
	return b.systems
}

// retentionOf returns the retention of a data use.
func (b *block) retentionOf(use int32) []register.RetentionUse {
	if use >= 0 && b.activity.Data[use].Retention != nil {
		return b.activity.Data[use].Retention
	}
	return b.activity.Retention
}

// runs reports whether the activity is carried out on a day.
func (b *block) runs(on register.Date, planned bool) bool {
	a := b.activity
	switch a.Status {
	case register.StatusEnded:
		return !a.Until.IsZero() && on.Between(a.From, a.Until)
	case register.StatusPlanned:
		// What is planned begins later: only its end can rule it out.
		return planned && on.Between(0, a.Until)
	}
	return on.Between(a.From, a.Until)
}

// bases are the legal bases; facet.bases has a bit for each.
var bases = []register.Basis{
	register.BasisConsent, register.BasisContract, register.BasisLegalObligation, register.BasisVitalInterests,
	register.BasisPublicTask, register.BasisLegitimateInterests, register.BasisRecognisedLegitimateInterests,
}

func basesOf(list []register.Basis) uint16 {
	var set uint16
	for _, b := range list {
		if i := slices.Index(bases, b); i >= 0 {
			set |= 1 << i
		}
	}
	return set
}
