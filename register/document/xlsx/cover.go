package xlsx

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"github.com/openropa/ropa/register/document/internal/flat"
	"github.com/openropa/ropa/register/document/internal/plain"
)

// coverWidths are the widths of the columns of the first sheet.
var coverWidths = []float64{38, 70}

// cover writes the first sheet: the title block, and which sheets there are.
func (b *book) cover() error {
	sheet := b.file.GetSheetName(0)
	if err := b.page(sheet, false); err != nil {
		return err
	}
	w, err := b.file.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	for i, width := range coverWidths {
		if err := w.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	p := &coverPage{book: b, writer: w, sheet: sheet, g: &grid{}}
	p.line(b.style.title, plain.Line(b.document.Title))
	if b.document.Subtitle != "" {
		p.line(b.style.subtitle, plain.Line(b.document.Subtitle))
	}
	p.line(b.style.cell)
	flat.Facts(b.document.Facts, b.words, p.fact)
	if len(b.listed) > 0 {
		p.line(b.style.cell)
		p.line(b.style.subtitle, b.words.Contents)
	}
	for _, l := range b.listed {
		p.contents(l)
	}
	if b.tellsOrigin() {
		p.line(b.style.cell)
		p.line(b.style.missing, hidden(b.document.Language))
	}
	if p.err != nil {
		return p.err
	}
	return w.Flush()
}

// coverPage is the first sheet while it is written; after an error nothing more is.
type coverPage struct {
	*book
	writer *excelize.StreamWriter
	sheet  string
	g      *grid
	row    int
	err    error
}

func (p *coverPage) line(style int, texts ...string) {
	cells := make([]any, len(texts))
	for i, s := range texts {
		cells[i] = p.g.text(s, style, i)
	}
	p.cells(cells)
}

func (p *coverPage) cells(cells []any) {
	p.row++
	if p.err == nil && len(cells) > 0 {
		high := p.height(cells, coverWidths)
		if p.row == 1 {
			high = min(high*1.5, highest)
		}
		p.err = p.writer.SetRow("A"+strconv.Itoa(p.row), cells, excelize.RowOpts{Height: high})
	}
}

func (p *coverPage) fact(name, text string) {
	p.cells([]any{p.g.text(name, p.style.name, 0), p.g.text(text, p.style.cell, 1)})
}

// contents leads to a sheet.
func (p *coverPage) contents(l listed) {
	p.cells([]any{p.g.text(l.title, p.style.link, 0)})
	if p.err == nil {
		p.err = p.file.SetCellHyperLink(p.sheet, "A"+strconv.Itoa(p.row), quoted(l.sheet)+"!A1", "Location")
	}
}
