package lint

import (
	"reflect"
	"strconv"
	"strings"
	"sync"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/value"
)

// shape tells where the fields of an object lie that rules about every object look
// at.
type shape struct {
	*schema.Object
	// remarks is the place of the remarks; title that of the name or the title, -1
	// for none.
	remarks, title int
	words          []slot // texts, and strings of people
	refs, nested   []slot
}

type slot struct {
	*schema.Field
	// content: Art. 30 asks for it.
	content bool
	index   int
	pointer bool   // of a list: its elements are pointers
	below   *shape // of a nested object
}

var shapes sync.Map // of reflect.Type

func shapeOf(t reflect.Type) *shape {
	if s, ok := shapes.Load(t); ok {
		return s.(*shape)
	}
	s, _ := shapes.LoadOrStore(t, newShape(t))
	return s.(*shape)
}

func newShape(t reflect.Type) *shape {
	s := &shape{Object: schema.Lookup(t.Name()), remarks: -1, title: -1}
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Type == reflect.TypeFor[register.Remarks]() {
			s.remarks = i
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		field := s.Field(name)
		if field == nil {
			continue
		}
		x := slot{Field: field, content: content[s.Name+"."+name], index: i}
		switch field.Kind {
		case schema.Text:
			if name == "name" || name == "title" {
				s.title = i
			}
			s.words = append(s.words, x)
		case schema.String:
			if !field.List && !readElsewhere[name] {
				s.words = append(s.words, x)
			}
		case schema.Ref:
			s.refs = append(s.refs, x)
		case schema.Nested:
			below := f.Type.Elem()
			if x.pointer = field.List && below.Kind() == reflect.Pointer; x.pointer {
				below = below.Elem()
			}
			x.below = shapeOf(below)
			s.nested = append(s.nested, x)
		}
	}
	return s
}

// walker walks through an object of the register and all below it. It knows where
// it is, and works the address out when it is asked.
type walker struct {
	// see is called for every object before those below it. It ends the walk where it
	// returns false.
	see  func(w *walker, v reflect.Value, s *shape) bool
	base string
	path []step
}

// step leads from an object into one of its fields.
type step struct {
	object reflect.Value
	shape  *shape
	field  string
	list   reflect.Value // the list, where the field is one
	number int
}

// walk visits an object, which is a pointer to a struct of the model.
func (w *walker) walk(base string, object any) bool {
	w.base, w.path = base, w.path[:0]
	v := reflect.ValueOf(object).Elem()
	return w.visit(v, shapeOf(v.Type()))
}

func (w *walker) visit(v reflect.Value, s *shape) bool {
	if !w.see(w, v, s) {
		return false
	}
	for i := range s.nested {
		f := &s.nested[i]
		below := v.Field(f.index)
		if !f.List {
			if !below.IsNil() && !w.down(step{object: v, shape: s, field: f.Name}, below.Elem(), f.below) {
				return false
			}
			continue
		}
		for n := range below.Len() {
			element := below.Index(n)
			if f.pointer {
				if element.IsNil() {
					continue
				}
				element = element.Elem()
			}
			if !w.down(step{v, s, f.Name, below, n}, element, f.below) {
				return false
			}
		}
	}
	return true
}

func (w *walker) down(to step, v reflect.Value, s *shape) bool {
	w.path = append(w.path, to)
	on := w.visit(v, s)
	w.path = w.path[:len(w.path)-1]
	return on
}

// at returns the address of the object that is visited.
func (w *walker) at() string {
	at := w.base
	for i := range w.path {
		s := &w.path[i]
		at = inside(at, s.field)
		if s.list.IsValid() {
			at += "/" + nameIn(s.list, s.number)
		}
	}
	return at
}

func inside(at, segment string) string {
	if at == "" {
		return segment
	}
	return at + "/" + segment
}

// nameIn returns the name of an entry of a list in addresses, as register.Names
// makes it.
func nameIn(list reflect.Value, number int) string {
	name, count := nameOfEntry(list, number), 1
	for i := range number {
		if nameOfEntry(list, i) == name {
			count++
		}
	}
	if count > 1 {
		name += "~" + strconv.Itoa(count)
	}
	return name
}

func nameOfEntry(list reflect.Value, number int) string {
	v := list.Index(number)
	if v.Kind() != reflect.Pointer {
		v = v.Addr()
	}
	if e, ok := v.Interface().(register.Entity); ok && !v.IsNil() && isID(e.Key()) {
		return e.Key()
	}
	return strconv.Itoa(number + 1)
}

// isID reports whether a string is an identifier.
func isID(s string) bool {
	if s == "" || len(s) > 100 || s[0] == '-' || s[len(s)-1] == '-' || strings.Contains(s, "--") {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return !('a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '-') })
}

// nearestName returns the name, for people, of the object that is visited or of
// the nearest around it that has one.
func (w *walker) nearestName(p *pass, v reflect.Value, s *shape) register.Text {
	if t := p.nameOfObject(v, s); len(t) > 0 {
		return t
	}
	for i := len(w.path) - 1; i >= 0; i-- {
		if t := p.nameOfObject(w.path[i].object, w.path[i].shape); len(t) > 0 {
			return t
		}
	}
	if id := w.base[strings.LastIndexByte(w.base, '/')+1:]; id != "" {
		return plain(id)
	}
	if id := p.view.Register().ID; id != "" {
		return plain(id)
	}
	return value.Text{"en": "the register", "nl": "het register"}
}

// nameOfObject is its own name, or that of what it is about.
func (p *pass) nameOfObject(v reflect.Value, s *shape) register.Text {
	if s.title >= 0 {
		if t, ok := v.Field(s.title).Interface().(register.Text); ok && len(t) > 0 {
			return t
		}
	}
	for i := range s.refs {
		f := &s.refs[i]
		if f.List || !isOne(f.Name, s.Key...) {
			continue
		}
		if id := v.Field(f.index).String(); id != "" && len(f.Refs) > 0 {
			return p.name(register.Kind(f.Refs[0]), id)
		}
	}
	return nil
}

func remarksOf(v reflect.Value, s *shape) *register.Remarks {
	if s.remarks < 0 {
		return nil
	}
	return v.Field(s.remarks).Addr().Interface().(*register.Remarks)
}
