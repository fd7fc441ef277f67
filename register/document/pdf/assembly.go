package pdf

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// What the library put together is a file in which the streams of the pages hold
// next to nothing. It is written out object by object, with what was drawn in
// their place.

// assembly writes the file that it is given.
type assembly struct {
	ctx     context.Context
	to      *bufio.Writer
	content *content
	at      int
	err     error
}

var errForm = errors.New("the library wrote a file of an unknown form")

// write writes the file that the library put together.
func (p *pages) write(ctx context.Context, w io.Writer) error {
	o := &assembly{ctx: ctx, to: bufio.NewWriterSize(w, 1<<16), content: &p.content}
	if err := p.f.Output(o); err != nil {
		return err
	}
	return o.to.Flush()
}

// Write is given the whole file at once.
func (o *assembly) Write(whole []byte) (int, error) {
	if err := o.file(whole); err != nil {
		return 0, err
	}
	return len(whole), nil
}

func (o *assembly) put(data []byte) {
	if o.err == nil {
		_, o.err = o.to.Write(data)
		o.at += len(data)
	}
}

func (o *assembly) putf(format string, args ...any) { o.put(fmt.Appendf(nil, format, args...)) }

// file writes all objects, with the table of their places after them.
func (o *assembly) file(whole []byte) error {
	end, places, err := objectsOf(whole)
	if err != nil {
		return err
	}
	trailer := bytes.Index(whole[end:], []byte("trailer"))
	start := bytes.LastIndex(whole, []byte("startxref"))
	if trailer < 0 || start < 0 {
		return errForm
	}
	order := make([]int, 0, len(places))
	for n, at := range places {
		if at > 0 {
			order = append(order, n)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return places[a] - places[b] })
	if len(order) == 0 {
		return errForm
	}
	o.put(whole[:places[order[0]]])
	moved := make([]int, len(places))
	for i, n := range order {
		next := end
		if i+1 < len(order) {
			next = places[order[i+1]]
		}
		moved[n] = o.at
		if err := o.ctx.Err(); err != nil {
			return err
		}
		if err := o.object(n, whole[places[n]:next]); err != nil {
			return err
		}
	}
	table := o.at
	o.putf("xref\n0 %d\n0000000000 65535 f \n", len(places))
	for _, at := range moved[1:] {
		o.putf("%010d 00000 n \n", at)
	}
	o.put(whole[end+trailer : start])
	o.putf("startxref\n%d\n%%%%EOF\n", table)
	return o.err
}

// objectsOf returns where the table of the objects stands, and where each of them
// does by its number.
func objectsOf(whole []byte) (end int, places []int, err error) {
	tail := whole[max(0, len(whole)-40):]
	i := bytes.LastIndex(tail, []byte("startxref\n"))
	if i < 0 {
		return 0, nil, errForm
	}
	number, _, _ := bytes.Cut(tail[i+len("startxref\n"):], []byte("\n"))
	if end, err = strconv.Atoi(string(number)); err != nil || end < 0 || end >= len(whole) {
		return 0, nil, errForm
	}
	var count int
	if _, err := fmt.Sscanf(string(whole[end:min(end+40, len(whole))]), "xref\n0 %d\n", &count); err != nil {
		return 0, nil, errForm
	}
	const entry = len("0000000000 00000 n \n")
	from := end + len("xref\n0 ") + len(strconv.Itoa(count)) + 1
	if count < 1 || from+count*entry > len(whole) {
		return 0, nil, errForm
	}
	places = make([]int, count)
	for n := 1; n < count; n++ {
		at, err := strconv.Atoi(string(whole[from+n*entry:][:10]))
		if err != nil || at < 0 || at >= end {
			return 0, nil, errForm
		}
		places[n] = at
	}
	return end, places, nil
}

// object writes an object. The library gives each page two numbers after the two
// that it keeps for itself: of the page and of what is on it.
func (o *assembly) object(n int, data []byte) error {
	page := (n - 2) / 2
	if n%2 != 0 || page < 1 || page >= len(o.content.pages) {
		o.put(data)
		return o.err
	}
	var number, length int
	head, rest, ok := bytes.Cut(data, []byte("stream\n"))
	if _, err := fmt.Sscanf(string(head), "%d 0 obj\n<</Length %d>>\n", &number, &length); err != nil || !ok || number != n || length > len(rest) {
		return errForm
	}
	stream, err := o.content.stream(page, withoutRunes(rest[:length]))
	if err != nil {
		return err
	}
	o.putf("%d 0 obj\n<</Filter /FlateDecode /Length %d>>\nstream\n", n, len(stream))
	o.put(stream)
	o.putf("\nendstream\nendobj\n")
	return o.err
}
