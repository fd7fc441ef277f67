package lint

import (
	"maps"
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/internal/crew"
	"github.com/openropa/ropa/register/value"
)

// reached is a party that data reach, as a rule sees it.
type reached struct {
	*datamap.Reach
	party *register.Party
	// on is the day for which the law is asked: that of the pass, or the one on
	// which a planned activity begins.
	on value.Date
	// planned: only planned activities lead there.
	planned bool
}

// plannedDays is for how many beginnings of planned activities it is asked who
// will be reached.
const plannedDays = 4

// newArrivals returns whom data reach: today, then what planned activities add.
func newArrivals(p *pass) []reached {
	var all []reached
	add := func(list []datamap.Reach, on value.Date, planned bool) {
		for i := range list {
			if party := p.view.Party(list[i].Party); party != nil {
				all = append(all, reached{&list[i], party, on, planned})
			}
		}
	}
	days, planned := p.daysAhead()
	ahead := make([][]datamap.Reach, len(days))
	var wait crew.Crew
	for i, day := range days {
		wait.Go(func() { ahead[i] = p.chart.ReachesFrom(planned[day], day) })
	}
	add(p.reaches(), p.on, false)
	wait.Wait()
	for i, day := range days {
		add(ahead[i], day, true)
	}
	return all
}

// daysAhead returns the days on which to look at what is planned, and what is
// planned for each.
func (p *pass) daysAhead() ([]value.Date, map[value.Date][]*register.Activity) {
	planned := make(map[value.Date][]*register.Activity)
	for _, a := range p.view.Activities() {
		day := max(p.on, a.From)
		if tentative, ended := p.standing(a); tentative && !ended && (day > p.on || a.Status == register.StatusPlanned) {
			planned[day] = append(planned[day], a)
		}
	}
	days := slices.Sorted(maps.Keys(planned))
	return days[:min(len(days), plannedDays)], planned
}

// saidOf is what is said about a party where data reach it.
type saidOf struct {
	at          string
	remote      []register.Country
	transfers   []register.Transfer
	ownPurposes []register.OwnPurpose
}

// nearest returns what is said of a party that data reach, as far as it says
// something: by the disclosure or step that leads there, else by its service,
// else by itself and, where no service is named, by any of its services.
func (x *reached) nearest(says func(*saidOf) bool) []saidOf {
	if near := x.saidByWay(); says(&near) {
		return []saidOf{near}
	}
	at := "parties/" + x.Party
	own := saidOf{at, x.party.RemoteAccess, x.party.Transfers, x.party.OwnPurposes}
	var all []saidOf
	if says(&own) {
		all = append(all, own)
	}
	for i := range x.party.Services {
		s := &x.party.Services[i]
		if x.Service != "" && s.ID != x.Service {
			continue
		}
		said := saidOf{at + "/services/" + register.Names(x.party.Services)[i], s.RemoteAccess, s.Transfers, s.OwnPurposes}
		switch {
		case !says(&said):
		case x.Service != "":
			return []saidOf{said}
		default:
			all = append(all, said)
		}
	}
	return all
}

// saidByWay is what the disclosure or step says that leads to a party.
func (x *reached) saidByWay() saidOf {
	if s := x.Step; s != nil {
		return saidOf{x.Path[len(x.Path)-1], s.RemoteAccess, s.Transfers, nil}
	}
	if d := x.Disclosure; d != nil && len(x.Via) == 0 {
		return saidOf{x.At, d.RemoteAccess, d.Transfers, d.OwnPurposes}
	}
	return saidOf{}
}

// lawOf returns the regulation under which data reach a party.
func (p *pass) lawOf(x *reached) register.Regulation {
	return p.regulation(&Activity{Activity: x.Activity})
}

// way tells the path to a party by names: nothing for a direct recipient.
func (p *pass) way(x *reached) value.Text {
	if len(x.Via) == 0 {
		return value.Text{"en": "", "nl": ""}
	}
	t := make(value.Text, 2)
	for l, words := range (value.Text{"en": "; data get there through “", "nl": "; gegevens komen er via “"}) {
		t[l] = words + p.pathIn(l, append(slices.Clone(x.Via), x.Party)) + "”"
	}
	return t
}

// longest is of how many parties a path is told in full.
const longest = 12

// pathIn names parties as a path; of a long one the first and the last few.
func (p *pass) pathIn(l value.Language, ids []string) string {
	var names []string
	for i, id := range ids {
		switch {
		case len(ids) <= longest || i < longest/2 || i >= len(ids)-longest/2:
			names = append(names, p.party(id).In(l))
		case i == longest/2:
			names = append(names, "…")
		}
	}
	return strings.Join(names, " → ")
}

// steps are the addresses along which data reach a party; of a long way the
// first and the last few.
func (x *reached) steps() []string {
	path := x.Path
	if n := len(path); n > longest {
		path = slices.Concat(path[:longest/2], path[n-longest/2:])
	}
	return append([]string{x.At}, path...)
}

// tentative reports whether a party is reached by nothing but what is planned
// or whose approval is a draft.
func (p *pass) tentative(x *reached) bool {
	if x.planned {
		return true
	}
	if !p.drafts() {
		return false
	}
	if a := x.Activity; a != nil {
		if tentative, _ := p.standing(a); !tentative {
			return false // one is enough
		}
	}
	found, err := p.chart.Ask(datamap.Activities, datamap.Filter{AsOf: p.on, Recipients: []string{x.Party}, Brief: true})
	if err != nil || len(found.Answers) == 0 {
		return false
	}
	return !slices.ContainsFunc(found.Answers, func(a datamap.Answer) bool {
		tentative, _ := p.standing(p.view.Activity(a.ID))
		return !tentative
	})
}

// anyDraft reports whether the approval of an activity is a draft.
func anyDraft(view *register.View) bool {
	return slices.ContainsFunc(view.Activities(), func(a *register.Activity) bool {
		return a.Approval != nil && a.Approval.State == register.ApprovalStateDraft
	})
}
