package document_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/html"
	"github.com/openropa/ropa/register/document/markdown"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// A document is built, then written in a format.
func Example() {
	r, source, _ := register.Load("../../examples/webgems")
	view, _ := register.Resolve(r, source, nil)
	m := datamap.Build(view)
	d, err := document.Retention(context.Background(), view, m, document.Options{AsOf: value.MustDate("2026-11-22"), Language: "en", Audience: document.Authority})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Title, "as of", d.AsOf)
	for _, s := range d.Sections {
		fmt.Println("-", s.Title)
	}
	if err := html.Write(context.Background(), io.Discard, d); err != nil { // a file; or docx.Write, pdf.Write …
		fmt.Println(err)
	}
	// Output:
	// Retention schedule as of 2026-11-22
	// - Rules
	// - Which data are kept by which rule
	// - How long recipients keep the data
	// - Data without a stated retention
}

// A document of one's own: any tree can be written in every format.
func ExampleDocument() {
	r, source, _ := register.Load("../../examples/webgems")
	view, _ := register.Resolve(r, source, nil)
	answers, err := datamap.Build(view).Recipients(datamap.Filter{AsOf: value.MustDate("2026-11-22"), Activities: []string{"payments"}, Brief: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	table := document.Table{ID: "recipients", Columns: []document.Column{
		{ID: "recipient", Title: document.Text("Recipient"), Head: true}, {ID: "role", Title: document.Text("Role")},
	}}
	english := words.In("en")
	for _, a := range answers.Answers {
		role := document.Cell{Lines: []document.Inline{document.Text(strings.Join(a.Roles, ", "))}}
		name := document.Cell{Lines: []document.Inline{document.Text(english.Name(view, register.KindParties, a.ID))}}
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{name, role}})
	}
	d := &document.Document{
		Kind: "our-recipients", Title: "Who gets payment data", Language: "en", AsOf: value.MustDate("2026-11-22"),
		Sections: []document.Section{{ID: "all", Title: document.Text("Recipients"), Blocks: []document.Block{table}}},
	}
	if err := markdown.Write(context.Background(), os.Stdout, d); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <div lang="en">
	//
	// # Who gets payment data
	//
	// <a id="all"></a>
	//
	// ## Recipients
	//
	// <a id="recipients"></a>
	//
	// | Recipient | Role |
	// | --- | --- |
	// | credit assessors | controller |
	// | Mollie | processor |
	// | PayPal | processor |
	// | investigating authorities | recipient |
	// | Lightspeed | processor |
	// | Dutch tax authority | recipient |
	//
	// </div>
}
