package diagram

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document"
)

// Picture is a drawing, ready to be written.
type Picture struct {
	// Title and Description are for those who cannot see it.
	Title, Description string
	// headed has a heading of its own, plain has none.
	headed, plain *surface
}

// Draw makes and draws the graph of a register, of one activity or of one party.
// Beside the errors of New, it returns that of a context that ends first.
func Draw(ctx context.Context, view *register.View, chart *datamap.Map, o Options) (*Picture, error) {
	g, err := New(view, chart, o)
	if err != nil {
		return nil, err
	}
	return g.Draw(ctx)
}

// SVG returns the picture with its title above it.
func (p *Picture) SVG() []byte { return p.headed.svg(p.Title, p.Description) }

// PNG returns the same as an image of two pixels to a point.
func (p *Picture) PNG() ([]byte, error) { return p.headed.png() }

// Figure returns the picture without its title, to be put into a document that tells
// it; the image as well where one is asked for, as all formats but HTML need one.
func (p *Picture) Figure(id string, image bool) (*document.Figure, error) {
	f := &document.Figure{
		ID: id, Title: p.Title, Description: p.Description,
		SVG: p.plain.svg(p.Title, p.Description), Width: p.plain.width, Height: p.plain.height,
	}
	if !image {
		return f, nil
	}
	var err error
	f.PNG, err = p.plain.png()
	return f, err
}

// Distances around the picture.
const (
	margin      = 14.0
	headHeight  = 34.0
	columnTitle = 22.0
)

// Draw lays a graph out in columns and draws it. The error is that of a context
// that ends first.
func (g *Graph) Draw(ctx context.Context) (*Picture, error) {
	looks := make([]look, len(g.nodes))
	for i := range g.nodes {
		looks[i] = g.lookOf(&g.nodes[i])
	}
	a := arrange(g)
	for i := range a.slots {
		if n := a.slots[i].node; n >= 0 {
			a.slots[i].width, a.slots[i].height = looks[n].width, looks[n].height
		}
	}
	if err := a.uncross(ctx); err != nil {
		return nil, fmt.Errorf("diagram: %w", err)
	}
	a.settle()
	d := &drawing{g: g, a: a, looks: looks, s: &surface{}}
	d.draw()
	p := &Picture{Title: g.Title, Description: g.Description, plain: d.s}
	p.headed = headed(d.s, g.Title, g.subtitle)
	return p, nil
}

// headed puts a title above a drawing.
func headed(s *surface, title, subtitle string) *surface {
	h := &surface{width: s.width, height: s.height + headHeight}
	lines := wrap(title, 13, true, s.width-2*margin, 1)
	if len(lines) > 0 {
		h.text(margin, margin+9, lines[0], 13, true, black)
	}
	if lines = wrap(subtitle, 8.5, false, s.width-2*margin, 1); len(lines) > 0 {
		h.text(margin, margin+22, lines[0], 8.5, false, grey)
	}
	h.moved(s, point{0, headHeight})
	return h
}

// drawing draws an arranged graph.
type drawing struct {
	g     *Graph
	a     *arrangement
	looks []look
	s     *surface
	left  []float64 // of each column
	wide  []float64
	// out and in are where ties leave and reach slots.
	out, in []float64
}

func (d *drawing) draw() {
	d.columns()
	top, bottom := math.Inf(1), math.Inf(-1)
	for i := range d.a.slots {
		s := &d.a.slots[i]
		up := s.height / 2
		if s.node >= 0 && d.framed(s) {
			up += bandPad + bandHeader
		}
		top, bottom = min(top, s.y-up), max(bottom, s.y+s.height/2+bandPad)
	}
	if len(d.a.slots) == 0 {
		top, bottom = 0, 0
	}
	for i := range d.a.slots {
		d.a.slots[i].y += margin + columnTitle - top
	}
	bottom += margin + columnTitle - top
	d.titles()
	d.bands()
	d.edges()
	for i := range d.a.slots {
		if s := &d.a.slots[i]; s.node >= 0 {
			d.g.drawNode(d.s, &d.g.nodes[s.node], &d.looks[s.node], d.x(s), s.y-s.height/2)
		}
	}
	d.s.height = d.legend(bottom+12) + margin
}

func (d *drawing) framed(s *slot) bool { return len(d.g.columns[s.column].bands) > 0 }

// columns finds where the columns stand: the more lines between two, the more room.
func (d *drawing) columns() {
	x := margin
	ties := make([]int, len(d.g.columns)+1)
	for _, t := range d.a.ties {
		ties[d.a.slots[t.to].column]++
	}
	for c := range d.g.columns {
		wide := 60.0
		if c > 0 {
			x += 34 + min(70, 1.3*float64(ties[c]))
		}
		for _, s := range d.a.columns[c] {
			wide = max(wide, d.a.slots[s].width)
		}
		if len(d.g.columns[c].bands) > 0 {
			x += bandPad
		}
		d.left, d.wide = append(d.left, x), append(d.wide, wide)
		x += wide
		if len(d.g.columns[c].bands) > 0 {
			x += bandPad
		}
	}
	d.s.width = max(x+margin, 380)
}

