package register

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/internal/tree"
	"github.com/openropa/ropa/register/value"
)

// binder turns a tree into values of the model, guided by the field table. It
// expands the authoring form on the way, notes the place of everything, and
// reports every problem that it meets.
type binder struct {
	files  []file
	strict bool // the canonical form only
	// pointers: problems carry JSON pointers.
	pointers bool
	// language is that of texts typed as strings.
	language Language
	problems diag.Problems
	source   *Source
	// prefix is the address of what is read where it is not a register.
	prefix string
	path   []step
	// mute keeps quiet about what was reported for the first of several
	// entries that one stands for.
	mute int
	// faults counts the problems, those kept quiet included.
	faults int
	// budget is how many more values may be made: a list in an entry
	// multiplies all that the entry holds.
	budget, limit int
	checks        checks // what the JSON Schema has to see
}

// file is one of the files that a register is read from.
type file struct {
	name string
	json bool
}

// step is a part of the way from the root to a value.
type step struct {
	segment string
	// index is the position in a list, -1 in a mapping, or unwritten where the
	// document leaves the step out.
	index int
	// item: an element of a list of scalars, whose problems are those of the
	// field.
	item bool
}

func newBinder(files []file, o options) *binder {
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = f.name
	}
	return &binder{
		files: files, strict: o.canonical, pointers: o.pointers, language: value.Undetermined,
		source: &Source{files: names, segments: make(map[string]uint32), long: make(map[[2]uint32]uint32), pointed: o.pointers},
		budget: o.limits.Nodes, limit: o.limits.Nodes,
	}
}

func (b *binder) push(segment string, index int) {
	b.path = append(b.path, step{segment: segment, index: index})
}

func (b *binder) pop() { b.path = b.path[:len(b.path)-1] }

// at returns the address of the value that is being read.
func (b *binder) at() string {
	var s strings.Builder
	s.WriteString(b.prefix)
	for _, step := range b.path {
		if step.item {
			continue
		}
		if s.Len() > 0 {
			s.WriteByte('/')
		}
		s.WriteString(step.segment)
	}
	return s.String()
}

// pointer returns its JSON pointer, "" where none are wanted.
func (b *binder) pointer() string {
	if !b.pointers {
		return ""
	}
	var s strings.Builder
	for _, step := range b.path {
		piece{position: int32(step.index)}.write(&s, step.segment)
	}
	return s.String()
}

// begin notes where something stands, and its piece where pointers are wanted.
func (b *binder) begin(segment string, file uint16, line, column uint32, p piece) uint32 {
	spot := b.source.begin(segment, file, line, column)
	if s := b.source; s.pointed {
		s.pieces = append(slices.Grow(s.pieces, cap(s.spots)-len(s.pieces)), p)
	}
	return spot
}

func (b *binder) place(n *tree.Node) diag.Place {
	return diag.Place{File: b.files[n.File].name, Line: int(n.Line), Column: int(n.Column)}
}

// report adds a problem about the value that is being read and returns it, or
// an empty one where it is not listed.
func (b *binder) report(code diag.Code, place diag.Place, args ...string) *diag.Problem {
	b.faults++
	if b.mute > 0 || len(b.problems) >= 2*tree.MaxProblems {
		return new(diag.Problem)
	}
	p := diag.New(code, b.at(), place, args...)
	p.Pointer = b.pointer()
	b.problems = append(b.problems, p)
	return &b.problems[len(b.problems)-1]
}

// reportAt is report about something below the value that is being read.
func (b *binder) reportAt(segment string, code diag.Code, place diag.Place, args ...string) *diag.Problem {
	b.push(segment, -1)
	defer b.pop()
	return b.report(code, place, args...)
}

// spend takes n values from the budget. When it is used up nothing more is
// made, and that is said once.
func (b *binder) spend(n *tree.Node) bool {
	if b.budget--; b.budget == -1 {
		mute := b.mute
		b.mute = 0
		b.report(diag.TooManyNodes, b.place(n), "limit", strconv.Itoa(b.limit))
		b.mute = mute
	}
	return b.budget >= 0
}

// override puts another value in the place of one field of an entry: an
// element of the list that the field holds.
type override struct {
	field int
	node  *tree.Node
	// element is the position of the node in the list, from 1.
	element int
}

// object reads a mapping into a struct. n is a Map.
func (b *binder) object(n *tree.Node, v reflect.Value, p *plan, over override) {
	var stated [maxFields]bool
	for i := range n.Members {
		m := &n.Members[i]
		f, known := p.byName[m.Key]
		switch {
		case known && stated[f]: // the reader of the tree has reported it
		case known:
			stated[f] = true
			member := *m
			if f == over.field {
				member.Value = over.node
				mute := b.mute
				b.mute = max(0, mute-1)
				b.field(member, v, &p.fields[f], over.element, n.Flow && i > 0)
				b.mute = mute
				continue
			}
			b.field(member, v, &p.fields[f], 0, n.Flow && i > 0)
		case strings.HasPrefix(m.Key, "x-"):
			b.extension(m, v.FieldByIndex(p.extensions))
		default:
			b.unknown(n, m, p)
		}
	}
	b.complete(n, p, &stated)
}

