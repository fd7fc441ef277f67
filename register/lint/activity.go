package lint

import (
	"strconv"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

// Activity is an activity as a rule sees it on the day.
type Activity struct {
	*register.Activity
	// At is its address.
	At string
	// Tentative: it is planned, begins after the day, or its approval is a draft.
	Tentative bool
	// Ended: it has ended on the day.
	Ended bool
	// Flows are its disclosures in force on the day, its own and those of
	// allActivities.
	Flows []register.AddressedDisclosure

	view     *register.View
	purposes []string // their names in addresses
	data     []string
	sights   *sights
}

func (p *pass) activityOf(a *register.Activity) *Activity {
	x := &Activity{Activity: a, At: "activities/" + a.ID, view: p.view}
	x.Tentative, x.Ended = p.standing(a)
	all := p.view.Disclosures(a)
	x.Flows = all[:0:len(all)]
	for _, d := range all {
		if p.on.Between(d.From, d.Until) {
			x.Flows = append(x.Flows, d)
		}
	}
	return x
}

// standing reports whether an activity is planned, begins after the day or is a
// draft, and whether it has ended on the day.
func (p *pass) standing(a *register.Activity) (tentative, ended bool) {
	tentative = a.Status == register.StatusPlanned || !a.From.IsZero() && a.From > p.on ||
		a.Approval != nil && a.Approval.State == register.ApprovalStateDraft
	ended = a.Status == register.StatusEnded && (a.Until.IsZero() || a.Until < p.on) || !a.Until.IsZero() && a.Until < p.on
	return tentative, ended
}

// IsProcessor reports whether the organisation acts as a processor in it.
func (a *Activity) IsProcessor() bool { return a.Role == register.ActivityRoleProcessor }

// PurposeAt returns the address of a purpose use by its number.
func (a *Activity) PurposeAt(i int) string {
	if a.purposes == nil {
		a.purposes = register.Names(a.Purposes)
	}
	return a.At + "/purposes/" + a.purposes[i]
}

// DataAt returns the address of a data use by its number.
func (a *Activity) DataAt(i int) string {
	if a.data == nil {
		a.data = register.Names(a.Data)
	}
	return a.At + "/data/" + a.data[i]
}

// Kept returns the retention that applies to a data use: its own, else that of
// the activity. Nil: none is stated.
func (a *Activity) Kept(d *register.DataUse) []register.RetentionUse {
	if d.Retention != nil {
		return d.Retention
	}
	return a.Retention
}

// PurposesOf returns the numbers of the purpose uses that a data use serves:
// those that it names, all where it names none, as far as they say nothing else
// of the data themselves.
func (p *pass) purposesOf(a *Activity, d *register.DataUse) []int {
	var all []int
	for i := range a.Purposes {
		u := &a.Purposes[i]
		if d.Purposes != nil && !p.terms.overlapAny(register.KindPurposes, []string{u.Purpose}, d.Purposes) {
			continue
		}
		if u.Data != nil && !p.terms.overlapAny(register.KindDataCategories, []string{d.Category}, u.Data) {
			continue
		}
		all = append(all, i)
	}
	return all
}

// regulation returns the regulation that applies to an activity.
func (p *pass) regulation(a *Activity) register.Regulation {
	switch r := p.view.Register(); {
	case a != nil && a.Regulation != "":
		return a.Regulation
	case r.Regulation != "":
		return r.Regulation
	}
	return register.RegulationGdpr
}

func itoa(n int) string { return strconv.Itoa(n) }

// activityName returns the name of an activity, else its identifier.
func (p *pass) activityName(a *Activity) value.Text { return p.name(register.KindActivities, a.ID) }
