package document

import "github.com/openropa/ropa/register"

// Figures are the pictures that documents show, made elsewhere (package diagram
// makes them). Those that are nil are left out.
type Figures struct {
	// Map shows the flows of the whole register, for Register.
	Map *Figure
	// Activity returns a picture of one activity, nil for none, for Activity.
	Activity func(id string) *Figure
	// Retention and Transfers are the charts of the documents of the same name.
	Retention, Transfers *Figure
}

// figure is a picture as blocks: none where there is none.
func figure(f *Figure) []Block {
	if f == nil {
		return nil
	}
	return []Block{*f}
}

// pictured is a section that holds a picture, under its title. On a page of its own
// it is turned to where there is more room for it.
func pictured(id string, f *Figure, newPage bool) []Section {
	if f == nil {
		return nil
	}
	s := Section{ID: id, Title: Text(f.Title), Wide: !newPage || fitsWide(f), NewPage: newPage}
	untitled := *f
	untitled.Title = "" // the heading tells it
	s.Blocks = figure(&untitled)
	return []Section{s}
}

// fitsWide reports whether a picture is larger on a page on its side: of A4, below a
// heading.
func fitsWide(f *Figure) bool {
	const short, long = 480.0, 740.0
	return min(long/f.Width, (short-50)/f.Height) > min(short/f.Width, (long-50)/f.Height)
}

// flowsOf is the picture of an activity, where there is one.
func (k *book) flowsOf(id string) []Section {
	if k.o.Figures.Activity == nil {
		return nil
	}
	return pictured("flows-of-"+id, k.o.Figures.Activity(id), false)
}

// Shows reports whether an audience may know of an activity: the public may of none
// that is planned, not yet approved, or that the register says not to publish.
func (a Audience) Shows(activity *register.Activity) bool {
	o := Options{Audience: a}
	return o.shows(activity)
}
