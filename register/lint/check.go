package lint

import (
	"slices"
	"sync"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/binding"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// Check is what a rule sees while it looks, and where it tells what it finds.
type Check struct {
	*pass
	rule     *Rule
	activity *Activity // nil while the rule looks at something else
	found    diag.Findings
}

// pass is one run over a register. What it works out once, all rules share.
type pass struct {
	view  *register.View
	chart *datamap.Map
	on    value.Date
	// profile is the one that was asked for.
	profile Profile
	// rules are those that are applied, known the codes of all that there are,
	// and ownCodes tells whether some of these are of the organisation itself.
	rules    []*Rule
	known    []string
	ownCodes bool

	risks  func() *risks
	claims func() []*judged

	terms   terms
	reaches func() []datamap.Reach
	own     func() *ownLayer
	classes func() *classes
	// arrivals are whom data reach, transfers what is stated for those abroad, direct
	// the organisation's own recipients, contracts those with processors, drafts
	// whether there is a draft, abroadOf which parties lead to a third country.
	arrivals  func() []reached
	transfers func() []carried
	direct    func() []*direct
	contracts func() *binding.Contracts
	drafts    func() bool
	abroadOf  func() map[string]bool
	// partyNames are by which names the parties are known.
	partyNames func() *partyNames
	keeping    func() *keeping
	traits     func() *traits
	// vague are purposes that are too general, placed parties of which it is known
	// where they are, elsewhere what all but the activities has to tell.
	vague, placed func() map[string]bool
	elsewhere     func() *sights
	// passing is who passes data on to whom, passingAny whether data reach them or not.
	passing, passingAny func() *passing
}

func newPass(view *register.View, m *datamap.Map, o *Options) *pass {
	p := &pass{view: view, chart: m, on: o.AsOf, profile: o.Profile}
	p.terms.init(view)
	p.risks = sync.OnceValue(func() *risks { return newRisks(p) })
	p.claims = sync.OnceValue(func() []*judged { return newClaims(p) })
	p.reaches = sync.OnceValue(func() []datamap.Reach { return m.Reaches(o.AsOf, false) })
	p.arrivals = sync.OnceValue(func() []reached { return newArrivals(p) })
	p.transfers = sync.OnceValue(func() []carried { return newCarried(p) })
	p.direct = sync.OnceValue(func() []*direct { return newDirects(p) })
	p.abroadOf = sync.OnceValue(func() map[string]bool { return newAbroad(p) })
	p.contracts = sync.OnceValue(func() *binding.Contracts { return binding.New(p.view, p.on) })
	p.partyNames = sync.OnceValue(func() *partyNames { return newPartyNames(p) })
	p.drafts = sync.OnceValue(func() bool { return anyDraft(view) })
	p.own = sync.OnceValue(func() *ownLayer { return newOwnLayer(view) })
	p.classes = sync.OnceValue(func() *classes { return newClasses(p) })
	p.traits = sync.OnceValue(func() *traits { return newTraits(p) })
	p.keeping = sync.OnceValue(func() *keeping { return newKeeping(p) })
	p.vague = sync.OnceValue(func() map[string]bool { return newVague(view) })
	p.passing = sync.OnceValue(func() *passing { return newPassing(p, false) })
	p.passingAny = sync.OnceValue(func() *passing { return newPassing(p, true) })
	p.placed = sync.OnceValue(func() map[string]bool { return newPlaced(view) })
	p.elsewhere = sync.OnceValue(func() *sights { return newSights(p) })
	return p
}

// View returns the register with all that it inherits.
func (c *Check) View() *register.View { return c.view }

// Map returns the data map of the register.
func (c *Check) Map() *datamap.Map { return c.chart }

// AsOf returns the day as of which the register is looked at.
func (c *Check) AsOf() value.Date { return c.on }

// Hit is what a rule found.
type Hit struct {
	// At is the address of the entry, "" for the register as a whole.
	At string
	// Variant is the sentence, "" for the usual one.
	Variant string
	// Key tells hits of one rule at one address apart.
	Key string
	// Args fill the sentence.
	Args map[string]value.Text
	// Related are the addresses of other things that it concerns.
	Related []string
	// Lighter makes the finding one step less severe than the rule.
	Lighter bool
	// Info: it is worth knowing and no more, whatever the severity of the rule.
	Info bool
	// Tentative: it is found where only what is planned or a draft leads.
	Tentative bool
}

// Report tells what a rule found. What it finds about a planned activity, or
// one whose approval is a draft, weighs no more than a Warning.
func (c *Check) Report(h Hit) {
	h.Tentative = h.Tentative || c.activity != nil && c.activity.Tentative
	c.found = append(c.found, c.rule.Finding(c.view, h))
}

// Finding makes a finding of what the rule found in a register.
func (r *Rule) Finding(view *register.View, h Hit) diag.Finding {
	words, ok := r.Sentences[h.Variant]
	if !ok { // a fault of the rule, which its tests find
		words = r.Sentences[""]
	}
	f := diag.Finding{
		Code: r.Code, Severity: r.Severity, At: h.At, Place: placeOf(view, h.At), Articles: r.Articles,
		Says: words.Says, Mend: words.Mend, Args: h.Args, Key: h.Key,
	}
	if h.Lighter && f.Severity > diag.Info {
		f.Severity--
	}
	if h.Info {
		f.Severity = diag.Info
	}
	if h.Tentative {
		f.Severity = min(f.Severity, diag.Warning)
	}
	for _, at := range h.Related {
		f.Related = append(f.Related, diag.Related{At: at, Place: view.Place(at)})
	}
	return f
}

// placeOf returns the place of an address. What is about the register as a whole
// is told where it says whose it is, not in the first of its files.
func placeOf(view *register.View, at string) diag.Place {
	switch {
	case at != "":
		return view.Place(at)
	case view.Register().Organisation != nil:
		return view.Place("organisation")
	}
	return view.Place("id")
}

// args pairs names with texts, by turns; a string stands for itself in every
// language.
func args(pairs ...any) map[string]value.Text {
	all := make(map[string]value.Text, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		name := pairs[i].(string)
		switch x := pairs[i+1].(type) {
		case value.Text:
			all[name] = x
		case string:
			all[name] = plain(x)
		case value.Date:
			all[name] = plain(x.String())
		case value.Country:
			all[name] = plain(string(x))
		case value.Area:
			all[name] = plain(string(x))
		}
	}
	return all
}

// plain is a text that is the same in every language.
func plain(s string) value.Text { return value.Text{value.Undetermined: s} }

// name returns the name of an entity for people, else its identifier.
func (p *pass) name(k register.Kind, id string) value.Text {
	if t := words.NameOf(p.view.Lookup(k, id)); len(t) > 0 {
		return t
	}
	return plain(id)
}

func (p *pass) party(id string) value.Text    { return p.name(register.KindParties, id) }
func (p *pass) category(id string) value.Text { return p.name(register.KindDataCategories, id) }
func (p *pass) subject(id string) value.Text  { return p.name(register.KindDataSubjects, id) }
func (p *pass) purpose(id string) value.Text  { return p.name(register.KindPurposes, id) }

// names joins the names of several entities of a kind.
func (p *pass) names(k register.Kind, ids []string) value.Text {
	all := make([]value.Text, len(ids))
	for i, id := range ids[:min(len(ids), shown)] { // the others are only counted
		all[i] = p.name(k, id)
	}
	return enumerate(all)
}

// shown is how many of several things a sentence names.
const shown = 5

var (
	andWord  = value.Text{"en": " and ", "nl": " en "}
	moreWord = value.Text{"en": " more", "nl": " andere"}
)

// enumerate joins texts as a sentence lists them, in the languages that
// findings are told in: the first few, and how many more there are.
func enumerate(all []value.Text) value.Text {
	joined := make(value.Text, 2)
	for _, l := range Languages() {
		list := make([]string, len(all))
		for i, t := range all[:min(len(all), shown)] {
			list[i] = t.In(l)
		}
		joined[l] = join(list, andWord[l], moreWord[l])
	}
	return joined
}

func join(list []string, and, more string) string {
	last := ""
	if n := len(list) - shown; n > 0 {
		list, last = list[:shown], itoa(n)+more
	} else if len(list) > 1 {
		list, last = list[:len(list)-1], list[len(list)-1]
	}
	s := ""
	for i, x := range list {
		if i > 0 {
			s += ", "
		}
		s += x
	}
	if last != "" {
		s += and + last
	}
	return s
}

// Languages returns the languages in which findings are told.
func Languages() []value.Language { return []value.Language{"en", "nl"} }

// ownLayer tells what the register itself defines, not what it inherits.
type ownLayer struct{ view *register.View }

func newOwnLayer(view *register.View) *ownLayer { return &ownLayer{view} }

// defines reports whether the register itself defines an entity.
func (o *ownLayer) defines(k register.Kind, id string) bool {
	name, ok := o.view.Layer(k, id)
	return ok && name == ""
}

// isOne reports whether a value is one of some.
func isOne[T comparable](x T, of ...T) bool { return slices.Contains(of, x) }
