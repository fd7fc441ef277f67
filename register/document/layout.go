package document

import (
	"context"
	"fmt"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// House is the name of the layout that Register makes where none is asked for.
const House = "ropa"

// Layout is a form in which the record of processing activities can be told, as
// the template of an authority has it.
type Layout struct {
	// Name is what Options.Layout calls it: cnpd.
	Name string
	// Authority is whose template it is, with the country.
	Authority string
	// Language is that of the authority.
	Language value.Language
	// Title is the title of the document.
	Title words.Entry
	// Grain is what a row or a form is about.
	Grain Grain
	// Role is the part of the record that it tells: as a controller (Art. 30(1)) or
	// as a processor (Art. 30(2)); both where it is left out.
	Role register.ActivityRole
	// Header is what stands above the columns: who keeps the record.
	Header []LayoutColumn
	// Columns are the columns of the table, or the lines of each form, in the order
	// of the template.
	Columns []LayoutColumn
	// List are the columns of a list of all activities that comes before the forms.
	List []LayoutColumn
	// Groups are the headings within a form, and within the header, in any order;
	// the columns name theirs.
	Groups []LayoutGroup

	// status: a column tells whether an activity has ended.
	status bool
	// items are what the rows or forms are about, where the grain alone does not
	// say it.
	items func(k *book, list []*register.Activity) []item
	// heading is that of a form, where it is not that of the activity.
	heading func(k *book, of item) Inline
	// before and after are further parts of the document around the rows or forms.
	before, after func(k *book, list []*register.Activity) []Section
}

// Grain is what a row of a table, or a form, is about.
type Grain string

// Values of Grain.
const (
	RowPerActivity  Grain = "activity"      // a table with a row for each activity
	RowPerPurpose   Grain = "purpose"       // a table with a row for each purpose of each activity
	RowPerClient    Grain = "client"        // a table with a row for each controller that an activity is carried out for
	FormPerActivity Grain = "activity-form" // a form for each activity
	FormPerClient   Grain = "client-form"   // a form for each controller that an activity is carried out for
)

// isForm reports whether each item is told in a form and not on a row.
func (g Grain) isForm() bool { return g == FormPerActivity || g == FormPerClient }

// LayoutColumn is a column of a template, a line of a form, or a field of the
// header.
type LayoutColumn struct {
	// ID names it within the layout: retention.
	ID string
	// Title is its head.
	Title words.Entry
	// Original is the head in the language of the authority where Title has no words
	// in it, such as Italian.
	Original string
	// Group is the ID of the heading under which it stands.
	Group string
	// Fields are the fields of the format that fill it, as paths from the register:
	// activities[].purposes[].basis. A column that the audience may see no field of
	// is left out, and the document says so.
	Fields []string
	// Required: the template or the law asks for it in every case.
	Required bool
	// Unfillable says, in English, why no field of the format fills it.
	Unfillable string
	// Remark says in English what else matters about how it is filled.
	Remark string

	width float64
	// head: the cell names its row.
	head bool
	// Of these one is there, but for an unfillable column: the cell of a column or
	// the text of a line; the cells after the head of a line in a group with heads;
	// a table in a form.
	tell  func(k *book, of item) Cell
	cells func(k *book, of item) []Cell
	table func(k *book, of item) Table
}

// LayoutGroup is a heading within a form.
type LayoutGroup struct {
	// ID is what the columns call it.
	ID string
	// Title is the heading.
	Title words.Entry
	// Heads makes a table of the group: the head of the first column, with the
	// titles of the lines, and those of their cells.
	Heads []words.Entry

	// optional: a group of the header of which the register says nothing is left
	// out; any other tells that nothing is stated.
	optional bool
	// widths are those of the columns of that table.
	widths []float64
}

// item is what a row or a form is about. All of it is nil in the header.
type item struct {
	activity *register.Activity
	// purpose is nil where the grain is not the purpose, or the activity has none.
	purpose *register.PurposeUse
	// client is nil where the grain is not the client, or the activity has none.
	client *register.Client
}

// Layouts returns all layouts; that of the house comes first. It has no columns:
// it tells all fields.
func Layouts() []Layout {
	return []Layout{
		{Name: House, Title: registerLabels["title.register"], Language: "en"},
		layoutNL(),
		layoutICO(),
		layoutICOProcessor(),
		layoutCNIL(),
		layoutCNILProcessor(),
		layoutGBA(),
		layoutDSK(),
		layoutGarante(),
		layoutAEPD(),
		layoutCNPD(),
	}
}

// FindLayout returns the layout of a name; that of the house where it is "".
func FindLayout(name string) (Layout, error) {
	all := Layouts()
	if name == "" {
		return all[0], nil
	}
	var names []string
	for i := range all {
		if all[i].Name == name {
			return all[i], nil
		}
		names = append(names, all[i].Name)
	}
	return Layout{}, &UnknownLayoutError{name, names}
}

// UnknownLayoutError tells that there is no such layout.
type UnknownLayoutError struct {
	Name string
	// Layouts are the names that there are.
	Layouts []string
}

// Error says which.
func (e *UnknownLayoutError) Error() string { return fmt.Sprintf("no layout %q", e.Name) }

// inLayout makes the record in the layout of an authority.
func inLayout(ctx context.Context, view *register.View, m *datamap.Map, l *Layout, o Options) (*Document, error) {
	if o.Language == "" {
		o.Language = l.Language // English where there are no words in it
	}
	b, err := newBuilder(ctx, view, m, o)
	if err != nil {
		return nil, err
	}
	k := newBook(b, b.shown(view.Activities()))
	k.unlink(l)
	p := &page{book: k, layout: l}
	d := k.document("register")
	d.Register = nil // it does not tell all of it
	d.Title = l.Title.In(k.o.Language)
	d.Subtitle = k.subtitle(d.Title)
	k.titled = d.Subtitle != ""
	d.Facts = p.header()
	d.Sections = p.sections()
	if l.Grain.isForm() {
		d.Contents, d.ContentsTitle = 2, k.say("contents")
	}
	return b.finished(d)
}

// unlink forgets the sections that only the layout of the house has.
func (k *book) unlink(l *Layout) {
	clear(k.leads)
	clear(k.linked)
	clear(k.namesOf)
	if l.Grain.isForm() {
		for _, a := range k.activities {
			k.linked[anchor(register.KindActivities, a.ID)] = l.tells(a)
		}
	}
}

// tells reports whether an activity belongs to the part of the record that the
// layout is for.
func (l *Layout) tells(a *register.Activity) bool {
	role := a.Role
	if role == "" {
		role = register.ActivityRoleController
	}
	return l.Role == "" || l.Role == role
}
