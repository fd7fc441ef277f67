package xlsx

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/openropa/ropa/register/document/internal/plain"
)

// grid is a sheet before it is written.
type grid struct {
	title  string
	heads  []string
	styles []int
	// shares are those of the width of the page that the columns ask for.
	shares []float64
	rows   [][]any
	// lines are the longest lines of each column, words the longest words, in
	// characters.
	lines, words []int
	// table is the ID of the table, ids those of its columns.
	table string
	ids   []string
	// addressed: a hidden column after the others has the addresses of the rows.
	addressed bool
	// empty: the only row tells that there are none.
	empty bool
}

// column adds a column.
func (g *grid) column(head string, style int, share float64) {
	if share <= 0 {
		share = 1
	}
	g.heads, g.styles, g.shares = append(g.heads, head), append(g.styles, style), append(g.shares, share)
	g.lines, g.words = append(g.lines, 0), append(g.words, 0)
	g.measure(len(g.heads)-1, head+"   ") // the arrow of the filter
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
	if column < len(g.heads) {
		g.measure(column, s)
	}
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

// measure takes note of how wide a text is.
func (g *grid) measure(column int, s string) {
	for line := range strings.Lines(s) {
		if len(line) > g.lines[column] {
			g.lines[column] = max(g.lines[column], min(utf8.RuneCountInString(line), widest))
		}
		word := 0
		for _, r := range line[:min(len(line), 4*widest)] {
			if word++; unicode.IsSpace(r) || r == '-' || r == '/' {
				word = 0
			}
			g.words[column] = max(g.words[column], min(word, longestWord))
		}
	}
}

// Widths in characters: of the page, and of columns. What is longer is wrapped.
const (
	pageWidth   = 165
	narrowest   = 9
	widest      = 60
	longestWord = 24
)

// widths are those of the columns: as wide as their longest lines where the page
// allows, else by their shares of it.
func (g *grid) widths() []float64 {
	widths := make([]float64, len(g.heads))
	left, shares := float64(pageWidth), 0.0
	for i := range widths {
		shares += g.shares[i]
	}
	for settled := true; settled; {
		settled = false
		for i := range widths {
			least := float64(max(narrowest, g.words[i]+2))
			wanted := max(float64(g.lines[i]+1), least)
			if share := left * g.shares[i] / shares; widths[i] == 0 && wanted <= max(share, least) {
				widths[i] = wanted
				left, shares = max(left-wanted, 0), shares-g.shares[i]
				settled = true
			}
		}
	}
	for i := range widths {
		if widths[i] == 0 {
			widths[i] = max(float64(int(left*g.shares[i]/shares)), float64(max(narrowest, g.words[i]+2)))
		}
	}
	return widths
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
	b.listed = append(b.listed, listed{sheet, g.title, g.table, g.ids})
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
	widths := g.widths()
	for i, width := range widths {
		if err := w.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if n := len(g.heads) + 1; g.addressed {
		if err := w.SetColVisible(n, n, false); err != nil {
			return err
		}
	}
	if err := b.rows(w, g, widths); err != nil {
		return err
	}
	return b.finish(w, sheet, g)
}

func (b *book) rows(w *excelize.StreamWriter, g *grid, widths []float64) error {
	heads := make([]any, len(g.heads))
	for i, head := range g.heads {
		heads[i] = excelize.Cell{StyleID: b.style.head, Value: short(head)}
	}
	if g.addressed {
		heads = append(heads, excelize.Cell{StyleID: b.style.head, Value: addressColumn})
	}
	if err := w.SetRow("A1", heads, excelize.RowOpts{Height: min(b.height(heads, widths)+4, highest)}); err != nil {
		return err
	}
	for i, row := range g.rows {
		if err := b.ctx.Err(); err != nil {
			return err
		}
		at, err := excelize.CoordinatesToCellName(1, i+2)
		if err != nil {
			return err
		}
		if err := w.SetRow(at, row, excelize.RowOpts{Height: b.height(row, widths)}); err != nil {
			return err
		}
	}
	return nil
}

// finish adds the filters and the heads on each page, and ends the sheet.
func (b *book) finish(w *excelize.StreamWriter, sheet string, g *grid) error {
	if !g.empty && len(g.rows) > 0 {
		corner, err := excelize.CoordinatesToCellName(max(len(g.heads), len(g.ids)), len(g.rows)+1)
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
	side, end := 0.4, 0.6 // inches
	if err := b.file.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &end, Bottom: &end}); err != nil {
		return err
	}
	left, centre := footer(b.document.Title, 48), "&C&A"
	if !table { // the name of the first sheet is no other
		left, centre = footer(b.document.Title, 70), ""
	}
	return b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{
		OddFooter: "&L" + left + centre + "&R" + footer(b.words.Page, 16) + " &P " + footer(b.words.Of, 16) + " &N",
	})
}

// footer is a text in a footer, of so many characters at most that it leaves room
// for what stands beside it; & begins a command there.
func footer(s string, most int) string {
	return strings.ReplaceAll(shortened(plain.Line(s), most), "&", "&&")
}
