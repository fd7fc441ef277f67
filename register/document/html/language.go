package html

import (
	"golang.org/x/text/language"

	"github.com/openropa/ropa/register/value"
)

// tag is what a page needs to know of a language.
type tag struct {
	// attributes are lang and, for a language written from right to left, dir;
	// empty for what is no language.
	attributes string
	base       string
}

func parseTag(l value.Language) tag {
	t, err := language.Parse(string(l))
	if err != nil {
		return tag{}
	}
	if t == language.Und {
		// The empty language is how HTML says that nobody knows it.
		return tag{attributes: ` lang=""`}
	}
	base, _ := t.Base()
	script, _ := t.Script()
	direction := "ltr"
	switch script.String() {
	case "Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa":
		direction = "rtl"
	}
	return tag{attributes: ` lang="` + t.String() + `" dir="` + direction + `"`, base: base.String()}
}

// language returns the attributes for a text in language l within the document,
// or nothing where it is the document's own.
func (p *page) language(l value.Language) string {
	if l == "" || l == p.doc.Language {
		return ""
	}
	t, ok := p.tags[string(l)]
	if !ok {
		t = parseTag(l)
		p.tags[string(l)] = t
	}
	return t.attributes
}

// rootAttributes are those of the html element, which always tells a language.
func (p *page) rootAttributes() string {
	if a := parseTag(p.doc.Language).attributes; a != "" && a != ` lang=""` {
		return a
	}
	return ` lang="und" dir="ltr"`
}
