package benchmarks

import (
	"context"
	"io"
	"strings"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/csv"
	"github.com/openropa/ropa/register/document/docx"
	"github.com/openropa/ropa/register/document/html"
	"github.com/openropa/ropa/register/document/json"
	"github.com/openropa/ropa/register/document/markdown"
	"github.com/openropa/ropa/register/document/pdf"
	"github.com/openropa/ropa/register/document/xlsx"
)

// format is a writer of ours, and beside it what its library does with the same
// texts.
type format struct {
	name, library string
	write         func(context.Context, io.Writer, *document.Document) error
	alone         func(io.Writer, *inputs) error
}

// inputs are what a library is given.
type inputs struct {
	document *document.Document
	contents *contents
	// packed are the parts of our Word file.
	packed []packed
}

var formats = []format{
	{"html", "html/template", html.Write, templateAlone},
	{"docx", "archive/zip", docx.Write, zipAlone},
	{"xlsx", "excelize", xlsx.Write, excelizeAlone},
	{"pdf", "fpdf", pdf.Write, fpdfAlone},
	{"markdown", "fmt.Fprintf", markdown.Write, printAlone},
	{"csv", "encoding/csv", csv.Write, csvAlone},
	{"json", "encoding/json", json.Write, jsonAlone},
}

// chosen are the formats that -formats names.
func chosen() []format {
	if *only == "" {
		return formats
	}
	var all []format
	for _, f := range formats {
		for name := range strings.SplitSeq(*only, ",") {
			if name == f.name {
				all = append(all, f)
			}
		}
	}
	return all
}

// counter counts what is written to it.
type counter int64

func (c *counter) Write(data []byte) (int, error) {
	*c += counter(len(data))
	return len(data), nil
}
