package document

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// parties tells of parties that get data.
type parties struct {
	*builder
	// first are the first days on which data are disclosed to a service of a party,
	// 0 where the register does not say.
	first map[served]register.Date
	// engaged is who engages each party; made when first asked for.
	engaged map[string][]string
	// naming is which data the register names on the way to each party; made when
	// first asked for.
	naming *naming
}

// served is a service of a party; "" where none is named.
type served struct{ party, service string }

func newParties(ctx context.Context, view *register.View, chart *datamap.Map, o Options) (*parties, error) {
	b, err := newBuilder(ctx, view, chart, o)
	if err != nil {
		return nil, err
	}
	p := &parties{builder: b, first: make(map[served]register.Date)}
	for _, a := range b.shownActivities() {
		for _, d := range view.Disclosures(a) {
			to := served{d.To, d.Service}
			if old, ok := p.first[to]; !ok || d.From != 0 && (old == 0 || d.From < old) {
				p.first[to] = d.From
			}
		}
	}
	return p, nil
}

// recipient is a party that gets data, with the ways by which it does.
type recipient struct {
	datamap.Answer
	// asked is the question that it answers.
	asked datamap.Filter
	// activities are those of the answer in the order of the register.
	activities []string
	ways       []way
}

// way is one way to a recipient, with what it says of countries.
type way struct {
	datamap.Reach
	countries []datamap.ReachedCountry
}

// recipients returns the parties that get data by a way that fits, in one of the
// roles or in any where none is named, by their names. Those whom data of no
// activity that the audience sees reach are left out.
func (p *parties) recipients(fits func(*datamap.Reach) bool, roles ...string) ([]recipient, error) {
	f := datamap.Filter{AsOf: p.o.AsOf, Planned: p.o.Audience != Public, Roles: roles, Evidence: datamap.EvidenceUncounted}
	wanted := map[string]bool{}
	for id, reaches := range p.reaches {
		if slices.ContainsFunc(reaches, func(r datamap.Reach) bool { return fits(&r) }) {
			wanted[id] = true
		}
	}
	if len(wanted) == 0 {
		return nil, nil
	}
	shown := p.shownActivities()
	switch len(shown) {
	case 0:
		return nil, nil
	case len(p.view.Activities()):
	default:
		for _, a := range shown {
			f.Activities = append(f.Activities, a.ID)
		}
	}
	answers, err := p.chart.Recipients(f)
	if err != nil {
		return nil, err
	}
	all := make([]recipient, 0, len(answers.Answers))
	for _, answer := range answers.Answers {
		if wanted[answer.ID] {
			answer.Purposes = p.byName(register.KindPurposes, answer.Purposes)
			answer.Data = p.byName(register.KindDataCategories, answer.Data)
			all = append(all, recipient{answer, f, p.inOrder(answer.Activities), p.waysTo(answer, roles)})
		}
	}
	slices.SortStableFunc(all, func(x, y recipient) int {
		return cmp.Or(strings.Compare(p.sortName(x.ID), p.sortName(y.ID)), strings.Compare(x.ID, y.ID))
	})
	return all, nil
}

// inOrder puts activities in the order of the register.
func (b *builder) inOrder(ids []string) []string {
	if b.positions == nil {
		b.positions = make(map[string]int)
		for i, a := range b.view.Activities() {
			b.positions[a.ID] = i
		}
	}
	return slices.SortedStableFunc(slices.Values(ids), func(x, y string) int { return cmp.Compare(b.positions[x], b.positions[y]) })
}

// byName puts terms in the order of their names, for that of their identifiers is
// none in another language.
func (p *parties) byName(kind register.Kind, ids []string) []string {
	names := make(map[string]string, len(ids))
	for _, id := range ids {
		names[id] = inOrder(p.words.Name(p.view, kind, id))
	}
	return slices.SortedStableFunc(slices.Values(ids), func(x, y string) int {
		return cmp.Or(strings.Compare(names[x], names[y]), strings.Compare(x, y))
	})
}

func (p *parties) sortName(party string) string {
	return inOrder(p.words.Name(p.view, register.KindParties, party))
}

// inOrder is a name as it counts where names are put in order: États-Unis stands
// with E.
func inOrder(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(strings.ToLower(name)))
}

// activityNames names activities, or says that they are all that there are.
func (b *builder) activityNames(ids []string) Inline {
	if len(ids) > 1 && len(ids) == len(b.shownActivities()) {
		return b.label("every-activity")
	}
	return b.listed(register.KindActivities, ids)
}

// shownActivities returns the activities that the audience sees.
func (b *builder) shownActivities() []*register.Activity {
	if b.seen == nil {
		b.seen = []*register.Activity{}
		for _, a := range b.view.Activities() {
			if b.o.shows(a) {
				b.seen = append(b.seen, a)
			}
		}
	}
	return b.seen
}

// waysTo returns the ways to a party that the audience may know: none that only
// an activity says that it does not see.
func (p *parties) waysTo(answer datamap.Answer, roles []string) []way {
	var all []way
	for _, r := range p.reaches[answer.ID] {
		if len(roles) > 0 && !slices.Contains(roles, r.Role) || !p.mayTell(&r) {
			continue
		}
		w := way{Reach: r}
		for _, c := range r.Countries {
			if p.o.Audience == Public && (!slices.Contains(answer.Destinations, c.Destination) || p.hides(c.TransferAt)) {
				continue
			}
			w.countries = append(w.countries, c)
		}
		all = append(all, w)
	}
	return all
}

