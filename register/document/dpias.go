package document

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// ErrNotPublic tells that nothing of a document is meant for the public.
var ErrNotPublic = errors.New("nothing of this document is for the public")

// DPIAs makes the list of data protection impact assessments (Art. 35, 36): what
// the register says of each activity, and of which activities it says nothing. The
// error is ErrNoDate where the options lack the day, ErrNotPublic where the public
// is to read it.
func DPIAs(ctx context.Context, view *register.View, m *datamap.Map, o Options) (*Document, error) {
	if o.Audience == Public {
		return nil, ErrNotPublic
	}
	b, err := newBuilder(ctx, view, m, o)
	if err != nil {
		return nil, err
	}
	s := newAssessments(b)
	d := s.begin("dpias")
	d.Sections = sections(s.inShort(), s.details(), s.silent())
	if len(d.Sections) > 1 {
		d.Contents, d.ContentsTitle = 2, s.say("contents")
	}
	return b.finished(d)
}

// assessments are the activities with what is said of their assessments.
type assessments struct {
	*book
	list []assessment
}

// assessment is what the register says of the assessment of an activity.
type assessment struct {
	*register.Activity
	state string
}

// assessmentStates are where an assessment can stand, in the order of the summary.
var assessmentStates = []string{"finished", "in-progress", "planned", "needed", "not-needed", "silent", "elsewhere", "over"}

func newAssessments(b *builder) *assessments {
	s := &assessments{book: newBook(b, b.shown(b.view.Activities()))}
	s.linked, s.leads = make(map[string]bool), nil // the record is another document
	for _, a := range s.activities {
		x := assessment{a, s.stateOf(a)}
		s.list = append(s.list, x)
		if len(s.detailsOf(x)) > 0 {
			s.linked[anchor(register.KindActivities, a.ID)] = true
		}
	}
	clear(s.namesOf)
	return s
}

// stateOf tells where the assessment of an activity stands on the day.
func (s *assessments) stateOf(a *register.Activity) string {
	d := a.DPIA
	switch {
	case d != nil && !d.Done.IsZero() && d.Done <= s.o.AsOf,
		d != nil && d.Done.IsZero() && (d.Status == register.DPIAStatusDone || d.Status == "" && d.Report != ""):
		return "finished"
	case d != nil && d.Status == register.DPIAStatusPlanned:
		return "planned"
	case d != nil && (d.Status != "" || !d.Done.IsZero()):
		return "in-progress"
	case d != nil && d.Needed == register.Yes:
		return "needed"
	case d != nil && (d.Needed == register.No || len(d.Reason) > 0):
		return "not-needed"
	case a.Role == register.ActivityRoleProcessor, len(a.Controllers) > 0 && len(a.JointWith) == 0:
		return "elsewhere" // who decides on the processing assesses it
	case s.status(a) == register.StatusEnded:
		return "over"
	}
	return "silent"
}

// inShort is a table of all activities, and how many there are of each state.
func (s *assessments) inShort() []Section {
	table := Table{ID: "dpias-table", Empty: s.label("no-activities"), Columns: []Column{
		{ID: "activity", Title: s.label("head.activity"), Width: 1.5, Head: true},
		s.head("dpiaSigns", 1.5), s.head("dpiaNeeded", 0.7), s.head("dpiaState", 1.8), s.head("dpiaDone", 0.9),
		s.head("dpiaReport", 1.3), s.head("residualRisk", 0.8), s.head("consultation", 1),
	}}
	counts := make(map[string]int)
	for _, x := range s.list {
		counts[x.state]++
		table.Rows = append(table.Rows, s.row(x))
	}
	var facts []Fact
	for _, state := range assessmentStates {
		if n := counts[state]; n > 0 {
			facts = append(facts, Fact{Name: Text(capital(s.say("dpia." + state))), Text: []Inline{Text(strconv.Itoa(n))}})
		}
	}
	blocks := []Block{Paragraph{s.label("intro.dpias")}}
	if len(facts) > 0 {
		blocks = append(blocks, Facts{facts})
	}
	if n := counts["silent"]; n > 0 {
		blocks = append(blocks, Note{Kind: Caution, Text: []Inline{Text(s.sayf("note.dpias-silent", n))}})
	}
	return []Section{{ID: "dpias", Title: s.label("section.dpias"), Wide: true, Blocks: append(blocks, trim(table))}}
}

