package document

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/words"
)

// templates are the layouts of authorities.
func templates() []Layout { return Layouts()[1:] }

// toldIn makes the record in a layout.
func toldIn(t *testing.T, view *register.View, chart *datamap.Map, o Options) *Document {
	t.Helper()
	o.AsOf = day
	d, err := Register(t.Context(), view, chart, o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The web shop in each layout, in the language of the authority.
func TestLayoutsOfWebgems(t *testing.T) {
	view, chart := example(t, "webgems")
	for _, l := range templates() {
		golden(t, "layout-"+l.Name+"-webgems.txt", dump(toldIn(t, view, chart, Options{Layout: l.Name})))
	}
}

// Each layout is whole: words in four languages, fields that exist, something to
// tell in each column or a reason why not.
func TestLayoutsAreWhole(t *testing.T) {
	for _, l := range templates() {
		t.Run(l.Name, func(t *testing.T) {
			check := func(id string, e words.Entry) {
				for i, s := range e {
					if s == "" {
						t.Errorf("%s lacks words in %s", id, words.Languages()[i])
					}
				}
			}
			check("title", l.Title)
			groups := make(map[string]bool)
			for _, g := range l.Groups {
				groups[g.ID] = true
				check(g.ID, g.Title)
				for _, head := range g.Heads {
					check(g.ID, head)
				}
			}
			seen := make(map[string]bool)
			heads, grouped := 0, false
			for _, c := range l.Columns {
				if grouped && c.Group == "" {
					t.Errorf("%s stands under no heading after others that do", c.ID)
				}
				grouped = c.Group != ""
			}
			for _, c := range slices.Concat(l.Header, l.List, l.Columns) {
				check(c.ID, c.Title)
				if seen[c.ID] {
					t.Errorf("%s stands twice", c.ID)
				}
				seen[c.ID] = true
				if c.head && !l.Grain.isForm() {
					heads++
				}
				if c.Group != "" && !groups[c.Group] {
					t.Errorf("%s: no group %s", c.ID, c.Group)
				}
				if tells := c.tell != nil || c.cells != nil || c.table != nil; tells == (c.Unfillable != "") {
					t.Errorf("%s tells something (%t) and is unfillable (%q)", c.ID, tells, c.Unfillable)
				}
				if (len(c.Fields) == 0) != (c.Unfillable != "") {
					t.Errorf("%s: fields %q, unfillable %q", c.ID, c.Fields, c.Unfillable)
				}
				for _, path := range c.Fields {
					if _, ok := fieldAudience(path); !ok {
						t.Errorf("%s: no field %s", c.ID, path)
					}
				}
			}
			if !l.Grain.isForm() && heads != 1 {
				t.Errorf("%d columns name their row", heads)
			}
		})
	}
}

// Each column says something of a register in which every field does, whatever
// the values that only one of them can have.
func TestLayoutsFillEveryColumn(t *testing.T) {
	for _, l := range templates() {
		filled := make(map[string]bool)
		for _, vary := range variants {
			_, r := newFull()
			play(r, l.Role)
			vary(r)
			view, chart := resolved(r)
			b, err := newBuilder(t.Context(), view, chart, Options{AsOf: day, Audience: Internal})
			if err != nil {
				t.Fatal(err)
			}
			p := &page{book: newBook(b, view.Activities()), layout: &l}
			for _, c := range l.Header {
				filled[c.ID] = filled[c.ID] || fills(p, &c, item{})
			}
			for _, of := range p.items(view.Activities()) {
				for _, c := range slices.Concat(l.List, l.Columns) {
					filled[c.ID] = filled[c.ID] || fills(p, &c, of)
				}
			}
		}
		for _, c := range slices.Concat(l.Header, l.List, l.Columns) {
			if c.Unfillable == "" && !filled[c.ID] {
				t.Errorf("%s: %s is never filled", l.Name, c.ID)
			}
		}
	}
}

// variants give a full register values that others rule out.
var variants = []func(*register.Register){
	func(*register.Register) {},
	func(r *register.Register) {
		for _, c := range r.DataCategories {
			c.Marks = []register.DataMark{register.DataMarkSpecial, register.DataMarkCriminal, register.DataMarkNationalIdentifier}
		}
		for _, p := range r.Parties {
			p.Kind = register.PartyKindUnit
		}
		for _, a := range r.Activities {
			a.DPIA.Criteria = []register.DPIACriterion{register.DPIACriterionSystematicMonitoring, register.DPIACriterionSensitiveData, register.DPIACriterionEvaluationOrScoring}
			for i := range a.Disclosures {
				a.Disclosures[i].As = register.RoleProcessor
			}
		}
	},
	onLine(register.CNILGroupProfessionalLife), onLine(register.CNILGroupInternet), inBritain,
}

// play gives all activities a role.
func play(r *register.Register, role register.ActivityRole) {
	for _, a := range r.Activities {
		a.Role = role
	}
}

// fills reports whether a column says something of an item.
func fills(p *page, c *LayoutColumn, of item) bool {
	if c.Unfillable != "" {
		return false
	}
	filled := func(c Cell) bool { return !c.Missing && len(c.Lines) > 0 }
	switch {
	case c.table != nil:
		return slices.ContainsFunc(c.table(p.book, of).Rows, func(r Row) bool { return slices.ContainsFunc(r.Cells, filled) })
	case c.cells != nil:
		return slices.ContainsFunc(c.cells(p.book, of), filled)
	}
	return filled(p.cellOf(c, of))
}

// No audience learns from a layout what is meant for narrower ones, nor the
// public anything of drafts and plans: the document is the same without them.
func TestLayoutsForAudiences(t *testing.T) {
	for _, l := range templates() {
		for _, audience := range []Audience{Public, Authority} {
			f, r := newFull()
			play(r, l.Role)
			view, chart := resolved(r)
			tell := func() string {
				return dump(toldIn(t, view, chart, Options{Layout: l.Name, Language: "en", Audience: audience}))
			}
			whole := tell()
			if len(whole) < 500 {
				t.Fatalf("%s: hardly anything is told:\n%s", l.Name, whole)
			}
			for _, leaf := range f.leaves {
				hidden := audience == Public && (leaf.top == "/activities/2" || leaf.top == "/activities/3")
				if !hidden && audience.sees(leaf.audience) {
					continue
				}
				if leaf.marker != "" && strings.Contains(whole, leaf.marker) {
					t.Errorf("%s for %s: %s (%s): %s is told", l.Name, audience, leaf.path, leaf.audience, leaf.marker)
				}
				if !decides(leaf, hidden) {
					leaf.value.SetZero()
				}
			}
			if diff := cmp.Diff(strings.Split(whole, "\n"), strings.Split(tell(), "\n")); diff != "" {
				t.Errorf("%s: what %s does not see shows (-):\n%s", l.Name, audience, diff)
			}
		}
	}
}

// A layout says what it leaves out, and tells what has ended and what is planned.
func TestLayoutsLoseNothingInSilence(t *testing.T) {
	for _, l := range templates() {
		_, r := newFull()
		r.Activities[2].Status = register.StatusEnded
		view, chart := resolved(r)
		for _, role := range []register.ActivityRole{register.ActivityRoleController, register.ActivityRoleProcessor} {
			play(r, role)
			d := toldIn(t, view, chart, Options{Layout: l.Name, Language: "en"})
			whole := dump(d)
			if l.Role != "" && l.Role != role {
				if !strings.Contains(whole, ": 4. They are not in this layout") {
					t.Errorf("%s does not tell of activities in the other role:\n%s", l.Name, whole)
				}
				continue
			}
			for _, word := range []string{"planned", "ended"} {
				if !strings.Contains(strings.ToLower(whole), word) {
					t.Errorf("%s does not mark what is %s", l.Name, word)
				}
			}
		}
	}
}

// The heads of a template in a language without words stand beside the English
// ones.
func TestLayoutInItsOwnLanguage(t *testing.T) {
	view, chart := example(t, "bakery")
	for _, l := range templates() {
		d := toldIn(t, view, chart, Options{Layout: l.Name})
		want := l.Language
		if !slices.Contains(words.Languages(), want) {
			want = "en"
			if !strings.Contains(dump(d), "@"+string(l.Language)) {
				t.Errorf("%s: no head in %s", l.Name, l.Language)
			}
		}
		if d.Language != want {
			t.Errorf("%s is in %s", l.Name, d.Language)
		}
	}
}

func TestUnknownLayout(t *testing.T) {
	view, chart := example(t, "bakery")
	_, err := Register(t.Context(), view, chart, Options{AsOf: day, Layout: "nothing"})
	var unknown *UnknownLayoutError
	if !errors.As(err, &unknown) || unknown.Name != "nothing" || !slices.Contains(unknown.Layouts, "cnpd") {
		t.Errorf("error %v", err)
	}
}

// The same register gives the same document in a layout; identifiers are unique,
// references lead somewhere, rows have a cell for each column.
func TestLayoutsAreSound(t *testing.T) {
	_, all := newFull()
	whole, wholeChart := resolved(all)
	for _, l := range templates() {
		for _, audience := range Audiences() {
			o := Options{Layout: l.Name, Audience: audience}
			for _, name := range []string{"webgems", "harbour-clinic"} {
				view, chart := example(t, name)
				d := toldIn(t, view, chart, o)
				if !reflect.DeepEqual(d, toldIn(t, view, chart, o)) {
					t.Errorf("%s, %s, %s: a second document differs", l.Name, name, audience)
				}
				sound(t, d)
			}
			sound(t, toldIn(t, whole, wholeChart, o))
		}
	}
}
