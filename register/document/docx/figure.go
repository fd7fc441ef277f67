package docx

import (
	"bytes"
	"image/png"
	"math"
	"strconv"

	"github.com/openropa/ropa/register/document"
)

// figure writes a picture with its title below; without a picture that Word can
// show, the title and the description.
func (b *body) figure(f document.Figure) {
	width, height, ok := sizeOf(&f, b.page)
	if !ok {
		b.closeGap()
		b.mark(f.ID)
		b.captionText(f.Title)
		if f.Description != "" {
			b.line("BodyText", document.Text(f.Description), plain)
		}
		return
	}
	b.paragraph("Figure")
	b.mark(f.ID)
	b.figures = append(b.figures, f)
	b.drawing(&f, len(b.figures), width, height)
	b.endParagraph()
	b.captionText(f.Title)
}

func (b *body) captionText(title string) {
	if title != "" {
		b.line("Caption", document.Text(title), plain)
	}
}

// emu is the unit of drawings: so many in a point.
const emu = 12700

// sizeOf returns the size of a figure on the page, in emu, and whether its
// picture can be shown.
func sizeOf(f *document.Figure, p page) (width, height int, ok bool) {
	c, err := png.DecodeConfig(bytes.NewReader(f.PNG))
	if err != nil || c.Width == 0 || c.Height == 0 {
		return 0, 0, false
	}
	w, h := f.Width, f.Height
	if !(w > 0 && h > 0) || math.IsInf(w, 1) || math.IsInf(h, 1) {
		// A picture is twice as large as it is shown.
		w, h = float64(c.Width)/2, float64(c.Height)/2
	}
	// Lines of 13 points; some are left for the heading and the title.
	scale := min(1, float64(p.width())/20/w, float64(p.lines()-10)*13/h)
	return max(1, int(w*scale*emu)), max(1, int(h*scale*emu)), true
}

func (b *body) drawing(f *document.Figure, n, width, height int) {
	number, w, h := strconv.Itoa(n), strconv.Itoa(width), strconv.Itoa(height)
	properties := func() {
		b.raw(` id="` + number + `" name="` + pictureName(n - 1)[len("media/"):] + `" descr="`)
		b.attr(f.Description)
		if f.Title != "" {
			b.raw(`" title="`)
			b.attr(f.Title)
		}
		b.raw(`"/>`)
	}
	b.raw(`<w:r><w:rPr><w:noProof/></w:rPr><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">` +
		`<wp:extent cx="` + w + `" cy="` + h + `"/><wp:docPr`)
	properties()
	b.raw(`<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
		`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
		`<pic:pic><pic:nvPicPr><pic:cNvPr`)
	properties()
	b.raw(`<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="` + pictureID + number +
		`"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="` + w + `" cy="` + h + `"/></a:xfrm>` +
		`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`)
}

// pictureName returns the name of the picture with an index, below word/.
func pictureName(i int) string { return "media/picture" + strconv.Itoa(i+1) + ".png" }
