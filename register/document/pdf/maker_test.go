package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/value"
)

const letters = "nl: coëfficiënt, ĳs, één – de: Größe, Straße, Übermäßigkeit – fr: œuvre, Noël, ça, où, À – " +
	"pl: zażółć gęślą jaźń ŁÓDŹ – el: Υπεύθυνος επεξεργασίας, ΐΰϊϋάέήίόύώ ᾳῆ – bg: Администратор на лични данни, щъюяѝ"

var lorem = strings.Fields(`gegevens van klanten worden verwerkt voor de uitvoering van de overeenkomst en bewaard tot
	zeven jaar na het einde van het boekjaar waarin de bestelling is betaald omdat de belastingwet dat vraagt
	verwerkingsverantwoordelijke gegevensbeschermingseffectbeoordeling ontvanger sub-verwerker doorgifte`)

func words(seed, n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = lorem[(seed*7+i*(1+seed%5))%len(lorem)]
	}
	s := strings.Join(list, " ")
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

func text(seed, n int) document.Inline { return document.Text(words(seed, n)) }

// sample is a document of n sheets of activities with what surrounds them.
func sample(n int) *document.Document {
	d := &document.Document{
		Kind: "register", Title: "Register van verwerkingsactiviteiten", Subtitle: "Artikel 30, lid 1 en 2, AVG",
		Language: "nl", AsOf: value.MustDate("2026-11-22"), Author: "Voorbeeld Webwinkel B.V.", Contents: 2, ContentsTitle: "Inhoud",
		Facts: []document.Fact{
			{Name: document.Text("Verwerkingsverantwoordelijke"), Text: []document.Inline{document.Text("Voorbeeld Webwinkel B.V., Kade 1, 1000 AA Amsterdam"),
				{{Text: "privacy@example.org", Link: "mailto:privacy@example.org"}}}},
			{Name: document.Text("Functionaris voor gegevensbescherming"), Text: []document.Inline{document.Text("Niet aangewezen")}, Missing: true},
			{Name: document.Text("Toestand op"), Text: []document.Inline{document.Text("22 november 2026")}},
			{Name: document.Text("Inhoud (SHA-256)"), Text: []document.Inline{{{Text: strings.Repeat("9f86d081884c7d65", 4), Style: document.Code}}}},
		},
	}
	d.Sections = append(d.Sections, summary(n))
	sheets := document.Section{ID: "activities", Title: document.Text("Verwerkingen")}
	for i := range n {
		sheets.Sections = append(sheets.Sections, sheet(i))
	}
	d.Sections = append(d.Sections, sheets, transfers(n), picture())
	return d
}

func summary(n int) document.Section {
	t := document.Table{ID: "summary-table", Caption: document.Text("Alle verwerkingen"), Columns: []document.Column{
		{ID: "id", Title: document.Text("Nr."), Width: 0.5, Head: true}, {ID: "name", Title: document.Text("Verwerking"), Width: 2},
		{ID: "basis", Title: document.Text("Rechtsgrondslag"), Width: 1.5}, {ID: "until", Title: document.Text("Bewaartermijn"), Width: 1.5},
	}}
	for i := range n {
		t.Rows = append(t.Rows, document.Row{Muted: i%9 == 8, Cells: []document.Cell{
			{Lines: []document.Inline{document.Text(fmt.Sprint(i + 1))}},
			{Lines: []document.Inline{{{Text: name(i), Ref: fmt.Sprintf("a%d", i)}}}},
			{Lines: bases[:1+i%2]},
			{Lines: []document.Inline{document.Text([]string{"7 jaar", "Het register zegt het niet"}[i%7/6])}, Missing: i%7 == 6},
		}})
	}
	return document.Section{ID: "summary", Title: document.Text("Overzicht"), Blocks: []document.Block{
		document.Paragraph{Text: text(1, 40)}, t}}
}

var (
	bases    = []document.Inline{document.Text("Art. 6 lid 1 onder b"), document.Text("Art. 6 lid 1 onder c")}
	category = document.Inline{{Text: "Gezondheidsgegevens "}, {Text: "bijzonder", Style: document.Mark}}
)

func name(i int) string { return fmt.Sprintf("Bestelling %d afhandelen en bezorgen", i+1) }

