package document

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// seeField is the field of remarks that refers to documents and notices.
var seeField = schema.Lookup("Activity").Field("see")

// laws tells provisions of law, each on a line of its own with its remarks.
func (b *builder) laws(refs []register.LawRef) []Inline {
	var lines []Inline
	for i := range refs {
		ref := &refs[i]
		text := Text(ref.Cite)
		switch {
		case ref.ID != "" && text == nil:
			text = Text(words.Provision(ref.ID))
		case ref.ID != "":
			text = append(text, Run{Text: " (" + words.Provision(ref.ID) + ")"})
		}
		if ref.Country != "" && ref.Country != value.EU { // what the Union makes says so itself
			text = append(text, Run{Text: " (" + b.words.Area(ref.Country) + ")", Style: Muted})
		}
		lines = append(lines, text)
		if ref.URL != "" {
			lines = append(lines, address(ref.URL))
		}
		lines = append(lines, b.remarks(&ref.Remarks)...)
	}
	return lines
}

// retention tells how long data are kept: the rules in words, when each applies
// and the law behind it.
func (b *builder) retention(uses []register.RetentionUse) []Inline {
	var lines []Inline
	for i := range uses {
		use := &uses[i]
		rule := b.view.RetentionRule(use.Rule)
		if rule == nil {
			lines = append(lines, Text(use.Rule))
			continue
		}
		line := Inline{{Text: capital(b.words.Rule(b.view, rule)), Ref: b.leads[anchor(register.KindRetentionRules, rule.ID)]}}
		if when := b.text(use.When); when != nil {
			line = append(append(append(line, Run{Text: " ("}), when...), Run{Text: ")"})
		}
		lines = append(lines, line)
		if law := b.words.Laws(rule.Law); law != "" {
			lines = append(lines, b.named("law", Text(law)))
		}
		lines = append(lines, b.remarks(&use.Remarks)...)
	}
	return lines
}

// measures tells security measures, each with its remarks.
func (b *builder) measures(uses []register.MeasureUse) []Inline {
	var lines []Inline
	if uses != nil && len(uses) == 0 {
		return []Inline{b.label("none")}
	}
	for i := range uses {
		lines = append(lines, b.measure(&uses[i]))
		lines = append(lines, b.remarks(&uses[i].Remarks)...)
	}
	return lines
}

// measure is a measure by its term, its words, or both.
func (b *builder) measure(use *register.MeasureUse) Inline {
	return b.termOrText(register.KindMeasures, use.Measure, use.Text)
}

func (b *builder) termOrText(kind register.Kind, id string, t value.Text) Inline {
	text := b.text(t)
	if id == "" {
		return text
	}
	name := b.name(kind, id)
	if text == nil {
		return name
	}
	return append(append(name, Run{Text: b.words.Colon()}), text...)
}

// operations tells categories of processing, each with its remarks.
func (b *builder) operations(uses []register.OperationUse) []Inline {
	var lines []Inline
	for i := range uses {
		use := &uses[i]
		lines = append(lines, b.termOrText(register.KindOperations, use.Operation, use.Text))
		lines = append(lines, b.remarks(&use.Remarks)...)
	}
	return lines
}

// sources tells where data come from.
func (b *builder) sources(list []register.DataSource) []Inline {
	var lines []Inline
	for i := range list {
		s := &list[i]
		var parts []Inline
		if s.Kind != "" {
			parts = append(parts, b.value(string(s.Kind)))
		}
		if s.Party != "" {
			parts = append(parts, b.name(register.KindParties, s.Party))
		}
		if s.Activity != "" && b.o.Audience.sees(Authority) {
			parts = append(parts, b.named("activity", b.name(register.KindActivities, s.Activity)))
		}
		lines = append(lines, joined(parts, ", "))
		lines = append(lines, b.remarks(&s.Remarks)...)
	}
	return lines
}

// values tells values of the format, each on a line of its own.
func values[T ~string](b *builder, list []T) []Inline {
	lines := make([]Inline, 0, len(list))
	for _, v := range list {
		lines = append(lines, b.value(string(v)))
	}
	return lines
}

// all names entities, or tells in words that all of the activity are meant.
func (b *builder) all(kind register.Kind, ids []string, otherwise string) []Inline {
	if len(ids) == 0 {
		return []Inline{muted(b.label(otherwise))}
	}
	return b.names(kind, ids)
}

// purposesOf names the purposes that something of an activity serves: those that
// it names, else the only one of the activity, else all.
func (k *book) purposesOf(a *register.Activity, ids []string) []Inline {
	if len(ids) == 0 && a != nil && len(a.Purposes) == 1 {
		ids = []string{a.Purposes[0].Purpose}
	}
	return k.all(register.KindPurposes, ids, "all-purposes")
}

// peopleOf names the people that something of an activity is about: those that it
// names, else the only ones of the activity; nil where they are all of several.
func (k *book) peopleOf(a *register.Activity, ids []string) []Inline {
	if len(ids) == 0 && a != nil && len(a.Subjects) == 1 {
		ids = []string{a.Subjects[0].Subject}
	}
	return k.names(register.KindDataSubjects, ids)
}
