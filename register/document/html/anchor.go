package html

import (
	"strconv"
	"strings"
)

// anchor takes down that a part of the document has this identifier.
func (p *page) anchor(id string) {
	if id != "" {
		p.anchors[id] = false
	}
}

// id returns the id attribute for a part of the document, or nothing where it
// has none or an earlier part took it.
func (p *page) id(id string) string {
	if id == "" || p.anchors[id] {
		return ""
	}
	p.anchors[id] = true
	return ` id="` + fragment(id) + `"`
}

// own returns a new identifier of the page's own. Like _main and _contents it
// begins in a way in which fragment never does.
func (p *page) own() string {
	p.numbered++
	return "_n" + strconv.Itoa(p.numbered)
}

// fragment is an identifier as it stands in attributes and addresses: letters,
// digits and hyphens as they are, everything else as _hex_.
func fragment(id string) string {
	safe := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-'
	}
	if strings.IndexFunc(id, func(r rune) bool { return !safe(r) }) < 0 {
		return id
	}
	var b strings.Builder
	for _, r := range id {
		if safe(r) {
			b.WriteRune(r)
			continue
		}
		b.WriteString("_" + strconv.FormatInt(int64(r), 16) + "_")
	}
	return b.String()
}
