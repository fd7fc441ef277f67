package diagram

import (
	"cmp"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/document"
)

// What is shown one by one; above that in groups.
const (
	mostActivities = 20
	mostParties    = 45
	mostSubjects   = 10
	mostGroups     = 8
	fewSubjects    = 6 // beside groups of activities
)

// whole draws all activities with their recipients.
func (m *maker) whole() error {
	list := m.activities()
	f := m.collect(list)
	grouped := len(list) > mostActivities
	m.g.Title = m.say("title")
	m.g.Grouped, m.g.together = grouped, grouped
	people, uses := m.column("subjects"), m.column("activities")
	groupOf := m.activityGroups(list, grouped)
	of := make(map[*register.Activity]int)
	for _, a := range list {
		key, name := groupOf(a)
		n, i := m.node(uses, key, activityNode, name)
		n.mark(m.marksOfActivity(a))
		of[a] = i
	}
	m.describeActivities(list, of, grouped)
	subjectOf := m.subjectGroups(list)
	for _, a := range list {
		for j := range a.Subjects {
			u := &a.Subjects[j]
			key, name := subjectOf(u.Subject)
			_, s := m.node(people, key, subjectNode, name)
			m.connect(s, of[a], m.unsure(&u.Remarks, "subject"))
		}
	}
	together := grouped || len(f.halts) > mostParties || len(m.g.nodes)+len(f.halts) > m.o.Most
	nodes := m.parties(f, len(m.g.columns), together, together, list)
	shared := m.shared(f, uses, len(list))
	for i := range f.entries {
		e := &f.entries[i]
		from := of[e.activity]
		if e.disclosure.Shared && !grouped {
			from = shared
		}
		m.connect(from, nodes[e.halt], m.unsure(&e.disclosure.Remarks, "to", "as"))
	}
	return nil
}

// shared adds what is disclosed by all activities alike, so that a line is drawn
// once and not from each of them.
func (m *maker) shared(f *flows, column, all int) int {
	if m.g.Grouped {
		return -1
	}
	by := make(map[*register.Activity]bool)
	for i := range f.entries {
		if e := &f.entries[i]; e.disclosure.Shared {
			by[e.activity] = true
		}
	}
	if len(by) == 0 {
		return -1
	}
	n, i := m.node(column, " all", activityNode, m.say("all-activities"))
	if len(by) < all {
		n.details = []string{m.say("of-activities", len(by), all)}
	}
	n.shared = true
	return i
}

// describeActivities tells what there is to say below the names of activities.
func (m *maker) describeActivities(list []*register.Activity, of map[*register.Activity]int, grouped bool) {
	count := make(map[int]int)
	for _, a := range list {
		count[of[a]]++
	}
	for _, a := range list {
		n := &m.g.nodes[of[a]]
		switch {
		case grouped && count[of[a]] > 1:
			n.details = []string{m.say("count.activities", count[of[a]])}
		case grouped:
			n.details = []string{m.say("count.activity")}
		default:
			n.details = m.aboutActivity(a)
		}
	}
}

func (m *maker) aboutActivity(a *register.Activity) []string {
	var details []string
	if a.Role == register.ActivityRoleProcessor {
		details = append(details, m.say("on-behalf"))
	}
	if m.planned(a) {
		details = append(details, m.say("planned"))
	}
	return details
}

// activityGroups returns under what key and name an activity is shown: itself, or
// its department, its area of work or its first purpose, whichever most activities
// state.
func (m *maker) activityGroups(list []*register.Activity, grouped bool) func(*register.Activity) (key, name string) {
	if !grouped {
		return func(a *register.Activity) (string, string) {
			name := m.name(register.KindActivities, a.ID)
			if a.Number != "" {
				name = clean(a.Number) + " " + name
			}
			return a.ID, name
		}
	}
	of := m.purposeArea
	if m.o.Audience != document.Public {
		for _, by := range []func(*register.Activity) string{
			func(a *register.Activity) string { return m.text(a.Unit) }, func(a *register.Activity) string { return m.text(a.Group) },
		} {
			stated := 0
			for _, a := range list {
				if by(a) != "" {
					stated++
				}
			}
			if stated*2 > len(list) {
				of = func(a *register.Activity) string { return cmp.Or(by(a), m.say("no-unit")) }
				break
			}
		}
	}
	large := m.largest(func(add func(string)) {
		for _, a := range list {
			add(of(a))
		}
	}, mostGroups)
	return func(a *register.Activity) (string, string) {
		name := of(a)
		if !large[name] {
			name = m.say("others")
		}
		return name, name
	}
}

// largest returns the names that are added most often.
func (m *maker) largest(each func(add func(string)), most int) map[string]bool {
	count := make(map[string]int)
	var names []string
	each(func(name string) {
		if count[name]++; count[name] == 1 {
			names = append(names, name)
		}
	})
	if len(names) > most {
		slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
		names = names[:most-1]
	}
	large := make(map[string]bool)
	for _, name := range names {
		large[name] = true
	}
	return large
}

// purposeArea is the widest term of the first purpose of an activity.
func (m *maker) purposeArea(a *register.Activity) string {
	if len(a.Purposes) == 0 {
		return m.say("no-purpose")
	}
	id := a.Purposes[0].Purpose
	for seen := map[string]bool{}; !seen[id]; {
		seen[id] = true
		if p := m.view.Purpose(id); p != nil && p.Parent != "" {
			id = p.Parent
		}
	}
	return capital(m.name(register.KindPurposes, id))
}

// subjectGroups returns under what key and name people are shown: as the register
// calls them or, where that are many, in wider groups.
func (m *maker) subjectGroups(list []*register.Activity) func(id string) (key, name string) {
	wider := func(id string) string { return id }
	count := func() int {
		seen := make(map[string]bool)
		for _, a := range list {
			for i := range a.Subjects {
				seen[wider(a.Subjects[i].Subject)] = true
			}
		}
		return len(seen)
	}
	most := mostSubjects
	if m.g.together {
		most = fewSubjects
	}
	if count() > most {
		wider = m.widestSubject
		m.g.Grouped = true
	}
	large := m.largest(func(add func(string)) {
		for _, a := range list {
			for i := range a.Subjects {
				add(wider(a.Subjects[i].Subject))
			}
		}
	}, most)
	return func(id string) (string, string) {
		if id = wider(id); !large[id] {
			return "", m.say("others")
		}
		return id, capital(m.name(register.KindDataSubjects, id))
	}
}

func (m *maker) widestSubject(id string) string {
	for seen := map[string]bool{}; !seen[id]; {
		seen[id] = true
		if s := m.view.DataSubject(id); s != nil && s.Parent != "" {
			id = s.Parent
		}
	}
	return id
}