// mayTell reports whether the audience may know of a way.
func (p *parties) mayTell(r *datamap.Reach) bool {
	if p.o.Audience != Public {
		return true
	}
	if len(r.Path) > 0 {
		return !slices.ContainsFunc(r.Path, p.hides)
	}
	_, ok := p.first[served{r.Party, r.Service}]
	return ok
}

// hides reports whether an address lies in an activity that the audience does
// not see.
func (p *parties) hides(at string) bool {
	id, ok := strings.CutPrefix(at, string(register.KindActivities)+"/")
	if !ok {
		return false
	}
	id, _, _ = strings.Cut(id, "/")
	a := p.view.Activity(id)
	return a == nil || !p.o.shows(a)
}

// servicesOf returns the names of the services that a recipient renders.
func (p *parties) servicesOf(r *recipient) []Inline {
	var ids []string
	for _, w := range r.ways {
		if w.Service != "" && !slices.Contains(ids, w.Service) {
			ids = append(ids, w.Service)
		}
	}
	var names []Inline
	for _, id := range ids {
		names = append(names, p.serviceOf(r.ID, id))
	}
	return names
}

// serviceOf names a service of a party.
func (b *builder) serviceOf(party, id string) Inline {
	if p := b.view.Party(party); p != nil {
		for i := range p.Services {
			if p.Services[i].ID == id {
				return b.serviceName(&p.Services[i], id)
			}
		}
	}
	return Text(id)
}

// engagers returns who engages a sub-processor, a line each: the organisation
// where it is a processor itself.
func (p *parties) engagers(r *recipient) []Inline {
	var lines []Inline
	var ids []string
	for _, w := range r.ways {
		switch {
		case w.Role != "sub-processor":
		case w.Exporter == "":
			lines = appendNew(lines, p.organisation())
		case !slices.Contains(ids, w.Exporter):
			ids = append(ids, w.Exporter)
		}
	}
	for _, id := range p.engagedBy()[r.ID] {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return append(lines, p.names(register.KindParties, ids)...)
}

func (p *parties) organisation() Inline {
	if o := p.register.Organisation; o != nil {
		return p.text(o.Name)
	}
	return nil
}

// engagedBy returns which processors engage each party on the day: a way tells of
// one of them only.
func (p *parties) engagedBy() map[string][]string {
	if p.engaged != nil {
		return p.engaged
	}
	p.engaged = make(map[string][]string)
	add := func(by string, list []register.Onward) {
		for i := range list {
			x := &list[i]
			if p.processes(by) && p.o.AsOf.Between(x.From, x.Until) && !slices.Contains(p.engaged[x.Party], by) {
				p.engaged[x.Party] = append(p.engaged[x.Party], by)
			}
		}
	}
	for _, e := range p.view.Entities(register.KindParties) {
		party := e.(*register.Party)
		add(party.ID, party.Engages)
		for i := range party.Services {
			add(party.ID, party.Services[i].Engages)
		}
	}
	for _, a := range p.shownActivities() {
		for _, d := range p.view.Disclosures(a) {
			add(d.To, d.Engages)
		}
	}
	return p.engaged
}

// processes reports whether a party gets data as a processor or sub-processor, by
// a way that the audience may know.
func (p *parties) processes(id string) bool {
	return slices.ContainsFunc(p.reaches[id], func(r datamap.Reach) bool {
		return (r.Role == "processor" || r.Role == "sub-processor") && p.mayTell(&r)
	})
}

// route says through whom data come to a party.
func (p *parties) route(via []string) Inline {
	if len(via) == 0 {
		return p.label("directly")
	}
	return joined(p.names(register.KindParties, via), " → ")
}

// mostListed is how many names a cell holds. No register that people keep comes
// near it; it bounds a document of a register in which thousands meet thousands.
const mostListed = 250

// listed says names one after another.
func (b *builder) listed(kind register.Kind, ids []string) Inline {
	rest := 0
	if len(ids) > mostListed+1 {
		rest = len(ids) - mostListed
		ids = ids[:mostListed]
	}
	all := joined(b.names(kind, ids), ", ")
	if rest > 0 {
		all = append(all, Run{Text: b.sayf("and-more", rest), Style: Muted})
	}
	return all
}

// since returns the first day on which a party gets data in a role, 0 where the
// register does not say.
func (p *parties) since(r *recipient) register.Date {
	var first register.Date
	for _, w := range r.ways {
		var from register.Date
		switch {
		case w.Step != nil:
			from = w.Step.From
		default:
			from = p.first[served{r.ID, w.Service}]
		}
		if from != 0 && (first == 0 || from < first) {
			first = from
		}
	}
	return first
}

// partyName is the name of a recipient with what may be added to it in brackets.
func (p *parties) partyName(id string, added ...string) Inline {
	name := p.name(register.KindParties, id)
	if added = slices.DeleteFunc(added, func(s string) bool { return s == "" }); len(added) > 0 {
		name = append(name, Run{Text: " (" + strings.Join(added, ", ") + ")", Style: Muted})
	}
	return name
}
