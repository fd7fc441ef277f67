package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// keptThere is data that a recipient keeps by a rule: those of some activities.
type keptThere struct {
	party      string
	use        *register.RetentionUse
	activities []string
}

// keptByOthers finds how long recipients keep data: what a disclosure says is of its
// activities, what a party says of all others of which data reach it on the day.
func (s *schedule) keptByOthers() ([]*keptThere, error) {
	var all []*keptThere
	type place struct {
		at string
		i  int
	}
	byPlace := make(map[place]*keptThere)
	own := make(map[string]map[string]bool) // activities of a party, and whether each disclosure says so itself
	for _, a := range s.shownActivities() {
		for _, d := range s.view.Disclosures(a) {
			if own[d.To] == nil {
				own[d.To] = make(map[string]bool)
			}
			before, seen := own[d.To][a.ID]
			own[d.To][a.ID] = len(d.Retention) > 0 && (before || !seen)
			for i := range d.Retention {
				at := place{d.At, i}
				if byPlace[at] == nil {
					byPlace[at] = &keptThere{party: d.To, use: &d.Retention[i]}
					all = append(all, byPlace[at])
				}
				byPlace[at].activities = append(byPlace[at].activities, a.ID)
			}
		}
	}
	rest, err := s.keptByParties(own)
	return append(all, rest...), err
}

// keptByParties finds what parties say of themselves, but for the activities of
// which their disclosures say something else.
func (s *schedule) keptByParties(own map[string]map[string]bool) ([]*keptThere, error) {
	f := datamap.Filter{AsOf: s.o.AsOf, Planned: true, Evidence: datamap.EvidenceUncounted}
	for _, e := range s.view.Entities(register.KindParties) {
		if party := e.(*register.Party); len(party.Retention) > 0 {
			f.Recipients = append(f.Recipients, party.ID)
		}
	}
	if len(f.Recipients) == 0 {
		return nil, nil
	}
	answers, err := s.chart.Recipients(f)
	if err != nil {
		return nil, err
	}
	reached := make(map[string][]string, len(answers.Answers))
	for _, answer := range answers.Answers {
		reached[answer.ID] = answer.Activities
	}
	var all []*keptThere
	for _, id := range f.Recipients {
		activities := slices.DeleteFunc(s.inOrder(reached[id]), func(activity string) bool { return own[id][activity] })
		if len(activities) == 0 && len(reached[id]) > 0 {
			continue
		}
		party := s.view.Party(id)
		for i := range party.Retention {
			all = append(all, &keptThere{id, &party.Retention[i], activities})
		}
	}
	return all, nil
}

// recipientsSection tells how long recipients keep the data.
func (s *schedule) recipientsSection() (Section, error) {
	section := Section{ID: "retention-recipients", Title: s.label("section.kept-by-others")}
	if s.o.Audience == Public {
		return section, nil
	}
	list, err := s.keptByOthers()
	if err != nil {
		return section, err
	}
	t := Table{ID: "kept-by-others", Columns: []Column{
		{ID: "party", Title: s.label("head.party"), Width: 1.3, Head: true}, s.head("activity", 1.4), s.head("keptFor", 2.2), s.head("when", 1.3),
	}}
	for _, x := range list {
		var cell Cell
		switch len(x.activities) {
		case 0:
			cell = s.cell(s.label("not-used"))
		case 1:
			cell = s.activityCell(s.view.Activity(x.activities[0]))
		default:
			cell = s.cell(s.activityNames(x.activities))
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			s.cell(s.name(register.KindParties, x.party)), cell,
			s.cell(Text(s.words.Retention(s.view, []register.RetentionUse{{Rule: x.use.Rule}}))), s.cell(s.text(x.use.When)),
		}})
	}
	if len(t.Rows) > 0 {
		section.Blocks = []Block{withoutEmpty(t, "when")}
	}
	return section, nil
}
