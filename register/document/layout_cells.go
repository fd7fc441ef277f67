package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

// Cells that layouts have in common. Each tells of the purpose alone where a row
// is about one, else of the whole activity, and no more than the audience sees.

// tellNumber is the number of an activity, else its identifier.
func (k *book) tellNumber(of item) Cell {
	if of.activity.Number == "" {
		return Cell{Lines: []Inline{{{Text: of.activity.ID, Style: Code}}}}
	}
	return k.cell(Text(of.activity.Number))
}

// tellName is the name of an activity, after its number.
func (k *book) tellName(of item) Cell {
	name := k.nameOf(of.activity)
	if n := of.activity.Number; n != "" {
		name = append(Inline{{Text: n + "  "}}, name...)
	}
	return k.cell(name)
}

// emphasised sets a text so that it matters more.
func emphasised(text Inline) Inline {
	text = slices.Clone(text)
	for i := range text {
		if text[i].Style == Plain {
			text[i].Style = Strong
		}
	}
	return text
}

// purposesOf are the purposes that an item is about.
func (of *item) purposesOf() []register.PurposeUse {
	if of.purpose != nil {
		return []register.PurposeUse{*of.purpose}
	}
	return of.activity.Purposes
}

// tellPurposes is each purpose, with its words for the activity below.
func (k *book) tellPurposes(of item) Cell {
	var lines []Inline
	for _, p := range of.purposesOf() {
		lines = append(lines, k.termHead(register.KindPurposes, p.Purpose), muted(k.text(p.Description)))
	}
	return k.cell(lines...)
}

// tellBases is the legal basis of each purpose (Art. 6), with the law or the
// interest behind it. The purpose is named where there are several.
func (k *book) tellBases(of item) Cell {
	var lines []Inline
	for _, p := range of.purposesOf() {
		var bases []Inline
		for _, basis := range p.Basis {
			bases = append(bases, k.withArticle("basis", string(basis)))
		}
		line := joined(bases, ", ")
		if line == nil {
			line = mark(k.say("not-stated"))
		}
		lines = append(lines, k.ofPurpose(of, &p, line))
		for _, law := range k.laws(p.Law) {
			lines = append(lines, muted(law))
		}
		lines = append(lines, muted(k.text(p.Interest)))
	}
	return k.cell(lines...)
}

// tellConditions is the condition for special data of each purpose (Art. 9(2)),
// with the law behind it.
func (k *book) tellConditions(of item) Cell {
	var lines []Inline
	for _, p := range of.purposesOf() {
		var all []Inline
		for _, c := range p.Article9 {
			all = append(all, k.withArticle("condition", string(c)))
		}
		if len(all) > 0 {
			lines = append(lines, k.ofPurpose(of, &p, joined(all, ", ")))
		}
		for _, law := range k.laws(p.Article9Law) {
			lines = append(lines, muted(law))
		}
	}
	return k.cell(lines...)
}

// ofPurpose puts the purpose before what is told of it, where an item has several.
func (k *book) ofPurpose(of item, p *register.PurposeUse, text Inline) Inline {
	if len(of.purposesOf()) < 2 {
		return text
	}
	return append(append(k.termHead(register.KindPurposes, p.Purpose), Run{Text: ": "}), text...)
}

// subjectsOf are the data subjects that an item is about.
func (k *book) subjectsOf(of item) []string {
	if of.purpose != nil && len(of.purpose.Subjects) > 0 {
		return of.purpose.Subjects
	}
	var ids []string
	for i := range of.activity.Subjects {
		ids = append(ids, of.activity.Subjects[i].Subject)
	}
	return ids
}

// tellSubjects is each category of data subjects, with its marks.
func (k *book) tellSubjects(of item) Cell {
	var lines []Inline
	for _, id := range k.subjectsOf(of) {
		line := k.termHead(register.KindDataSubjects, id)
		for _, m := range k.subjectMarks(id) {
			line = append(append(line, Run{Text: " "}), mark(k.words.Value(string(m)))...)
		}
		lines = append(lines, line)
	}
	return k.cell(lines...)
}

// dataOf are the data that an item is about: for a purpose those that it needs,
// and those that no purpose claims.
func (k *book) dataOf(of item) []*register.DataUse {
	var all []*register.DataUse
	for i := range of.activity.Data {
		d := &of.activity.Data[i]
		if of.purpose == nil || k.serves(d, of.purpose) || !k.servesAny(d, of.activity.Purposes) {
			all = append(all, d)
		}
	}
	return all
}

func (k *book) servesAny(d *register.DataUse, list []register.PurposeUse) bool {
	return slices.ContainsFunc(list, func(p register.PurposeUse) bool { return k.serves(d, &p) })
}

// serves reports whether data are used for a purpose.
func (k *book) serves(d *register.DataUse, p *register.PurposeUse) bool {
	return k.among(register.KindPurposes, p.Purpose, d.Purposes) && k.among(register.KindDataCategories, d.Category, p.Data)
}

// among reports whether a term, or one wider or narrower, is in a list; a list
// that says nothing means all.
func (k *book) among(kind register.Kind, id string, list []string) bool {
	return len(list) == 0 || slices.ContainsFunc(list, func(other string) bool {
		return other == "all" || id == "all" || k.within(kind, id, other) || k.within(kind, other, id)
	})
}

