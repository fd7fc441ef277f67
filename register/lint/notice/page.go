package notice

import (
	"sort"
	"unicode/utf8"

	"github.com/openropa/ropa/register/diag"
)

// page is a text as its reader sees it: blocks of words.
type page struct {
	name   string
	text   string // what is seen
	blocks []block
	words  []word

	source  string   // what was read, decoded
	lines   []int    // where its lines begin
	anchors []anchor // how the text lies in the source; none: they are the same
}

// anchor says that from a place in the text on it runs along with the source.
type anchor struct{ text, source int }

// blockKind is what a block is in the layout of a text.
type blockKind uint8

const (
	paragraph blockKind = iota
	heading
	item // of a list or a table
)

// block is a heading, a paragraph or an entry of a list.
type block struct {
	kind     blockKind
	level    int // of a heading, from 1
	from, to int // in the text
	// first and last are the words: words[first:last].
	first, last int
}

// finish splits the text of a page into words and deals them to its blocks.
func (p *page) finish() {
	p.words = split(p.text)
	w := 0
	for i := range p.blocks {
		b := &p.blocks[i]
		for w < len(p.words) && p.words[w].from < b.from {
			w++
		}
		b.first = w
		for w < len(p.words) && p.words[w].from < b.to {
			p.words[w].block = i
			w++
		}
		b.last = w
	}
	p.lines = append(p.lines[:0], 0)
	for i := range len(p.source) {
		if p.source[i] == '\n' {
			p.lines = append(p.lines, i+1)
		}
	}
}

// place tells where in the file something of the text stands.
func (p *page) place(offset int) diag.Place {
	if n := sort.Search(len(p.anchors), func(i int) bool { return p.anchors[i].text > offset }); n > 0 {
		offset += p.anchors[n-1].source - p.anchors[n-1].text
	}
	offset = min(offset, len(p.source))
	line := sort.Search(len(p.lines), func(i int) bool { return p.lines[i] > offset }) - 1
	return diag.Place{File: p.name, Line: line + 1, Column: utf8.RuneCountInString(p.source[p.lines[line]:offset]) + 1}
}

// section returns the numbers of the blocks below a heading, up to the next one
// of its level.
func (p *page) section(h int) (from, to int) {
	from = h + 1
	for to = from; to < len(p.blocks); to++ {
		if b := &p.blocks[to]; b.kind == heading && b.level <= p.blocks[h].level {
			break
		}
	}
	return from, to
}

// headingOf returns the number of the heading above a block, -1 for none.
func (p *page) headingOf(b int) int {
	for b--; b >= 0; b-- {
		if p.blocks[b].kind == heading {
			return b
		}
	}
	return -1
}
