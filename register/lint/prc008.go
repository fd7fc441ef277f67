package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var prc008 = &Rule{
	Code:  "PRC-008",
	Title: value.Text{"en": "Party in the text only", "nl": "Partij alleen in de tekst"},
	Why: value.Text{
		"en": "Whoever receives data belongs among the recipients, where role, data and country are shown. A name in a description tells nobody what that party gets.",
		"nl": "Wie gegevens ontvangt, hoort bij de ontvangers, waar rol, gegevens en land te zien zijn. Aan een naam in een omschrijving is niet te zien wat die partij krijgt.",
	},
	Articles: []string{"Art. 30(1)(d) GDPR"},
	Source:   Law,
	Severity: diag.Warning,
	Profile:  Accountability,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{
			"en": "the text of “{activity}” names “{party}”; the register does not show whether it receives data",
			"nl": "de tekst van “{activity}” noemt “{party}”; het register laat niet zien of die gegevens ontvangt",
		},
		Mend: value.Text{
			"en": "add a disclosure to “{party}”, or take the name out of the text if it receives nothing",
			"nl": "voeg een verstrekking aan “{party}” toe, of haal de naam uit de tekst als die niets ontvangt",
		},
	}},
	Activity: func(c *Check, a *Activity) {
		if a.Ended {
			return
		}
		m := mentions{Check: c, activity: a}
		m.read(a.At+"/description", a.Description)
		m.read(a.At+"/note", a.Note)
		for i := range a.Purposes {
			u := &a.Purposes[i]
			if u.Description != nil {
				m.read(a.PurposeAt(i)+"/description", u.Description)
			}
			if u.Note != nil {
				m.read(a.PurposeAt(i)+"/note", u.Note)
			}
		}
	},
}

// mentions finds parties that the texts of an activity name.
type mentions struct {
	*Check
	activity *Activity
	told     []string
}

func (m *mentions) read(at string, text value.Text) {
	for _, words := range text {
		m.partyNames().find(words, func(party string) {
			if isOne(party, m.told...) || m.concerns(party) {
				return
			}
			m.told = append(m.told, party)
			m.Report(Hit{At: at, Key: party, Args: args("activity", m.activityName(m.activity), "party", m.party(party)), Related: []string{"parties/" + party}})
		})
	}
}

// concerns reports whether an activity shows a party in another way: as a
// recipient, whether today or not, as one to whom a recipient passes data on, as a
// source, a client, a joint controller, or in what allActivities says.
func (m *mentions) concerns(party string) bool {
	a := m.activity
	for i := range a.Disclosures {
		if m.leadsTo(a.Disclosures[i].To, party) {
			return true
		}
	}
	if all := m.view.Register().AllActivities; all != nil {
		for i := range all.Disclosures {
			if m.leadsTo(all.Disclosures[i].To, party) {
				return true
			}
		}
	}
	return isOne(party, a.Except...) || isOne(party, a.Controllers...) || m.joins(party) || m.gives(party)
}

func (m *mentions) joins(party string) bool {
	a := m.activity
	for i := range a.OnBehalfOf {
		if a.OnBehalfOf[i].Party == party {
			return true
		}
	}
	joint := func(list []register.JointController) bool {
		for i := range list {
			if list[i].Party == party {
				return true
			}
		}
		return false
	}
	for i := range a.Purposes {
		if joint(a.Purposes[i].JointWith) {
			return true
		}
	}
	return joint(a.JointWith)
}

// gives reports whether data come from a party.
func (m *mentions) gives(party string) bool {
	for i := range m.activity.Data {
		for _, s := range m.activity.Data[i].Source {
			if s.Party == party {
				return true
			}
		}
	}
	return false
}

// leadsTo reports whether a recipient is a party, belongs to it or the other way
// round, or may pass data on to it.
func (m *mentions) leadsTo(from, party string) bool {
	seen := map[string]bool{}
	todo := []string{from}
	for len(todo) > 0 {
		id := todo[0]
		todo = todo[1:]
		if m.partOf(id, party) || m.partOf(party, id) {
			return true
		}
		p := m.view.Party(id)
		if seen[id] || p == nil {
			continue
		}
		seen[id] = true
		for _, x := range stepsOf(p) {
			todo = append(todo, x.Party)
		}
	}
	return false
}

func (m *mentions) partOf(id, whole string) bool {
	for range 8 {
		if id == whole {
			return true
		}
		p := m.view.Party(id)
		if p == nil {
			return false
		}
		id = p.PartOf
	}
	return false
}
