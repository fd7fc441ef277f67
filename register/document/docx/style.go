package docx

import (
	_ "embed"
	"strings"

	"github.com/openropa/ropa/register/value"
)

// styles is word/styles.xml, but for the language.
//
//go:embed parts/styles.xml
var styles string

func writeStyles(x *markup, l value.Language) {
	at := localeOf(l)
	language := `w:val="` + at.tag + `"`
	if at.right {
		language = `w:bidi="` + at.tag + `"`
	}
	_, text, _ := strings.Cut(styles, "?>\n")
	x.raw(strings.Replace(text, `w:val="x-none"`, language, 1))
}
