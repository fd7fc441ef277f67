package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"codeberg.org/go-pdf/fpdf"

	"github.com/openropa/ropa/register/document"
)

// mostPixels is the size of the largest picture that is taken.
const mostPixels = 64 << 20

// figure sets a picture with its title. Without a picture that can be read, its
// description stands in its place.
func (w *writer) figure(fig document.Figure) error {
	anchor := func(page int, y float64) { w.anchor(fig.ID, page, y) }
	file, size, ok := readable(fig.PNG)
	if !ok {
		w.note(document.Note{Title: document.Text(fig.Title), Text: []document.Inline{document.Text(fig.Description)}})
		w.anchor(fig.ID, w.page, w.y)
		return nil
	}
	wide, high := fig.Width, fig.Height
	if !(wide > 0 && high > 0 && wide < 1e6 && high < 1e6) {
		wide, high = float64(size.X)/2, float64(size.Y)/2
	}
	caption := cell{x: side, width: w.measure(), fill: none}
	caption.add(w.lines(document.Text(short(fig.Title, 400)), captionLook, caption.width), captionLook.size, 0)
	scale := min(1, w.measure()/wide, (w.body()-caption.height()-64)/high) // a heading stands above it
	wide, high = wide*scale, high*scale

	w.figures++
	name := fmt.Sprintf("figure%d", w.figures)
	w.f.RegisterImageOptionsReader(name, fpdf.ImageOptions{ImageType: "png"}, bytes.NewReader(file))
	if err := w.f.Error(); err != nil {
		return fmt.Errorf("pdf: figure %s: %w", plain(fig.ID, 100), err)
	}
	if len(caption.lines) > 0 {
		w.put(&row{cells: []cell{caption}, above: 10, pad: 2, fill: none, rule: none, with: true, placed: anchor})
		anchor = nil
	}
	w.put(&row{least: high, above: 6, fill: none, rule: none, placed: anchor, draw: func(y float64) {
		w.f.RawWriteStr("/Span <</Alt " + utf16hex(short(fig.Title+". "+fig.Description, 4000)) + ">> BDC")
		w.f.ImageOptions(name, side, w.down(y, w.page), wide, high, false, fpdf.ImageOptions{ImageType: "png"}, 0, "")
		w.f.RawWriteStr("EMC")
	}})
	w.y += 8
	return nil
}

// readable is a picture as the library can read it, which knows neither
// interlaced pictures nor 16 bits, and stumbles over broken ones.
func readable(file []byte) ([]byte, image.Point, bool) {
	about, err := png.DecodeConfig(bytes.NewReader(file))
	if err != nil || about.Width < 1 || about.Height < 1 || about.Width > mostPixels/about.Height {
		return nil, image.Point{}, false
	}
	picture, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, image.Point{}, false
	}
	// On white, without transparency: print has no other ground.
	flat := image.NewRGBA(picture.Bounds())
	draw.Draw(flat, flat.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), picture, picture.Bounds().Min, draw.Over)
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.DefaultCompression}
	if err := encoder.Encode(&out, flat); err != nil {
		return nil, image.Point{}, false
	}
	return out.Bytes(), flat.Bounds().Size(), true
}
