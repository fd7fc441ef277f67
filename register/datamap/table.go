package datamap

import (
	"encoding/binary"
	"slices"
)

// table is records of whole numbers, each column in as few bytes as its largest
// number needs: what a segment numbers is few, and what is close together is read
// at once.
type table struct {
	bytes  []byte // with room behind, so that four can be read at once
	count  uint32
	stride int
	fields [mostColumns]field
}

// field is where the numbers of a column stand in a record, and how wide they are.
type field struct {
	offset int
	mask   uint32
}

const mostColumns = 6

// get returns a number of a record.
func (t *table) get(record uint32, column int) uint32 {
	f := &t.fields[column]
	return binary.LittleEndian.Uint32(t.bytes[int(record)*t.stride+f.offset:]) & f.mask
}

// set changes a number to one that is no wider than the column.
func (t *table) set(record uint32, column int, number uint32) {
	f := &t.fields[column]
	at := t.bytes[int(record)*t.stride+f.offset:]
	binary.LittleEndian.PutUint32(at, binary.LittleEndian.Uint32(at)&^f.mask|number)
}

// draft is a table being made.
type draft struct {
	columns int
	numbers []uint32
}

func (d *draft) begin(columns int) { d.columns, d.numbers = columns, d.numbers[:0] }

func (d *draft) add(record ...uint32) { d.numbers = append(d.numbers, record...) }

func (d *draft) len() uint32 { return uint32(len(d.numbers) / d.columns) }

func (d *draft) get(record uint32, column int) uint32 {
	return d.numbers[int(record)*d.columns+column]
}

// take adds the records of a table from one on up to another, each number with
// what its column is moved by.
func (d *draft) take(t *table, from, to uint32, moved ...uint32) {
	if from >= to {
		return
	}
	n := int(to-from) * d.columns
	if n > cap(d.numbers)-len(d.numbers) {
		d.numbers = slices.Grow(d.numbers, n+n/8) // with what is added soon
	}
	taken := d.numbers[len(d.numbers):][:n]
	d.numbers = d.numbers[:len(d.numbers)+n]
	for column, by := range moved {
		f := t.fields[column]
		for at, i := int(from)*t.stride+f.offset, column; i < n; at, i = at+t.stride, i+d.columns {
			taken[i] = binary.LittleEndian.Uint32(t.bytes[at:])&f.mask + by
		}
	}
}

// wide is the widest number that a column may hold.
const wide = ^uint32(0)

// table makes the table. Columns that will change later are told to be wide.
func (d *draft) table(least ...uint32) table {
	t := table{count: d.len()}
	for column := range d.columns {
		bits := uint32(0)
		if column < len(least) {
			bits = least[column]
		}
		for i := column; i < len(d.numbers); i += d.columns {
			bits |= d.numbers[i]
		}
		t.fields[column].offset = t.stride
		for t.fields[column].mask < bits {
			t.fields[column].mask = t.fields[column].mask<<8 | 0xff
			t.stride++
		}
	}
	t.bytes = make([]byte, int(t.count)*t.stride+4)
	for column := range d.columns {
		d.fill(&t, column)
	}
	return t
}

// fill writes a column.
func (d *draft) fill(t *table, column int) {
	f, bytes, stride := t.fields[column], t.bytes, t.stride
	at := f.offset
	switch {
	case f.mask == 0:
	case f.mask == 0xff:
		for i := column; i < len(d.numbers); i, at = i+d.columns, at+stride {
			bytes[at] = byte(d.numbers[i])
		}
	case f.mask == 0xffff:
		for i := column; i < len(d.numbers); i, at = i+d.columns, at+stride {
			binary.LittleEndian.PutUint16(bytes[at:], uint16(d.numbers[i]))
		}
	default:
		for i := column; i < len(d.numbers); i, at = i+d.columns, at+stride {
			old := binary.LittleEndian.Uint32(bytes[at:]) // with what else is there
			binary.LittleEndian.PutUint32(bytes[at:], old&^f.mask|d.numbers[i])
		}
	}
}
