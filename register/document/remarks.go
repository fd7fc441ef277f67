package document

import (
	"reflect"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

// remarked are the fields that remarks tells.
var remarked = []string{"note", "open", "certainty", "certaintyOf", "see", extended}

// rest returns what an object says beside its remarks and what is told elsewhere.
func (b *builder) rest(object any, elsewhere ...string) []Fact {
	return b.facts(object, append(slices.Clip(remarked), elsewhere...)...)
}

// remarks tells the remarks of an entry as lines, as far as the audience sees
// them.
func (b *builder) remarks(r *register.Remarks) []Inline {
	if !b.o.Audience.sees(Authority) {
		return nil
	}
	var lines []Inline
	if note := b.text(r.Note); note != nil {
		lines = append(lines, muted(note))
	}
	if len(r.See) > 0 {
		var names []Inline
		for _, id := range r.See {
			names = append(names, b.reference(seeField, id))
		}
		lines = append(lines, b.named("see", joined(names, ", ")))
	}
	if b.o.Audience != Internal {
		return lines
	}
	if doubt := b.doubt(r); doubt != nil {
		lines = append(lines, doubt)
	}
	if open := b.text(r.Open); open != nil {
		lines = append(lines, afterMark(mark(b.field("open")), open))
	}
	for _, fact := range b.extensions(reflect.ValueOf(r).Elem()) {
		lines = append(lines, append(append(fact.Name, Run{Text: b.words.Colon()}), joined(fact.Text, b.words.Semicolon())...))
	}
	return lines
}

// doubt tells what the register is not sure of, nil for nothing.
func (b *builder) doubt(r *register.Remarks) Inline {
	if r.Certainty == "" {
		return nil
	}
	line := mark(b.words.Value(string(r.Certainty)))
	for i, name := range r.CertaintyOf {
		between := afterIt
		if i > 0 {
			between = ", "
		}
		line = append(line, Run{Text: between + b.words.Field(name), Style: Muted})
	}
	return line
}

// field is the label of a field, with a capital.
func (b *builder) field(name string) string { return capital(b.words.Field(name)) }

// named is a text after the label of its field: law: art. 52 …
func (b *builder) named(field string, text Inline) Inline {
	if text == nil {
		return nil
	}
	return append(Inline{{Text: b.words.Field(field) + b.words.Colon(), Style: Muted}}, text...)
}

// muted sets a text so that it matters less.
func muted(text Inline) Inline {
	text = slices.Clone(text)
	for i := range text {
		if text[i].Style == Plain {
			text[i].Style = Muted
		}
	}
	return text
}

// mark is a word that stands for a property.
func mark(s string) Inline { return Inline{{Text: s, Style: Mark}} }

// afterIt stands between a mark and what it is about: a colon would stand apart from
// the frame around the mark.
const afterIt = " – "

// afterMark is a mark and what it is about.
func afterMark(word, about Inline) Inline {
	return append(append(word, Run{Text: afterIt, Style: Muted}), about...)
}

// id is the identifier of a statement, for those who keep the register.
func (b *builder) id(id string) Inline {
	if id == "" || b.o.Audience != Internal {
		return nil
	}
	return Inline{{Text: id, Style: Code}}
}

// span tells from when until when something applies, nil where neither is said.
func (b *builder) span(from, until value.Date) Inline {
	var parts []Inline
	if !from.IsZero() {
		parts = append(parts, b.named("from", Text(b.words.Date(from))))
	}
	if !until.IsZero() {
		parts = append(parts, b.named("until", Text(b.words.Date(until))))
	}
	return joined(parts, " ")
}

// over reports whether something does not apply on the day.
func (b *builder) over(from, until value.Date) bool {
	return from > b.o.AsOf || !until.IsZero() && until < b.o.AsOf
}
