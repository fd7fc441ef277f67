package document

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"

	"github.com/openropa/ropa/register"
)

// sayf returns a label of the documents with its arguments filled in.
func (b *builder) sayf(code string, args ...any) string { return fmt.Sprintf(b.say(code), args...) }

// verb is the place of an argument in a label.
var verb = regexp.MustCompile(`%(?:\[(\d)\])?s`)

// tell is a label with texts in it that keep their references and languages.
func (b *builder) tell(code string, args ...Inline) Inline {
	format := b.say(code)
	var all Inline
	at, next := 0, 0
	for _, found := range verb.FindAllStringSubmatchIndex(format, -1) {
		if found[0] > at {
			all = append(all, Run{Text: format[at:found[0]]})
		}
		if found[2] >= 0 {
			next, _ = strconv.Atoi(format[found[2]:found[3]])
			next--
		}
		if next < len(args) {
			all = append(all, args[next]...)
		}
		at, next = found[1], next+1
	}
	if at < len(format) {
		all = append(all, Run{Text: format[at:]})
	}
	return all
}

// begin begins one of the small documents, with its title block and a few words
// on what it tells.
func (b *builder) begin(kind string) *Document {
	d := b.document(kind)
	d.Subtitle = "" // the title block begins with the organisation
	add := func(code string, text ...Inline) {
		if text = b.cell(text...).Lines; len(text) > 0 {
			d.Facts = append(d.Facts, Fact{Name: b.label("head." + code), Text: text})
		}
	}
	if o := b.register.Organisation; o != nil {
		add("organisation", b.text(o.Name))
		add("contact", b.contactLines(o.Contact)...)
		if o.DPO != nil && o.DPO.None != register.Yes {
			add("dpo", append([]Inline{Text(o.DPO.Name), Text(o.DPO.Company)}, b.contactLines(o.DPO.Contact)...)...)
		}
	}
	add("as-of", Text(b.words.Date(b.o.AsOf)))
	add("version", Text(cmp.Or(b.o.Version, b.register.Version)))
	if b.o.Audience != Public {
		if b.o.Hash != "" {
			add("hash", Inline{{Text: b.o.Hash, Style: Code}})
		}
		add("audience", b.label("audience."+string(b.o.Audience)))
	}
	return d
}

// head is a column of the small documents.
func (b *builder) head(id string, width float64) Column {
	return Column{ID: id, Title: b.label("head." + id), Width: width}
}

// withoutEmpty leaves out the columns of which no row says anything.
func withoutEmpty(t Table, ids ...string) Table {
	for _, id := range ids {
		i := 0
		for i < len(t.Columns) && t.Columns[i].ID != id {
			i++
		}
		if i == len(t.Columns) || says(t.Rows, i) {
			continue
		}
		t.Columns = append(t.Columns[:i:i], t.Columns[i+1:]...)
		for j := range t.Rows {
			cells := t.Rows[j].Cells
			t.Rows[j].Cells = append(cells[:i:i], cells[i+1:]...)
		}
	}
	return t
}

func says(rows []Row, column int) bool {
	for _, r := range rows {
		if len(r.Cells[column].Lines) > 0 {
			return true
		}
	}
	return false
}

// mutedText is a remark on what stands above it.
func mutedText(s string) Inline {
	if s == "" {
		return nil
	}
	return Inline{{Text: s, Style: Muted}}
}
