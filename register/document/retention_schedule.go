package document

import (
	"context"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/law"
)

// Retention makes the retention schedule (Art. 5(1)(e), 30(1)(f)): each rule with
// its start, what is done and the law behind it, the data that it is used for, and
// the data of which nobody states how long they are kept.
func Retention(ctx context.Context, view *register.View, chart *datamap.Map, o Options) (*Document, error) {
	b, err := newBuilder(ctx, view, chart, o)
	if err != nil {
		return nil, err
	}
	s := &schedule{builder: b, uses: map[string][]keeping{}}
	s.collect()
	d := b.begin("retention")
	d.Sections = []Section{s.rulesSection(), s.usesSection()}
	d.Sections[1].Blocks = append(figure(b.o.Figures.Retention), d.Sections[1].Blocks...)
	others, err := s.recipientsSection()
	if err != nil {
		return nil, err
	}
	for _, section := range []Section{others, s.silentSection()} {
		if len(section.Blocks) > 0 {
			d.Sections = append(d.Sections, section)
		}
	}
	return b.finished(d)
}

// schedule is who keeps which data by which rule.
type schedule struct {
	*builder
	// uses are those of each rule in the order of the activities.
	uses map[string][]keeping
	// silent are data of which nobody says how long they are kept.
	silent []keeping
}

// keeping is data that an activity keeps.
type keeping struct {
	activity *register.Activity
	data     []*register.DataUse
	use      *register.RetentionUse
}

// collect goes through the activities that the audience sees.
func (s *schedule) collect() {
	for _, a := range s.shownActivities() {
		var rest []*register.DataUse
		for i := range a.Data {
			u := &a.Data[i]
			if len(u.Retention) == 0 {
				rest = append(rest, u)
				continue
			}
			for j := range u.Retention {
				s.add(keeping{activity: a, data: []*register.DataUse{u}, use: &u.Retention[j]})
			}
		}
		for i := range a.Retention {
			if len(rest) > 0 || len(a.Data) == 0 {
				s.add(keeping{activity: a, data: rest, use: &a.Retention[i]})
			}
		}
		if len(a.Retention) == 0 && len(rest) > 0 {
			s.silent = append(s.silent, keeping{activity: a, data: rest})
		}
	}
}

// add adds a use of a rule; data of one activity under the same rule stand
// together.
func (s *schedule) add(k keeping) {
	list := s.uses[k.use.Rule]
	for i := range list {
		if last := &list[i]; last.activity == k.activity && s.text(last.use.When).String() == s.text(k.use.When).String() {
			last.data = append(slices.Clip(last.data), k.data...)
			return
		}
	}
	s.uses[k.use.Rule] = append(list, k)
}

// rules returns the rules that are used, and for those who may see more than what
// is used the other rules of the register itself.
func (s *schedule) rules() []*register.RetentionRule {
	var all []*register.RetentionRule
	for _, e := range s.view.Entities(register.KindRetentionRules) {
		rule := e.(*register.RetentionRule)
		layer, _ := s.view.Layer(register.KindRetentionRules, rule.ID)
		if len(s.uses[rule.ID]) > 0 || s.o.Audience != Public && (layer == "" || s.ruleKeepers(rule.ID) != nil) {
			all = append(all, rule)
		}
	}
	return all
}

func (s *schedule) rulesSection() Section {
	t := Table{ID: "rules", Empty: s.label("empty.retention"), Columns: []Column{
		{ID: "rule", Title: s.label("head.rule"), Width: 1.4, Head: true},
		s.head("period", 1.2), s.head("startsAt", 1.5), s.head("action", 1), s.head("method", 1.5), s.head("backups", 1.2), s.head("law", 1.8), s.head("usedBy", 1.6),
	}}
	for _, rule := range s.rules() {
		s.linked["rule-"+rule.ID] = true
		uses := s.uses[rule.ID]
		used := s.cell(s.activitiesOf(uses), s.ruleKeepers(rule.ID))
		unused := len(used.Lines) == 0
		if unused {
			used = s.cell(s.label("not-used"))
		}
		cells := []Cell{
			s.ruleName(rule), s.periodOf(rule), s.ruleStart(rule), s.ruleAction(rule),
			s.ofAuthority(rule.Method), s.ofAuthority(rule.Backups), s.lawOf(rule), used,
		}
		t.Rows = append(t.Rows, Row{At: s.at(register.KindRetentionRules, rule.ID), Cells: cells, Muted: unused})
	}
	return Section{ID: "retention-rules", Title: s.label("section.rules"), Wide: true, Blocks: []Block{withoutEmpty(t, "startsAt", "method", "backups", "law")}}
}

// ofAuthority is a text that the public does not see.
func (s *schedule) ofAuthority(t register.Text) Cell {
	if s.o.Audience == Public {
		return Cell{}
	}
	return s.cell(s.text(t))
}

func (s *schedule) ruleName(rule *register.RetentionRule) Cell {
	return s.cell(s.name(register.KindRetentionRules, rule.ID), s.text(rule.Description))
}

