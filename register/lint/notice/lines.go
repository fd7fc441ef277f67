package notice

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a line of a plain or Markdown text.
type line struct {
	from, to int
	text     string
}

var (
	markedHeading = regexp.MustCompile(`^ {0,3}(#{1,6})(\s|$)`)
	underline     = regexp.MustCompile(`^\s*(=+|-{3,}|\*{3,}|_{3,})\s*$`)
	listed        = regexp.MustCompile(`^\s*([-*+•·–]|\(?[0-9a-z]{1,2}[.)])\s+`)
)

// readLines makes a page of plain text or Markdown. The two are told apart line
// by line: many a plain text has lists and underlined headings too.
func readLines(p *page) {
	p.text = p.source
	var group []line
	from := 0
	for text := range strings.Lines(p.source) {
		l := line{from, from + len(text), strings.TrimRight(text, "\r\n\t \u00a0")}
		from += len(text)
		if strings.TrimSpace(l.text) == "" {
			p.addGroup(group)
			group = group[:0]
			continue
		}
		group = append(group, l)
	}
	p.addGroup(group)
	p.finish()
}

// addGroup adds the blocks of lines without an empty line between them. A line
// ends a block unless the first word of the next would not have fitted on it.
func (p *page) addGroup(group []line) {
	width := 0
	for _, l := range group {
		width = max(width, utf8.RuneCountInString(l.text))
	}
	inList := false
	for i := 0; i < len(group); i++ {
		l := group[i]
		if underline.MatchString(l.text) {
			if n := len(p.blocks) - 1; i > 0 && n >= 0 && p.blocks[n].to == l.from && isShort(p.text[p.blocks[n].from:l.from]) {
				p.blocks[n].kind, p.blocks[n].level = heading, 1
				if strings.Contains(l.text, "-") {
					p.blocks[n].level = 2
				}
			}
			continue
		}
		b := block{from: l.from, to: l.to, level: 1}
		if m := markedHeading.FindStringSubmatch(l.text); m != nil {
			b.kind, b.level = heading, len(m[1])
			p.blocks, inList = append(p.blocks, b), false
			continue
		}
		single := true
		for i+1 < len(group) && continues(group[i], group[i+1], width) {
			i++
			b.to, single = group[i].to, false
		}
		switch {
		case listed.MatchString(l.text) || strings.HasPrefix(strings.TrimSpace(l.text), "|"):
			b.kind = item
		case inList && single && isShort(l.text):
			b.kind = item
		case single && isShort(l.text) && !lastOf(l.text, ":"):
			b.kind = heading
		}
		p.blocks = append(p.blocks, b)
		inList = lastOf(group[i].text, ":") || inList && b.kind == item
	}
}

// continues reports whether a line goes on in the next one.
func continues(l, next line, width int) bool {
	if listed.MatchString(next.text) || markedHeading.MatchString(next.text) || underline.MatchString(next.text) {
		return false
	}
	if lastOf(l.text, ".!?:") && isShort(next.text) { // a heading, maybe
		return false
	}
	first := strings.Fields(next.text)[0]
	if r, _ := utf8.DecodeRuneInString(first); unicode.IsLower(r) && !lastOf(l.text, ".!?:;") {
		return true
	}
	return utf8.RuneCountInString(l.text)+1+utf8.RuneCountInString(first) > width
}

// isShort reports whether a line reads like a heading: a few words, no sentence.
func isShort(text string) bool {
	return len(strings.Fields(text)) <= 12 && utf8.RuneCountInString(text) <= 100 && !lastOf(text, ".!?;,")
}

// lastOf reports whether a line ends in one of some characters, not counting the
// marks of emphasis.
func lastOf(text, of string) bool {
	text = strings.TrimRight(text, " \t\r\n*_#")
	r, _ := utf8.DecodeLastRuneInString(text)
	return text != "" && strings.ContainsRune(of, r)
}