func (s *assessments) row(x assessment) Row {
	row := Row{Muted: s.status(x.Activity) == register.StatusEnded, At: s.at(register.KindActivities, x.ID), Cells: []Cell{
		s.activity(x), s.cell(s.signs(x.Activity)...), {}, s.cell(s.label("dpia." + x.state)), {}, {}, {}, {},
	}}
	row.Cells[3].Missing = x.state == "silent"
	d := x.DPIA
	if d == nil {
		return row
	}
	switch {
	case d.Needed != register.Unstated:
		row.Cells[2] = s.cell(Text(s.words.Tristate(d.Needed)))
	case x.state == "finished" || x.state == "needed":
		row.Cells[2] = s.stated()
	}
	if x.state == "not-needed" {
		row.Cells[3].Lines = append(row.Cells[3].Lines, filled([]Inline{muted(s.text(d.Reason))})...)
		if d.Reason == nil { // Art. 5(2)
			row.Cells[3].Lines = append(row.Cells[3].Lines, muted(s.label("dpia.without-reason")))
		}
	}
	row.Cells[4] = s.date(d.Done)
	if d.Report != "" {
		row.Cells[5] = s.cell(s.name(register.KindDocuments, d.Report))
	}
	if d.ResidualRisk != "" {
		row.Cells[6] = s.cell(s.value(string(d.ResidualRisk)))
	}
	row.Cells[7] = s.date(d.Consultation)
	if x.state == "finished" {
		row.Cells[4], row.Cells[5], row.Cells[6] = s.known(row.Cells[4]), s.known(row.Cells[5]), s.known(row.Cells[6])
		if d.ResidualRisk == register.RiskLevelHigh { // Art. 36(1)
			row.Cells[7] = s.known(row.Cells[7])
		}
	}
	return row
}

// known is a cell that has to say something.
func (s *assessments) known(c Cell) Cell {
	if len(c.Lines) == 0 {
		return s.stated()
	}
	return c
}

// activity names an activity, its number first, and says so where it is not
// carried out.
func (s *assessments) activity(x assessment) Cell {
	name := s.name(register.KindActivities, x.ID)
	if x.Number != "" {
		name = append(Inline{{Text: x.Number + "  "}}, name...)
	}
	lines := []Inline{name}
	if status := s.status(x.Activity); status != register.StatusActive {
		lines = append(lines, mark(s.words.Value(string(status))))
	}
	return s.cell(lines...)
}

// signs are what points to a high risk for people, as far as the register says so
// (Art. 35(3); WP248 rev.01).
func (s *assessments) signs(a *register.Activity) []Inline {
	var lines []Inline
	add := func(text string) {
		if !slices.ContainsFunc(lines, func(in Inline) bool { return in[0].Text == text }) {
			lines = append(lines, mark(text))
		}
	}
	for _, m := range []register.DataMark{register.DataMarkSpecial, register.DataMarkCriminal, register.DataMarkNationalIdentifier} {
		if len(s.dataMarked(a, m)) > 0 {
			add(s.words.Value(string(m)))
		}
	}
	for i := range a.Subjects {
		for _, m := range s.subjectMarks(a.Subjects[i].Subject) {
			add(s.words.Value(string(m)))
		}
	}
	if a.LargeScale == register.Yes {
		add(s.words.Field("largeScale"))
	}
	for i := range a.AutomatedDecisions {
		if d := &a.AutomatedDecisions[i]; d.Significant == register.Yes || d.Profiling == register.Yes {
			add(s.say("dpia.decision"))
		}
	}
	return lines
}

// dataMarked returns the categories of data of an activity that carry a mark.
func (s *assessments) dataMarked(a *register.Activity, m register.DataMark) []string {
	var ids []string
	for i := range a.Data {
		id := a.Data[i].Category
		if !slices.Contains(ids, id) && slices.Contains(s.marksOf(id), m) {
			ids = append(ids, id)
		}
	}
	return ids
}

// details tell all that is said of each assessment.
func (s *assessments) details() []Section {
	section := Section{ID: "dpias-in-detail", Title: s.label("section.dpias-in-detail"), NewPage: true}
	for _, x := range s.list {
		if list := s.detailsOf(x); len(list) > 0 {
			section.Sections = append(section.Sections, Section{
				ID: anchor(register.KindActivities, x.ID), Title: s.heading(x.Activity), Blocks: []Block{Facts{list}},
			})
		}
	}
	if len(section.Sections) == 0 {
		return nil
	}
	return []Section{section}
}

