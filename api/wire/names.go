package wire

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// Names are the names of entries by kind and identifier, in the language of the
// answers; an entry without a name has its identifier.
type Names map[register.Kind]map[string]string

// Of returns the name of an entry, else its identifier.
func (n Names) Of(kind register.Kind, id string) string {
	if name := n[kind][id]; name != "" {
		return name
	}
	return id
}

// add adds the names of what an answer speaks of, unless n is nil.
func (n Names) add(m Maker, a *datamap.Answer) {
	if n == nil {
		return
	}
	n.name(m, register.KindDataCategories, a.Data...)
	n.name(m, register.KindDataSubjects, a.Subjects...)
	n.name(m, register.KindPurposes, a.Purposes...)
	n.name(m, register.KindPurposes, a.OwnPurposes...)
	n.name(m, register.KindActivities, a.Activities...)
	n.name(m, register.KindSystems, a.Systems...)
	for i := range a.Evidence {
		e := &a.Evidence[i]
		n.name(m, register.KindActivities, e.Activity)
		n.name(m, register.KindDataCategories, e.Data)
		n.name(m, register.KindParties, e.Recipient)
		n.name(m, register.KindParties, e.Via...)
	}
}

func (n Names) name(m Maker, kind register.Kind, ids ...string) {
	for _, id := range ids {
		if id == "" || n[kind][id] != "" {
			continue
		}
		if n[kind] == nil {
			n[kind] = make(map[string]string)
		}
		n[kind][id] = m.Words.Name(m.View, kind, id)
	}
}
