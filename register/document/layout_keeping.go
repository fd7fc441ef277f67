package document

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// limit is data that are kept equally long.
type limit struct {
	names []Inline
	// on is the day's limit in words: none where the register says nothing.
	on []Inline
}

// limits groups data by how long they are kept, in the order of the register.
func (k *book) limits(of item, name func(*register.DataUse) Inline) []limit {
	var all []limit
	keys := make(map[string]int)
	for _, d := range k.dataOf(of) {
		lines := k.limitOf(of.activity, d)
		key := ""
		for _, line := range lines {
			key += line.String() + "\n"
		}
		at, ok := keys[key]
		if !ok {
			at = len(all)
			keys[key] = at
			all = append(all, limit{on: lines})
		}
		n := name(d)
		if !slices.ContainsFunc(all[at].names, func(other Inline) bool { return other.String() == n.String() }) {
			all[at].names = append(all[at].names, n)
		}
	}
	return all
}

// dataName names data by their category. Where an item has several statements
// about one, such as telephone numbers for two purposes, it tells for whom and for
// what each is.
func (k *book) dataName(of item) func(*register.DataUse) Inline {
	count := make(map[string]int)
	for _, d := range k.dataOf(of) {
		count[d.Category]++
	}
	return func(d *register.DataUse) Inline {
		name := k.termHead(register.KindDataCategories, d.Category)
		if count[d.Category] < 2 {
			return name
		}
		which := append(k.names(register.KindDataSubjects, d.Subjects), k.names(register.KindPurposes, d.Purposes)...)
		if len(which) == 0 {
			return name
		}
		return append(append(append(name, Run{Text: " (", Style: Muted}), muted(joined(which, "; "))...), Run{Text: ")", Style: Muted})
	}
}

// limitOf tells how long data are kept, none where the register says nothing.
func (k *book) limitOf(a *register.Activity, d *register.DataUse) []Inline {
	if len(d.Retention) > 0 {
		return filled(k.retention(d.Retention))
	}
	return filled(k.retention(a.Retention))
}

// tellRetention is how long each category of data is kept (Art. 30(1)(f)); those
// that are kept equally long stand together.
func (k *book) tellRetention(of item) Cell {
	return k.retentionCell(of, k.dataName(of))
}

func (k *book) retentionCell(of item, name func(*register.DataUse) Inline) Cell {
	list := k.limits(of, name)
	if len(list) == 0 { // no data are told
		return k.cell(k.retention(of.activity.Retention)...)
	}
	if len(list) == 1 && len(list[0].on) == 0 {
		return k.stated()
	}
	var lines []Inline
	for i := range list {
		on := list[i].on
		if len(on) == 0 {
			on = []Inline{mark(k.say("not-stated"))}
		}
		if len(list) == 1 { // all data of the activity
			lines = append(lines, on...)
			continue
		}
		lines = append(lines, append(joined(list[i].names, ", "), Run{Text: ":"}))
		lines = append(lines, mutedLines(on)...)
	}
	return k.cell(lines...)
}

// tellMeasures is each security measure, with those of all activities and of the
// whole organisation (Art. 30(1)(g)).
func (k *book) tellMeasures(of item) Cell {
	if !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	f := k.measuresOf(of.activity)
	return Cell{Lines: f.Text, Missing: f.Missing}
}

// tellSystems is each system with where it is.
func (k *book) tellSystems(of item) Cell {
	if !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	var lines []Inline
	for _, id := range k.systemsOf(of) {
		line := k.name(register.KindSystems, id)
		if s := k.view.System(id); s != nil {
			line = append(line, k.whereIs(s)...)
		}
		lines = append(lines, line)
	}
	if len(lines) == 0 {
		return k.or(of.activity.Systems != nil, nil)
	}
	return k.cell(lines...)
}

// systemsOf are the systems of an activity and those of its data.
func (k *book) systemsOf(of item) []string {
	all := slices.Clone(k.view.Systems(of.activity))
	for _, d := range k.dataOf(of) {
		for _, id := range d.Systems {
			if !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	return all
}

// whereIs tells where a system is and who operates it, in brackets.
func (k *book) whereIs(s *register.System) Inline {
	var parts []Inline
	if s.Operator != "" {
		parts = append(parts, k.name(register.KindParties, s.Operator))
	}
	for _, area := range s.Locations {
		parts = append(parts, Text(k.area(area)))
	}
	if len(parts) == 0 {
		return nil
	}
	return append(append(Inline{{Text: " (", Style: Muted}}, muted(joined(parts, ", "))...), Run{Text: ")", Style: Muted})
}

// tellSources is where data come from, each source once.
func (k *book) tellSources(of item) Cell {
	var lines []Inline
	for _, d := range k.dataOf(of) {
		for _, line := range k.sources(d.Source) {
			lines = appendNew(lines, line)
		}
	}
	return k.cell(lines...)
}
