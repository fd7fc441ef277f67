package html

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"strings"
	"sync"
)

//go:embed style.css
var styleSheet string

// stacked is how a table looks where there is no room for its columns: its
// rows one below the other, each cell with the label of its column.
//
//go:embed stacked.css
var stacked string

// rooms are the places in which a table of a shape is stacked.
var rooms = []struct{ where, shape string }{
	{"@container (width < 26rem)", "few"},
	{"@container (width < 38rem)", "some"},
	{"@container (width < 52rem)", "many"},
	{"@media screen and (width < 40rem)", sheet},
	{"@media print", sheet},
}

var fixedStyle = sync.OnceValue(func() string {
	var b strings.Builder
	b.WriteString(styleSheet)
	for _, r := range rooms {
		rules := strings.ReplaceAll(stacked, ".stacked", ".table."+r.shape)
		if strings.HasPrefix(r.where, "@container") {
			// Paper has room, and pages are no containers.
			rules = "@media screen {\n" + rules + "}\n"
		}
		fmt.Fprintf(&b, "%s {\n%s}\n", r.where, rules)
	}
	return b.String()
})

// style is the style of this document: that of all, the widths of its columns
// and what stands in the margins of its pages.
func (p *page) style() string {
	var b strings.Builder
	b.WriteString("\n")
	b.WriteString(fixedStyle())
	for share, used := range p.widths {
		if used {
			fmt.Fprintf(&b, ".w%d { width: %d%% }\n", share, share)
		}
	}
	left := quote(short(line(p.doc.Title)))
	right := quote(short(line(p.doc.Author)))
	foot := quote(p.doc.AsOf.String())
	fmt.Fprintf(&b, "@page {\n\t@top-left { content: %s }\n\t@top-right { content: %s }\n\t@bottom-left { content: %s }\n}\n", left, right, foot)
	return b.String()
}

// short is a text that fits beside another one at the head of a page.
func short(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// quote is a text as a string of a style sheet. All but letters of ASCII,
// digits and spaces are written by number, so that nothing ends the string or
// the style.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == ' ' || r == '-' {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "\\%06x", r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// policy allows this one style and pictures within the page, and nothing else.
func policy(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; img-src data:; base-uri 'none'; form-action 'none'"
}
