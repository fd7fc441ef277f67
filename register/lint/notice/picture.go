package notice

import (
	"path"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/value"
)

// picture is what the register says on the day, as far as a policy must tell it.
type picture struct {
	view   *register.View
	on     value.Date
	notice *register.Notice // nil where it is not known which one the text is
	// scope are the activities that the policy is about: those in force of which
	// the organisation is a controller.
	scope   []*register.Activity
	reaches []datamap.Reach
	// reached are the parties that data reach, directly or through others.
	reached map[string]bool
	// other are parties that the register shows in another part than that of
	// recipient: joint controllers, clients, sources.
	other map[string]bool
	// below are the parties that belong to one.
	below map[string][]string
}

func newPicture(view *register.View, m *datamap.Map, on value.Date, name string) *picture {
	p := &picture{view: view, on: on, reaches: m.Reaches(on, false), reached: make(map[string]bool),
		other: make(map[string]bool), below: make(map[string][]string)}
	for _, id := range view.IDs(register.KindParties) {
		if above := view.Party(id).PartOf; above != "" {
			p.below[above] = append(p.below[above], id)
		}
	}
	for _, r := range p.reaches {
		p.reached[r.Party] = true
	}
	p.notice = noticeOf(view, name)
	p.scope = p.scopeOf()
	for _, a := range view.Activities() {
		if p.holds(a) {
			p.noteOthers(a)
		}
	}
	return p
}

// noticeOf returns the notice that has the file as its reference, else the only
// one of the register.
func noticeOf(view *register.View, name string) *register.Notice {
	all := view.Register().Notices
	for _, n := range all {
		if n.Reference != "" && path.Base(n.Reference) == path.Base(name) {
			return n
		}
	}
	if len(all) == 1 {
		return all[0]
	}
	return nil
}

func (p *picture) noticeAt() string {
	if p.notice == nil {
		return ""
	}
	return "notices/" + p.notice.ID
}

// holds reports whether an activity is in force on the day.
func (p *picture) holds(a *register.Activity) bool {
	ended := a.Status == register.StatusEnded && a.Until.IsZero()
	return a.Status != register.StatusPlanned && !ended && p.on.Between(a.From, a.Until)
}

// scopeOf returns the activities that say that the notice describes them; where
// none does, or the notice is not known, all but those that only a notice of
// another kind describes, such as the one to staff.
func (p *picture) scopeOf() []*register.Activity {
	var all, named []*register.Activity
	for _, a := range p.view.Activities() {
		if !p.holds(a) || a.Role == register.ActivityRoleProcessor {
			continue
		}
		notices := p.view.Notices(a)
		if p.notice != nil && slices.Contains(notices, p.notice.ID) {
			named = append(named, a)
		}
		if len(notices) == 0 || slices.ContainsFunc(notices, p.isPolicy) {
			all = append(all, a)
		}
	}
	if len(named) > 0 {
		return named
	}
	return all
}

func (p *picture) isPolicy(notice string) bool {
	n := p.view.Notice(notice)
	return n == nil || n.Kind == "" || n.Kind == register.NoticeKindPrivacyPolicy || n.Kind == register.NoticeKindTerms
}

func (p *picture) noteOthers(a *register.Activity) {
	for _, id := range a.Controllers {
		p.other[id] = true
	}
	for _, x := range a.OnBehalfOf {
		p.other[x.Party] = true
	}
	for _, x := range a.JointWith {
		p.other[x.Party] = true
	}
	for i := range a.Purposes {
		for _, x := range a.Purposes[i].JointWith {
			p.other[x.Party] = true
		}
	}
	for i := range a.Data {
		for _, x := range a.Data[i].Source {
			p.other[x.Party] = true
		}
	}
}

// above returns what a party belongs to, from the nearest.
func (p *picture) above(id string) []string {
	var all []string
	for x := p.view.Party(id); x != nil && x.PartOf != "" && !slices.Contains(all, x.PartOf); x = p.view.Party(x.PartOf) {
		all = append(all, x.PartOf)
	}
	return all
}

// kin returns a party with what it belongs to and what belongs to it.
func (p *picture) kin(id string) []string {
	all := []string{id}
	for i := 0; i < len(all); i++ {
		for _, x := range p.below[all[i]] {
			if !slices.Contains(all, x) {
				all = append(all, x)
			}
		}
	}
	return append(all, p.above(id)...)
}

// flow is a disclosure of an activity that the policy is about.
type flow struct {
	activity *register.Activity
	register.AddressedDisclosure
}

// direct returns the disclosures in force of some activities, by recipient, and
// the recipients in the order in which the register names them.
func (p *picture) direct(activities []*register.Activity) (flows map[string][]flow, order []string) {
	flows = make(map[string][]flow)
	for _, a := range activities {
		for _, d := range p.view.Disclosures(a) {
			if !p.on.Between(d.From, d.Until) {
				continue
			}
			if flows[d.To] == nil {
				order = append(order, d.To)
			}
			flows[d.To] = append(flows[d.To], flow{a, d})
		}
	}
	return flows, order
}
