package html_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/html"
	"github.com/openropa/ropa/register/value"
)

func write(t testing.TB, d *document.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := html.Write(t.Context(), &b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var text = document.Text

func fact(name string, values ...string) document.Fact {
	f := document.Fact{Name: text(name)}
	for _, v := range values {
		f.Text = append(f.Text, text(v))
	}
	return f
}

const drawing = `<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 160" width="600" height="160">
<title>not shown</title>
<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 10 5 0 10z"/></marker></defs>
<g font-family="sans-serif" font-size="14" fill="#000"><rect x="10" y="50" width="160" height="60" fill="#fff" stroke="#333"/><text x="90" y="85" text-anchor="middle">Klanten</text>
<rect x="220" y="50" width="160" height="60" fill="#eee" stroke="#333"/><text x="300" y="85" text-anchor="middle">Bestellingen</text>
<rect x="430" y="50" width="160" height="60" fill="#fff" stroke="#333" stroke-dasharray="4 3"/><text x="510" y="85" text-anchor="middle">Bezorger (BE)</text></g>
<path d="M170 80H218M380 80H428" stroke="#333" marker-end="url(#head)" fill="none"/>
</svg>`

// small is a document with one of everything.
func small() *document.Document {
	return &document.Document{
		Kind: "register", Title: "Register van verwerkingsactiviteiten", Subtitle: "Artikel 30 AVG", Language: "nl",
		AsOf: value.MustDate("2026-11-22"), Author: "Bakkerij Voorbeeld B.V.", Contents: 2,
		Facts: []document.Fact{
			fact("Verwerkingsverantwoordelijke", "Bakkerij Voorbeeld B.V., Dorpsstraat 1, 1234 AB Voorbeeld"),
			{Name: text("Contact"), Text: []document.Inline{{{Text: "privacy@example.org", Link: "mailto:privacy@example.org"}}}},
			{Name: text("Functionaris"), Text: []document.Inline{text("niet aangesteld")}, Missing: true},
		},
		Sections: []document.Section{
			{ID: "summary", Title: text("Samenvatting"), Blocks: []document.Block{
				document.Paragraph{Text: document.Inline{{Text: "Alle verwerkingen; zie "}, {Text: "bestellingen", Ref: "orders"}, {Text: " en "},
					{Text: "de toezichthouder", Link: "https://example.org/a?b=1&c=2"}, {Text: ". De term "}, {Text: "legitimate interests", Language: "en"}, {Text: " is Engels.\nEen tweede regel."}}},
				document.Table{ID: "all", Caption: text("Verwerkingen"), Columns: []document.Column{{ID: "name", Title: text("Naam"), Width: 2, Head: true}, {ID: "purpose", Title: text("Doel"), Width: 4}, {ID: "since", Title: text("Sinds")}},
					Rows: []document.Row{
						{Cells: []document.Cell{{Lines: []document.Inline{{{Text: "Bestellingen", Ref: "orders"}}}}, {Lines: []document.Inline{text("Leveren"), text("Betalen")}}, {Lines: []document.Inline{text("1 mei 2024")}, Date: value.MustDate("2024-05-01")}}},
						{Muted: true, Cells: []document.Cell{{Lines: []document.Inline{text("Nieuwsbrief (beëindigd)")}}, {Lines: []document.Inline{text("niet vermeld")}, Missing: true}, {}}},
					}},
				document.Table{ID: "transfers", Caption: text("Doorgiften"), Columns: []document.Column{{Title: text("Land")}}, Empty: text("Er zijn geen doorgiften buiten de EER.")},
			}},
			{ID: "orders", Title: text("Bestellingen"), NewPage: true, Wide: true, Blocks: []document.Block{
				document.Facts{List: []document.Fact{
					fact("Doel", "Leveren van brood"),
					{Name: text("Grondslag"), Text: []document.Inline{text("Overeenkomst (art. 6 lid 1 b)")}, Facts: []document.Fact{fact("Toelichting", "Zonder adres geen bezorging")}},
					{Name: text("Gegevens"), Text: []document.Inline{text("Naam"), {{Text: "Allergieën "}, {Text: "bijzonder", Style: document.Mark}}}},
					{Name: text("Bewaartermijn"), Missing: true},
				}},
				document.Note{Kind: document.Remark, Title: text("Telling"), Text: []document.Inline{text("Drie systemen.")}},
				document.Note{Kind: document.Caution, Title: text("Termijn"), Text: []document.Inline{text("Het register noemt geen termijn."), {{Text: "RET-001", Style: document.Code}}}},
				document.Note{Kind: document.Fault, Text: []document.Inline{text("Geen verwerkersovereenkomst.")}},
			}, Sections: []document.Section{{ID: "orders-flow", Title: text("Stroom"), Blocks: []document.Block{
				document.Figure{ID: "flow", Title: "Van klant naar bezorger", Description: "Klanten geven gegevens aan bestellingen; die gaan naar een bezorger in België.", SVG: []byte(drawing), Width: 450, Height: 120},
				document.List{Ordered: true, Items: []document.Inline{text("Eerst"), {{Text: "Dan", Style: document.Strong}, {Text: " later", Style: document.Muted}}}},
			}}}},
		},
	}
}

const lorem = "Het bedrijf verwerkt deze gegevens om de overeenkomst uit te voeren, de betaling af te handelen en aan wettelijke verplichtingen te voldoen. "

// large is a document of n activities: a summary, a sheet for each with long
// texts and missing values, and a wide annex.
func large(n int) *document.Document {
	d := small()
	d.Sections = d.Sections[:1]
	letters := "Ångström, Øre, żółć, Ελληνικά, Български, naïveté, Größe – "
	rows := make([]document.Row, 0, n)
	for i := range n {
		id := fmt.Sprintf("activity-%03d", i+1)
		name := fmt.Sprintf("%d. Verwerking van %s", i+1, []string{"bestellingen", "sollicitaties", "personeelsdossiers en verzuimregistratie", "camerabeelden"}[i%4])
		rows = append(rows, document.Row{Muted: i%7 == 6, Cells: []document.Cell{
			{Lines: []document.Inline{{{Text: name, Ref: id}}}},
			{Lines: []document.Inline{text(lorem), text("Marketing")}},
			{Lines: []document.Inline{text("2024-05-01")}, Date: value.MustDate("2024-05-01")},
			{Lines: []document.Inline{text("niet vermeld")}, Missing: i%3 == 0},
			{Lines: []document.Inline{text("Gerechtvaardigd belang")}},
		}})
		d.Sections = append(d.Sections, document.Section{ID: id, Title: text(name), NewPage: true, Blocks: []document.Block{
			document.Paragraph{Text: text(letters + strings.Repeat(lorem, 1+i%4))},
			document.Facts{List: []document.Fact{
				fact("Doel", lorem), fact("Betrokkenen", "Klanten", "Sollicitanten", "Bezoekers van de website"),
				{Name: text("Grondslag"), Text: []document.Inline{text("Overeenkomst (art. 6 lid 1 onder b)")}, Facts: []document.Fact{fact("Toelichting", lorem), fact("Wet", "https://example.org/wetten/"+strings.Repeat("artikel-", 20))}},
				{Name: text("Bewaartermijn"), Text: []document.Inline{text("het register noemt er geen")}, Missing: true},
				{Name: text("Bijzondere gegevens"), Text: []document.Inline{{{Text: "Gezondheid "}, {Text: "bijzonder", Style: document.Mark}}}},
			}},
			document.Note{Kind: document.NoteKind(i % 3), Title: text("Bewaartermijn"), Text: []document.Inline{text(lorem)}},
		}, Sections: []document.Section{{ID: id + "-recipients", Title: text("Ontvangers"), Blocks: []document.Block{recipients(id, 6)}}}})
	}
	d.Sections[0].Blocks = append(d.Sections[0].Blocks, document.Table{ID: "overview", Caption: text("Overzicht"), Columns: []document.Column{{Title: text("Naam"), Width: 2, Head: true}, {Title: text("Doel"), Width: 4}, {Title: text("Sinds")}, {Title: text("Bewaartermijn"), Width: 1.5}, {Title: text("Grondslag"), Width: 2}}, Rows: rows})
	d.Sections = append(d.Sections, document.Section{ID: "annex", Title: text("Bijlage: ontvangers"), Wide: true, NewPage: true, Blocks: []document.Block{recipients("annex", 8), recipients("annex-all", 14)}})
	return d
}

func recipients(id string, columns int) document.Table {
	t := document.Table{ID: id + "-table", Caption: text("Ontvangers en waarborgen")}
	for i := range columns {
		t.Columns = append(t.Columns, document.Column{Title: text([]string{"Ontvanger", "Rol", "Land", "Waarborg", "Sinds", "Gegevens", "Verwerkersovereenkomst"}[i%7]), Head: i == 0, Width: float64(1 + (i+1)%2)})
	}
	for row := range 5 {
		var r document.Row
		for i := range columns {
			c := document.Cell{Lines: []document.Inline{text([]string{"Hosting Voorbeeld GmbH", "verwerker", "Duitsland", "modelcontractbepalingen", "2023-02-01", "naam, adres, e-mailadres, bestelgeschiedenis", "getekend op 1 februari 2023"}[i%7])}}
			if i%7 == 4 {
				c.Date = value.MustDate("2023-02-01")
			}
			c.Missing = row == 2 && i%7 == 3
			if c.Missing {
				c.Lines = []document.Inline{text("niet vermeld")}
			}
			r.Cells = append(r.Cells, c)
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}
