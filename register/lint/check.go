package lint

import (
	"slices"
	"sync"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
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

	terms   terms
	reaches func() []datamap.Reach
	own     func() *ownLayer
}

func newPass(view *register.View, m *datamap.Map, o *Options) *pass {
	p := &pass{view: view, chart: m, on: o.AsOf, profile: o.Profile}
	p.terms.view = view
	p.reaches = sync.OnceValue(func() []datamap.Reach { return m.Reaches(o.AsOf, false) })
	p.own = sync.OnceValue(func() *ownLayer { return newOwnLayer(view) })
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
}

// Report tells what a rule found. What it finds about a planned activity, or
// one whose approval is a draft, weighs no more than a Warning.
func (c *Check) Report(h Hit) {
	words, ok := c.rule.Sentences[h.Variant]
	if !ok { // a fault of the rule, which its tests find
		words = c.rule.Sentences[""]
	}
	f := diag.Finding{
		Code: c.rule.Code, Severity: c.rule.Severity, At: h.At, Place: c.view.Place(h.At), Articles: c.rule.Articles,
		Says: words.Says, Mend: words.Mend, Args: h.Args, Key: h.Key,
	}
	if h.Lighter && f.Severity > diag.Info {
		f.Severity--
	}
	if c.activity != nil && c.activity.Tentative {
		f.Severity = min(f.Severity, diag.Warning)
	}
	for _, at := range h.Related {
		f.Related = append(f.Related, diag.Related{At: at, Place: c.view.Place(at)})
	}
	c.found = append(c.found, f)
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
	if t := nameOf(p.view.Lookup(k, id)); len(t) > 0 {
		return t
	}
	return plain(id)
}

func nameOf(e register.Entity) value.Text {
	switch x := e.(type) {
	case *register.Activity:
		return x.Name
	case *register.Party:
		return x.Name
	case *register.Agreement:
		return x.Name
	case *register.DataCategory:
		return x.Name
	case *register.DataSubject:
		return x.Name
	case *register.Purpose:
		return x.Name
	case *register.RetentionRule:
		return x.Name
	case *register.Event:
		return x.Name
	case *register.Operation:
		return x.Name
	case *register.System:
		return x.Name
	case *register.Measure:
		return x.Name
	case *register.Document:
		return x.Title
	case *register.Notice:
		return x.Title
	}
	return nil
}

func (p *pass) party(id string) value.Text    { return p.name(register.KindParties, id) }
func (p *pass) category(id string) value.Text { return p.name(register.KindDataCategories, id) }
func (p *pass) subject(id string) value.Text  { return p.name(register.KindDataSubjects, id) }
func (p *pass) purpose(id string) value.Text  { return p.name(register.KindPurposes, id) }

// names joins the names of several entities of a kind.
func (p *pass) names(k register.Kind, ids []string) value.Text {
	all := make([]value.Text, len(ids))
	for i, id := range ids {
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
		var list []string
		for _, t := range all {
			list = append(list, t.In(l))
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
