package document

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// objects are the fields of the types of the model, by type.
type objects map[reflect.Type][]known

// known is a field of the format and where it stands in the Go type.
type known struct {
	*schema.Field
	index []int
}

// of returns the fields of a type in the order of the format.
func (o *objects) of(t reflect.Type) []known {
	if *o == nil {
		*o = make(objects)
	}
	if all, ok := (*o)[t]; ok {
		return all
	}
	var all []known
	if object := schema.Lookup(t.Name()); object != nil {
		byName := make(map[string][]int)
		for _, f := range reflect.VisibleFields(t) {
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" && !f.Anonymous {
				byName[name] = f.Index
			}
		}
		for i := range object.Fields {
			f := &object.Fields[i]
			if index, ok := byName[f.Name]; ok {
				all = append(all, known{f, index})
			}
		}
	}
	(*o)[t] = all
	return all
}

// facts returns all that an object of the model says and the audience may see,
// but for the fields that are told elsewhere.
func (b *builder) facts(object any, elsewhere ...string) []Fact {
	v := reflect.Indirect(reflect.ValueOf(object))
	if !v.IsValid() {
		return nil
	}
	var all []Fact
	for _, f := range b.objects.of(v.Type()) {
		if slices.Contains(elsewhere, f.Name) || !b.o.Audience.sees(Audience(f.Audience)) {
			continue
		}
		if fact, ok := b.fact(f.Field, v.FieldByIndex(f.index)); ok {
			all = append(all, fact)
		}
	}
	return append(all, b.extensions(v)...)
}

// extensions returns the keys of an object that begin with x-.
func (b *builder) extensions(v reflect.Value) []Fact {
	x := v.FieldByName("Extensions")
	if !x.IsValid() || b.o.Audience != Internal {
		return nil
	}
	list, _ := x.Interface().(register.Extensions)
	var all []Fact
	for _, name := range slices.Sorted(maps.Keys(list)) {
		all = append(all, Fact{Name: Inline{{Text: name, Style: Code}}, Text: []Inline{Text(string(list[name]))}})
	}
	return all
}

// fact returns what a field says, and whether it says anything.
func (b *builder) fact(f *schema.Field, v reflect.Value) (Fact, bool) {
	fact := Fact{Name: Text(capital(b.words.Field(f.Name)))}
	switch {
	case v.Kind() == reflect.Slice:
		switch {
		case v.IsNil():
			return fact, false
		case v.Len() == 0:
			fact.Text = []Inline{b.label("none")}
			return fact, true
		}
		for i := range v.Len() {
			b.addValue(&fact, f, reflect.Indirect(v.Index(i)))
		}
	case v.IsZero():
		return fact, false
	default:
		b.addValue(&fact, f, reflect.Indirect(v))
	}
	return fact, len(fact.Text)+len(fact.Facts) > 0
}

// addValue adds one value of a field to what it says.
func (b *builder) addValue(fact *Fact, f *schema.Field, v reflect.Value) {
	if f.Kind != schema.Nested {
		if text := b.valueOf(f, v); text != nil {
			fact.Text = append(fact.Text, text)
		}
		return
	}
	list := b.facts(v.Interface())
	switch {
	case len(list) == 0:
	case !f.List:
		fact.Facts = append(fact.Facts, list...)
	default:
		// An entry is named by what it says first: the party, the rule, the term.
		head := list[0]
		fact.Facts = append(fact.Facts, Fact{Name: head.Name, Text: head.Text, Facts: append(head.Facts, list[1:]...)})
	}
}

// valueOf says one value for people.
func (b *builder) valueOf(f *schema.Field, v reflect.Value) Inline {
	switch x := v.Interface().(type) {
	case value.Text:
		return b.text(x)
	case value.Date:
		return Text(b.words.Date(x))
	case value.Period:
		return Text(b.words.Period(x))
	case value.Country:
		return Text(b.words.Area(value.Area(x)))
	case value.Area:
		return Text(b.words.Area(x))
	case value.Tristate:
		return Text(b.words.Tristate(x))
	case value.Identifiers:
		return Text(identifiers(x))
	case int:
		return Text(strconv.Itoa(x))
	}
	if v.Kind() != reflect.String {
		return nil
	}
	s := v.String()
	switch f.Kind {
	case schema.Ref:
		return b.reference(f, s)
	case schema.Enum:
		return Text(b.words.Value(s))
	case schema.ID, schema.RuleCode:
		return Inline{{Text: s, Style: Code}}
	case schema.Email:
		return Inline{{Text: s, Link: "mailto:" + s}}
	}
	return Text(s)
}

// reference says what an identifier refers to.
func (b *builder) reference(f *schema.Field, id string) Inline {
	for _, kind := range f.Refs {
		switch {
		case kind == "law":
			return Text(words.Provision(id))
		case b.view.Lookup(register.Kind(kind), id) != nil:
			return b.name(register.Kind(kind), id)
		}
	}
	return Text(id)
}

func identifiers(x value.Identifiers) string {
	var all []string
	for _, scheme := range slices.Sorted(maps.Keys(x)) {
		all = append(all, scheme+" "+x[scheme])
	}
	return strings.Join(all, ", ")
}

// capital begins a label with a capital.
func capital(s string) string {
	for i, r := range s {
		if i == 0 {
			return strings.ToUpper(string(r)) + s[len(string(r)):]
		}
	}
	return s
}
