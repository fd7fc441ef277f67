package document

import (
	"cmp"
	"context"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// Notice makes the privacy notice (Art. 13, 14): what the organisation tells the
// people whose data it uses as a controller, in plain language and addressed to
// them. It is for everybody unless the options say otherwise, and says the same to
// all: what the public may know, of activities that are carried out and approved.
//
// What the articles ask for and the register does not show is left out, and never
// made up; where that is a legal basis or a period, the notice says that it can be
// asked for. Readers who keep the register (Internal) see beside it what is lacking,
// at the place and once more in a list at the end. What the register promises in
// notices[].claims is not told: whether it holds is for the linter to say. Of
// consent that was got by accepting terms, by a box ticked beforehand or by using a
// service further it is not told how it was given.
//
// The error is ErrNoDate where the options lack the day.
func Notice(ctx context.Context, view *register.View, m *datamap.Map, o Options) (*Document, error) {
	o.Audience = cmp.Or(o.Audience, Public)
	n, err := newNotice(ctx, view, m, o)
	if err != nil {
		return nil, err
	}
	d := n.document("notice")
	d.Subtitle = "" // the title block begins with the organisation
	d.Origin.Audience = o.Audience
	if o.Audience != Public {
		d.Origin.Version, d.Origin.Hash = cmp.Or(o.Version, n.register.Version), o.Hash
	}
	d.Facts = n.edition(o)
	d.Contents, d.ContentsTitle = 2, n.say("contents")
	short := n.place("in-short", "notice-short") // tells what the others are: made last
	rest := sections(
		n.who(), n.uses(), n.sources(), n.recipients(), n.abroad(), n.retention(), n.objection(), n.rights(),
		n.withdrawal(), n.complaint(), n.decisions(), n.cookies(), n.marketing(), n.changes(), n.lacking(),
	)
	n.inShort(&short, rest)
	d.Sections = append([]Section{short}, rest...)
	return n.finished(d)
}

// notice makes the privacy notice. It is built for the public whoever reads it.
type notice struct {
	*book
	// internal: it tells what is lacking.
	internal bool
	gaps     []gap
	noted    map[string]bool
	// told are how many of the gaps are told at their place.
	told int
	// omitted is how many activities are not for the public.
	omitted int
	takers  []*taker
	// ways are who gets data of what is told.
	ways []datamap.Reach
}

func newNotice(ctx context.Context, view *register.View, m *datamap.Map, o Options) (*notice, error) {
	internal := o.Audience == Internal
	o.Audience = Public
	b, err := newBuilder(ctx, view, m, o)
	if err != nil {
		return nil, err
	}
	n := &notice{internal: internal, noted: make(map[string]bool)}
	var list []*register.Activity
	shown := make(map[string]bool)
	for _, a := range b.shown(view.Activities()) {
		shown[a.ID] = true
		if a.Role != register.ActivityRoleProcessor {
			list = append(list, a)
		}
	}
	for _, a := range view.Activities() {
		if !shown[a.ID] && a.Role != register.ActivityRoleProcessor && b.status(a) != register.StatusEnded {
			n.omitted++
		}
	}
	n.book = newBook(b, list)
	n.linked, n.leads = make(map[string]bool), make(map[string]string)
	for _, a := range list {
		n.linked[anchor(register.KindActivities, a.ID)] = true
	}
	n.ways = m.ReachesFrom(list, o.AsOf)
	n.findTakers()
	for _, t := range n.takers {
		n.leads[anchor(register.KindParties, t.party)] = "recipients"
	}
	clear(n.namesOf)
	return n, nil
}

// place begins a section.
func (n *notice) place(id, label string) Section {
	return Section{ID: id, Title: n.label("section." + label)}
}

// edition tells whose notice it is, and of which day.
func (n *notice) edition(o Options) []Fact {
	var all []Fact
	add := func(name Inline, lines ...Inline) {
		all = append(all, told(Fact{Name: name, Text: filled(lines)})...)
	}
	if org := n.register.Organisation; org != nil {
		add(n.label("head.organisation"), n.text(org.Name))
	}
	add(n.label("notice.true-on"), Text(n.words.Date(n.o.AsOf)))
	add(n.label("head.version"), Text(cmp.Or(o.Version, n.register.Version)))
	if o.Audience != Public {
		add(n.label("head.audience"), n.label("audience."+string(o.Audience)))
	}
	return all
}

// list names things one after another.
func (n *notice) list(kind register.Kind, ids []string) Inline {
	return joined(n.names(kind, ids), ", ")
}

// capitalLine begins a line with a capital.
func capitalLine(line Inline) Inline {
	line = slices.Clone(line)
	if len(line) > 0 {
		line[0].Text = capital(line[0].Text)
	}
	return line
}

// bare is a name that leads nowhere.
func bare(line Inline) Inline {
	line = slices.Clone(line)
	for i := range line {
		line[i].Ref = ""
	}
	return line
}

// strong sets a line so that it stands out.
func strong(line Inline) Inline {
	line = slices.Clone(line)
	for i := range line {
		line[i].Style = Strong
	}
	return line
}
