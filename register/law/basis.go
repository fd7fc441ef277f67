package law

import "slices"

// Basis is a legal basis for processing (Art. 6(1)).
type Basis struct {
	// ID is the word of the format, such as contract.
	ID string
	// Article is the point of Art. 6(1).
	Article string
	// Regulation is the law that knows this basis: gdpr, which stands for the
	// UK GDPR too, or uk-gdpr alone.
	Regulation string
	// NeedsLaw: the basis must be laid down in the law of the Union or of a
	// member state (Art. 6(3)).
	NeedsLaw bool
	Term
	Verified
}

const (
	gdpr   = "Regulation (EU) 2016/679"
	ukGDPR = "UK GDPR"
)

var bases = []Basis{
	{"consent", "Art. 6(1)(a)", "gdpr", false, applied, checkedIn(gdpr + ", Art. 6(1)(a), 7")},
	{"contract", "Art. 6(1)(b)", "gdpr", false, applied, checkedIn(gdpr + ", Art. 6(1)(b)")},
	{"legal-obligation", "Art. 6(1)(c)", "gdpr", true, applied, checkedIn(gdpr + ", Art. 6(1)(c), 6(3)")},
	{"vital-interests", "Art. 6(1)(d)", "gdpr", false, applied, checkedIn(gdpr + ", Art. 6(1)(d)")},
	{"public-task", "Art. 6(1)(e)", "gdpr", true, applied, checkedIn(gdpr + ", Art. 6(1)(e), 6(3)")},
	{"legitimate-interests", "Art. 6(1)(f)", "gdpr", false, applied, checkedIn(gdpr + ", Art. 6(1)(f)")},
	{"recognised-legitimate-interests", "Art. 6(1)(ea)", "uk-gdpr", false, from("2026-02-05"),
		checkedIn(ukGDPR + ", Art. 6(1)(ea), Annex 1; Data (Use and Access) Act 2025, s. 70; SI 2026/82")},
}

// Bases returns the legal bases in the order of Art. 6(1), that of the United
// Kingdom last.
func Bases() []Basis { return slices.Clone(bases) }

// FindBasis returns the basis with an id.
func FindBasis(id string) (Basis, bool) {
	i := slices.IndexFunc(bases, func(b Basis) bool { return b.ID == id })
	if i < 0 {
		return Basis{}, false
	}
	return bases[i], true
}

// BasisNeedsLaw reports whether a legal basis must be laid down in law
// (Art. 6(3)); false for an unknown one.
func BasisNeedsLaw(id string) bool {
	b, _ := FindBasis(id)
	return b.NeedsLaw
}
