package html_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/html"
)

// A link may lead to a file beside the document, and nowhere else on the disk of
// its reader.
func TestLinksToFilesBeside(t *testing.T) {
	for link, leads := range map[string]bool{
		"./register.nl.pdf": true, "./SHA256SUMS": true, "./register-cnpd.en.xlsx": true,
		"./": false, "./.hidden": false, "./../up": false, "./a/b": false, `./a\b`: false, "./a b": false, "./a?b": false, "./a#b": false,
		"./javascript:x": false, `./"onclick=`: false, "register.nl.pdf": false, "../register.nl.pdf": false, "/etc/passwd": false, ".//host/x": false,
	} {
		d := &document.Document{Kind: "x", Title: "x", Language: "en", Sections: []document.Section{{
			ID: "s", Title: document.Text("s"), Blocks: []document.Block{document.Paragraph{Text: document.Inline{{Text: "TEXT", Link: link}}}},
		}}}
		var b bytes.Buffer
		if err := html.Write(t.Context(), &b, d); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(b.String(), `">TEXT</a>`); got != leads {
			t.Errorf("%q: leads is %t", link, got)
		}
	}
}
