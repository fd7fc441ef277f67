// Package registertest makes registers for tests: random ones that use every
// field of the format and are well formed, though their references may lead
// nowhere.
package registertest

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"pgregory.net/rapid"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/internal/schema"
)

// model is the definition of the format.
var model = sync.OnceValue(func() map[string]schema.ModelObject {
	m, err := schema.ParseModel(register.Schema())
	if err != nil {
		panic(err)
	}
	objects := make(map[string]schema.ModelObject)
	for _, o := range m.Objects {
		objects[o.Name] = o
	}
	return objects
})

// Register returns a generator of registers.
func Register() *rapid.Generator[*register.Register] {
	return rapid.Custom(func(t *rapid.T) *register.Register {
		r := &register.Register{}
		g := generator{t: t}
		g.object(reflect.ValueOf(r).Elem(), 0)
		r.ID = pick(g, "id", ids) // a part of a folder may lack it, a whole register not
		return r
	})
}

// Object returns a generator of objects of one type of the model, such as
// register.Activity.
func Object[T any]() *rapid.Generator[*T] {
	return rapid.Custom(func(t *rapid.T) *T {
		v := new(T)
		g := generator{t: t}
		g.object(reflect.ValueOf(v).Elem(), 1)
		return v
	})
}

// Values that readers of YAML, JSON or this format might take for something
// else than they are.
var (
	ids = []string{"a", "b2", "customer", "bank-account", "mollie", "all", "none", "null", "true", "no", "y", "on", "05", "1e3", "2018", "0x1f", "x-1"}

	texts = []string{
		"plain words", "naam", "NO", "no", "05", "0x1F", "1e3", "1_000", "+31 6 12345678", "+31612345678", "2018-05-25", "12:30", "12:30:45", "null", "~", "none", "None",
		"true", "<<", "=", ".inf", "-", "- a", "-a", "? b", "a: b", "a:", ":a", "a #x", "#x", "a#b", " leading", "trailing ", "\ttab", "tab\tin", "&anchor", "*alias", "!tag",
		"%d", "@home", "`x`", "{a: b}", "[a, b]", "a, b", "it's", `say "x"`, `back\slash`, "|", ">", "---", "...", "--- a", "emoji 🎉 👩‍💻", "é ü ß 漢字 עברית",
		"two\nlines", "three\n\nlines\n", "a\n  indented\nb", "  first indented\nb", "\nleading line", "end \nspace", "many\n\n\n", "cr\r\nlf", "# not\n# a comment", "a\n---\nb",
		"nbsp\u00a0in", "\u00a0nbsp", "\u2028line separator", "\ufefffeff", "bell\a", "del\x7f", "next\u0085line", "wide\u3000space", "rtl\u202e", "a\tb\n\tc",
		strings.Repeat("long text that should not be folded ", 10) + "end", "{\"json\": 1}", "'", `"`, "''", "a 'b", "</script>", "a\u2029b", "x: |", "key: [", "ends with #", "a :b", "a: ",
	}
	languages  = []register.Language{"nl", "en", "no", "und", "pt-BR", "de"}
	periods    = []register.Period{"P7Y", "P18M", "P4W", "P30D", "P1Y6M", "P0D"}
	emails     = []string{"privacy@webgems.example.org", "#a@b", "'x'@y", "a:b@c"}
	fieldNames = []string{"name", "data", "on", "no", "null"}
	codes      = []string{"TRF-001", "05", "A", "1e3"}
	extensions = []string{
		`"05"`, `5`, `-0.10`, `1e3`, `1E+2`, `12345678901234567890`, `true`, `false`, `null`, `"null"`, `"none"`, `[]`, `{}`, `""`, `" "`, `[1,"1",null,[],{}]`, `[[1,[2]],[{"a":[3]}]]`,
		`{"b":1,"a":{"NO":"no","05":[{}],"<<":1,"x: y":"two\nlines","~":"~"}}`, `"2018-05-25"`, `"# x"`, `"é\t"`, `"a, b"`, `[{"a":1,"b":2},{"a":"x\ny"}]`, `"+31612345678"`,
	}
)

// generator fills values of the model.
type generator struct{ t *rapid.T }

// often reports true in one of n cases.
func (g generator) often(n int, label string) bool {
	return rapid.IntRange(1, n).Draw(g.t, label) == 1
}

func pick[T any](g generator, label string, from []T) T {
	return from[rapid.IntRange(0, len(from)-1).Draw(g.t, label)]
}

func (g generator) object(v reflect.Value, depth int) {
	o := model()[v.Type().Name()]
	only := ""
	if len(o.OneOf) > 0 {
		only = pick(g, "oneOf", o.OneOf)
	}
	for i := range o.Properties {
		p := &o.Properties[i]
		stated := p.Required || p.Name == only || !slices.Contains(o.OneOf, p.Name) && g.often(3+2*depth, p.Name)
		if !stated || p.Kind == schema.Nested && depth > 4 && !p.Required {
			continue
		}
		g.field(fieldOf(v, p.Name), p, depth)
	}
	if g.often(6, "extended") {
		ext := make(register.Extensions)
		for range rapid.IntRange(1, 2).Draw(g.t, "extensions") {
			ext["x-"+pick(g, "x", []string{"a", "b: c", "05", "", "é"})] = json.RawMessage(pick(g, "value", extensions))
		}
		v.FieldByName("Extensions").Set(reflect.ValueOf(ext))
	}
}

