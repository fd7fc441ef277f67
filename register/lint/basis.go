package lint

import (
	"maps"
	"reflect"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

// needsBasis reports whether a legal basis must be shown for the purposes of an
// activity: the controller has one, a processor acts on that of its client, and
// what has ended is only looked at for what is left of it.
func needsBasis(a *Activity) bool { return !a.IsProcessor() && !a.Ended }

// knownBasis reports whether a legal basis exists under a regulation on a day.
func knownBasis(b register.Basis, r register.Regulation, on value.Date) bool {
	switch b {
	case register.BasisLegitimateInterests: // not in Art. 5(1) of Regulation (EU) 2018/1725
		return r != register.RegulationEudpr
	case register.BasisRecognisedLegitimateInterests:
		known, ok := law.FindBasis(string(b))
		return ok && r == register.RegulationUkGdpr && known.InForce(on)
	}
	return true
}

// underGDPR reports whether an activity falls under the GDPR or that of the
// United Kingdom, in which the legitimate interest is a basis.
func (p *pass) underGDPR(a *Activity) bool {
	return isOne(p.regulation(a), register.RegulationGdpr, register.RegulationUkGdpr)
}

// restsOn reports whether a purpose rests on one of some bases, be it together
// with others.
func restsOn(u *register.PurposeUse, bases ...register.Basis) bool {
	for _, b := range u.Basis {
		if isOne(b, bases...) {
			return true
		}
	}
	return false
}

// restsOnlyOn reports whether a purpose rests on a basis and on no other.
func restsOnlyOn(u *register.PurposeUse, basis register.Basis) bool {
	return len(u.Basis) == 1 && u.Basis[0] == basis
}

// softOptIn reports whether all conditions are stated under which own customers
// are mailed without consent. Then Art. 6(1) asks for no basis beside them
// (C-654/23).
func softOptIn(u *register.PurposeUse) bool {
	s := u.SoftOptIn
	if s == nil || !allYes(s.OwnCustomers, s.SimilarProducts, s.OptOutAtCollection, s.OptOutInEachMessage) {
		return false
	}
	for _, channel := range u.Channel {
		if !isOne(channel, register.ChannelEmail, register.ChannelSms) {
			return false
		}
	}
	return true
}

func allYes(all ...register.Tristate) bool {
	for _, t := range all {
		if t != register.Yes {
			return false
		}
	}
	return true
}

// directMarketing are purposes of direct marketing (Art. 21(2)).
var directMarketing = []string{"direct-marketing", "targeted-advertising"}

// isDirectMarketing reports whether a purpose is direct marketing.
func (p *pass) isDirectMarketing(u *register.PurposeUse) bool {
	return len(u.Channel) > 0 || p.classes().marketing[u.Purpose]
}

// reportPurposes tells what is found about purposes of an activity, by their
// numbers: once for those that one entry states alike.
func (c *Check) reportPurposes(a *Activity, numbers []int, h Hit) {
	for _, same := range a.alike(numbers) {
		x := h
		x.At = a.PurposeAt(same[0])
		x.Args = maps.Clone(h.Args)
		if x.Args == nil {
			x.Args = make(map[string]value.Text, 2)
		}
		var ids []string
		for n, i := range same {
			ids = append(ids, a.Purposes[i].Purpose)
			if n > 0 && n < shown {
				x.Related = append(slices.Clip(x.Related), a.PurposeAt(i))
			}
		}
		x.Args["purposes"] = c.quoted(register.KindPurposes, ids)
		x.Args["activity"] = c.activityName(a)
		c.Report(x)
	}
}

// groupsNear is how far back it is looked for an entry that is stated alike.
const groupsNear = 50

// alike puts numbers of purposes together that are stated alike but for the
// purpose: people write them as one entry with several purposes.
func (a *Activity) alike(numbers []int) [][]int {
	var groups [][]int
	for _, i := range numbers {
		before := max(0, len(groups)-groupsNear)
		n := slices.IndexFunc(groups[before:], func(g []int) bool { return statedAlike(&a.Purposes[g[0]], &a.Purposes[i]) })
		if n < 0 {
			groups = append(groups, []int{i})
			continue
		}
		groups[before+n] = append(groups[before+n], i)
	}
	return groups
}

// entryOf returns the numbers of the purposes that one entry states together with
// that of a number; nil where an earlier one has told of them.
func (a *Activity) entryOf(i int) []int {
	u := &a.Purposes[i]
	if i > 0 && statedAlike(u, &a.Purposes[i-1]) {
		return nil
	}
	same := []int{i}
	for i++; i < len(a.Purposes) && statedAlike(u, &a.Purposes[i]); i++ {
		same = append(same, i)
	}
	return same
}

func statedAlike(one, other *register.PurposeUse) bool {
	a, b := *one, *other
	a.Purpose, b.Purpose = "", ""
	return reflect.DeepEqual(a, b)
}

// quoted joins the names of several entities, each in quotes.
func (p *pass) quoted(k register.Kind, ids []string) value.Text {
	all := make([]value.Text, len(ids))
	for i, id := range ids[:min(len(ids), shown)] { // the others are only counted
		name := p.name(k, id)
		all[i] = make(value.Text, 2)
		for _, l := range Languages() {
			all[i][l] = "“" + name.In(l) + "”"
		}
	}
	return enumerate(all)
}
