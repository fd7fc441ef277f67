package benchmarks

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/xuri/excelize/v2"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/docx"
)

var page = template.Must(template.New("page").Parse(`<!DOCTYPE html><html><body>
{{range .}}{{if .Heading}}<h2>{{.Heading}}</h2>
{{else if .Table}}<table><tr>{{range .Table.Heads}}<th>{{.}}</th>{{end}}</tr>
{{range .Table.Rows}}<tr>{{range .}}<td>{{.}}</td>{{end}}</tr>
{{end}}</table>
{{else}}<p>{{.Text}}</p>
{{end}}{{end}}</body></html>
`))

func templateAlone(w io.Writer, in *inputs) error {
	b := bufio.NewWriter(w)
	if err := page.Execute(b, in.contents.parts); err != nil {
		return err
	}
	return b.Flush()
}

// packed is a part of a Word file.
type packed struct {
	name string
	data []byte
}

// packedOf returns the parts of our Word file of a document.
func packedOf(d *document.Document) ([]packed, error) {
	var b bytes.Buffer
	if err := docx.Write(context.Background(), &b, d); err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		return nil, err
	}
	var all []packed
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		all = append(all, packed{f.Name, data})
	}
	return all, nil
}

func zipAlone(w io.Writer, in *inputs) error {
	z := zip.NewWriter(w)
	for _, p := range in.packed {
		to, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: time.Unix(0, 0)})
		if err != nil {
			return err
		}
		if _, err := to.Write(p.data); err != nil {
			return err
		}
	}
	return z.Close()
}

func excelizeAlone(w io.Writer, in *inputs) (err error) {
	f := excelize.NewFile()
	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}()
	for i := range in.contents.tables {
		if err := sheetAlone(f, fmt.Sprintf("Table %d", i+1), &in.contents.tables[i]); err != nil {
			return err
		}
	}
	return f.Write(w)
}

func sheetAlone(f *excelize.File, name string, t *table) error {
	if _, err := f.NewSheet(name); err != nil {
		return err
	}
	s, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	row := make([]any, len(t.heads))
	put := func(n int, texts []string) error {
		for i := range texts {
			row[i] = texts[i]
		}
		at, err := excelize.CoordinatesToCellName(1, n)
		if err != nil {
			return err
		}
		return s.SetRow(at, row)
	}
	if err := put(1, t.heads); err != nil {
		return err
	}
	for i, texts := range t.rows {
		if err := put(i+2, texts); err != nil {
			return err
		}
	}
	return s.Flush()
}

// fpdfAlone sets the texts one after another, each cell in a column.
func fpdfAlone(w io.Writer, in *inputs) error {
	f := fpdf.New("L", "pt", "A4", "")
	f.AddUTF8FontFromBytes("sans", "", liberationsansregular.TTF)
	f.AddUTF8FontFromBytes("sans", "B", liberationsansbold.TTF)
	f.AddPage()
	for i := range in.contents.parts {
		switch p := &in.contents.parts[i]; {
		case p.Heading != "":
			f.SetFont("sans", "B", 13)
			f.MultiCell(0, 16, p.Heading, "", "L", false)
		case p.Table != nil:
			f.SetFont("sans", "B", 9)
			rowAlone(f, p.Table.heads)
			f.SetFont("sans", "", 9)
			for _, row := range p.Table.rows {
				rowAlone(f, row)
			}
		default:
			f.SetFont("sans", "", 10)
			f.MultiCell(0, 12, p.Text, "", "L", false)
		}
	}
	return f.Output(w)
}

func rowAlone(f *fpdf.Fpdf, texts []string) {
	wide, high := f.GetPageSize()
	left, _, right, bottom := f.GetMargins()
	if f.GetY() > high-bottom-60 {
		f.AddPage()
	}
	top, lowest := f.GetY(), f.GetY()
	each := (wide - left - right) / float64(max(1, len(texts)))
	on := f.PageNo()
	for i, s := range texts {
		if s == "" {
			continue
		}
		if f.PageNo() != on { // the cell before it went on to the next page
			on, top, lowest = f.PageNo(), f.GetY(), f.GetY()
		}
		f.SetXY(left+float64(i)*each, top)
		f.MultiCell(each-4, 11, s, "", "L", false)
		lowest = max(lowest, f.GetY())
	}
	f.SetXY(left, lowest)
}

func printAlone(w io.Writer, in *inputs) error {
	b := bufio.NewWriter(w)
	for i := range in.contents.parts {
		switch p := &in.contents.parts[i]; {
		case p.Heading != "":
			fmt.Fprintf(b, "## %s\n\n", p.Heading)
		case p.Table != nil:
			for _, row := range append([][]string{p.Table.heads}, p.Table.rows...) {
				for _, cell := range row {
					fmt.Fprintf(b, "| %s ", cell)
				}
				fmt.Fprint(b, "|\n")
			}
		default:
			fmt.Fprintf(b, "%s\n\n", p.Text)
		}
	}
	return b.Flush()
}

// csvAlone writes the table that alone stands for the register.
func csvAlone(w io.Writer, in *inputs) error {
	c := csv.NewWriter(w)
	for i := range in.contents.tables {
		t := &in.contents.tables[i]
		if err := c.Write(t.heads); err != nil {
			return err
		}
		if err := c.WriteAll(t.rows); err != nil {
			return err
		}
		break // the overview comes first
	}
	c.Flush()
	return c.Error()
}

func jsonAlone(w io.Writer, in *inputs) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(in.document)
}
