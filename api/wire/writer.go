package wire

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// Asked is a question whose answers are told at once.
type Asked struct {
	Question datamap.Question
	Filter   datamap.Filter
	// Names: the names of what the answers speak of are told too.
	Names bool
	// Next gives the cursor of the next page, once it is known how many answers there
	// are on all pages; nil for none.
	Next func(total int) string
}

// Append asks a map and appends the answers as the JSON of Answers; it returns the
// longer b. It writes what encoding/json makes of Maker.Answers, answer by answer:
// to keep all of them, and to tell their type by reflection, would be most of the
// work on a long reply. What is undetermined is told on the first page. The error is
// that of Map.Ask.
func (m Maker) Append(b []byte, chart *datamap.Map, q Asked) ([]byte, error) {
	w := writer{Maker: m, question: q.Question, b: b}
	if q.Names {
		w.names = make(Names)
	}
	w.text(`{"question":`, string(q.Question))
	w.text(`,"asOf":`, q.Filter.AsOf.String())
	w.raw(`,"answers":[`)
	rest, err := chart.Each(q.Question, q.Filter, w.answer)
	if err != nil {
		return b, err
	}
	w.raw(`],"undetermined":[`)
	if q.Filter.From <= 0 {
		for i := range rest.Undetermined {
			w.undetermined(i, &rest.Undetermined[i])
		}
	}
	w.number(`],"total":`, rest.Total)
	if q.Next != nil {
		w.textUnlessEmpty(`,"next":`, q.Next(rest.Total))
	}
	if q.Names {
		w.value(`,"names":`, w.names)
	}
	w.raw("}\n")
	return w.b, w.err
}

// writer writes answers. What comes before a value, with the name of the member, is
// given with it.
type writer struct {
	Maker
	question datamap.Question
	names    Names // nil: they are not told
	b        []byte
	answers  int
	err      error
}

func (w *writer) answer(a *datamap.Answer) {
	w.between(w.answers)
	w.answers++
	w.names.add(w.Maker, a)
	w.text(`{"id":`, a.ID)
	w.text(`,"name":`, w.name(w.question, a))
	w.list(`,"roles":`, a.Roles)
	w.list(`,"rolesAssumed":`, a.RolesAssumed)
	w.list(`,"data":`, a.Data)
	w.list(`,"subjects":`, a.Subjects)
	w.list(`,"purposes":`, a.Purposes)
	w.list(`,"activities":`, a.Activities)
	w.destinations(a.Destinations)
	w.list(`,"ownPurposes":`, a.OwnPurposes)
	w.b = appendList(append(w.b, `,"bases":`...), a.Bases)
	w.list(`,"systems":`, a.Systems)
	w.raw(`,"retention":[`)
	for i := range a.Retention {
		w.between(i)
		w.value("", w.retention(a.Retention[i]))
	}
	w.raw("]")
	if a.Consent != nil {
		w.value(`,"consent":`, w.consent(a.Consent))
	}
	w.flag(`,"stated":`, a.Stated)
	w.b = appendList(append(w.b, `,"why":`...), a.Why)
	w.number(`,"evidenceCount":`, a.EvidenceCount)
	w.raw(`,"evidence":[`)
	for i := range a.Evidence {
		w.between(i)
		w.evidence(&a.Evidence[i])
	}
	w.raw("]}")
}

func (w *writer) evidence(e *datamap.Evidence) {
	w.text(`{"activity":`, e.Activity)
	w.text(`,"data":`, e.Data)
	w.text(`,"recipient":`, e.Recipient)
	w.text(`,"role":`, e.Role)
	w.list(`,"via":`, e.Via)
	w.flag(`,"stated":`, e.Stated)
	w.b = appendList(append(w.b, `,"why":`...), e.Why)
	w.text(`,"at":`, e.At)
	w.list(`,"path":`, e.Path)
	w.place(e.Place)
	w.raw("}")
}

func (w *writer) destinations(all []datamap.Destination) {
	w.raw(`,"destinations":[`)
	for i := range all {
		d := &all[i]
		w.between(i)
		w.text(`{"country":`, string(d.Country))
		w.text(`,"name":`, w.Words.Area(d.Country))
		w.text(`,"how":`, d.How)
		w.flag(`,"outsideEea":`, d.OutsideEEA)
		w.text(`,"tool":`, string(d.Tool))
		w.text(`,"at":`, d.At)
		w.place(w.View.Place(d.At))
		w.raw("}")
	}
	w.raw("]")
}

func (w *writer) undetermined(i int, u *datamap.Undetermined) {
	w.between(i)
	w.text(`{"id":`, u.ID)
	w.text(`,"name":`, w.Maker.text(u.Name))
	w.text(`,"missing":`, u.Missing)
	w.raw("}")
}

// place writes the members of a place that is known.
func (w *writer) place(at register.Place) {
	w.textUnlessEmpty(`,"file":`, at.File)
	if at.Line != 0 {
		w.number(`,"line":`, at.Line)
	}
}

func (w *writer) raw(s string) { w.b = append(w.b, s...) }

// between parts an element of a list from the one before.
func (w *writer) between(i int) {
	if i > 0 {
		w.b = append(w.b, ',')
	}
}

func (w *writer) text(before, s string) { w.b = appendText(append(w.b, before...), s) }

func (w *writer) textUnlessEmpty(before, s string) {
	if s != "" {
		w.text(before, s)
	}
}

func (w *writer) list(before string, all []string) {
	w.b = appendList(append(w.b, before...), all)
}

func (w *writer) flag(before string, on bool) {
	w.b = strconv.AppendBool(append(w.b, before...), on)
}

func (w *writer) number(before string, n int) {
	w.b = strconv.AppendInt(append(w.b, before...), int64(n), 10)
}

// value writes what is rare as encoding/json does.
func (w *writer) value(before string, v any) {
	b := bytes.NewBuffer(append(w.b, before...))
	encoder := json.NewEncoder(b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil && w.err == nil {
		w.err = err
	}
	w.b = bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

func appendList[S ~string](b []byte, all []S) []byte {
	b = append(b, '[')
	for i, s := range all {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendText(b, string(s))
	}
	return append(b, ']')
}

// appendText appends a text; what is no UTF-8 in it is replaced, as encoding/json
// does it.
func appendText(b []byte, s string) []byte {
	if !plain(s) {
		b, _ = jsontext.AppendQuote(b, s) // the error tells what was replaced
		return b
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

// plain reports whether a text stands in JSON as it is, as identifiers and addresses
// do.
func plain(s string) bool {
	for len(s) >= 8 {
		if !plain8(binary.LittleEndian.Uint64([]byte(s[:8]))) {
			return false
		}
		s = s[8:]
	}
	for i := range len(s) {
		if !asItIs[s[i]] {
			return false
		}
	}
	return true
}

// plain8 does so for eight letters at once. In each byte of odd the highest bit is
// set where the letter is a control character, a quotation mark or a backslash, or
// where it is no letter of ASCII; a borrow from the byte below sets it too often at
// most, never too rarely.
func plain8(x uint64) bool {
	const ones, highest = 0x0101010101010101, 0x8080808080808080
	quote, backslash := x^ones*'"', x^ones*'\\'
	odd := x | (x - ones*' ') | (quote - ones) | (backslash - ones) | (x + ones)
	return odd&highest == 0
}

// asItIs are the letters that need no other form in JSON.
var asItIs = func() (all [256]bool) {
	for c := ' '; c <= '~'; c++ {
		all[c] = c != '"' && c != '\\'
	}
	return all
}()
