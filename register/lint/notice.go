package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

// informs reports whether the organisation has to tell people about an activity
// itself (Art. 13, 14): it decides on it, it goes on, and the GDPR applies. The
// directive for law enforcement has rules of its own (Art. 13 LED).
func (p *pass) informs(a *register.Activity) bool {
	if a.Role == register.ActivityRoleProcessor || len(a.Controllers) > 0 && len(a.JointWith) == 0 {
		return false
	}
	return p.regulation(&Activity{Activity: a}) != register.RegulationLed
}

// ongoing reports whether an activity is carried out on the day or will be.
func (p *pass) ongoing(a *register.Activity) bool {
	return a.Status != register.StatusEnded && (a.Until.IsZero() || a.Until >= p.on)
}

// future reports whether an activity has not begun on the day.
func (p *pass) future(a *register.Activity) bool {
	return a.Status == register.StatusPlanned || !a.From.IsZero() && a.From > p.on
}

// toldOtherwise reports whether the rights say how people are informed about an
// activity, or why they are not (Art. 13(4), 14(5)).
func (p *pass) toldOtherwise(a *register.Activity) bool {
	for i := range p.view.Register().Rights {
		r := p.view.Register().Rights[i]
		if r.Right == register.RightKindInformation && p.rightCovers(r, a) && (len(r.Channels) > 0 || len(r.Procedure) > 0 || len(r.Note) > 0) {
			return true
		}
	}
	return false
}

// rightCovers reports whether what is said of a right holds for an activity, or for
// one of its purposes.
func (p *pass) rightCovers(r *register.Right, a *register.Activity) bool {
	if r.Activities != nil && !slices.Contains(r.Activities, a.ID) {
		return false
	}
	if r.Purposes == nil {
		return true
	}
	return slices.ContainsFunc(a.Purposes, func(u register.PurposeUse) bool {
		return p.terms.withinAny(register.KindPurposes, u.Purpose, r.Purposes...)
	})
}

// notices returns the notices that describe an activity.
func (p *pass) notices(a *register.Activity) []*register.Notice {
	var all []*register.Notice
	for _, id := range p.view.Notices(a) {
		if n := p.view.Notice(id); n != nil {
			all = append(all, n)
		}
	}
	return all
}

func noticeTitle(n *register.Notice) value.Text {
	if len(n.Title) > 0 {
		return n.Title
	}
	return plain(n.ID)
}

// fromOthers returns the numbers of the data uses of an activity that are not
// obtained from the people themselves (Art. 14).
func (p *pass) fromOthers(a *register.Activity) []int {
	var all []int
	for i := range a.Data {
		for _, s := range a.Data[i].Source {
			if s.Kind == register.SourceKindPublicSource || s.Party != "" && p.isAnother(a, &a.Data[i], s.Party) {
				all = append(all, i)
				break
			}
		}
	}
	return all
}

// isAnother reports whether data that a party gives come from somebody else: not
// from a department, nor from a processor that collects them for the
// organisation (they are then obtained from the people, Art. 13).
func (p *pass) isAnother(a *register.Activity, d *register.DataUse, party string) bool {
	x := p.view.Party(party)
	if x == nil || x.Kind == register.PartyKindUnit {
		return false
	}
	for i := range x.Collects {
		if p.terms.overlapAny(register.KindDataCategories, []string{x.Collects[i].Category}, []string{d.Category}) {
			return true
		}
	}
	return !slices.ContainsFunc(p.view.Disclosures(a), func(f register.AddressedDisclosure) bool {
		return f.To == party && f.As == register.RoleProcessor && p.on.Between(f.From, f.Until)
	})
}