func fieldOf(v reflect.Value, name string) reflect.Value {
	for _, f := range reflect.VisibleFields(v.Type()) {
		if tag, _, _ := strings.Cut(f.Tag.Get("json"), ","); tag == name {
			return v.FieldByIndex(f.Index)
		}
	}
	panic(fmt.Sprintf("%s has no field %s", v.Type(), name))
}

func (g generator) field(v reflect.Value, p *schema.ModelProperty, depth int) {
	if !p.List {
		g.value(v, p, depth)
		return
	}
	least, most := 1, 3
	if p.None {
		least = 0
	}
	if p.Kind == schema.Enum {
		most = 2
	}
	n := rapid.IntRange(least, most).Draw(g.t, p.Name+" length")
	list := reflect.MakeSlice(v.Type(), 0, n)
	for range n {
		item := reflect.New(v.Type().Elem()).Elem()
		g.value(item, p, depth)
		if g.fits(list, item) {
			list = reflect.Append(list, item)
		}
	}
	v.Set(list)
	if p.Kind == schema.Nested && list.Len() > 0 && g.often(3, "similar") {
		g.similar(v, p.Type)
	}
}

// fits reports whether an item may stand in a list: scalars differ, and so do
// the identifiers of entities.
func (g generator) fits(list, item reflect.Value) bool {
	for i := range list.Len() {
		other := list.Index(i)
		switch {
		case item.Kind() == reflect.String && item.String() == other.String():
			return false
		case item.Kind() == reflect.Pointer && idOf(item) != "" && idOf(item) == idOf(other):
			return false
		case item.Kind() == reflect.Struct && idOf(item) != "" && idOf(item) == idOf(other):
			return false
		}
	}
	return true
}

func idOf(v reflect.Value) string {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if f := v.FieldByName("ID"); f.IsValid() {
		return f.String()
	}
	return ""
}

// similar adds an entry that differs from the last in its reference alone.
func (g generator) similar(v reflect.Value, object string) {
	o := model()[object]
	reference := o.Bare
	if reference == "" && len(o.Key) > 0 {
		reference = o.Key[len(o.Key)-1]
	}
	last := v.Index(v.Len() - 1)
	if reference == "" || reference == "id" || last.Kind() != reflect.Struct || idOf(last) != "" {
		return
	}
	entry := reflect.New(last.Type()).Elem()
	entry.Set(last)
	field := fieldOf(entry, reference)
	if field.IsZero() {
		return
	}
	for i := range o.Properties {
		if p := &o.Properties[i]; p.Name == reference {
			g.value(field, p, 0)
		}
	}
	v.Set(reflect.Append(v, entry))
}

func (g generator) value(v reflect.Value, p *schema.ModelProperty, depth int) {
	switch p.Kind {
	case schema.Nested:
		if v.Kind() == reflect.Pointer {
			v.Set(reflect.New(v.Type().Elem()))
			v = v.Elem()
		}
		g.object(v, depth+1)
	case schema.Text:
		text := make(register.Text)
		for range rapid.IntRange(1, 2).Draw(g.t, "languages") {
			text[pick(g, "language", languages)] = g.text()
		}
		v.Set(reflect.ValueOf(text))
	case schema.Identifiers:
		v.Set(reflect.ValueOf(register.Identifiers{pick(g, "scheme", ids): g.text()}))
	case schema.Bool:
		v.SetUint(uint64(pick(g, "bool", []register.Tristate{register.Yes, register.No})))
	case schema.Int:
		low, _ := strconv.Atoi(p.Minimum)
		high, err := strconv.Atoi(p.Maximum)
		if err != nil {
			high = 1_000_000_000
		}
		n := rapid.IntRange(low, high).Draw(g.t, "int")
		v.Set(reflect.ValueOf(&n))
	case schema.Date:
		days := rapid.IntRange(0, 3_000_000).Draw(g.t, "day")
		first, _ := register.ParseDate("0001-01-01")
		v.SetInt(int64(register.Period("P" + strconv.Itoa(days/1000) + "Y" + strconv.Itoa(days%1000) + "D").After(first)))
	default:
		v.SetString(g.string(p))
	}
}

func (g generator) string(p *schema.ModelProperty) string {
	switch p.Kind {
	case schema.Const:
		return p.Const
	case schema.ID, schema.Ref:
		return pick(g, "id", ids)
	case schema.Enum:
		return pick(g, "word", schema.Words(p.Type))
	case schema.Period:
		return string(pick(g, "period", periods))
	case schema.Country, schema.Area:
		return string(pick(g, "country", []register.Country{"NL", "NO", "US", "DE", "IS", "TO"}))
	case schema.Language:
		return string(pick(g, "tag", languages))
	case schema.Email:
		return pick(g, "email", emails)
	case schema.FieldName:
		return pick(g, "field", fieldNames)
	case schema.RuleCode:
		return pick(g, "code", codes)
	}
	return g.text()
}

// text returns a string that is not empty: mostly a difficult one, at times a
// random one.
func (g generator) text() string {
	if g.often(8, "random") {
		s := rapid.StringN(1, 12, -1).Draw(g.t, "string")
		if strings.TrimSpace(s) != "" && !strings.ContainsRune(s, 0) {
			return s
		}
	}
	return pick(g, "text", texts)
}
