package register

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register/diag"
)

// View is a register with all that it inherits: every identifier leads to the
// nearest definition. It is read-only and safe for concurrent use; whoever
// changes a Register makes a new View of it. Resolve makes one.
type View struct {
	register *Register
	source   *Source
	layers   []layer // nearest first; the register itself is layers[0]
	index    map[Kind]map[string]found
	lists    map[Kind][]Entity
	// activities are those of the register, without nil.
	activities []*Activity
	// sound: it has no problems.
	sound bool
}

// layer is one of the registers that a view is made of.
type layer struct {
	key      string // tells one base from another
	name     string // "" for the register itself, else as under extends
	builtIn  bool
	register *Register
	source   *Source
}

type found struct {
	entity Entity
	layer  int
}

// Register returns the register itself, without what it inherits.
func (v *View) Register() *Register { return v.register }

// Activities returns the activities in the order of the register.
func (v *View) Activities() []*Activity { return v.activities }

// Entities returns the entities of a kind: those of the register in its order,
// then those inherited that no nearer layer defines again.
func (v *View) Entities(k Kind) []Entity { return v.lists[k] }

// Lookup returns the nearest definition of an identifier, or nil.
func (v *View) Lookup(k Kind, id string) Entity { return v.index[k][id].entity }

// Layer returns the name of the register in which an identifier is defined: ""
// for the register itself, else as it stands under extends.
func (v *View) Layer(k Kind, id string) (name string, ok bool) {
	f, ok := v.index[k][id]
	if !ok {
		return "", false
	}
	return v.layers[f.layer].name, true
}

// IDs returns the identifiers of a kind in a fixed order.
func (v *View) IDs(k Kind) []string {
	ids := make([]string, 0, len(v.index[k]))
	for id := range v.index[k] {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// Place returns where an address stands, or where the nearest thing around it
// does; the zero Place where that is not known.
func (v *View) Place(at string) diag.Place {
	kind, id := rootOf(at)
	if kind == KindActivities && v.source.empty() && v.layers[0].source.empty() {
		return diag.Place{} // they are never inherited: nothing to look up
	}
	if f, ok := v.index[kind][id]; ok {
		return v.layers[f.layer].source.Place(at)
	}
	return v.source.Place(at)
}

func find[E Entity](v *View, k Kind, id string) E {
	e, _ := v.index[k][id].entity.(E)
	return e
}

// Activity returns the activity with an identifier, or nil.
func (v *View) Activity(id string) *Activity { return find[*Activity](v, KindActivities, id) }

// Party returns the party with an identifier, or nil.
func (v *View) Party(id string) *Party { return find[*Party](v, KindParties, id) }

// Agreement returns the agreement with an identifier, or nil.
func (v *View) Agreement(id string) *Agreement { return find[*Agreement](v, KindAgreements, id) }

// DataCategory returns the category of data with an identifier, or nil.
func (v *View) DataCategory(id string) *DataCategory {
	return find[*DataCategory](v, KindDataCategories, id)
}

// DataSubject returns the category of data subjects with an identifier, or nil.
func (v *View) DataSubject(id string) *DataSubject {
	return find[*DataSubject](v, KindDataSubjects, id)
}

// Purpose returns the purpose with an identifier, or nil.
func (v *View) Purpose(id string) *Purpose { return find[*Purpose](v, KindPurposes, id) }

// RetentionRule returns the rule with an identifier, or nil.
func (v *View) RetentionRule(id string) *RetentionRule {
	return find[*RetentionRule](v, KindRetentionRules, id)
}

// System returns the system with an identifier, or nil.
func (v *View) System(id string) *System { return find[*System](v, KindSystems, id) }

// Measure returns the measure with an identifier, or nil.
func (v *View) Measure(id string) *Measure { return find[*Measure](v, KindMeasures, id) }

// Document returns the document with an identifier, or nil.
func (v *View) Document(id string) *Document { return find[*Document](v, KindDocuments, id) }

// Notice returns the notice with an identifier, or nil.
func (v *View) Notice(id string) *Notice { return find[*Notice](v, KindNotices, id) }

// AddressedDisclosure is a disclosure with its address.
type AddressedDisclosure struct {
	*Disclosure
	// At is the address of the disclosure; it begins with allActivities for
	// one that is said there.
	At string
	// Shared reports whether it is said under allActivities.
	Shared bool
}

// Disclosures returns the disclosures of an activity: its own, then those of
// allActivities that it does not list under except.
func (v *View) Disclosures(a *Activity) []AddressedDisclosure {
	var all []AddressedDisclosure
	at := "activities/" + a.ID + "/disclosures/"
	for i, name := range Names(a.Disclosures) {
		all = append(all, AddressedDisclosure{&a.Disclosures[i], at + name, false})
	}
	if shared := v.register.AllActivities; shared != nil {
		for i, name := range Names(shared.Disclosures) {
			d := &shared.Disclosures[i]
			if slices.Contains(a.Except, d.To) || d.ID != "" && slices.Contains(a.Except, d.ID) {
				continue
			}
			all = append(all, AddressedDisclosure{d, "allActivities/disclosures/" + name, true})
		}
	}
	return all
}

// Systems returns the ids of the systems of an activity: its own and those of
// allActivities that it does not list under except.
func (v *View) Systems(a *Activity) []string {
	if v.register.AllActivities == nil {
		return a.Systems
	}
	return shared(a.Systems, v.register.AllActivities.Systems, a.Except)
}

// Notices returns the ids of the notices that describe an activity: its own
// and those of allActivities that it does not list under except.
func (v *View) Notices(a *Activity) []string {
	if v.register.AllActivities == nil {
		return a.Notices
	}
	return shared(a.Notices, v.register.AllActivities.Notices, a.Except)
}

// shared joins what an activity says of itself with what allActivities does.
func shared(own, all, except []string) []string {
	joined := slices.Clone(own)
	for _, id := range all {
		if !slices.Contains(except, id) && !slices.Contains(joined, id) {
			joined = append(joined, id)
		}
	}
	return joined
}

// rootOf returns the kind and identifier with which an address begins.
func rootOf(at string) (Kind, string) {
	kind, rest, _ := strings.Cut(at, "/")
	id, _, _ := strings.Cut(rest, "/")
	return Kind(kind), id
}
