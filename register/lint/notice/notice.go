// Package notice holds a published privacy policy against a register: whom the
// policy names and the register does not, and the other way round, and what
// Art. 13 GDPR asks a policy to say.
//
// It reads plain text, Markdown and HTML, in Dutch and in English. It finds names
// and words, it does not understand sentences: a finding says what to look at.
// Its rules stand in the catalogue of package lint, marked as being about a text.
package notice

import (
	"errors"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

// Errors of Check beside lint.ErrNoDate.
var (
	// ErrNotText tells of a file that is no text, such as a PDF.
	ErrNotText = errors.New("not a text, Markdown or HTML file")
	// ErrTooLong tells of a text that is longer than a policy can be.
	ErrTooLong = errors.New("the text is longer than 1 MiB")
	// ErrLanguage tells of a text that is in neither of the languages.
	ErrLanguage = errors.New("the text is neither in Dutch nor in English")
)

// Check holds a published text against a register, as of a day. The map is that
// of the view. The name of the file decides with its content how the text is
// read, stands in the places of findings and, where a notice of the register has
// it as its reference, tells which notice the text is.
//
// Findings about the text have their place in it; those about something that the
// text lacks have the place of the register's entry. The order is that of lint.Run.
func Check(view *register.View, m *datamap.Map, asOf value.Date, name string, text []byte) (diag.Findings, error) {
	if asOf.IsZero() {
		return nil, lint.ErrNoDate
	}
	p, err := readPage(name, text)
	if err != nil {
		return nil, err
	}
	c := &check{view: view, page: p, on: asOf}
	if c.languages = p.languages(); len(c.languages) == 0 {
		return nil, ErrLanguage
	}
	c.known = newPicture(view, m, asOf, name)
	c.aliases = newAliases(view)
	c.mentions = c.aliases.find(p)
	c.taken = c.mentions.words(p)
	c.named()
	c.unnamed()
	c.twoNames()
	c.unknown()
	c.rights()
	c.information()
	c.found.Sort()
	return c.found, nil
}

// check is one text held against one register.
type check struct {
	view      *register.View
	page      *page
	on        value.Date
	known     *picture
	aliases   *aliases
	mentions  *mentions
	taken     []bool // the words that are names of parties
	languages []value.Language
	// categories are the words for each category of recipients; nil: not asked yet.
	categories []string
	found      diag.Findings
}

// report tells a finding that has its place in the register.
func (c *check) report(code diag.Code, h lint.Hit) {
	rule, ok := lint.FindRule(code)
	if !ok {
		return
	}
	c.found = append(c.found, rule.Finding(c.view, h))
}

// reportAt tells a finding that has its place in the text; the entry of the
// register that it concerns is related to it.
func (c *check) reportAt(offset int, code diag.Code, h lint.Hit) {
	n := len(c.found)
	c.report(code, h)
	for i := n; i < len(c.found); i++ {
		f := &c.found[i]
		if h.At != "" {
			f.Related = append([]diag.Related{{At: h.At, Place: f.Place}}, f.Related...)
		}
		f.Place = c.page.place(offset)
	}
}

// reportText tells a finding about the text as a whole.
func (c *check) reportText(code diag.Code, h lint.Hit) {
	n := len(c.found)
	h.At = c.known.noticeAt()
	c.reportAt(0, code, h)
	for i := n; i < len(c.found); i++ {
		c.found[i].Place = diag.Place{File: c.page.name}
	}
}