func sheet(i int) document.Section {
	id := fmt.Sprintf("a%d", i)
	data := document.Table{ID: id + "-data", Caption: document.Text("Gegevens en bewaartermijnen"), Columns: []document.Column{
		{Title: document.Text("Gegevens"), Width: 1.5, Head: true}, {Title: document.Text("Betrokkenen")}, {Title: document.Text("Bewaartermijn"), Width: 2}, {Title: document.Text("Bron")},
	}, Empty: document.Text("Geen.")}
	for k := range 3 + i%4 {
		row := document.Row{Cells: []document.Cell{
			{Lines: []document.Inline{category[:1+(i+k)%2]}},
			{Lines: []document.Inline{document.Text("Klanten"), document.Text("Bezoekers van de website")}},
			{Lines: []document.Inline{text(i+k, 8+(i*k)%30)}},
			{Lines: []document.Inline{document.Text("Niet vastgelegd")}, Missing: true},
		}}
		row.Cells[3].Missing = k%2 == 0
		data.Rows = append(data.Rows, row)
	}
	return document.Section{ID: id, Title: document.Text(name(i)), NewPage: i%3 == 0, Blocks: []document.Block{
		document.Facts{List: []document.Fact{
			{Name: document.Text("Kenmerk"), Text: []document.Inline{{{Text: "webshop.orders-" + fmt.Sprint(i), Style: document.Code}}}},
			{Name: document.Text("Doel"), Text: []document.Inline{text(i, 30), text(i+3, 12)}, Facts: []document.Fact{
				{Name: document.Text("Grondslag"), Text: []document.Inline{{{Text: "Overeenkomst", Style: document.Strong}, {Text: " (art. 6 lid 1 onder b)"}}}},
				{Name: document.Text("Toelichting"), Text: []document.Inline{text(i+5, 25)}},
			}},
			{Name: document.Text("Afdeling"), Text: []document.Inline{document.Text("Het register noemt geen afdeling")}, Missing: true},
			{Name: document.Text("Overeenkomst"), Text: []document.Inline{{{Text: "https://example.org/contracts/" + strings.Repeat("verwerkersovereenkomst-", 4) + "2025.pdf", Link: "https://example.org/contracts/2025.pdf"}}}},
			{Name: document.Text("In het Engels"), Text: []document.Inline{{{Text: "Order handling", Language: "en"}, {Text: " (vertaling)", Style: document.Muted}}}},
		}},
		data,
		document.Note{Kind: document.NoteKind(i % 3), Title: document.Text("Doorgifte zonder waarborg"), Text: []document.Inline{text(i, 20)}},
		document.List{Ordered: i%2 == 0, Items: []document.Inline{text(i, 5), text(i+1, 22), text(i+2, 4)}},
	}}
}

func transfers(n int) document.Section {
	t := document.Table{ID: "transfers-table", Caption: document.Text("Doorgiften")}
	for i := range 9 {
		t.Columns = append(t.Columns, document.Column{Title: document.Text([]string{"Ontvanger", "Land", "Passende waarborgen", "Verwerkingsactiviteit", "Sinds"}[i%5]), Head: i == 0})
	}
	for i := range 4 + n/4 {
		var r document.Row
		for k := range t.Columns {
			r.Cells = append(r.Cells, document.Cell{Lines: []document.Inline{text(i+k, 1+(i*k)%14)}})
		}
		t.Rows = append(t.Rows, r)
	}
	many := document.Table{ID: "many", Caption: document.Text("Sjabloon met dertig kolommen")}
	for i := range 30 {
		many.Columns = append(many.Columns, document.Column{Title: document.Text(fmt.Sprintf("Verwerkingskenmerk %d", i+1)), Head: i == 1})
	}
	for i := range 2 {
		var r document.Row
		for k := range many.Columns {
			r.Cells = append(r.Cells, document.Cell{Lines: []document.Inline{text(i+k, 1+(i*k)%14)}, Missing: k%7 == 5})
		}
		many.Rows = append(many.Rows, r)
	}
	return document.Section{ID: "annexes", Title: document.Text("Bijlagen"), Sections: []document.Section{
		{ID: "transfers", Title: document.Text("Doorgiften buiten de EER"), Wide: true, Blocks: []document.Block{t, many}},
		{ID: "letters", Title: document.Text("Letters"), Blocks: []document.Block{document.Paragraph{Text: document.Text(letters)},
			document.Table{ID: "none", Caption: document.Text("Lege tabel"), Columns: []document.Column{{Title: document.Text("A")}}, Empty: document.Text("Geen gezamenlijke verwerkingsverantwoordelijken.")}}},
	}}
}

func picture() document.Section {
	img := image.NewGray(image.Rect(0, 0, 600, 300))
	for y := range 300 {
		for x := range 600 {
			img.SetGray(x, y, color.Gray{uint8(255 - (x/60+y/60)%2*40)})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return document.Section{ID: "map", Title: document.Text("Kaart"), Blocks: []document.Block{
		document.Figure{ID: "fig", Title: "Stromen van gegevens", Description: "Van klanten naar bezorgers.", PNG: b.Bytes(), Width: 300, Height: 150}}}
}