// unknown reports a field that the object does not have.
func (b *binder) unknown(n *tree.Node, m *tree.Member, p *plan) {
	problem := b.reportAt(m.Key, diag.UnknownField, b.placeOf(m), "field", m.Key, "object", p.object.Name)
	b.hintComma(problem, m, n.Flow && m != &n.Members[0])
	if b.tired(problem) {
		return
	}
	names := make([]string, len(p.fields))
	for i := range p.fields {
		names[i] = p.fields[i].Name
	}
	problem.Suggestions = diag.Suggest(m.Key, names)
}

// tired reports whether to stop guessing what was meant: guesses cost more
// than all the rest, and nobody reads the thousandth.
func (b *binder) tired(p *diag.Problem) bool { return p.Code == "" || len(b.problems) > 1000 }

// hintComma explains a key without a value behind a comma inside braces:
// {en: this, that}.
func (b *binder) hintComma(problem *diag.Problem, m *tree.Member, comma bool) {
	if comma && m.Value.IsNull() && m.Value.Raw == "" && problem.Args != nil {
		problem.Args["hint"] = "comma-in-braces"
	}
}

// placeOf returns the place of a key.
func (b *binder) placeOf(m *tree.Member) diag.Place {
	return diag.Place{File: b.files[m.Value.File].name, Line: int(m.Line), Column: int(m.Column)}
}

// complete reports what an object needs and does not state.
func (b *binder) complete(n *tree.Node, p *plan, stated *[maxFields]bool) {
	for i := range p.fields {
		f := &p.fields[i]
		if !f.Required || stated[i] {
			continue
		}
		if f.Kind == schema.Const {
			b.report(diag.SchemaMissing, b.place(n))
			continue
		}
		b.report(diag.MissingField, b.place(n), "object", p.object.Name, "field", f.Name)
	}
	if len(p.object.OneOf) == 0 {
		return
	}
	count := 0
	for _, name := range p.object.OneOf {
		if stated[p.byName[name]] {
			count++
		}
	}
	if count != 1 {
		b.report(diag.OneOf, b.place(n), "object", p.object.Name, "fields", strings.Join(p.object.OneOf, ", "))
	}
}

// field reads the value of a field, which must be said: null says nothing.
// element: of the list that stands there, this one is meant, from 1; 0: all.
// comma: it stands behind a comma in braces.
func (b *binder) field(m tree.Member, v reflect.Value, f *plannedField, element int, comma bool) {
	b.push(f.Name, -1)
	defer b.pop()
	if element > 0 {
		b.path = append(b.path, step{index: element - 1, item: true})
		defer b.pop()
	}
	n := m.Value
	if n.IsNull() {
		b.hintComma(b.report(diag.NullValue, b.place(n), "field", f.Name), &m, comma)
		return
	}
	line, column := n.Line, n.Column
	if n.Kind != tree.Scalar {
		line, column = m.Line, m.Column
	}
	spot := b.begin(f.Name, n.File, line, column, piece{position: inMapping, element: int32(element)})
	defer b.source.end(spot)
	target := v.FieldByIndex(f.index)
	switch {
	case f.List:
		b.list(n, target, f)
	case f.Kind == schema.Nested:
		b.nested(n, target, f)
	default:
		b.scalar(n, target, f)
	}
}

// nested reads an object that stands alone.
func (b *binder) nested(n *tree.Node, target reflect.Value, f *plannedField) {
	if !b.spend(n) {
		return
	}
	entry := reflect.New(target.Type().Elem())
	p := planOf(entry.Type().Elem())
	switch {
	case n.Kind == tree.Map:
		b.object(n, entry.Elem(), p, override{field: -1})
	case saysNone(n) && !b.strict:
		b.noneMisplaced(n, f, p)
		return
	case n.Kind == tree.Scalar && !b.strict && p.object.Bare != "":
		b.bare(n, entry.Elem(), p)
	default:
		b.wrongType(n, f.Name, "a mapping")
		return
	}
	target.Set(entry)
}

// noneMisplaced reports the word none where silence is meant. Who has no
// officer or representative says so with a reason (Art. 27(2), 37).
func (b *binder) noneMisplaced(n *tree.Node, f *plannedField, p *plan) {
	if _, ok := p.byName[none]; ok {
		b.wrongType(n, f.Name, "{none: true, reason: …}")
		return
	}
	b.report(diag.NoneMisplaced, b.place(n), "field", f.Name)
}
