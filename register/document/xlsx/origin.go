package xlsx

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/flat"
	"github.com/openropa/ropa/register/document/internal/plain"
	"github.com/openropa/ropa/register/value"
)

// What programs look for, the same in every language.
const (
	// originName is the name of the hidden sheet that says what the workbook is.
	originName = "ropa"
	// originFormat is the version of that sheet.
	originFormat = "ropa-xlsx/1"
	// addressColumn heads the hidden column of addresses; in a list of columns it is
	// its ID, as partColumn is that of the part of the document.
	addressColumn = "ropa-id"
	partColumn    = "ropa-part"
)

// addressed reports whether a row of a table tells an entry of the register.
func addressed(t *flat.Table) bool {
	for i := range t.Groups {
		for j := range t.Groups[i].Rows {
			if t.Groups[i].Rows[j].At != "" {
				return true
			}
		}
	}
	return false
}

// tellsOrigin reports whether it is known of which register the document is.
func (b *book) tellsOrigin() bool { return b.document.Origin != document.Origin{} }

// origin writes the sheet that says of which register the workbook is made, and what
// the columns of the other sheets are.
func (b *book) origin() error {
	if !b.tellsOrigin() {
		return nil
	}
	if _, err := b.file.NewSheet(originName); err != nil {
		return err
	}
	w, err := b.file.NewStreamWriter(originName)
	if err != nil {
		return err
	}
	for i, row := range b.originRows() {
		cells := make([]any, len(row))
		for j, s := range row {
			cells[j] = excelize.Cell{Value: short(plain.Line(s))}
		}
		if err := w.SetRow("A"+strconv.Itoa(i+1), cells); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	// SetSheetVisible would read all sheets again, as they are in memory then.
	for i := range b.file.WorkBook.Sheets.Sheet {
		if s := &b.file.WorkBook.Sheets.Sheet[i]; s.Name == originName {
			s.State = "hidden"
		}
	}
	return nil
}

// originRows are names with what they say, then a line for each column of each
// sheet: sheet, table, letter and ID of the column.
func (b *book) originRows() [][]string {
	d, o := b.document, b.document.Origin
	rows := [][]string{
		{"format", originFormat}, {"schema", o.Schema}, {"register", o.ID}, {"version", o.Version}, {"hash", o.Hash},
		{"document", d.Kind}, {"asOf", d.AsOf.String()}, {"language", string(d.Language)}, {"audience", string(o.Audience)},
		{}, {"sheet", "table", "column", "id"},
	}
	for _, l := range b.listed {
		for i, id := range l.columns {
			letter, err := excelize.ColumnNumberToName(i + 1)
			if err != nil {
				continue // more columns than a sheet has were refused before
			}
			rows = append(rows, []string{l.sheet, l.table, letter, id})
		}
	}
	return rows
}

// hidden tells readers what they do not see.
func hidden(l value.Language) string {
	base, _, _ := strings.Cut(string(l), "-")
	switch base {
	case "nl":
		return "Verborgen: het blad “ropa” en de kolommen “ropa-id”, waarmee programma’s deze werkmap kunnen teruglezen."
	case "de":
		return "Ausgeblendet: das Blatt „ropa“ und die Spalten „ropa-id“, mit denen Programme diese Arbeitsmappe wieder einlesen können."
	case "fr":
		return "Masqués : la feuille « ropa » et les colonnes « ropa-id », qui permettent aux programmes de relire ce classeur."
	}
	return "Hidden: the sheet “ropa” and the columns “ropa-id”, by which programs can read this workbook back."
}
