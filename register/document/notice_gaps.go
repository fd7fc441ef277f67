package document

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
)

// gap is something that Art. 13 or 14 asks for and the register does not show, or
// that should be looked at before the notice is published.
type gap struct {
	about Inline
	// what is what is lacking, of which data or parties.
	what Inline
	// at is where the register could say it, article what asks for it.
	at, article string
}

// lacks notes a gap: the code of its label, of what, where it could be said and the
// article that asks for it.
func (n *notice) lacks(code string, about, of Inline, at, article string) {
	if !n.internal {
		return
	}
	what := n.label("gap." + code)
	if len(of) > 0 {
		what = append(append(what, Run{Text: n.words.Colon()}), bare(of)...)
	}
	key := strings.Join([]string{about.String(), what.String(), at, article}, "\n")
	if n.noted[key] {
		return
	}
	n.noted[key] = true
	n.gaps = append(n.gaps, gap{about, what, at, article})
}

// lacksOf notes a gap of an activity.
func (n *notice) lacksOf(a *register.Activity, code string, of Inline, field, article string) {
	n.lacks(code, n.name(register.KindActivities, a.ID), of, activityAt(a, field), article)
}

// cautions tells the gaps that were found since it was last asked, with what each is
// about where that is not the section itself.
func (n *notice) cautions(section string) []Block {
	if n.told == len(n.gaps) {
		return nil
	}
	note := Note{Kind: Caution, Title: n.label("notice.before-publishing")}
	for _, g := range n.gaps[n.told:] {
		line := capitalLine(g.what)
		if len(g.about) > 0 && g.about[0].Ref != section {
			line = n.after(bare(g.about), g.what)
		}
		if source := n.sourceOf(g); source != "" {
			line = append(line, Run{Text: " (" + source + ")", Style: Muted})
		}
		note.Text = append(note.Text, line)
	}
	n.told = len(n.gaps)
	return []Block{note}
}

// sourceOf is where a gap could be mended, and what asks for it.
func (n *notice) sourceOf(g gap) string {
	if g.article == "" {
		return g.at
	}
	return g.at + "; " + law.Cite(g.article, n.o.Language)
}

// doubtful notes what the register asks or is not sure of in an object.
func (n *notice) doubtful(about Inline, object any, at string) {
	if !n.internal {
		return
	}
	n.doubts(reflect.ValueOf(object), nil, func(path []Inline, r *register.Remarks) {
		where := slices.Clone(joined(path, " › "))
		if len(r.Open) > 0 {
			n.lacks("open", about, n.after(where, n.text(r.Open)), at, "")
		}
		if r.Certainty == register.CertaintyInferred || r.Certainty == register.CertaintyAssumed {
			var fields []Inline
			for _, f := range r.CertaintyOf {
				fields = append(fields, Text(n.words.Field(f)))
			}
			n.lacks("unsure", about, n.after(where, joined(fields, ", ")), at, "")
		}
	})
}

// after puts a text after where it stands.
func (n *notice) after(where, text Inline) Inline {
	switch {
	case len(where) == 0:
		return text
	case len(text) == 0:
		return where
	}
	return append(append(where, Run{Text: n.words.Colon()}), text...)
}

// lacking lists all gaps, for those who keep the register.
func (n *notice) lacking() []Section {
	if !n.internal {
		return nil
	}
	table := Table{ID: "gaps-table", Empty: n.label("notice.no-gaps"), Columns: []Column{
		{ID: "about", Title: n.label("column.about"), Width: 1.2, Head: true},
		{ID: "gap", Title: n.label("notice.gap"), Width: 3}, {ID: "at", Title: n.label("column.at"), Width: 1.8},
		{ID: "articles", Title: n.label("column.articles"), Width: 1},
	}}
	for _, g := range n.gaps {
		about := g.about
		if about == nil {
			about = n.label("head.organisation")
		}
		var article Inline
		if g.article != "" {
			article = Text(law.Cite(g.article, n.o.Language))
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			n.cell(about), n.cell(capitalLine(g.what)), n.cell(Inline{{Text: g.at, Style: Code}}), n.cell(article),
		}})
	}
	s := n.place("gaps", "notice-gaps")
	s.NewPage, s.Wide = true, true
	s.Blocks = []Block{Paragraph{n.label("notice.about-gaps")}}
	if n.omitted > 0 {
		s.Blocks = append(s.Blocks, Paragraph{n.tell("notice.omitted", Text(strconv.Itoa(n.omitted)))})
	}
	s.Blocks = append(s.Blocks, table)
	return []Section{s}
}
