package pdf

import (
	"fmt"
	"sync"

	"github.com/go-fonts/liberation/liberationmonoregular"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansitalic"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// face is a typeface of the document.
type face uint8

const (
	regular face = iota
	bold
	italic
	mono
	faces
)

// family and style are what the library calls the faces.
var (
	family = [faces]string{"sans", "sans", "sans", "mono"}
	style  = [faces]string{"", "B", "I", ""}
	files  = [faces][]byte{liberationsansregular.TTF, liberationsansbold.TTF, liberationsansitalic.TTF, liberationmonoregular.TTF}
)

// measures holds for each character of the basic plane its width in thousandths
// of the size plus one; 0 for those that the face lacks.
type measures [1 << 16]uint16

var measured = [faces]func() (*measures, error){
	sync.OnceValues(func() (*measures, error) { return measure(files[regular]) }),
	sync.OnceValues(func() (*measures, error) { return measure(files[bold]) }),
	sync.OnceValues(func() (*measures, error) { return measure(files[italic]) }),
	sync.OnceValues(func() (*measures, error) { return measure(files[mono]) }),
}

func measure(file []byte) (*measures, error) {
	f, err := sfnt.Parse(file)
	if err != nil {
		return nil, fmt.Errorf("pdf: typeface: %w", err)
	}
	var buf sfnt.Buffer
	m := new(measures)
	for r := range m {
		glyph, err := f.GlyphIndex(&buf, rune(r))
		if err != nil {
			return nil, fmt.Errorf("pdf: typeface: %w", err)
		}
		if glyph == 0 {
			continue
		}
		width, err := f.GlyphAdvance(&buf, glyph, fixed.I(1000), font.HintingNone)
		if err != nil {
			return nil, fmt.Errorf("pdf: typeface: %w", err)
		}
		m[r] = uint16(width.Round()) + 1
	}
	return m, nil
}

func (m *measures) has(r rune) bool { return r >= 0 && int(r) < len(m) && m[r] != 0 }

// width is that of a character that the face has, at one point.
func (m *measures) width(r rune) float64 { return float64(m[r]-1) / 1000 }