// within reports whether a term is another one, or narrower, or a member of it.
func (k *book) within(kind register.Kind, id, other string) bool {
	if c := k.view.DataCategory(other); kind == register.KindDataCategories && c != nil && slices.Contains(c.Includes, id) {
		return true
	}
	for seen := map[string]bool{}; id != "" && !seen[id]; id = k.wider(kind, id) {
		if id == other {
			return true
		}
		seen[id] = true
	}
	return false
}

// wider is the term above another one.
func (k *book) wider(kind register.Kind, id string) string {
	switch x := k.view.Lookup(kind, id).(type) {
	case *register.DataCategory:
		return x.Parent
	case *register.DataSubject:
		return x.Parent
	case *register.Purpose:
		return x.Parent
	}
	return ""
}

// tellData is each category of data, with its marks.
func (k *book) tellData(of item) Cell {
	return k.dataCell(k.dataOf(of))
}

func (k *book) dataCell(list []*register.DataUse) Cell {
	var lines []Inline
	for _, d := range list {
		line := k.termHead(register.KindDataCategories, d.Category)
		for _, m := range k.marksOf(d.Category) {
			line = append(append(line, Run{Text: " "}), mark(k.words.Value(string(m)))...)
		}
		lines = appendNew(lines, line) // one category of several groups of people
	}
	return k.cell(lines...)
}

// tellMarked is a cell of the data that bear a mark, or that the register says
// are not processed.
func tellMarked(marks ...register.DataMark) func(*book, item) Cell {
	return func(k *book, of item) Cell {
		var list []*register.DataUse
		for _, d := range k.dataOf(of) {
			if slices.ContainsFunc(k.marksOf(d.Category), func(m register.DataMark) bool { return slices.Contains(marks, m) }) {
				list = append(list, d)
			}
		}
		if len(list) == 0 && slices.ContainsFunc(marks, func(m register.DataMark) bool { return slices.Contains(of.activity.NotProcessed, string(m)) }) {
			return Cell{Lines: []Inline{k.label("none")}}
		}
		if len(list) == 0 && len(of.activity.Data) > 0 {
			return Cell{Lines: []Inline{k.label("none-listed")}}
		}
		cell := k.dataCell(list)
		for i := range cell.Lines {
			if len(marks) == 1 { // the head of the column says it
				cell.Lines[i] = unmarked(cell.Lines[i])
			}
		}
		return cell
	}
}

// unmarked is a line without its marks.
func unmarked(line Inline) Inline {
	for i := range line {
		if i > 0 && line[i].Style == Mark {
			return line[:i-1]
		}
	}
	return line
}

// tellDay is a cell of a day of an activity, for those who see the field.
func tellDay(day func(*register.Activity) value.Date) func(*book, item) Cell {
	return func(k *book, of item) Cell {
		if !k.o.Audience.sees(Authority) {
			return Cell{}
		}
		return k.date(day(of.activity))
	}
}

// tellField is a cell of what some fields of an activity say, with all below
// them.
func tellField(names ...string) func(*book, item) Cell {
	return func(k *book, of item) Cell { return k.cell(flatten(k.only(of.activity, names...), len(names) > 1)...) }
}

// flatten tells facts as lines.
func flatten(list []Fact, named bool) []Inline {
	var lines []Inline
	for _, f := range list {
		text := joined(f.Text, "; ")
		switch {
		case text != nil && named:
			lines = append(lines, append(append(muted(f.Name), Run{Text: ": ", Style: Muted}), text...))
		case text != nil:
			lines = append(lines, f.Text...)
		case named && len(f.Facts) > 0:
			lines = append(lines, emphasised(f.Name))
		}
		lines = append(lines, flatten(f.Facts, true)...)
	}
	return lines
}

// tellControllers is who determines purposes and means: the organisation or
// others, and those with whom they do so (Art. 26).
func (k *book) tellControllers(of item) Cell {
	lines := k.names(register.KindParties, of.activity.Controllers)
	if o := k.register.Organisation; o != nil && len(lines) == 0 {
		lines = append(lines, k.text(o.Name))
	}
	return k.cell(append(lines, k.tellJoint(of).Lines...)...)
}

// tellJoint is each joint controller with contact, who does what, and the
// arrangement.
func (k *book) tellJoint(of item) Cell {
	list := slices.Clone(of.activity.JointWith)
	for _, p := range of.purposesOf() {
		list = append(list, p.JointWith...)
	}
	var lines []Inline
	for i := range list {
		j := &list[i]
		line := append(k.label("layout.jointly"), k.name(register.KindParties, j.Party)...)
		lines = append(lines, line)
		if p := k.view.Party(j.Party); p != nil {
			lines = append(lines, muted(joined(k.contactLines(p.Contact), ", ")))
		}
		lines = append(lines, k.named("responsibilities", k.text(j.Responsibilities)))
		if j.Agreement != "" && k.o.Audience.sees(Authority) {
			lines = append(lines, k.named("agreement", k.name(register.KindAgreements, j.Agreement)))
		}
	}
	return k.cell(lines...)
}

// tellOwner is who answers for the activity.
func (k *book) tellOwner(of item) Cell {
	if !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	return k.cell(k.contactLines(of.activity.Owner)...)
}
