package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// direct is to whom the organisation itself discloses data, put together where
// disclosures say the same of the party.
type direct struct {
	directKey
	// at are the addresses of the first few, live is whether one of them is neither
	// planned nor a draft.
	at   []string
	live bool
}

// directKey is what disclosures say of a party.
type directKey struct {
	party, service, agreement string
	role                      register.Role
	// law: a law compels or allows it; data: it says which data; duties: it says
	// who of the joint controllers does what; client: the organisation itself acts
	// as processor.
	law, data, duties, client bool
	// own is the disclosure where it says more of the party.
	own *register.Disclosure
}

// shownPlaces is how many places of one kind a finding names.
const shownPlaces = 5

// directs collects the disclosures of all activities that have not ended.
type directs struct {
	pass *pass
	all  []*direct
	by   map[directKey]*direct
}

func newDirects(p *pass) []*direct {
	d := &directs{pass: p, by: make(map[directKey]*direct)}
	for _, a := range p.view.Activities() {
		if tentative, ended := p.standing(a); !ended {
			d.activity(a, !tentative)
		}
	}
	d.shared()
	return d.all
}

func (d *directs) activity(a *register.Activity, live bool) {
	on, client := d.pass.on, a.Role == register.ActivityRoleProcessor
	var names []string
	for i := range a.Disclosures {
		if x := &a.Disclosures[i]; on.Between(x.From, x.Until) {
			d.add(keyOf(x, client), live, func() string {
				if names == nil {
					names = register.Names(a.Disclosures)
				}
				return "activities/" + a.ID + "/disclosures/" + names[i]
			})
		}
	}
	d.joint("activities/"+a.ID, a.JointWith, live)
	names = nil
	for i := range a.Purposes {
		if joint := a.Purposes[i].JointWith; len(joint) > 0 {
			if names == nil {
				names = register.Names(a.Purposes)
			}
			d.joint("activities/"+a.ID+"/purposes/"+names[i], joint, live)
		}
	}
}

func (d *directs) joint(at string, list []register.JointController, live bool) {
	var names []string
	for i := range list {
		j := &list[i]
		key := directKey{party: j.Party, agreement: j.Agreement, role: register.RoleJointController, duties: j.Responsibilities != nil}
		d.add(key, live, func() string {
			if names == nil {
				names = register.Names(list)
			}
			return at + "/jointWith/" + names[i]
		})
	}
}

// shared adds what allActivities discloses, where there is an activity that does
// not except it.
func (d *directs) shared() {
	all := d.pass.view.Register().AllActivities
	if all == nil {
		return
	}
	names := register.Names(all.Disclosures)
	for i := range all.Disclosures {
		x := &all.Disclosures[i]
		if !d.pass.on.Between(x.From, x.Until) {
			continue
		}
		some, live, client := false, false, true
		for _, a := range d.pass.view.Activities() {
			tentative, ended := d.pass.standing(a)
			if ended || slices.Contains(a.Except, x.To) || x.ID != "" && slices.Contains(a.Except, x.ID) {
				continue
			}
			some, live, client = true, live || !tentative, client && a.Role == register.ActivityRoleProcessor
			if live && !client {
				break
			}
		}
		if some {
			d.add(keyOf(x, client), live, func() string { return "allActivities/disclosures/" + names[i] })
		}
	}
}

func (d *directs) add(key directKey, live bool, at func() string) {
	x := d.by[key]
	if x == nil {
		x = &direct{directKey: key}
		d.by[key] = x
		d.all = append(d.all, x)
	}
	x.live = x.live || live
	if len(x.at) < shownPlaces {
		x.at = append(x.at, at())
	}
}

func keyOf(x *register.Disclosure, client bool) directKey {
	key := directKey{
		party: x.To, service: x.Service, agreement: x.Agreement, role: x.As,
		law: len(x.Law) > 0, data: len(x.Data) > 0, client: client,
	}
	if x.Engages != nil || x.Transfers != nil {
		key.own = x
	}
	return key
}

// directly returns the direct recipients in some role, by party in the order in
// which the register names them first.
func (p *pass) directly(role register.Role) [][]*direct {
	var all [][]*direct
	at := make(map[string]int)
	for _, x := range p.direct() {
		if x.role != role || p.view.Party(x.party) == nil {
			continue
		}
		i, ok := at[x.party]
		if !ok {
			i, at[x.party] = len(all), len(all)
			all = append(all, nil)
		}
		all[i] = append(all[i], x)
	}
	return all
}

// placesOf returns the first few places of several entries.
func placesOf(list []*direct) []string {
	var all []string
	for _, x := range list {
		all = append(all, x.at...)
	}
	return all[:min(len(all), shownPlaces)]
}

// tentativeAll reports whether all entries are planned or drafts.
func tentativeAll(list []*direct) bool {
	return !slices.ContainsFunc(list, func(x *direct) bool { return x.live })
}
