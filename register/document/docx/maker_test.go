package docx_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/value"
)

const letters = "nl: coöperatie, één · de: Straße, Größe, Übermaß · fr: cœur, où, ça, Noël · pl: zażółć gęślą jaźń · el: Επεξεργασία δεδομένων · bg: Обработване на лични данни"

const long = "Bestellingen aannemen, betalen en bezorgen: naam, adres, e-mailadres en telefoonnummer van de klant, de bestelde artikelen en de wijze van betaling, zolang als nodig is om de overeenkomst uit te voeren en daarna om te voldoen aan de fiscale bewaarplicht."

// made is a register-like document with so many activities.
func made(t testing.TB, n int) *document.Document {
	t.Helper()
	d := &document.Document{
		Kind: "register", Title: "Register van verwerkingsactiviteiten", Subtitle: "Artikel 30 AVG",
		Language: "nl", AsOf: value.MustDate("2026-11-22"), Author: "Voorbeeldwinkel B.V.",
		Contents: 2, ContentsTitle: "Inhoud",
		Facts: []document.Fact{
			{Name: document.Text("Verwerkingsverantwoordelijke"), Text: lines("Voorbeeldwinkel B.V.", "Voorbeeldstraat 1, 1234 AB Utrecht")},
			{Name: document.Text("Functionaris voor gegevensbescherming"), Text: lines("niet vermeld"), Missing: true},
			{Name: document.Text("Contact"), Text: []document.Inline{{{Text: "privacy@example.org", Link: "mailto:privacy@example.org"}}}},
			{Name: document.Text("Peildatum"), Text: lines("22 november 2026")},
			{Name: document.Text("Versie"), Text: []document.Inline{{{Text: "sha256:2f7d3a9c0b1e4d5f6a7b8c9d0e1f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b", Style: document.Code}}}},
		},
	}
	d.Sections = append(d.Sections, overview(n), sheets(n), annexes(t, n))
	return d
}

func overview(n int) document.Section {
	table := document.Table{
		ID: "table-overview", Caption: document.Text("Overzicht van de verwerkingen"),
		Columns: []document.Column{
			{ID: "number", Title: document.Text("Nr."), Width: 0.5},
			{ID: "name", Title: document.Text("Verwerking"), Width: 2, Head: true},
			{ID: "basis", Title: document.Text("Grondslag"), Width: 1.5},
			{ID: "categories", Title: document.Text("Categorieën van persoonsgegevens"), Width: 2.5},
			{ID: "recipients", Title: document.Text("Ontvangers"), Width: 2},
			{ID: "transfer", Title: document.Text("Doorgifte"), Width: 1.5},
			{ID: "retention", Title: document.Text("Bewaartermijn"), Width: 2},
		},
	}
	for i := range n {
		row := document.Row{Muted: i%7 == 6, Cells: []document.Cell{
			{Lines: lines(fmt.Sprint(i + 1))},
			{Lines: []document.Inline{{{Text: fmt.Sprintf("Verwerking %d", i+1), Ref: fmt.Sprintf("activity-%d", i)}}}},
			{Lines: lines("overeenkomst", "wettelijke verplichting")},
			{Lines: []document.Inline{{{Text: "gezondheid ", Style: document.Mark}, {Text: " en contactgegevens, betaalgegevens"}}}},
			{Lines: lines("Vervoerder", "Betaaldienst", "Accountant")},
			{Lines: lines("geen")},
			{Lines: lines("7 jaar na het einde van het boekjaar (artikel 52 AWR)")},
		}}
		if i%3 == 1 {
			row.Cells[6] = document.Cell{Lines: lines("niet vermeld"), Missing: true}
			row.Cells[3].Lines = lines(long)
		}
		table.Rows = append(table.Rows, row)
	}
	return document.Section{
		ID: "overview", Title: document.Text("Overzicht"), Wide: true, NewPage: true,
		Blocks: []document.Block{
			document.Paragraph{Text: document.Inline{{Text: "Dit overzicht noemt alle verwerkingen. Zie ook "}, {Text: "de bijlagen", Ref: "annexes"}, {Text: " en "}, {Text: "de uitleg van de AP", Link: "https://example.org/uitleg?a=1&b=2"}, {Text: "."}}},
			table,
		},
	}
}

func sheets(n int) document.Section {
	s := document.Section{
		ID: "activities", Title: document.Text("Verwerkingen"), NewPage: true,
		Blocks: []document.Block{document.Paragraph{Text: document.Text(letters)}},
	}
	for i := range n {
		s.Sections = append(s.Sections, sheet(i))
	}
	return s
}

