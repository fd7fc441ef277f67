package document

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/law"
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
// but for the fields that are told elsewhere: by name, or consent.how for one of
// an object that the object holds.
func (b *builder) facts(object any, elsewhere ...string) []Fact {
	v := reflect.Indirect(reflect.ValueOf(object))
	if !v.IsValid() {
		return nil
	}
	var all []Fact
	for _, f := range b.objects.of(v.Type()) {
		if slices.Contains(elsewhere, f.Name) || !b.tells(f.Field) {
			continue
		}
		if fact, ok := b.fact(f.Field, v.FieldByIndex(f.index), below(f.Name, elsewhere)); ok {
			all = append(all, fact)
		}
	}
	if slices.Contains(elsewhere, extended) {
		return all
	}
	return append(all, b.extensions(v)...)
}

// extended stands for the keys that begin with x- among what is told elsewhere.
const extended = "x-"

// only returns what an object says in some of its fields.
func (b *builder) only(object any, names ...string) []Fact {
	v := reflect.Indirect(reflect.ValueOf(object))
	if !v.IsValid() {
		return nil
	}
	var all []Fact
	for _, f := range b.objects.of(v.Type()) {
		if !slices.Contains(names, f.Name) || !b.tells(f.Field) {
			continue
		}
		if fact, ok := b.fact(f.Field, v.FieldByIndex(f.index), nil); ok {
			all = append(all, fact)
		}
	}
	return all
}

// tells reports whether a field is for the audience. The identifiers of entries
// serve those who keep the register.
func (b *builder) tells(f *schema.Field) bool {
	if f.Kind == schema.ID && f.Name == "id" && b.o.Audience != Internal {
		return false
	}
	return b.o.Audience.sees(Audience(f.Audience))
}

// below returns the names of what is told elsewhere of the objects of a field.
func below(field string, elsewhere []string) []string {
	var all []string
	for _, name := range elsewhere {
		if rest, ok := strings.CutPrefix(name, field+"."); ok {
			all = append(all, rest)
		}
	}
	return all
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
func (b *builder) fact(f *schema.Field, v reflect.Value, elsewhere []string) (Fact, bool) {
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
			b.addValue(&fact, f, reflect.Indirect(v.Index(i)), v.Len() == 1, elsewhere)
		}
	case v.IsZero():
		return fact, false
	default:
		b.addValue(&fact, f, reflect.Indirect(v), true, elsewhere)
	}
	return fact, len(fact.Text)+len(fact.Facts) > 0
}

// addValue adds one value of a field to what it says: alone, or one of several.
func (b *builder) addValue(fact *Fact, f *schema.Field, v reflect.Value, alone bool, elsewhere []string) {
	if f.Kind != schema.Nested {
		if text := b.valueOf(f, v); text != nil {
			fact.Text = append(fact.Text, text)
		}
		return
	}
	if !v.IsValid() {
		return // nil, in a register made in Go
	}
	list := b.facts(v.Addr().Interface(), elsewhere...)
	switch {
	case len(list) == 0:
	case len(list) == 1 && len(list[0].Facts) == 0 && f.List:
		fact.Text = append(fact.Text, list[0].Text...) // such as a measure
	case alone:
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
		return b.value(s)
	case schema.ID, schema.RuleCode:
		return Inline{{Text: s, Style: Code}}
	case schema.Email:
		return Inline{{Text: s, Link: "mailto:" + s}}
	case schema.FieldName:
		return Text(b.words.Field(s))
	}
	return address(s)
}

// address is a text that leads to where it can be read, if it is an address.
func address(s string) Inline {
	if strings.HasPrefix(s, "https://") && !strings.ContainsAny(s, " \t\r\n") {
		return Inline{{Text: s, Link: s}}
	}
	return Text(s)
}

// reference says what an identifier refers to; nothing of an activity that the
// audience does not see.
func (b *builder) reference(f *schema.Field, id string) Inline {
	for _, kind := range f.Refs {
		switch kind {
		case "law":
			return Text(words.Provision(id))
		case "dpiaList":
			return b.dpiaItem(id)
		case "service":
			return b.service(id)
		case "marks":
			return b.value(id)
		case "allActivities":
			return b.excepted(id)
		}
		entity := b.view.Lookup(register.Kind(kind), id)
		if a, ok := entity.(*register.Activity); ok && !b.o.shows(a) {
			return nil
		}
		if entity != nil {
			return b.name(register.Kind(kind), id)
		}
	}
	return Text(b.words.Name(b.view, "", id))
}

// dpiaItem names an item of the list of an authority.
func (b *builder) dpiaItem(id string) Inline {
	item, ok := law.FindDPIAItem(id)
	if !ok {
		return Text(id)
	}
	return append(Text(strconv.Itoa(item.Number)+". "), b.ofLaw(item.Says)...)
}

// service names a service of any party.
func (b *builder) service(id string) Inline {
	if b.services == nil {
		b.services = make(map[string]*register.Service)
		for _, e := range b.view.Entities(register.KindParties) {
			p := e.(*register.Party)
			for i := range p.Services {
				if s := &p.Services[i]; b.services[s.ID] == nil {
					b.services[s.ID] = s
				}
			}
		}
	}
	return b.serviceName(b.services[id], id)
}

func (b *builder) serviceName(s *register.Service, id string) Inline {
	if s != nil && s.Name != nil {
		return b.text(s.Name)
	}
	return Text(id)
}

// excepted names what allActivities says and an activity excepts.
func (b *builder) excepted(id string) Inline {
	for _, kind := range []register.Kind{register.KindParties, register.KindSystems, register.KindMeasures, register.KindDocuments, register.KindNotices} {
		if b.view.Lookup(kind, id) != nil {
			return b.name(kind, id)
		}
	}
	return Inline{{Text: id, Style: Code}}
}

// identifiers are numbers with their schemes: KvK 12345678.
func identifiers(x value.Identifiers) string {
	var all []string
	for _, scheme := range slices.Sorted(maps.Keys(x)) {
		name, ok := schemes[scheme]
		if !ok {
			name = scheme
		}
		all = append(all, name+" "+x[scheme])
	}
	return strings.Join(all, ", ")
}

// capital begins a text with a capital, unless its first word is a name that begins
// small: eHerkenning, iDEAL.
func capital(s string) string {
	first, _, _ := strings.Cut(s, " ")
	for i, r := range first {
		if i == 0 && strings.ToLower(first) == first {
			return strings.ToUpper(string(r)) + s[len(string(r)):]
		}
	}
	return s
}

// schemes are how numbers of public registers are written.
var schemes = map[string]string{
	"kvk": "KvK", "rsin": "RSIN", "lei": "LEI", "euid": "EUID", "duns": "D-U-N-S", "siren": "SIREN", "siret": "SIRET", "kbo": "KBO", "bce": "BCE", "hrb": "HRB", "vat": "VAT",
}
