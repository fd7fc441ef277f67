package diagram

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// Pixels of a picture: two to a point, fewer where it would get too large.
const (
	pixelsPerPoint = 2.0
	mostPixels     = 36e6
)

// png draws a surface.
func (s *surface) png() ([]byte, error) {
	scale := pixelsPerPoint
	if area := s.width * s.height * scale * scale; area > mostPixels {
		scale *= math.Sqrt(mostPixels / area)
	}
	p := &painter{scale: scale, to: image.NewRGBA(image.Rect(0, 0, int(math.Ceil(s.width*scale)), int(math.Ceil(s.height*scale))))}
	draw.Draw(p.to, p.to.Bounds(), image.NewUniform(paper.rgba()), image.Point{}, draw.Src)
	for i := range s.shapes {
		p.shape(&s.shapes[i])
	}
	var b bytes.Buffer
	if err := png.Encode(&b, p.to); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// painter draws shapes into an image.
type painter struct {
	to     *image.RGBA
	scale  float64
	raster vector.Rasterizer
	buf    sfnt.Buffer
}

func (p *painter) shape(x *shape) {
	if x.kind == textShape {
		p.text(x)
		return
	}
	outline := x.outline()
	if len(outline) == 0 {
		return
	}
	if x.fill != none && x.kind != curveShape {
		p.fill([][]point{outline}, x.fill)
	}
	if x.stroke == none {
		return
	}
	if x.kind != curveShape {
		outline = append(outline[:len(outline):len(outline)], outline[0])
	}
	var parts [][]point
	for _, stretch := range dashed(outline, x.dash) {
		parts = append(parts, thick(stretch, x.line)...)
	}
	p.fill(parts, x.stroke)
}

// fill fills areas that may lie over each other, turned the same way around.
func (p *painter) fill(parts [][]point, with ink) {
	low, high := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, part := range parts {
		for _, q := range part {
			low.x, low.y = min(low.x, q.x*p.scale), min(low.y, q.y*p.scale)
			high.x, high.y = max(high.x, q.x*p.scale), max(high.y, q.y*p.scale)
		}
	}
	bounds := image.Rect(int(math.Floor(low.x)), int(math.Floor(low.y)), int(math.Ceil(high.x))+1, int(math.Ceil(high.y))+1).Intersect(p.to.Bounds())
	if len(parts) == 0 || bounds.Empty() {
		return
	}
	p.raster.Reset(bounds.Dx(), bounds.Dy())
	at := func(q point) (float32, float32) {
		return float32(q.x*p.scale) - float32(bounds.Min.X), float32(q.y*p.scale) - float32(bounds.Min.Y)
	}
	for _, part := range parts {
		p.raster.MoveTo(at(part[0]))
		for _, q := range part[1:] {
			p.raster.LineTo(at(q))
		}
		p.raster.ClosePath()
	}
	p.raster.Draw(p.to, bounds, image.NewUniform(with.rgba()), image.Point{})
}

// text draws the outlines of letters.
func (p *painter) text(x *shape) {
	f := face(x.bold)
	if f == nil {
		return
	}
	size := x.size * p.scale
	pen := x.at.x * p.scale
	for _, r := range visual(x.text) {
		width := advance(r, x.bold) * size / 1000
		glyph, err := f.GlyphIndex(&p.buf, r)
		if err != nil {
			continue
		}
		// The outline at a size of 1,000 so that rounding does not show.
		segments, err := f.LoadGlyph(&p.buf, glyph, fixed.I(1000), nil)
		if err == nil && len(segments) > 0 {
			p.glyph(segments, point{pen, x.at.y * p.scale}, size/1000/64, x.fill)
		}
		pen += width
	}
}

func (p *painter) glyph(segments sfnt.Segments, base point, scale float64, with ink) {
	b := segments.Bounds()
	bounds := image.Rect(
		int(math.Floor(base.x+float64(b.Min.X)*scale)), int(math.Floor(base.y+float64(b.Min.Y)*scale)),
		int(math.Ceil(base.x+float64(b.Max.X)*scale))+1, int(math.Ceil(base.y+float64(b.Max.Y)*scale))+1,
	).Intersect(p.to.Bounds())
	if bounds.Empty() {
		return
	}
	p.raster.Reset(bounds.Dx(), bounds.Dy())
	at := func(q fixed.Point26_6) (float32, float32) {
		return float32(base.x + float64(q.X)*scale - float64(bounds.Min.X)), float32(base.y + float64(q.Y)*scale - float64(bounds.Min.Y))
	}
	for _, s := range segments {
		ax, ay := at(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			p.raster.ClosePath()
			p.raster.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			p.raster.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			bx, by := at(s.Args[1])
			p.raster.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			bx, by := at(s.Args[1])
			cx, cy := at(s.Args[2])
			p.raster.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	p.raster.ClosePath()
	p.raster.Draw(p.to, bounds, image.NewUniform(with.rgba()), image.Point{})
}
