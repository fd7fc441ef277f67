package xlsx

import "github.com/xuri/excelize/v2"

const (
	family = "Calibri"
	size   = 11
	// lineHeight is the height of a line in points.
	lineHeight = 15
	grey       = "595959" // dark enough to read in print
	light      = "EDEDED"
	line       = "A6A6A6"
)

var isoDate = "yyyy-mm-dd"

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
		// The same day to readers everywhere: 1/7 is two days.
		{&b.style.date, excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "left"}, Border: rule, CustomNumFmt: &isoDate}},
		{&b.style.missing, excelize.Style{Font: &excelize.Font{Italic: true, Color: grey}, Alignment: top, Border: rule}},
		{&b.style.muted, excelize.Style{Font: &excelize.Font{Color: grey}, Alignment: top, Border: rule}},
		{&b.style.link, excelize.Style{Font: &excelize.Font{Underline: "single"}, Alignment: top, Border: rule}},
	} {
		if s.style.Font == nil {
			s.style.Font = &excelize.Font{}
		}
		s.style.Font.Family = family
		if s.style.Font.Size == 0 {
			s.style.Font.Size = size
		}
		id, err := b.file.NewStyle(&s.style)
		if err != nil {
			return err
		}
		*s.to = id
	}
	return nil
}
