package xlsx

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/openropa/ropa/register/document/internal/plain"
)

// grid is a sheet before it is written.
type grid struct {
	title  string
	heads  []string
	styles []int
	rows   [][]any
	// widths are the longest lines of each column, in characters.
	widths []int
	// empty: the only row tells that there are none.
	empty bool
}

// add adds a row of texts in the styles of their columns.
func (g *grid) add(b *book, texts []string) {
	row := make([]any, len(texts))
	for i, s := range texts {
		row[i] = g.text(s, g.styles[i], i)
	}
	g.rows = append(g.rows, row)
}

// text is a cell of text.
func (g *grid) text(s string, style, column int) any {
	if s == "" {
		return excelize.Cell{StyleID: style}
	}
	s = short(s)
	g.measure(column, s)
	return excelize.Cell{StyleID: style, Value: s}
}

// longest is how many characters a cell can hold: units of UTF-16.
const longest = 32767

// short cuts what a cell cannot hold, and says so.
func short(s string) string {
	if len(s) <= longest {
		return s
	}
	units := 0
	for i, r := range s {
		if units++; r > 0xffff {
			units++
		}
		if units > longest-4 {
			return s[:i] + " […"
		}
	}
	return s
}

func (g *grid) measure(column int, s string) {
	for len(g.widths) <= column {
		g.widths = append(g.widths, 0)
	}
	for line := range strings.Lines(s) {
		if n := len(line); n > g.widths[column] {
			g.widths[column] = max(g.widths[column], min(utf8.RuneCountInString(line), widest))
		}
	}
}

// Widths of columns in characters. What is longer is wrapped.
const (
	narrowest = 9
	widest    = 48
)

// width is that of a column: as wide as its longest line, within bounds.
func (g *grid) width(column int) float64 {
	n := utf8.RuneCountInString(g.heads[column]) + 3 // the arrow of the filter
	if column < len(g.widths) && !(g.empty && column == 0) {
		n = max(n, g.widths[column]+1)
	}
	return float64(min(max(n, narrowest), widest))
}

// write writes a sheet: heads that stay, filters, and a page that repeats them.
func (b *book) write(g *grid) error {
	if len(g.heads) == 0 {
		return nil
	}
	sheet := b.names.next(g.title)
	if _, err := b.file.NewSheet(sheet); err != nil {
		return err
	}
	count := len(g.rows)
	if g.empty {
		count = 0
	}
	b.listed = append(b.listed, listed{sheet, g.title, count})
	if err := b.page(sheet, true); err != nil {
		return err
	}
	w, err := b.file.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	for i := range g.heads {
		if err := w.SetColWidth(i+1, i+1, g.width(i)); err != nil {
			return err
		}
	}
	if err := b.rows(w, g); err != nil {
		return err
	}
	return b.finish(w, sheet, g)
}

func (b *book) rows(w *excelize.StreamWriter, g *grid) error {
	heads := make([]any, len(g.heads))
	for i, head := range g.heads {
		heads[i] = excelize.Cell{StyleID: b.style.head, Value: short(head)}
	}
	if err := w.SetRow("A1", heads); err != nil {
		return err
	}
	for i, row := range g.rows {
		at, err := excelize.CoordinatesToCellName(1, i+2)
		if err != nil {
			return err
		}
		if err := w.SetRow(at, row); err != nil {
			return err
		}
	}
	return nil
}

// finish adds the filters and the heads on each page, and ends the sheet.
func (b *book) finish(w *excelize.StreamWriter, sheet string, g *grid) error {
	if !g.empty && len(g.rows) > 0 {
		corner, err := excelize.CoordinatesToCellName(len(g.heads), len(g.rows)+1)
		if err != nil {
			return err
		}
		if err := b.file.AutoFilter(sheet, "A1:"+corner, nil); err != nil {
			return err
		}
	}
	if err := b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quoted(sheet) + "!$1:$1", Scope: sheet}); err != nil {
		return err
	}
	return w.Flush()
}

// page sets how a sheet is printed: on its side where it holds a table, as wide as
// the paper, with the number of the page.
func (b *book) page(sheet string, table bool) error {
	fit := true
	if err := b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	a4, orientation, wide, high := 9, "portrait", 1, 0
	if table {
		orientation = "landscape"
	}
	if err := b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	return b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{
		OddFooter: "&L" + footer(b.document.Title) + "&C&A&R" + footer(b.words.Page) + " &P " + footer(b.words.Of) + " &N",
	})
}

// footer is a text in a footer, where & begins a command and 255 characters are
// all.
func footer(s string) string {
	runes := []rune(plain.Line(s))
	return strings.ReplaceAll(string(runes[:min(len(runes), 80)]), "&", "&&")
}
