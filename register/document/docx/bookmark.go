package docx

import (
	"hash/fnv"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register/document"
)

// bookmark is a place that can be linked to.
type bookmark struct {
	name string
	set  bool
}

// longestBookmark is as many characters as Word lets the name of a bookmark have.
const longestBookmark = 40

// bookmarksOf names the places of a document by their IDs: of two with the same
// ID the first is meant.
func bookmarksOf(d *document.Document) map[string]*bookmark {
	marks, used := map[string]*bookmark{}, map[string]bool{}
	add := func(id string) {
		if id == "" || marks[id] != nil {
			return
		}
		name := bookmarkName(id)
		for i := 2; used[strings.ToLower(name)]; i++ {
			name = bookmarkName(id + "." + strconv.Itoa(i))
		}
		used[strings.ToLower(name)] = true
		marks[id] = &bookmark{name: name}
	}
	d.Walk(func(s *document.Section, _ int) {
		add(s.ID)
		for _, block := range s.Blocks {
			switch block := block.(type) {
			case document.Table:
				add(block.ID)
			case document.Figure:
				add(block.ID)
			}
		}
	})
	return marks
}

// bookmarkName makes a name that Word accepts: letters, digits and underscores,
// a letter first. An ID that does not fit in whole ends in its hash.
func bookmarkName(id string) string {
	changed := false
	name := "r_" + strings.Map(func(r rune) rune {
		switch {
		case '0' <= r && r <= '9', 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z':
			return r
		case r != '-':
			changed = true
		}
		return '_'
	}, id)
	if !changed && len(name) <= longestBookmark {
		return name
	}
	h := fnv.New32a()
	h.Write([]byte(id))
	end := "_" + strconv.FormatUint(uint64(h.Sum32()), 36)
	return name[:min(len(name), longestBookmark-len(end))] + end
}

// mark sets the bookmark of an ID here.
func (b *body) mark(id string) {
	m := b.marks[id]
	if m == nil || m.set {
		return
	}
	m.set = true
	b.lastMark++
	b.raw(`<w:bookmarkStart w:id="`)
	b.num(b.lastMark)
	b.raw(`" w:name="`)
	b.raw(m.name)
	b.raw(`"/><w:bookmarkEnd w:id="`)
	b.num(b.lastMark)
	b.raw(`"/>`)
}
