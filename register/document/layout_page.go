package document

import (
	"slices"
	"strconv"

	"github.com/openropa/ropa/register"
)

// page tells the record in the layout of an authority.
type page struct {
	*book
	layout *Layout
	// parts are the lines of a form by their headings, once they were asked for.
	parts []run
}

// header tells who keeps the record, as the layout asks, and which edition it is.
func (p *page) header() []Fact {
	var all []Fact
	for _, run := range p.runs(p.layout.Header) {
		facts := p.lines(run.columns, item{})
		if run.group != nil && p.stateNone(run.group.ID) {
			facts = facts[:1] // whoever is not there has no address
		}
		if run.group == nil || len(run.columns) == 1 {
			all = append(all, facts...)
			continue
		}
		name := Text(run.group.Title.In(p.o.Language))
		if p.says(run.columns) {
			all = append(all, Fact{Name: name, Facts: facts})
		} else if !run.group.optional {
			all = append(all, p.missing(name))
		}
	}
	p.extract = true // the number of activities is told with the rows
	inHeader := func(id string) bool {
		return slices.ContainsFunc(p.layout.Header, func(c LayoutColumn) bool { return c.ID == id })
	}
	for _, f := range p.edition() {
		name := f.Name.String()
		if !(name == p.field("created") && inHeader("created") || name == p.field("updated") && inHeader("updated")) {
			all = append(all, f)
		}
	}
	return all
}

func sameText(x, y Inline) bool { return x.String() == y.String() }

// stateNone reports whether the register says that there is no officer, or no
// representative.
func (p *page) stateNone(group string) bool {
	o := p.register.Organisation
	switch {
	case o == nil:
		return false
	case group == officerGroup.ID:
		return o.DPO != nil && o.DPO.None == register.Yes && o.DPO.Contact == nil
	case group == representativeGroup.ID:
		return o.Representative != nil && o.Representative.None == register.Yes && o.Representative.Contact == nil
	}
	return false
}

// says reports whether the register says anything in columns of the header, or
// must do so.
func (p *page) says(columns []*LayoutColumn) bool {
	return slices.ContainsFunc(columns, func(c *LayoutColumn) bool { return len(p.cellOf(c, item{}).Lines) > 0 })
}

// sections are the parts of the document.
func (p *page) sections() []Section {
	var current, ended []*register.Activity
	for _, a := range p.activities {
		switch {
		case !p.layout.tells(a):
		case !p.layout.status && p.status(a) == register.StatusEnded:
			ended = append(ended, a)
		default:
			current = append(current, a)
		}
	}
	told := slices.Concat(current, ended)
	var all []Section
	if p.layout.before != nil {
		all = append(all, p.layout.before(p.book, told)...)
	}
	if len(p.layout.List) > 0 {
		all = append(all, Section{ID: "list", Title: p.label("layout.list"), Wide: true, NewPage: true, Blocks: []Block{p.table(Overview, p.layout.List, p.listed(told))}})
	}
	whole := len(ended) == 0
	all = append(all, p.record("record", current, whole))
	if !whole {
		all = append(all, p.record("ended", ended, false))
	}
	if p.layout.after != nil {
		all = append(all, p.layout.after(p.book, told)...)
	}
	all = append(all, p.findings()...)
	return append(all, p.notes(len(told)))
}

// record tells activities: in a table, or in a form each.
func (p *page) record(id string, list []*register.Activity, whole bool) Section {
	s := Section{ID: id, Title: p.label("layout." + id), NewPage: true}
	items := p.items(list)
	if !p.layout.Grain.isForm() {
		name := id + "-table"
		if whole {
			name = Overview // it is all that there is
		}
		s.Wide = true
		s.Blocks = []Block{p.table(name, p.layout.Columns, items)}
		return s
	}
	if len(items) == 0 {
		s.Blocks = []Block{Paragraph{p.label("no-activities")}}
	}
	for i, of := range items {
		if p.abandoned() {
			break
		}
		form := p.form(of, i)
		s.Wide = s.Wide || form.Wide
		s.Sections = append(s.Sections, form)
	}
	for i := range s.Sections {
		s.Sections[i].Wide = s.Wide // a paper does not turn from one form to the next
	}
	return s
}

