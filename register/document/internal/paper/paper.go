// Package paper decides which parts of a document stand on pages on their side: for
// formats that are printed, and alike in all of them.
//
// A section asks for such a page when it is made, before anybody knows how much is in
// its tables. It gets one where the tables need it: a table that can be read on an
// upright page stands there, and no page is begun for a line or two.
package paper

import (
	"unicode/utf8"

	"github.com/openropa/ropa/register/document"
)

// Sides are the sections that stand on their side, with all that is below them.
type Sides map[*document.Section]bool

// Turns reports whether a section begins on a page on its side. A heading with nothing
// below it but the next goes where that goes.
func (s Sides) Turns(section *document.Section) bool {
	return s[section] || len(section.Blocks) == 0 && len(section.Sections) > 0 && s.Turns(&section.Sections[0])
}

// Choose decides for all sections of a document.
func Choose(d *document.Document) Sides {
	c := &chooser{sides: Sides{}, free: d.Contents > 0}
	c.list(d.Sections, true)
	return c.sides
}

// chooser goes through a document from top to bottom.
type chooser struct {
	sides Sides
	// free: what comes next begins on a page anyway. side: what came last lies on its
	// side. begun: something came.
	free, side, begun bool
}

// list decides for sections that stand in none that asks for its side; last tells that
// a page ends with them. Those that ask and follow each other without a page between
// them go the same way.
func (c *chooser) list(all []document.Section, last bool) {
	for i := 0; i < len(all); {
		s := &all[i]
		if !s.Wide {
			c.upright(s, ends(all, i, last))
			i++
			continue
		}
		end := i + 1
		for end < len(all) && all[end].Wide && !all[end].NewPage {
			end++
		}
		c.run(all[i:end], ends(all, end-1, last))
		i = end
	}
}

// ends reports whether a page ends with a section of a list, which ends one itself
// where last is set.
func ends(all []document.Section, at int, last bool) bool {
	if at+1 == len(all) {
		return last
	}
	return all[at+1].NewPage
}

// upright passes a section that does not ask; last tells that a page ends with it.
func (c *chooser) upright(s *document.Section, last bool) {
	c.free = c.free || s.NewPage
	if len(s.Blocks) > 0 || len(s.Sections) == 0 {
		c.free, c.side, c.begun = false, false, true
	}
	c.list(s.Sections, last)
}

// run decides for sections that ask for their side; last tells that a page ends with
// them.
func (c *chooser) run(list []document.Section, last bool) {
	long, wide := costs(list)
	// To turn the paper ends the page before and the one that it is turned for.
	if c.begun && !c.free && !list[0].NewPage && !c.side {
		wide += turning
	}
	if !last {
		wide += turning
	}
	c.side = wide*gain < long
	if c.side {
		for i := range list {
			c.sides[&list[i]] = true
		}
	}
	c.free, c.begun = false, true
}

const (
	// turning is how much of a page is lost where the paper turns, about.
	turning = 0.5
	// gain is how many times as many upright pages it must take to turn the paper.
	gain = 1.2
)

// Leads reports whether a block stays with the one after it, as the heading above it
// does: it only introduces that, such as the sentence before a table.
func Leads(blocks []document.Block, at int) bool {
	if at+1 >= len(blocks) || at > 1 {
		return false
	}
	for _, b := range blocks[:at+1] {
		if !introduces(b) {
			return false
		}
	}
	return !introduces(blocks[at+1]) || Leads(blocks, at+1)
}

// introduces reports whether a block is a few lines of text.
func introduces(b document.Block) bool {
	n := 0
	switch b := b.(type) {
	case document.Paragraph:
		n = letters(b.Text)
	case document.Note:
		n = letters(b.Text...) + letters(b.Title)
	default:
		return false
	}
	return n < 600
}

// letters counts the characters of texts.
func letters(texts ...document.Inline) int {
	n := 0
	for _, text := range texts {
		for i := range text {
			n += utf8.RuneCountInString(text[i].Text)
		}
	}
	return n
}
