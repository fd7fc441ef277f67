package diagram

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// marks tell of data that the law treats apart: Art. 9 and 10.
type marks struct{ special, criminal bool }

func (x marks) or(y marks) marks { return marks{x.special || y.special, x.criminal || y.criminal} }

// marksOf returns the marks of a category: its own, those of the wider terms and of
// its members.
func (m *maker) marksOf(category string) marks {
	if known, ok := m.marks[category]; ok {
		return known
	}
	m.marks[category] = marks{} // whatever leads back here has been looked at
	c := m.view.DataCategory(category)
	if c == nil {
		return marks{}
	}
	found := marks{slices.Contains(c.Marks, register.DataMarkSpecial), slices.Contains(c.Marks, register.DataMarkCriminal)}
	if c.Parent != "" {
		found = found.or(m.marksOf(c.Parent))
	}
	for _, member := range c.Includes {
		found = found.or(m.marksOf(member))
	}
	m.marks[category] = found
	return found
}

func (m *maker) marksOfAll(categories []string) marks {
	var all marks
	for _, c := range categories {
		all = all.or(m.marksOf(c))
	}
	return all
}

// marksOfActivity are those of the data that an activity holds.
func (m *maker) marksOfActivity(a *register.Activity) marks {
	var all marks
	for i := range a.Data {
		all = all.or(m.marksOf(a.Data[i].Category))
	}
	return all
}

// marksOfParties finds the parties that marked data of some activities reach,
// directly or in any way. That the register states no more than a wider term does
// not show it; where many parties are drawn in groups, that is not looked into, as
// finding out takes long.
func (m *maker) marksOfParties(activities []*register.Activity, direct bool) map[string]marks {
	found := make(map[string]marks)
	var holders []*register.Activity // of any such data
	for _, a := range activities {
		if m.marksOfActivity(a) != (marks{}) {
			holders = append(holders, a)
		}
	}
	if activities = holders; len(holders) == 0 {
		return found
	}
	for _, mark := range []register.DataMark{register.DataMarkSpecial, register.DataMarkCriminal} {
		f := m.filter(activities)
		f.Direct, f.Brief = direct, m.g.Grouped
		for _, id := range m.view.IDs(register.KindDataCategories) {
			if c := m.view.DataCategory(id); c != nil && slices.Contains(c.Marks, mark) {
				f.Data = append(f.Data, id)
			}
		}
		if len(f.Data) == 0 {
			continue
		}
		answers, err := m.chart.Recipients(f)
		if err != nil {
			continue
		}
		for _, answer := range answers.Answers {
			if f.Brief || !slices.Contains(answer.Why, datamap.BroaderCategory) {
				found[answer.ID] = found[answer.ID].or(marks{mark == register.DataMarkSpecial, mark == register.DataMarkCriminal})
			}
		}
	}
	return found
}

func (n *node) mark(x marks) {
	n.special, n.criminal = n.special || x.special, n.criminal || x.criminal
}