// items are what the rows or forms are about.
func (p *page) items(list []*register.Activity) []item {
	if p.layout.items != nil {
		return p.layout.items(p.book, list)
	}
	var all []item
	for _, a := range list {
		n := len(all)
		switch p.layout.Grain {
		case RowPerPurpose:
			for i := range a.Purposes {
				all = append(all, item{activity: a, purpose: &a.Purposes[i]})
			}
		case RowPerClient, FormPerClient:
			for i := range a.OnBehalfOf {
				if p.o.Audience.sees(Authority) {
					all = append(all, item{activity: a, client: &a.OnBehalfOf[i]})
				}
			}
		}
		if len(all) == n {
			all = append(all, item{activity: a})
		}
	}
	return all
}

// listed is a list of activities as items.
func (p *page) listed(list []*register.Activity) []item {
	if p.layout.Grain == FormPerClient {
		return p.items(list)
	}
	all := make([]item, len(list))
	for i, a := range list {
		all[i] = item{activity: a}
	}
	return all
}

// table tells items on a row each.
func (p *page) table(id string, columns []LayoutColumn, items []item) Table {
	t := Table{ID: id, Empty: p.label("no-activities")}
	visible := p.columns(columns)
	for _, c := range visible {
		t.Columns = append(t.Columns, Column{ID: c.ID, Title: p.titleOf(c), Width: c.width, Head: c.head})
	}
	for _, of := range items {
		if p.abandoned() {
			break
		}
		t.Rows = append(t.Rows, p.row(of, visible))
	}
	return t
}

// row tells an item on a row.
func (p *page) row(of item, columns []*LayoutColumn) Row {
	over := of.client != nil && p.over(of.client.From, of.client.Until)
	r := Row{Muted: over || p.status(of.activity) != register.StatusActive, At: p.itemAt(of)}
	for _, c := range columns {
		cell := p.cellOf(c, of)
		if c.head {
			cell.Lines = append(cell.Lines, p.state(of.activity)...)
		}
		r.Cells = append(r.Cells, cell)
	}
	return r
}

// cellOf is the cell of a column; one that has to be filled and is not says so.
func (p *page) cellOf(c *LayoutColumn, of item) Cell {
	if c.tell == nil {
		return Cell{}
	}
	cell := c.tell(p.book, of)
	cell.Lines = filled(cell.Lines)
	empty := len(cell.Lines) == 0 || cell.Missing
	switch {
	case empty && c.Required:
		return p.stated()
	case empty:
		return Cell{}
	}
	return cell
}

// state tells that an activity is planned or has ended, where no column does.
func (p *page) state(a *register.Activity) []Inline {
	status := p.status(a)
	if p.layout.status || status == register.StatusActive || !p.o.Audience.sees(Authority) {
		return nil
	}
	line := mark(p.words.Value(string(status)))
	if span := p.span(a.From, a.Until); span != nil {
		line = append(append(line, Run{Text: " "}), span...)
	}
	return []Inline{line}
}

// run is columns that stand under the same heading.
type run struct {
	group   *LayoutGroup
	columns []*LayoutColumn
}

// runs divides columns by their headings.
func (p *page) runs(columns []LayoutColumn) []run {
	var all []run
	for _, c := range p.columns(columns) {
		n := len(all)
		if n == 0 || all[n-1].columns[0].Group != c.Group {
			all = append(all, run{group: p.group(c.Group)})
			n++
		}
		all[n-1].columns = append(all[n-1].columns, c)
	}
	return all
}

func (p *page) group(id string) *LayoutGroup {
	for i := range p.layout.Groups {
		if g := &p.layout.Groups[i]; g.ID == id && id != "" {
			return g
		}
	}
	return nil
}

// columns returns the columns that the audience may see.
func (p *page) columns(list []LayoutColumn) []*LayoutColumn {
	var all []*LayoutColumn
	for i := range list {
		if p.o.Audience.sees(list[i].audience()) {
			all = append(all, &list[i])
		}
	}
	return all
}

// titleOf is the head of a column, with the original in the authority's language
// where the document is not in it.
func (p *page) titleOf(c *LayoutColumn) Inline {
	title := Text(c.Title.In(p.o.Language))
	if c.Original != "" {
		title = append(title, Run{Text: " – ", Style: Muted}, Run{Text: c.Original, Language: p.layout.Language, Style: Muted})
	}
	return title
}