// activitiesOf names the activities that use a rule.
func (s *schedule) activitiesOf(uses []keeping) Inline {
	var ids []string
	for _, k := range uses {
		if !slices.Contains(ids[max(0, len(ids)-1):], k.activity.ID) {
			ids = append(ids, k.activity.ID)
		}
	}
	return s.listed(register.KindActivities, ids)
}

// periodOf says how long, or what decides it, and why.
func (s *schedule) periodOf(rule *register.RetentionRule) Cell {
	c := s.stated(append(s.ruleLimit(rule), s.text(rule.Reason))...)
	if s.o.Audience != Public && rule.ReviewEvery != "" {
		c.Lines = append(c.Lines, mutedText(s.sayf("reviewed-every", s.words.Period(rule.ReviewEvery))))
	}
	return c
}

// lawOf cites the law behind a rule and says what it asks for.
func (s *schedule) lawOf(rule *register.RetentionRule) Cell {
	var lines []Inline
	for i := range rule.Law {
		ref := &rule.Law[i]
		citation := s.words.Laws(rule.Law[i : i+1])
		line := Text(citation)
		if len(ref.URL) > 8 && ref.URL[:8] == "https://" && line != nil {
			line[0].Link = ref.URL
		}
		lines = append(lines, line)
		if ref.ID == "" {
			continue
		}
		for _, r := range statutory(ref.ID) {
			if r.InForce(s.o.AsOf) {
				asks := s.sayf("law."+string(r.Kind), s.words.Period(r.Period))
				lines = append(lines, muted(append(Text(asks+s.words.Colon()), s.ofLaw(r.Scope)...)))
			}
		}
	}
	return s.cell(lines...)
}

// statutory returns the periods of a provision.
func statutory(provision string) []law.Retention {
	return slices.DeleteFunc(law.RetentionPeriods(), func(r law.Retention) bool { return r.Provision != provision })
}

// usesSection tells which data of which activity are kept by which rule.
func (s *schedule) usesSection() Section {
	t := Table{ID: "uses", Empty: s.label("empty.uses"), Columns: []Column{
		{ID: "rule", Title: s.label("head.rule"), Width: 1.3, Head: true}, s.head("keptFor", 2), s.head("activity", 1.4), s.head("data", 2.4), s.head("subjects", 1.2), s.head("when", 1.3),
	}}
	for _, rule := range s.rules() {
		for _, k := range s.uses[rule.ID] {
			t.Rows = append(t.Rows, Row{Muted: k.activity.Status == register.StatusEnded, Cells: []Cell{
				s.cell(s.name(register.KindRetentionRules, rule.ID)), s.cell(Text(s.words.Rule(s.view, rule))),
				s.activityCell(k.activity), s.dataCell(k), s.subjectsCell(k), s.cell(s.text(k.use.When)),
			}})
		}
	}
	return Section{ID: "retention-uses", Title: s.label("section.uses"), Wide: true, Blocks: []Block{withoutEmpty(t, "when")}}
}

// activityCell names an activity, and says so where it is not carried out.
func (s *schedule) activityCell(a *register.Activity) Cell {
	c := s.cell(s.name(register.KindActivities, a.ID))
	if s.o.Audience != Public && (a.Status == register.StatusPlanned || a.Status == register.StatusEnded) {
		c.Lines = append(c.Lines, muted(Text(s.words.Value(string(a.Status)))))
	}
	return c
}

// dataCell names data that are kept.
func (s *schedule) dataCell(k keeping) Cell {
	var ids []string
	for _, u := range k.data {
		if !slices.Contains(ids, u.Category) {
			ids = append(ids, u.Category)
		}
	}
	if len(ids) == 0 || slices.Contains(ids, "all") {
		return s.cell(s.label("all-data"))
	}
	return s.cell(s.listed(register.KindDataCategories, ids))
}

// subjectsCell names whose data are kept: everyone of the activity where the data
// do not say.
func (s *schedule) subjectsCell(k keeping) Cell {
	var ids []string
	add := func(id string) {
		if id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	everyone := len(k.data) == 0
	for _, u := range k.data {
		for _, id := range u.Subjects {
			add(id)
		}
		everyone = everyone || len(u.Subjects) == 0
	}
	if everyone {
		for i := range k.activity.Subjects {
			add(k.activity.Subjects[i].Subject)
		}
	}
	return s.stated(s.listed(register.KindDataSubjects, ids))
}

// silentSection tells of which data nobody says how long they are kept.
func (s *schedule) silentSection() Section {
	section := Section{ID: "without-retention", Title: s.label("section.silent")}
	t := Table{ID: "without-retention-list", Columns: []Column{
		{ID: "activity", Title: s.label("head.activity"), Width: 1.4, Head: true}, s.head("data", 2.4), s.head("subjects", 1.4),
	}}
	for _, k := range s.silent {
		t.Rows = append(t.Rows, Row{Muted: k.activity.Status == register.StatusEnded, Cells: []Cell{s.activityCell(k.activity), s.dataCell(k), s.subjectsCell(k)}})
	}
	if len(t.Rows) > 0 {
		section.Blocks = []Block{Note{Kind: Caution, Text: []Inline{s.label("intro.silent")}}, t}
	}
	return section
}
