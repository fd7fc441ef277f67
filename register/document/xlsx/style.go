package xlsx

import "github.com/xuri/excelize/v2"

const (
	grey  = "595959" // dark enough to read in print
	light = "EDEDED"
	line  = "A6A6A6"
)

// styles makes the styles of the book.
func (b *book) styles() error {
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	rule := []excelize.Border{{Type: "bottom", Color: "D9D9D9", Style: 1}}
	for _, s := range []struct {
		to    *int
		style excelize.Style
	}{
		{&b.style.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 16}}},
		{&b.style.subtitle, excelize.Style{Font: &excelize.Font{Bold: true, Size: 12}}},
		{&b.style.head, excelize.Style{
			Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
			Fill:   excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{light}},
			Border: []excelize.Border{{Type: "bottom", Color: line, Style: 2}},
		}},
		{&b.style.cell, excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true, Horizontal: "left"}, Border: rule, NumFmt: 0}},
		{&b.style.name, excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: top, Border: rule}},
		// The short date of whoever opens the file.
		{&b.style.date, excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "left"}, Border: rule, NumFmt: 14}},
		{&b.style.missing, excelize.Style{Font: &excelize.Font{Italic: true, Color: grey}, Alignment: top, Border: rule}},
		{&b.style.muted, excelize.Style{Font: &excelize.Font{Color: grey}, Alignment: top, Border: rule}},
		{&b.style.link, excelize.Style{Font: &excelize.Font{Underline: "single"}, Alignment: top, Border: rule}},
	} {
		id, err := b.file.NewStyle(&s.style)
		if err != nil {
			return err
		}
		*s.to = id
	}
	return nil
}
