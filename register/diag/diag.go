// Package diag holds what is said about a register: problems, which keep it
// from being well formed, as values with a stable code, an address and a
// place. Their words come from a catalogue keyed by code.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register/printable"
	"github.com/openropa/ropa/register/value"
)

// Code names a kind of problem. Codes are a contract: they are listed once, in
// the catalogue, and never used again for something else.
type Code string

// Severity says how much a problem weighs.
type Severity uint8

// Values of Severity, from light to heavy.
const (
	Info    Severity = iota // worth knowing
	Warning                 // likely to be a mistake
	Error                   // the register is not well formed
)

// String returns "info", "warning" or "error".
func (s Severity) String() string {
	return [...]string{"info", "warning", "error"}[min(s, Error)]
}

// Place is where something stands in a file. Lines and columns count from 1,
// columns in characters; 0 is unknown. The zero Place is no place: the register
// was built in Go or comes from a store.
type Place struct {
	File   string `json:"file,omitzero"`
	Line   int    `json:"line,omitzero"`
	Column int    `json:"column,omitzero"`
}

// IsZero reports whether there is no place.
func (p Place) IsZero() bool { return p == Place{} }

// String returns file:line:column, without what is unknown.
func (p Place) String() string {
	var known []string
	if p.File != "" {
		known = append(known, p.File)
	}
	if p.Line != 0 {
		known = append(known, strconv.Itoa(p.Line))
		if p.Column != 0 {
			known = append(known, strconv.Itoa(p.Column))
		}
	}
	return strings.Join(known, ":")
}

// Args are the particulars of a problem, by the names that the catalogue's
// sentences use in braces.
type Args map[string]string

// Related is another place that a problem concerns, such as the first of two
// definitions.
type Related struct {
	// At is the address of the other thing, "" if it has none.
	At string `json:"at,omitzero"`
	// Place is where it stands.
	Place Place `json:"place,omitzero"`
}

// Problem is one thing that keeps a register from being well formed.
type Problem struct {
	// Code is the kind of problem.
	Code Code
	// Severity is Error unless the catalogue says otherwise.
	Severity Severity
	// At is the address of the entry or field concerned, made of ids:
	// activities/payments/disclosures/mollie.
	At string
	// Layer is the name, as it stands under extends, of the register in which
	// At is to be found; "" for the register itself.
	Layer string
	// Pointer is the JSON pointer into the body that was read, for a body
	// that was just submitted; "" where the register came from files, and for
	// the body as a whole.
	Pointer string
	// Place is the file, line and column where known.
	Place Place
	// Args fill the sentence of the catalogue.
	Args Args
	// Suggestions are names that may have been meant, the likeliest first.
	Suggestions []string
	// Related are other places that the problem concerns.
	Related []Related
}

// New returns a problem with the severity that the catalogue gives its code.
// The args are names and values by turns.
func New(code Code, at string, place Place, args ...string) Problem {
	p := Problem{Code: code, Severity: catalogue[code].severity, At: at, Place: place}
	if len(args) > 1 {
		p.Args = make(Args, len(args)/2)
		for i := 0; i+1 < len(args); i += 2 {
			p.Args[args[i]] = args[i+1]
		}
	}
	return p
}

// Message returns the sentence of the problem in a language that the catalogue
// has (en, nl), else in English, with the suggestions that belong to it.
func (p Problem) Message(language value.Language) string {
	sentence := catalogue[p.Code].words.In(base(language))
	if sentence == "" {
		sentence = string(p.Code)
	}
	var pairs []string
	for name, arg := range p.Args {
		most := 80
		if name == "expected" { // ours, not quoted from a file
			most = 1000
		}
		switch name {
		case "object":
			arg = cmp.Or(objects[arg].In(base(language)), arg)
		case "expected", "found", "detail":
			if words := phrases[arg][base(language)]; words != "" { // ours too
				arg, most = words, 1000
			}
		}
		pairs = append(pairs, "{"+name+"}", shown(arg, most))
	}
	sentence = strings.NewReplacer(pairs...).Replace(sentence)
	if hint := p.Args["hint"]; hint != "" {
		sentence += "; " + hints[hint].In(base(language))
	}
	if len(p.Suggestions) > 0 {
		quoted := make([]string, len(p.Suggestions))
		for i, s := range p.Suggestions {
			quoted[i] = `"` + shown(s, 100) + `"`
		}
		sentence += "; " + fmt.Sprintf(didYouMean.In(base(language)), strings.Join(quoted, ", "))
	}
	return sentence
}

// Error returns the place, the English message and the code, so that a Problem
// serves as an error.
func (p Problem) Error() string {
	where := shown(cmp.Or(p.Place.String(), p.At), 1000)
	if where != "" {
		where += ": "
	}
	return fmt.Sprintf("%s%s (%s)", where, p.Message("en"), p.Code)
}

// Problems are problems in the order in which a reader meets them.
type Problems []Problem

// HasErrors reports whether one of the problems is an Error.
func (ps Problems) HasErrors() bool {
	return slices.ContainsFunc(ps, func(p Problem) bool { return p.Severity == Error })
}

// Err returns nil where there is no problem of severity Error, else an error
// that tells the first of them and how many there are. Errors.As finds the
// first Problem in it.
func (ps Problems) Err() error {
	first, n := -1, 0
	for i, p := range ps {
		if p.Severity == Error {
			if n == 0 {
				first = i
			}
			n++
		}
	}
	switch n {
	case 0:
		return nil
	case 1:
		return ps[first]
	}
	return fmt.Errorf("%w (and %d more problems)", ps[first], n-1)
}

// Sort orders the problems by file, line and column, then address and code.
func (ps Problems) Sort() {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.Place.File, b.Place.File),
			cmp.Compare(a.Place.Line, b.Place.Line),
			cmp.Compare(a.Place.Column, b.Place.Column),
			cmp.Compare(a.At, b.At),
			cmp.Compare(a.Code, b.Code),
		)
	})
}

// base returns the primary subtag of a language: nl of nl-BE.
func base(l value.Language) value.Language {
	primary, _, _ := strings.Cut(string(l), "-")
	return value.Language(primary)
}

// shown shortens what is quoted from a file to a number of characters and
// takes out characters that would disturb a terminal.
func shown(s string, most int) string {
	runes := []rune(s)
	if len(runes) > most {
		runes = append(runes[:most-1], '…')
	}
	for i, r := range runes {
		if printable.Disturbs(r) {
			runes[i] = '\ufffd'
		}
	}
	return string(runes)
}
