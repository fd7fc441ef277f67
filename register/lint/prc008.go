package lint

import (
	"slices"

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
	// met are the names that were read, told those whom a finding is about.
	met  map[*nameWord]bool
	told map[string]bool
	// shown are those to whom the activity discloses data and to whom they may pass
	// them on, wholes those to which these belong; nil until somebody asks.
	shown, wholes map[string]bool
}

func (m *mentions) read(at string, text value.Text) {
	for _, words := range text {
		m.partyNames().find(words, func(name *nameWord) {
			if m.met[name] {
				return
			}
			if m.met == nil {
				m.met, m.told = make(map[*nameWord]bool), make(map[string]bool)
			}
			m.met[name] = true
			m.meet(at, name.parties)
		})
	}
}

// meet tells of a name, where the activity shows none of those who bear it.
func (m *mentions) meet(at string, bearers []string) {
	for _, party := range bearers {
		if m.told[party] || m.concerns(party) {
			return
		}
	}
	party := bearers[0]
	m.told[party] = true
	m.Report(Hit{At: at, Key: party, Args: args("activity", m.activityName(m.activity), "party", m.party(party)), Related: []string{"parties/" + party}})
}

// concerns reports whether an activity shows a party in another way: as a
// recipient, whether today or not, as one to whom a recipient passes data on, as a
// source, a client, a joint controller, or in what allActivities says.
func (m *mentions) concerns(party string) bool {
	a := m.activity
	if isOne(party, a.Except...) || isOne(party, a.Controllers...) || m.joins(party) || m.gives(party) {
		return true
	}
	if m.shown == nil {
		m.follow()
	}
	return m.wholes[party] || slices.ContainsFunc(m.withWholes(party), func(x string) bool { return m.shown[x] })
}

// follow finds out to whom data of the activity go.
func (m *mentions) follow() {
	m.shown, m.wholes = make(map[string]bool), make(map[string]bool)
	var todo []string
	add := func(party string) {
		if !m.shown[party] {
			m.shown[party] = true
			todo = append(todo, party)
		}
	}
	addAll := func(list []register.Disclosure) {
		for i := range list {
			add(list[i].To)
		}
	}
	addAll(m.activity.Disclosures)
	if all := m.view.Register().AllActivities; all != nil {
		addAll(all.Disclosures)
	}
	for len(todo) > 0 {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, x := range m.withWholes(id) {
			m.wholes[x] = true
		}
		if p := m.view.Party(id); p != nil {
			for _, x := range stepsOf(p) {
				add(x.Party)
			}
		}
	}
}

// withWholes returns a party and those to which it belongs.
func (m *mentions) withWholes(id string) []string {
	all := []string{id}
	for p := m.view.Party(id); p != nil && p.PartOf != "" && len(all) < 8; p = m.view.Party(p.PartOf) {
		all = append(all, p.PartOf)
	}
	return all
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
