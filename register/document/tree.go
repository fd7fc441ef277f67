package document

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

// Document is a document as a tree, in one language.
type Document struct {
	// Kind names the document: register, processors, retention …
	Kind string
	// Title and Subtitle stand on top.
	Title, Subtitle string
	// Language is that of the document; a Run in another one says so.
	Language value.Language
	// AsOf is the day as of which it is true.
	AsOf value.Date
	// Author is the organisation whose document it is.
	Author string
	// Facts is the title block: who, on which day, in which version.
	Facts []Fact
	// Contents asks for a table of contents of so many levels; 0 for none.
	Contents int
	// ContentsTitle heads the table of contents; none where it is empty.
	ContentsTitle string
	// Sections are its parts in their order.
	Sections []Section
	// Origin is the register of which it is made.
	Origin Origin
	// Register is the register itself where the document tells all of it and the
	// reader may see all of it; nil otherwise. For formats that hold data.
	Register *register.Register
}

// Origin identifies the register of which a document is made, as far as the
// audience may know it.
type Origin struct {
	// Schema is the version of the format, such as ropa/v1; ID the identifier of the
	// register.
	Schema, ID string
	// Version and Hash identify its contents; "" where they are not known.
	Version, Hash string
	Audience      Audience
}

// Overview is the ID of the table that alone stands for a register in formats
// that hold one table.
const Overview = "overview-table"

// Section is a part of a document under a heading.
type Section struct {
	// ID names the section within the document, for references and addresses:
	// lower-case letters, digits and hyphens. Unique, and the same as long as the
	// thing that it is about keeps its identifier.
	ID string
	// Title is the heading.
	Title Inline
	// Wide asks for a page on its side: it holds wide tables.
	Wide bool
	// NewPage asks for a page of its own.
	NewPage bool
	// Blocks stand under the heading, before the Sections below it.
	Blocks   []Block
	Sections []Section
}

// Block is a paragraph, a list, a table, facts, a note or a figure: the value, not a
// pointer to it, which no format can write.
type Block interface{ block() }

// Paragraph is running text.
type Paragraph struct{ Text Inline }

// List is a list of short texts.
type List struct {
	Ordered bool
	Items   []Inline
}

// Fact is a name and what it says: a line of a title block or of the sheet of
// an activity.
type Fact struct {
	// Name is the label.
	Name Inline
	// Text is what it says; several are several values.
	Text []Inline
	// Facts are facts about it, told below it.
	Facts []Fact
	// Missing: the register does not say it, and Text tells so.
	Missing bool
}

// Facts is a list of facts.
type Facts struct{ List []Fact }

// Table is a table with a head.
type Table struct {
	// ID names the table within the document, as a section is named.
	ID string
	// Caption tells what it shows.
	Caption Inline
	// Columns are its columns.
	Columns []Column
	// Rows are its rows, each with a cell for each column.
	Rows []Row
	// Empty is what is told where there are no rows.
	Empty Inline
}

// Column is a column of a table.
type Column struct {
	// ID names the column for programs: legalBasis.
	ID string
	// Title is its head.
	Title Inline
	// Width is its share of the width, about; 0 counts as 1.
	Width float64
	// Head: its cells are heads of their rows.
	Head bool
}

// Row is a row of a table.
type Row struct {
	Cells []Cell
	// Muted: what it tells does not apply any more, or not yet.
	Muted bool
	// At is the address of the entry of the register that the row tells, such as
	// activities/payments/purposes/payment, for formats that can be read back; ""
	// where it tells no entry, or for the public.
	At string
}

// Cell is a cell of a table: one value, or several, each on a line of its own.
type Cell struct {
	Lines []Inline
	// Date is the value as a date, where it is one, for formats that know dates.
	Date value.Date
	// Missing: the register does not say it, and Lines tells so.
	Missing bool
}

// Note is set apart from the text around it.
type Note struct {
	Kind  NoteKind
	Title Inline
	Text  []Inline
}

// NoteKind says how much a note matters.
type NoteKind uint8

// Values of NoteKind.
const (
	Remark  NoteKind = iota // worth knowing
	Caution                 // likely to be missing or wrong
	Fault                   // missing
)

// Figure is a picture. Its title and description are for those who cannot see
// it.
type Figure struct {
	ID                 string
	Title, Description string
	// SVG is the picture; it stands by itself, without scripts or links.
	SVG []byte
	// PNG is the same for formats without SVG, twice as large as it is shown.
	PNG           []byte
	Width, Height float64 // in points
}

func (Paragraph) block() {}
func (List) block()      {}
func (Facts) block()     {}
func (Table) block()     {}
func (Note) block()      {}
func (Figure) block()    {}

// Inline is a line of text in parts.
type Inline []Run

// Run is a piece of text. It is plain: no format reads marks in it.
type Run struct {
	Text string
	// Language is its language where it is not that of the document.
	Language value.Language
	Style    Style
	// Ref is the ID of a section, table or figure of the document to which it leads.
	Ref string
	// Link is an address outside the document: https or mailto, or in html also ./ and
	// the name of a file beside it; nothing else.
	Link string
}

// Style is how a piece of text is set.
type Style uint8

// Values of Style.
const (
	Plain  Style = iota
	Strong       // it matters
	Muted        // it matters less
	Code         // an identifier or an address
	Mark         // a word that stands for a property: special category
)

// Text is plain text as an Inline; nil where there is none.
func Text(s string) Inline {
	if s == "" {
		return nil
	}
	return Inline{{Text: s}}
}

// String returns the text without its styles.
func (in Inline) String() string {
	switch len(in) {
	case 0:
		return ""
	case 1:
		return in[0].Text
	}
	n := 0
	for i := range in {
		n += len(in[i].Text)
	}
	b := make([]byte, 0, n)
	for i := range in {
		b = append(b, in[i].Text...)
	}
	return string(b)
}

// Walk goes through the sections of a document from top to bottom, with their
// level: 1 for those of the document itself.
func (d *Document) Walk(visit func(s *Section, level int)) {
	walk(d.Sections, 1, visit)
}

func walk(list []Section, level int, visit func(*Section, int)) {
	for i := range list {
		visit(&list[i], level)
		walk(list[i].Sections, level+1, visit)
	}
}