func (d *drawing) x(s *slot) float64 { return d.left[s.column] + (d.wide[s.column]-s.width)/2 }

func (d *drawing) titles() {
	for c := range d.g.columns {
		lines := wrap(d.g.columns[c].title, 8.5, true, d.wide[c]+30, 2)
		for i, text := range lines {
			d.s.centred(d.left[c]+d.wide[c]/2, margin+6+10*float64(i-len(lines)+2)-6, text, 8.5, true, grey)
		}
	}
}

// bands draws the frames around parties that stand together.
func (d *drawing) bands() {
	for c := range d.g.columns {
		for b, band := range d.g.columns[c].bands {
			top, bottom := math.Inf(1), math.Inf(-1)
			for _, i := range d.a.columns[c] {
				if s := &d.a.slots[i]; s.node >= 0 && s.band == b {
					top, bottom = min(top, s.y-s.height/2), max(bottom, s.y+s.height/2)
				}
			}
			if math.IsInf(top, 1) {
				continue
			}
			x, y, w := d.left[c]-bandPad, top-bandPad-bandHeader, d.wide[c]+2*bandPad
			fill, edge, text := mist, silver, grey
			if band.place == outsideEEA {
				fill, edge, text = paleAmber, amber, amber
			}
			d.s.box(x, y, w, bottom+bandPad-y, 4, fill, edge, 0.6)
			for _, line := range wrap(band.title, detailSize, true, w-2*bandPad, 1) {
				d.s.text(x+bandPad, y+11, line, detailSize, true, text)
			}
		}
	}
}

// ports spreads the ends of lines along the sides of the nodes.
func (d *drawing) ports() {
	d.out, d.in = make([]float64, len(d.a.ties)), make([]float64, len(d.a.ties))
	leaving, coming := make([][]int, len(d.a.slots)), make([][]int, len(d.a.slots))
	for i, t := range d.a.ties {
		leaving[t.from], coming[t.to] = append(leaving[t.from], i), append(coming[t.to], i)
	}
	spread := func(ties []int, s *slot, other func(int) float64, to []float64) {
		slices.SortStableFunc(ties, func(x, y int) int {
			switch a, b := other(x), other(y); {
			case a < b:
				return -1
			case a > b:
				return 1
			}
			return 0
		})
		room := max(0, s.height-10)
		step := min(7, room/max(1, float64(len(ties)-1)))
		for i, t := range ties {
			to[t] = s.y + step*(float64(i)-float64(len(ties)-1)/2)
		}
	}
	for i := range d.a.slots {
		s := &d.a.slots[i]
		spread(leaving[i], s, func(t int) float64 { return d.a.slots[d.a.ties[t].to].y }, d.out)
		spread(coming[i], s, func(t int) float64 { return d.a.slots[d.a.ties[t].from].y }, d.in)
	}
}

// hues tell the lines of neighbours apart; none of them means anything.
var hues = []ink{0x2f5f9e, 0x8a5a00, 0x4d6b2f, 0x7a3e7a, 0x20696b, 0xa03d3d, 0x555b8f, 0x6b5b3e}

// edges draws the lines. Those that start at one node have one colour.
func (d *drawing) edges() {
	d.ports()
	hue := make(map[int]ink)
	for c := range d.a.columns {
		n := 0
		for _, s := range d.a.columns[c] {
			if node := d.a.slots[s].node; node >= 0 && len(d.a.slots[s].after) > 0 {
				hue[node] = hues[n%len(hues)]
				n++
			}
		}
	}
	for i, t := range d.a.ties {
		from, to, e := &d.a.slots[t.from], &d.a.slots[t.to], &d.g.edges[t.edge]
		a := point{d.x(from) + from.width, d.out[i]}
		b := point{d.x(to), d.in[i]}
		if from.node < 0 { // a bend is as wide as the column
			a.x = d.left[from.column] + d.wide[from.column]
		}
		if to.node < 0 {
			b.x = d.left[to.column]
		}
		with := hue[e.from]
		arrow := to.node >= 0 && d.g.nodes[to.node].kind != dataNode
		end := b
		if arrow {
			end.x -= 5
		}
		var dash []float64
		if e.assumed {
			dash = []float64{4, 2.5}
		}
		thick := 0.9
		if d.g.Grouped && e.count > 0 { // the more flows, the thicker
			thick = min(3, 0.5+0.35*math.Log2(float64(e.count)))
		}
		bow := (end.x - a.x) * 0.5
		d.s.curve([]point{a, {a.x + bow, a.y}, {end.x - bow, end.y}, end}, with, thick, dash...)
		if to.node < 0 {
			d.s.straight(b, point{d.left[to.column] + d.wide[to.column], d.out[d.next(t.to)]}, with, thick, dash...)
		}
		if arrow {
			d.s.arrowHead(b, with)
		}
	}
}

// next is the tie that goes on from a bend.
func (d *drawing) next(bend int) int {
	return slices.IndexFunc(d.a.ties, func(t tie) bool { return t.from == bend })
}
