package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"sync"

	"codeberg.org/go-pdf/fpdf"
)

// The library embeds of each face the characters that it drew itself. So it is
// made to draw each of them once, between two marks on the first page, and that is
// taken out again.
const runesBegin, runesEnd = "% characters\n", "% all\n"

// runes are the characters that were drawn in each face.
type runes struct {
	seen  [faces]*[1 << 16]bool
	fresh [faces][]rune
}

func (u *runes) note(f face, s string) {
	seen := u.seen[f]
	if seen == nil {
		seen = new([1 << 16]bool)
		u.seen[f] = seen
	}
	for _, r := range s {
		if r < 1<<16 && !seen[r] {
			seen[r] = true
			u.fresh[f] = append(u.fresh[f], r)
		}
	}
}

// tellRunes tells the library which characters were drawn.
func (p *pages) tellRunes() {
	p.f.SetPage(1)
	p.f.RawWriteStr(runesBegin[:len(runesBegin)-1])
	for f := range faces {
		if len(p.runes.fresh[f]) > 0 {
			p.f.SetFont(family[f], style[f], 9)
			p.f.Text(0, 0, string(p.runes.fresh[f]))
		}
	}
	p.f.RawWriteStr(runesEnd[:len(runesEnd)-1])
	p.f.SetPage(p.count()) // the library takes this for the number of pages
}

func withoutRunes(data []byte) []byte {
	before, rest, ok := bytes.Cut(data, []byte(runesBegin))
	if !ok {
		return data
	}
	_, after, _ := bytes.Cut(rest, []byte(runesEnd))
	return append(bytes.Clone(before), after...)
}

// resources are what the library calls the faces in its files. It tells so only
// there.
var resources = sync.OnceValues(func() (names [faces]string, err error) {
	f := fpdf.New("P", "pt", "A4", "")
	f.SetCompression(false)
	f.AddPage()
	for x := range faces {
		f.AddUTF8FontFromBytes(family[x], style[x], files[x])
		f.SetFont(family[x], style[x], float64(x)+1)
	}
	var b bytes.Buffer
	if err := f.Output(&b); err != nil {
		return names, err
	}
	for x := range faces {
		before, _, ok := bytes.Cut(b.Bytes(), fmt.Appendf(nil, " %d.00 Tf", x+1))
		i := bytes.LastIndexByte(before, '/')
		if !ok || i < 0 {
			return names, errors.New("the library names no faces")
		}
		names[x] = string(before[i+1:])
	}
	return names, nil
})
