package lint

import (
	"reflect"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var reg014 = &Rule{
	Code:  "REG-014",
	Title: value.Text{"en": "Entry that nothing uses", "nl": "Ongebruikte vermelding"},
	Why: value.Text{
		"en": "A record is of use only if it shows what is really done. An entry that no activity leads to is left over, or an activity lacks it.",
		"nl": "Een register is alleen bruikbaar als het laat zien wat er werkelijk gebeurt. Een vermelding waar geen activiteit naartoe leidt, is een overblijfsel, of ontbreekt bij een activiteit.",
	},
	Articles: []string{"Art. 5(2) GDPR", "Art. 30(1) GDPR"},
	Source:   Guidance,
	Severity: diag.Info,
	Profile:  Accountability,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{"en": "the register does not show where {kind} “{entry}” is used: no activity leads to it", "nl": "het register laat niet zien waar {kind} “{entry}” wordt gebruikt: geen activiteit leidt ernaartoe"},
		Mend: value.Text{"en": "refer to it where it applies, or delete it", "nl": "verwijs ernaar waar het geldt, of schrap het"},
	}},
	Register: func(c *Check) {
		if len(c.View().Register().Activities) == 0 {
			return // a vocabulary, or a base for others to use
		}
		u := c.findUsed()
		for _, k := range referable {
			for _, e := range c.View().Register().Entities(k.kind) {
				if !u.seen[termKey{k.kind, e.Key()}] {
					c.Report(Hit{At: string(k.kind) + "/" + e.Key(), Args: args("kind", k.name, "entry", c.name(k.kind, e.Key()))})
				}
			}
		}
	},
}

// referable are the kinds of entries that are there to be referred to.
var referable = []struct {
	kind register.Kind
	name value.Text
}{
	{register.KindParties, value.Text{"en": "the party", "nl": "de partij"}},
	{register.KindAgreements, value.Text{"en": "the agreement", "nl": "de overeenkomst"}},
	{register.KindDataCategories, value.Text{"en": "the category of data", "nl": "de categorie van gegevens"}},
	{register.KindDataSubjects, value.Text{"en": "the category of data subjects", "nl": "de categorie van betrokkenen"}},
	{register.KindPurposes, value.Text{"en": "the purpose", "nl": "het doel"}},
	{register.KindRetentionRules, value.Text{"en": "the retention rule", "nl": "de bewaarregel"}},
	{register.KindEvents, value.Text{"en": "the event", "nl": "de gebeurtenis"}},
	{register.KindOperations, value.Text{"en": "the category of processing", "nl": "de categorie van verwerkingen"}},
	{register.KindSystems, value.Text{"en": "the system", "nl": "het systeem"}},
	{register.KindMeasures, value.Text{"en": "the measure", "nl": "de maatregel"}},
	{register.KindDocuments, value.Text{"en": "the document", "nl": "het document"}},
}

func isReferable(k register.Kind) bool {
	for i := range referable {
		if referable[i].kind == k {
			return true
		}
	}
	return false
}

// used are the entries that can be reached from the activities and from what the
// register says of itself.
type used struct {
	view *register.View
	seen map[termKey]bool
	todo []termKey
	// left are how many entries of the register itself were not reached yet.
	left int
}

func (c *Check) findUsed() *used {
	u := &used{view: c.view, seen: make(map[termKey]bool)}
	r := *c.view.Register()
	for _, k := range referable {
		u.left += len(r.Entities(k.kind))
	}
	w := &walker{see: u.see}
	for _, a := range r.Activities {
		if u.left == 0 {
			return u
		}
		w.walk("", a)
	}
	root := register.Register{Organisation: r.Organisation, AllActivities: r.AllActivities, Rights: r.Rights, Notices: r.Notices, Waivers: r.Waivers, Remarks: r.Remarks}
	w.walk("", &root)
	u.follow(w)
	u.concluded(w)
	return u
}

// follow goes through the entries that were reached, to those that they refer to.
func (u *used) follow(w *walker) {
	for u.left > 0 && len(u.todo) > 0 {
		next := u.todo[len(u.todo)-1]
		u.todo = u.todo[:len(u.todo)-1]
		w.walk("", u.view.Lookup(next.kind, next.id))
	}
}

// concluded marks the agreements that are not named where they apply but say with
// whom they were concluded: PRC-001 and PRC-007 find them by that. All those
// parties must be in use.
func (u *used) concluded(w *walker) {
	for again := true; again && u.left > 0; {
		again = false
		for _, x := range u.view.Register().Agreements {
			if u.seen[termKey{register.KindAgreements, x.ID}] || len(x.Between) == 0 ||
				slices.ContainsFunc(x.Between, func(id string) bool { return !u.seen[termKey{register.KindParties, id}] }) {
				continue
			}
			again = true
			u.mark(register.KindAgreements, x.ID)
			u.follow(w)
		}
	}
}

// see notes what an object refers to.
func (u *used) see(_ *walker, v reflect.Value, s *shape) bool {
	for i := range s.refs {
		f := &s.refs[i]
		field := v.Field(f.index)
		if !f.List {
			u.note(f, field.String())
			continue
		}
		for n := range field.Len() {
			u.note(f, field.Index(n).String())
		}
	}
	if m := remarksOf(v, s); m != nil {
		for _, id := range m.See { // documents, or notices
			u.mark(register.KindDocuments, id)
		}
	}
	return u.left > 0
}

func (u *used) note(f *slot, id string) {
	if id == "" {
		return
	}
	for _, k := range f.Refs {
		u.mark(register.Kind(k), id)
	}
}

func (u *used) mark(k register.Kind, id string) {
	key := termKey{k, id}
	if u.seen[key] || u.view.Lookup(k, id) == nil {
		return
	}
	u.seen[key] = true
	u.todo = append(u.todo, key)
	if layer, _ := u.view.Layer(k, id); layer == "" && isReferable(k) {
		u.left--
	}
}