func sheet(i int) document.Section {
	facts := []document.Fact{
		{Name: document.Text("Kenmerk"), Text: []document.Inline{{{Text: fmt.Sprintf("activity-%d", i), Style: document.Code}}}},
		{Name: document.Text("Doeleinden"), Text: lines(long, "Klantenservice"), Facts: []document.Fact{
			{Name: document.Text("Grondslag"), Text: lines("artikel 6, lid 1, onder b: overeenkomst")},
			{Name: document.Text("Toelichting"), Text: []document.Inline{{{Text: "The customer asks for it.", Language: "en"}}}, Facts: []document.Fact{
				{Name: document.Text("Bron"), Text: lines("algemene voorwaarden")},
			}},
		}},
		{Name: document.Text("Bijzondere gegevens"), Text: []document.Inline{{{Text: "gezondheid", Style: document.Mark}, {Text: " — dieetwensen"}}}},
		{Name: document.Text("Bewaartermijn"), Text: lines("niet vermeld"), Missing: true},
		{Name: document.Text("Ontvangers"), Text: lines("Vervoerder", "Betaaldienst")},
	}
	s := document.Section{
		ID: fmt.Sprintf("activity-%d", i), Title: document.Text(fmt.Sprintf("%d. Bestellingen en klantenservice", i+1)),
		Blocks: []document.Block{document.Facts{List: facts}},
	}
	if i%3 == 0 {
		s.Blocks = append(s.Blocks,
			document.Note{Kind: document.Remark, Title: document.Text("Let op"), Text: lines("De bewaartermijn wordt herzien.")},
			document.Note{Kind: document.Caution, Title: document.Text("Onvolledig"), Text: lines("Het register toont geen bewaartermijn.", "Artikel 30, lid 1, onder f.")},
			document.Note{Kind: document.Fault, Title: document.Text("Ontbreekt"), Text: lines("Het register noemt geen ontvanger in het derde land.")},
			document.List{Items: lines("versleuteling", "toegang per rol", long)},
			document.List{Ordered: true, Items: lines("aanvraag", "besluit", "uitvoering")})
	}
	s.Sections = []document.Section{{
		ID: fmt.Sprintf("activity-%d-disclosures", i), Title: document.Text("Verstrekkingen"),
		Blocks: []document.Block{disclosures(i)},
	}}
	return s
}

func disclosures(i int) document.Table {
	return document.Table{
		ID: fmt.Sprintf("table-disclosures-%d", i), Caption: document.Text("Wie welke gegevens ontvangt"),
		Columns: []document.Column{
			{ID: "recipient", Title: document.Text("Ontvanger"), Head: true, Width: 1},
			{ID: "data", Title: document.Text("Gegevens"), Width: 2},
			{ID: "why", Title: document.Text("Waarvoor"), Width: 2},
		},
		Rows: []document.Row{
			{Cells: []document.Cell{{Lines: lines("Vervoerder")}, {Lines: lines("naam", "adres", "telefoonnummer")}, {Lines: lines(long)}}},
			{Cells: []document.Cell{{Lines: lines("Betaaldienst")}, {Missing: true}, {Lines: lines("niet vermeld"), Missing: true}}},
			{Muted: true, Cells: []document.Cell{{Lines: lines("Reclamebureau (tot 2024)")}, {Lines: lines("e-mailadres")}, {Lines: lines("nieuwsbrief")}}},
		},
	}
}

func annexes(t testing.TB, n int) document.Section {
	broad := document.Table{ID: "table-broad", Caption: document.Text("Alle kolommen van de autoriteit"), Columns: nil}
	cells := []document.Cell{}
	for i := range 24 {
		broad.Columns = append(broad.Columns, document.Column{Title: document.Text(fmt.Sprintf("Kolom %d", i+1)), Head: i == 0})
		cells = append(cells, document.Cell{Lines: lines(fmt.Sprintf("waarde %d", i+1))})
	}
	broad.Rows = []document.Row{{Cells: cells}, {Cells: cells}}
	twelve := document.Table{ID: "table-twelve", Caption: document.Text("Twaalf kolommen"), Columns: broad.Columns[:12]}
	for range min(n, 30) {
		twelve.Rows = append(twelve.Rows, document.Row{Cells: cells[:12]})
	}
	return document.Section{ID: "annexes", Title: document.Text("Bijlagen"), NewPage: true, Sections: []document.Section{
		{ID: "empty", Title: document.Text("Doorgiften"), Blocks: []document.Block{
			document.Table{ID: "table-empty", Caption: document.Text("Doorgiften buiten de EER"), Columns: twelve.Columns[:3], Empty: document.Text("Er zijn geen doorgiften.")}}},
		{ID: "map", Title: document.Text("Kaart"), Blocks: []document.Block{picture(t)}},
		{ID: "wide", Title: document.Text("Brede tabellen"), Wide: true, Blocks: []document.Block{twelve, broad}},
	}}
}

func picture(t testing.TB) document.Figure {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 800, 300))
	for y := range 300 {
		for x := range 800 {
			m.SetGray(x, y, color.Gray{Y: uint8(x * 255 / 800)})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return document.Figure{ID: "figure-map", Title: "Stromen van gegevens", Description: "Van klanten \"naar\" <ontvangers>\nen verder", PNG: b.Bytes(), Width: 400, Height: 150}
}

func lines(texts ...string) []document.Inline {
	list := make([]document.Inline, len(texts))
	for i, s := range texts {
		list[i] = document.Text(s)
	}
	return list
}

// hostile is a text that wants to be more than a text.
var hostile = "<script>alert('x')</script>&amp;]]><w:p/> =cmd|'/c calc'!A0 \u202Eexe.fdp\u202C \u2066x \x00\x01\x1b\x7f\u0085 \xff\xfe \uFFFE tab\there\r\nnext\vline " +
	"+1 -1 @SUM \u200Fmark {PAGE} DDEAUTO \"q\" " + strings.Repeat("x", 20000)
