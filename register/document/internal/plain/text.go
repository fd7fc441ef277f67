// Package plain makes texts of a register fit for formats that hold little more
// than text.
package plain

import (
	"strings"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/value"
)

// Text is what is visible of a text, without the places where a long word may be
// broken: they would be searched for in vain.
func Text(s string) string { return strings.ReplaceAll(Visible(s), "\u00ad", "") }

// Visible replaces what cannot be shown or what changes the text around it: a
// control character by its picture, a character that turns the direction of what
// follows, hides letters (tags) or is none by U+FFFD. Lines end with \n.
func Visible(s string) string {
	if isPlain(s) {
		return s
	}
	if strings.Contains(s, "\r\n") {
		s = strings.ReplaceAll(s, "\r\n", "\n")
	}
	return strings.Map(visible, s)
}

func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x7f || c < ' ' && c != '\n' && c != '\t' {
			return false
		}
	}
	return true
}

func visible(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case r == '\v' || r == '\f' || r == '\r' || r == 0x85 || r == 0x2028 || r == 0x2029:
		return '\n'
	case r < ' ':
		return 0x2400 + r
	case r == 0x7f:
		return 0x2421
	case r < 0xa0 && r > 0x7f, // control characters without a picture
		r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, // turn the direction until further notice
		r >= 0xe0000 && r <= 0xe007f,                   // tags: letters that nobody sees
		r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe: // no characters
		return 0xfffd
	}
	return r
}

// Line is a text on one line.
func Line(s string) string { return strings.Join(strings.Fields(Text(s)), " ") }

// Inline is a line of text in parts without its styles. A mark after other text is
// put between brackets: nothing else would tell the two apart.
func Inline(in document.Inline) string {
	for i := range in {
		if i > 0 && in[i].Style == document.Mark {
			return bracketed(in, i)
		}
	}
	return Text(in.String())
}

// bracketed is a line with the marks from some run on between brackets.
func bracketed(in document.Inline, from int) string {
	var b strings.Builder
	for i := range in {
		if i >= from && in[i].Style == document.Mark {
			b.WriteString("[" + Text(in[i].Text) + "]")
		} else {
			b.WriteString(Text(in[i].Text))
		}
	}
	return b.String()
}

// isMark reports whether a line is nothing but a mark.
func isMark(in document.Inline) bool { return len(in) == 1 && in[0].Style == document.Mark }

// Lines are lines of text, one below the other. A mark below another text is put
// between brackets.
func Lines(lines []document.Inline) string {
	switch len(lines) {
	case 0:
		return ""
	case 1:
		return Inline(lines[0])
	}
	var b strings.Builder
	for i, line := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		if i > 0 && isMark(line) && !isMark(lines[0]) {
			b.WriteString(bracketed(line, 0))
		} else {
			b.WriteString(Inline(line))
		}
	}
	return b.String()
}

// Words are what a format says itself, beside what a document says.
type Words struct {
	// NotStated is told where a fact is missing and nothing says so.
	NotStated string
	// Part heads the column that tells from which part of a document a row is.
	Part string
	// Name and Text head what a document says outside its tables.
	Name, Text string
	Contents   string
	// Page and Of number pages: page 1 of 3.
	Page, Of string
	// Colon stands between a name and what is said of it, before a space.
	Colon string
	// Notes are the kinds of notes.
	Notes [3]string
}

var words = map[value.Language]Words{
	"en": {"not stated", "Part", "Name", "Text", "Contents", "Page", "of", ":", [3]string{"Note", "Caution", "Missing"}},
	"nl": {"niet vermeld", "Onderdeel", "Naam", "Tekst", "Inhoud", "Bladzijde", "van", ":", [3]string{"Opmerking", "Let op", "Ontbreekt"}},
	"de": {"nicht angegeben", "Abschnitt", "Name", "Text", "Inhalt", "Seite", "von", ":", [3]string{"Hinweis", "Achtung", "Fehlt"}},
	"fr": {"non renseigné", "Partie", "Nom", "Texte", "Sommaire", "Page", "sur", "\u00a0:", [3]string{"Remarque", "Attention", "Manquant"}},
}

// In returns the words in a language, in English where there are none.
func In(l value.Language) Words {
	base, _, _ := strings.Cut(string(l), "-")
	if w, ok := words[value.Language(base)]; ok {
		return w
	}
	return words["en"]
}

// Link returns an address that a document may lead to: https or mailto; else "".
func Link(s string) string {
	if !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "mailto:") {
		return ""
	}
	if strings.ContainsFunc(s, func(r rune) bool {
		return r <= ' ' || r == 0x7f || visible(r) != r || strings.ContainsRune("<>\"`\\", r)
	}) || !isUTF8(s) {
		return ""
	}
	return s
}

func isUTF8(s string) bool { return strings.ToValidUTF8(s, "") == s }