// form tells an item on a form.
func (p *page) form(of item, n int) Section {
	a := of.activity
	s := Section{ID: anchor(register.KindActivities, a.ID), NewPage: n > 0}
	if p.layout.Grain == FormPerClient {
		s.ID = of.clientID()
	}
	if p.layout.heading != nil {
		s.Title = p.layout.heading(p.book, of)
	} else {
		s.Title = p.book.heading(a)
	}
	if p.parts == nil {
		p.parts = p.runs(p.layout.Columns)
	}
	for _, run := range p.parts {
		blocks := p.blocks(run, of, s.ID)
		s.Wide = s.Wide || slices.ContainsFunc(blocks, isWide)
		if run.group == nil || len(blocks) == 0 {
			s.Blocks = append(s.Blocks, blocks...)
			continue
		}
		id := run.group.ID + "-of-" + s.ID
		s.Sections = append(s.Sections, Section{ID: id, Title: Text(run.group.Title.In(p.o.Language)), Blocks: blocks})
	}
	return s
}

// isWide reports whether a block is a table that needs a page on its side.
func isWide(b Block) bool {
	t, ok := b.(Table)
	return ok && len(t.Columns) > 3
}

// blocks tells the lines under a heading of a form: as facts, in a table of their
// own, or in one that they share.
func (p *page) blocks(r run, of item, id string) []Block {
	if r.group != nil && len(r.group.Heads) > 0 {
		return []Block{p.together(r, of, id)}
	}
	var all []Block
	var facts []*LayoutColumn
	flush := func() {
		if list := p.gathered(r.group, facts, of); len(list) > 0 {
			all = append(all, Facts{list})
		}
		facts = nil
	}
	for _, c := range r.columns {
		if c.table == nil {
			facts = append(facts, c)
			continue
		}
		flush()
		t := c.table(p.book, of)
		t.ID = c.ID + "-table-of-" + id
		if len(r.columns) > 1 {
			t.Caption = p.titleOf(c)
		}
		if len(t.Rows) == 0 && t.Empty == nil {
			t.Empty = p.label("not-stated")
		}
		all = append(all, t)
	}
	flush()
	return all
}

// together is the table of the lines of a group: a row each.
func (p *page) together(r run, of item, id string) Table {
	t := Table{ID: r.group.ID + "-table-of-" + id}
	for i, head := range r.group.Heads {
		c := Column{ID: r.group.ID + "-" + strconv.Itoa(i+1), Title: Text(head.In(p.o.Language)), Head: i == 0}
		if i < len(r.group.widths) {
			c.Width = r.group.widths[i]
		}
		t.Columns = append(t.Columns, c)
	}
	for _, c := range r.columns {
		if c.cells == nil {
			continue
		}
		if cells := c.cells(p.book, of); cells != nil {
			t.Rows = append(t.Rows, Row{Cells: append([]Cell{{Lines: []Inline{p.titleOf(c)}}}, cells...)})
		}
	}
	return t
}

// lines tells lines of a form as facts. A line that says nothing tells so.
func (p *page) lines(columns []*LayoutColumn, of item) []Fact {
	var all []Fact
	for _, c := range columns {
		if c.tell == nil {
			continue
		}
		cell := p.cellOf(c, of)
		f := Fact{Name: p.titleOf(c), Text: cell.Lines, Missing: cell.Missing}
		if len(f.Text) == 0 {
			f.Text = []Inline{muted(p.label("not-stated"))}
		}
		all = append(all, f)
	}
	return all
}

// gathered tells lines of a form as facts. Under a heading, those that say nothing
// and need not are named on one line, where they are many or all that there are.
func (p *page) gathered(group *LayoutGroup, columns []*LayoutColumn, of item) []Fact {
	all := p.lines(columns, of)
	var told, silent []Fact
	for _, f := range all {
		if f.Missing || !f.silent(p.label("not-stated")) {
			told = append(told, f)
		} else {
			silent = append(silent, f)
		}
	}
	if group == nil || len(silent) < 2 || len(silent) == 2 && len(told) > 0 {
		return all
	}
	names := make([]Inline, len(silent))
	for i := range silent {
		names[i] = muted(silent[i].Name)
	}
	return append(told, Fact{Name: Text(capital(p.say("not-stated"))), Text: []Inline{joined(names, p.words.Semicolon())}})
}

// silent reports whether a fact tells no more than that nothing is stated.
func (f *Fact) silent(unstated Inline) bool {
	return len(f.Facts) == 0 && len(f.Text) == 1 && sameText(f.Text[0], unstated)
}
