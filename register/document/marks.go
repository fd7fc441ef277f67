package document

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// marksOf returns the marks of a category of data: its own, those of the wider
// terms and those of its members, in the order of the format.
func (k *book) marksOf(id string) []register.DataMark {
	if all, ok := k.marks[id]; ok {
		return all
	}
	k.marks[id] = nil // whatever leads back here has been looked at
	c := k.view.DataCategory(id)
	if c == nil {
		return nil
	}
	all := slices.Clone(c.Marks)
	if c.Parent != "" {
		all = append(all, k.marksOf(c.Parent)...)
	}
	for _, member := range c.Includes {
		all = append(all, k.marksOf(member)...)
	}
	order := []register.DataMark{register.DataMarkSpecial, register.DataMarkCriminal, register.DataMarkNationalIdentifier, register.DataMarkOnlineIdentifier}
	slices.SortFunc(all, func(x, y register.DataMark) int { return slices.Index(order, x) - slices.Index(order, y) })
	k.marks[id] = slices.Compact(all)
	return k.marks[id]
}

// category names a category of data with its marks.
func (k *book) category(id string) []Inline {
	lines := []Inline{k.termHead(register.KindDataCategories, id)}
	for _, m := range k.marksOf(id) {
		lines = append(lines, mark(k.words.Value(string(m))))
	}
	return lines
}

// subjectMarks are the marks of a category of data subjects and of the wider
// ones.
func (k *book) subjectMarks(id string) []register.SubjectMark {
	var all []register.SubjectMark
	for seen := map[string]bool{}; id != "" && !seen[id]; {
		seen[id] = true
		s := k.view.DataSubject(id)
		if s == nil {
			break
		}
		for _, m := range s.Marks {
			if !slices.Contains(all, m) {
				all = append(all, m)
			}
		}
		id = s.Parent
	}
	return all
}

// headed is the first cell of a row: what it is about, and below that, set so that
// it matters less, what else is said of it.
func headed(lines []Inline) Cell {
	lines = filled(lines)
	for i := 1; i < len(lines); i++ {
		lines[i] = muted(lines[i])
	}
	return Cell{Lines: lines}
}

// trim leaves out the columns of a table in which no row says anything.
func trim(t Table) Table {
	if len(t.Rows) == 0 {
		return t
	}
	var kept []int
	for i := range t.Columns {
		if slices.ContainsFunc(t.Rows, func(r Row) bool { return len(r.Cells[i].Lines) > 0 }) {
			kept = append(kept, i)
		}
	}
	if len(kept) == len(t.Columns) {
		return t
	}
	columns := make([]Column, len(kept))
	for i, from := range kept {
		columns[i] = t.Columns[from]
	}
	t.Columns = columns
	for n := range t.Rows {
		cells := make([]Cell, len(kept))
		for i, from := range kept {
			cells[i] = t.Rows[n].Cells[from]
		}
		t.Rows[n].Cells = cells
	}
	return t
}

// termHead names a term at the head of a row, with a capital: terms are written
// small.
func (k *book) termHead(kind register.Kind, id string) Inline {
	return capitalLine(k.name(kind, id))
}
