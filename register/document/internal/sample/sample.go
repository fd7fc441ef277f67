// Package sample makes documents to try the formats with.
package sample

import (
	"fmt"
	"strings"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/value"
)

const long = "Gegevens worden bewaard zolang de overeenkomst duurt en daarna zeven jaar, omdat de belastingwet dat vraagt; wie eerder bezwaar maakt, krijgt binnen een maand antwoord. "

// Hostile are texts that formats might read as something else. Each holds the word
// KEPT, which must be there in the end.
var Hostile = []string{
	"<script>alert('KEPT')</script>", "=cmd|' /C calc'!A0 KEPT", "+KEPT", "-KEPT", "@KEPT", "\t=KEPT", "\r\n=KEPT", "  =KEPT", "＝KEPT",
	"a\u202eKEPT\u2066b\u200fc", "KEPT " + strings.Repeat("lang woord ", 1818), "nul\x00 KEPT \x1b[31m\x07\u0085\u2028 end", "bad \xff\xfe KEPT",
	"]]> KEPT &amp; &lt; \"'", "| KEPT | `code` *a* _b_ [x](javascript:alert(1)) ![i](http://example.org) # ~~s~~ $x$", "1. KEPT", "# KEPT", "> KEPT", "    KEPT",
	"<!-- KEPT --> <a href=\"x\">", "_x0041_ KEPT", "\U000e0041tag KEPT", "www.example.org http://example.org KEPT", "line\nKEPT\n\nline", "שלום KEPT ‏", strings.Repeat("KEPT", 5000),
}

// Letters are those of the languages of documents.
const Letters = "ĳ ë ü ß Ä œ Ç é À ą ę ł ż ź ś ń Ω ά ώ ς Ж щ ю ѝ €"

// Document makes a document of so many sections, with a table and facts in each.
func Document(sections int) *document.Document {
	d := &document.Document{
		Kind: "sample", Title: "Register van verwerkingen", Subtitle: "Voorbeeld B.V.", Language: "nl", AsOf: value.MustDate("2026-11-22"), Author: "Voorbeeld B.V.", Contents: 1, ContentsTitle: "Inhoud",
		Facts: []document.Fact{{Name: document.Text("Contact"), Text: []document.Inline{{{Text: "privacy@example.org", Link: "mailto:privacy@example.org"}}}}, {Name: document.Text("Letters"), Text: []document.Inline{document.Text(Letters)}}},
	}
	for i := range sections {
		d.Sections = append(d.Sections, section(i))
	}
	return d
}

func section(i int) document.Section {
	id := fmt.Sprintf("activity-%d", i+1)
	t := document.Table{ID: id + "-data", Caption: document.Text("Gegevens"), Empty: document.Text("geen"), Columns: []document.Column{
		{ID: "data", Title: document.Text("Gegevens"), Width: 1, Head: true}, {ID: "subjects", Title: document.Text("Betrokkenen"), Width: 1},
		{ID: "retention", Title: document.Text("Bewaartermijn"), Width: 2}, {ID: "since", Title: document.Text("Sinds"), Width: 1},
	}}
	for j := range 8 {
		t.Rows = append(t.Rows, document.Row{Muted: j == 7, Cells: []document.Cell{
			{Lines: []document.Inline{document.Text(fmt.Sprintf("gegeven %d", j)), {{Text: "bijzonder", Style: document.Mark}}}},
			{Lines: []document.Inline{{{Text: "klant", Ref: id}, {Text: " (customer)", Language: "en", Style: document.Muted}}}},
			{Lines: []document.Inline{document.Text(long[:20+17*j])}},
			{Lines: []document.Inline{document.Text("22 november 2026")}, Date: value.MustDate("2026-11-22")},
		}})
	}
	t.Rows[3].Cells[2] = document.Cell{Lines: []document.Inline{document.Text("niet vermeld")}, Missing: true}
	t.Rows[4].Cells[2] = document.Cell{Missing: true}
	return document.Section{
		ID: id, Title: document.Text(fmt.Sprintf("Verwerking %d", i+1)), NewPage: true,
		Blocks: []document.Block{
			document.Facts{List: []document.Fact{
				{Name: document.Text("Doel"), Text: []document.Inline{document.Text(long)}, Facts: []document.Fact{{Name: document.Text("Grondslag"), Text: []document.Inline{document.Text("overeenkomst")}}}},
				{Name: document.Text("Belang"), Missing: true},
			}},
		},
		Sections: []document.Section{{ID: id + "-table", Title: document.Text("Gegevens"), Wide: true, Blocks: []document.Block{
			document.Paragraph{Text: document.Text(long)}, t,
			document.List{Items: []document.Inline{document.Text("een"), document.Text("twee")}},
			document.Note{Kind: document.Caution, Title: document.Text("Let op"), Text: []document.Inline{document.Text("niet vermeld")}},
		}}},
	}
}

// HostileDocument makes a document with a hostile text in every place.
func HostileDocument() *document.Document {
	d := &document.Document{Kind: "sample", Language: "nl", AsOf: value.MustDate("2026-11-22"), Title: Hostile[0], Subtitle: Hostile[14], Author: Hostile[1], Contents: 3}
	for i, s := range Hostile {
		in := document.Text(s)
		linked := document.Inline{{Text: s, Link: "javascript:alert(1)"}, {Text: s, Link: "https://example.org/?a=\"><script>", Style: document.Strong}, {Text: s, Ref: "\"><script>", Style: document.Code, Language: "en\"><script>"}}
		d.Facts = append(d.Facts, document.Fact{Name: in, Text: []document.Inline{in, linked}})
		d.Sections = append(d.Sections, document.Section{ID: fmt.Sprintf("s-%d", i), Title: in, Blocks: []document.Block{
			document.Paragraph{Text: in}, document.List{Items: []document.Inline{in, linked}}, document.Facts{List: []document.Fact{{Name: in, Text: []document.Inline{linked}}}},
			document.Note{Title: in, Text: []document.Inline{in}},
			document.Table{ID: fmt.Sprintf("t-%d", i), Caption: in, Empty: in, Columns: []document.Column{{ID: s, Title: in, Head: true}, {ID: "b", Title: in}}, Rows: []document.Row{
				{Cells: []document.Cell{{Lines: []document.Inline{in}}, {Lines: []document.Inline{linked, in}, Missing: true}}}, {},
			}},
			document.Figure{ID: fmt.Sprintf("f-%d", i), Title: s, Description: s},
		}})
	}
	return d
}