// detailsOf are what is said of the assessment of an activity and of its risk, nil
// where nothing is said of the assessment.
func (s *assessments) detailsOf(x assessment) []Fact {
	papers := s.papersOf(x.Activity)
	if x.DPIA == nil && len(papers) == 0 {
		return nil
	}
	facts := []Fact{{Name: s.label("head.dpiaState"), Text: []Inline{s.label("dpia." + x.state)}}}
	if x.DPIA != nil {
		facts = append(facts, s.rest(x.DPIA, "status", "report")...)
		facts = append(facts, s.remarkFacts(&x.DPIA.Remarks)...)
	}
	for _, id := range papers {
		facts = append(facts, s.paper(id))
	}
	return append(facts, s.risksOf(x.Activity)...)
}

// papersOf are the report and the other documents of the kind.
func (s *assessments) papersOf(a *register.Activity) []string {
	var ids []string
	if a.DPIA != nil && a.DPIA.Report != "" {
		ids = append(ids, a.DPIA.Report)
	}
	for _, id := range s.documentsOf(a) {
		if d := s.view.Document(id); d != nil && d.Kind == register.DocumentKindDpia && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// paper tells of a report where it is, of which day, and when it is due again.
func (s *assessments) paper(id string) Fact {
	f := Fact{Name: s.label("head.dpiaReport"), Text: []Inline{s.name(register.KindDocuments, id)}}
	if d := s.view.Document(id); d != nil {
		f.Facts = s.rest(d, "id", "kind", "title")
		f.Facts = append(f.Facts, s.remarkFacts(&d.Remarks)...)
	}
	return f
}

// risksOf tells the risk of an activity, and which data and people call for care.
func (s *assessments) risksOf(a *register.Activity) []Fact {
	var facts []Fact
	for _, m := range []register.DataMark{register.DataMarkSpecial, register.DataMarkCriminal, register.DataMarkNationalIdentifier} {
		name := Text(capital(s.words.Value(string(m))))
		facts = append(facts, told(Fact{Name: name, Text: s.names(register.KindDataCategories, s.dataMarked(a, m))})...)
	}
	people := Fact{Name: s.label("head.dpiaPeople")}
	for i := range a.Subjects {
		if marks := s.subjectMarks(a.Subjects[i].Subject); len(marks) > 0 {
			line := s.name(register.KindDataSubjects, a.Subjects[i].Subject)
			for _, m := range marks {
				if word := s.words.Value(string(m)); !strings.EqualFold(word, line.String()) {
					line = append(append(line, Run{Text: " "}), mark(word)...)
				}
			}
			people.Text = append(people.Text, line)
		}
	}
	facts = append(facts, told(people)...)
	facts = append(facts, s.only(a, "largeScale", "risk")...)
	return append(facts, s.decided(a)...)
}

// decided names the automated decisions of an activity.
func (s *assessments) decided(a *register.Activity) []Fact {
	f := Fact{Name: s.label("decisions")}
	for i := range a.AutomatedDecisions {
		name := s.text(a.AutomatedDecisions[i].Name)
		if name == nil {
			name = s.label("decision")
		}
		f.Text = append(f.Text, name)
	}
	return told(f)
}

// silent are the activities of which nothing is said although something may ask for
// an assessment.
func (s *assessments) silent() []Section {
	table := Table{ID: "dpias-silent-table", Columns: []Column{
		{ID: "activity", Title: s.label("head.activity"), Width: 1.2, Head: true}, s.head("dpiaSigns", 1), s.head("dpiaBecause", 2),
	}}
	for _, x := range s.list {
		signs := s.signs(x.Activity)
		if x.state != "silent" || len(signs) == 0 {
			continue
		}
		because := Cell{}
		for _, f := range s.risksOf(x.Activity) {
			if len(f.Text) > 0 {
				line := append(slices.Clone(f.Name), Run{Text: ": "})
				because.Lines = append(because.Lines, append(line, joined(f.Text, ", ")...))
			}
		}
		table.Rows = append(table.Rows, Row{At: s.at(register.KindActivities, x.ID), Cells: []Cell{s.activity(x), s.cell(signs...), because}})
	}
	if len(table.Rows) == 0 {
		return nil
	}
	blocks := []Block{Note{Kind: Caution, Text: []Inline{s.label("intro.dpias-silent")}}, trim(table)}
	return []Section{{ID: "dpias-silent", Title: s.label("section.dpias-silent"), Wide: true, NewPage: true, Blocks: blocks}}
}
