package pdf

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"hash"
	"hash/adler32"
	"math"
	"strconv"
	"unicode/utf16"
)

// content is what is drawn on the pages: text and boxes, which are nearly all of
// it. The library would keep it as it is, for each page until the end, and make a
// new compressor for each; here it is compressed as soon as a page is done, while
// the next is drawn. What the library itself draws on a page, such as pictures,
// comes after it.
type content struct {
	raw   *bytes.Buffer // of the page that is drawn on
	pages []*packed     // by page; page 0 is none
	ready chan job      // pages to be compressed; nil before the first and after the last
	spare chan *bytes.Buffer
	ended chan error

	packer *flate.Writer
	out    bytes.Buffer
}

// packed is what was drawn on a page: the beginning of a compressed stream that
// can be gone on with, and the checksum of what is in it.
type packed struct {
	data []byte
	sum  hash.Hash32
}

// job is what was drawn on a page until another was turned to.
type job struct {
	to  *packed
	raw *bytes.Buffer
}

// begin begins to draw on a page.
func (c *content) begin(page int) {
	for len(c.pages) <= page {
		c.pages = append(c.pages, new(packed))
	}
	if c.ready == nil {
		c.ready, c.spare, c.ended = make(chan job, 4), make(chan *bytes.Buffer, 4), make(chan error, 1)
		go c.compress(c.ready)
	}
	select {
	case c.raw = <-c.spare:
	default:
		c.raw = new(bytes.Buffer)
	}
	c.raw.WriteString("q\n")
}

// end hands over what was drawn on a page.
func (c *content) end(page int) {
	if page > 0 && c.raw != nil {
		c.raw.WriteString("Q\n")
		c.ready <- job{c.pages[page], c.raw}
		c.raw = nil
	}
}

// compress compresses what was drawn, in its order.
func (c *content) compress(ready <-chan job) {
	var first error
	for j := range ready {
		if err := c.pack(j.to, j.raw.Bytes()); first == nil {
			first = err
		}
		j.raw.Reset()
		select {
		case c.spare <- j.raw:
		default:
		}
	}
	c.ended <- first
}

// finish waits until all is compressed.
func (c *content) finish() error {
	if c.ready == nil {
		return nil
	}
	close(c.ready)
	c.ready = nil
	return <-c.ended
}

func (c *content) pack(p *packed, raw []byte) error {
	if c.packer == nil {
		packer, err := flate.NewWriter(&c.out, flate.BestSpeed)
		if err != nil {
			return err
		}
		c.packer = packer
	}
	if p.sum == nil {
		p.sum = adler32.New()
		p.data = []byte{0x78, 0x01} // of zlib, quickly compressed
	}
	c.out.Reset()
	c.packer.Reset(&c.out)
	if _, err := c.packer.Write(raw); err != nil {
		return err
	}
	if err := c.packer.Flush(); err != nil { // so that more can follow
		return err
	}
	p.sum.Write(raw)
	joined := make([]byte, 0, len(p.data)+c.out.Len()) // no larger than it is
	p.data = append(append(joined, p.data...), c.out.Bytes()...)
	return nil
}

// stream is all that stands on a page, compressed, the last being what the
// library drew. What was drawn before is given up.
func (c *content) stream(page int, last []byte) ([]byte, error) {
	p := c.pages[page]
	if err := c.pack(p, last); err != nil {
		return nil, err
	}
	data := append(p.data, 0x01, 0, 0, 0xff, 0xff) // an empty block is the end
	data = binary.BigEndian.AppendUint32(data, p.sum.Sum32())
	*p = packed{}
	return data, nil
}

// number writes a number in hundredths.
func (c *content) number(v float64) {
	b := c.raw.AvailableBuffer()
	n := int64(math.Round(v * 100))
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, n/100, 10)
	b = append(b, '.', byte('0'+n/10%10), byte('0'+n%10), ' ')
	c.raw.Write(b)
}

// face sets the face of what follows.
func (c *content) face(name string, size float64) {
	c.raw.WriteString("BT /")
	c.raw.WriteString(name)
	c.raw.WriteByte(' ')
	c.number(size)
	c.raw.WriteString("Tf ET\n")
}

// colour sets the colour of what follows.
func (c *content) colour(i ink) { c.raw.WriteString(colours[i]) }

// colours are what sets them.
var colours = func() (all [len(rgb)]string) {
	for i, c := range rgb {
		all[i] = fmt.Sprintf("%.3f %.3f %.3f rg\n", float64(c[0])/255, float64(c[1])/255, float64(c[2])/255)
	}
	return all
}()

// box fills a rectangle whose upper left corner is at a place, counted from below.
func (c *content) box(x, y, w, h float64) {
	c.number(x)
	c.number(y)
	c.number(w)
	c.number(-h)
	c.raw.WriteString("re f\n")
}

// text writes a text that begins at a place, counted from below.
func (c *content) text(s string, x, y float64) {
	c.raw.WriteString("BT ")
	c.number(x)
	c.number(y)
	c.raw.WriteString("Td (")
	b := c.raw.AvailableBuffer()
	for _, r := range s {
		if r > 0xffff {
			high, low := utf16.EncodeRune(r)
			b = escaped(escaped(b, high), low)
			continue
		}
		b = escaped(b, r)
	}
	c.raw.Write(b)
	c.raw.WriteString(") Tj ET\n")
}

// escaped adds a unit of text to a string of the file.
func escaped(b []byte, unit rune) []byte {
	for _, x := range [2]byte{byte(unit >> 8), byte(unit)} {
		switch x {
		case '\\', '(', ')':
			b = append(b, '\\', x)
		case '\r':
			b = append(b, '\\', 'r')
		default:
			b = append(b, x)
		}
	}
	return b
}
