package wire

import "github.com/openropa/ropa/register"

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

// Names returns the names of what answers speak of.
func (m Maker) Names(answers []Answer) Names {
	names := make(Names)
	add := func(kind register.Kind, ids ...string) {
		for _, id := range ids {
			if id == "" || names[kind][id] != "" {
				continue
			}
			if names[kind] == nil {
				names[kind] = make(map[string]string)
			}
			names[kind][id] = m.Words.Name(m.View, kind, id)
		}
	}
	for i := range answers {
		a := &answers[i]
		add(register.KindDataCategories, a.Data...)
		add(register.KindDataSubjects, a.Subjects...)
		add(register.KindPurposes, a.Purposes...)
		add(register.KindPurposes, a.OwnPurposes...)
		add(register.KindActivities, a.Activities...)
		add(register.KindSystems, a.Systems...)
		for j := range a.Evidence {
			e := &a.Evidence[j]
			add(register.KindActivities, e.Activity)
			add(register.KindDataCategories, e.Data)
			add(register.KindParties, e.Recipient)
			add(register.KindParties, e.Via...)
		}
	}
	return names
}
