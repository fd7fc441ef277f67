package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// gdprControls reports whether an activity is one that the organisation carries
// out as a controller, that has not ended, and to which the GDPR or a regulation
// with the same rules on special data applies: those of the directive for law
// enforcement differ.
func (p *pass) gdprControls(a *Activity) bool {
	return !a.IsProcessor() && !a.Ended && p.regulation(a) != register.RegulationLed
}

// bearsAny reports whether an activity holds data with a mark that it does not call
// anonymous. What is called so without reason, SPC-006 tells.
func (p *pass) bearsAny(a *Activity, mark trait) bool {
	for i := range a.Data {
		if p.bears(&a.Data[i], mark) {
			return true
		}
	}
	return false
}

func (p *pass) bears(d *register.DataUse, mark trait) bool {
	return p.traits().data[d.Category]&mark != 0 && d.Claim != register.DataClaimAnonymous
}

// markedFor returns the data with a mark that serve some purposes of an activity:
// their addresses and their categories.
func (p *pass) markedFor(a *Activity, purposes []int, mark trait) (at, categories []string) {
	for i := range a.Data {
		d := &a.Data[i]
		if !p.bears(d, mark) || !slices.ContainsFunc(p.purposesOf(a, d), func(n int) bool { return slices.Contains(purposes, n) }) {
			continue
		}
		at = append(at, a.DataAt(i))
		if !slices.Contains(categories, d.Category) {
			categories = append(categories, d.Category)
		}
	}
	return at, categories
}

// purposeIDs returns the purposes of some purpose uses.
func (a *Activity) purposeIDs(numbers []int) []string {
	ids := make([]string, len(numbers))
	for i, n := range numbers {
		ids[i] = a.Purposes[n].Purpose
	}
	return ids
}
