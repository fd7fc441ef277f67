// Package wire is the form in which answers of the data map leave the program:
// as JSON of the command line and as answers of the server, the same for both.
//
// The names of the fields are a contract: fields may be added, not renamed, and
// lists are never null.
package wire

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/words"
)

// Answers are the answers to a question.
type Answers struct {
	Question datamap.Question `json:"question"`
	// AsOf is the day for which it was asked, YYYY-MM-DD.
	AsOf         string         `json:"asOf"`
	Answers      []Answer       `json:"answers"`
	Undetermined []Undetermined `json:"undetermined"`
	// Total is how many answers there are, on all pages.
	Total int `json:"total"`
	// Next is the cursor of the next page, "" on the last one.
	Next string `json:"next,omitzero"`
	// Names are those of what the answers speak of, where they were asked for.
	Names Names `json:"names,omitzero"`
}

// Answer is one thing that the question asks for. Texts are in the language of
// the answers.
type Answer struct {
	ID            string               `json:"id"`
	Name          string               `json:"name"`
	Roles         []string             `json:"roles"`
	RolesAssumed  []string             `json:"rolesAssumed"`
	Data          []string             `json:"data"`
	Subjects      []string             `json:"subjects"`
	Purposes      []string             `json:"purposes"`
	Activities    []string             `json:"activities"`
	Destinations  []Destination        `json:"destinations"`
	OwnPurposes   []string             `json:"ownPurposes"`
	Bases         []register.Basis     `json:"bases"`
	Systems       []string             `json:"systems"`
	Retention     []Retention          `json:"retention"`
	Consent       *Consent             `json:"consent,omitzero"`
	Stated        bool                 `json:"stated"`
	Why           []datamap.Assumption `json:"why"`
	EvidenceCount int                  `json:"evidenceCount"`
	Evidence      []Evidence           `json:"evidence"`
}

// Evidence is a flow behind an answer. File and Line are left out where the
// register was not read from files.
type Evidence struct {
	Activity  string               `json:"activity"`
	Data      string               `json:"data"`
	Recipient string               `json:"recipient"`
	Role      string               `json:"role"`
	Via       []string             `json:"via"`
	Stated    bool                 `json:"stated"`
	Why       []datamap.Assumption `json:"why"`
	At        string               `json:"at"`
	Path      []string             `json:"path"`
	File      string               `json:"file,omitzero"`
	Line      int                  `json:"line,omitzero"`
}

// Destination is a country of a recipient.
type Destination struct {
	Country    register.Area         `json:"country"`
	Name       string                `json:"name"`
	How        string                `json:"how"`
	OutsideEEA bool                  `json:"outsideEea"`
	Tool       register.TransferTool `json:"tool"` // "": none is stated
	At         string                `json:"at"`
	File       string                `json:"file,omitzero"`
	Line       int                   `json:"line,omitzero"`
}

// Retention is a retention rule and when it is used.
type Retention struct {
	Rule string `json:"rule"`
	When string `json:"when"`
	// Words is the rule in the language of the answers.
	Words string            `json:"words"`
	Law   []register.LawRef `json:"law"`
}

// Consent is how consent is given, proved and withdrawn.
type Consent struct {
	Mechanism   register.ConsentMechanism `json:"mechanism"`
	How         string                    `json:"how"`
	Record      string                    `json:"record"`
	Withdrawal  string                    `json:"withdrawal"`
	BundledWith string                    `json:"bundledWith"`
}

// Undetermined is a party that might belong to the answers, and the fact that
// the register does not state.
type Undetermined struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Missing string `json:"missing"`
}

// Maker makes replies in the words of one language.
type Maker struct {
	View  *register.View
	Words words.Words
}

// Answers returns answers as they leave the program.
func (m Maker) Answers(a *datamap.Answers) Answers {
	r := Answers{
		Question: a.Question, AsOf: a.AsOf.String(), Total: max(a.Total, len(a.Answers)),
		Answers: make([]Answer, 0, len(a.Answers)), Undetermined: make([]Undetermined, 0, len(a.Undetermined)),
	}
	for _, answer := range a.Answers {
		r.Answers = append(r.Answers, m.Answer(a.Question, answer))
	}
	for _, u := range a.Undetermined {
		r.Undetermined = append(r.Undetermined, Undetermined{u.ID, m.text(u.Name), u.Missing})
	}
	return r
}

// Answer returns one answer to a question.
func (m Maker) Answer(question datamap.Question, a datamap.Answer) Answer {
	r := Answer{
		ID: a.ID, Name: m.name(question, &a), Roles: full(a.Roles), RolesAssumed: full(a.RolesAssumed),
		Data: full(a.Data), Subjects: full(a.Subjects), Purposes: full(a.Purposes),
		Activities: full(a.Activities), Destinations: []Destination{}, OwnPurposes: full(a.OwnPurposes),
		Bases: full(a.Bases), Systems: full(a.Systems), Retention: []Retention{},
		Consent: m.consent(a.Consent), Stated: a.Stated, Why: full(a.Why),
		EvidenceCount: a.EvidenceCount, Evidence: make([]Evidence, 0, len(a.Evidence)),
	}
	for _, d := range a.Destinations {
		at := m.View.Place(d.At)
		r.Destinations = append(r.Destinations, Destination{d.Country, m.Words.Area(d.Country), d.How, d.OutsideEEA, d.Tool, d.At, at.File, at.Line})
	}
	for _, use := range a.Retention {
		r.Retention = append(r.Retention, m.retention(use))
	}
	for _, e := range a.Evidence {
		r.Evidence = append(r.Evidence, EvidenceOf(e))
	}
	return r
}

// name is the name of an answer; that of a country is not the register's.
func (m Maker) name(question datamap.Question, a *datamap.Answer) string {
	name := m.text(a.Name)
	if name == "" && question == datamap.Countries {
		name = m.Words.Area(register.Area(a.ID))
	}
	return name
}

// EvidenceOf returns a flow as it leaves the program.
func EvidenceOf(e datamap.Evidence) Evidence {
	return Evidence{
		e.Activity, e.Data, e.Recipient, e.Role, full(e.Via), e.Stated, full(e.Why), e.At, full(e.Path), e.Place.File, e.Place.Line,
	}
}

func (m Maker) retention(use register.RetentionUse) Retention {
	one := []register.RetentionUse{use}
	return Retention{use.Rule, m.text(use.When), m.Words.Retention(m.View, one), full(words.LawsOf(m.View, one))}
}

func (m Maker) consent(c *register.Consent) *Consent {
	if c == nil {
		return nil
	}
	return &Consent{c.Mechanism, m.text(c.How), m.text(c.Record), m.text(c.Withdrawal), m.text(c.BundledWith)}
}

// text returns a text in the language of the answers.
func (m Maker) text(t register.Text) string { return m.Words.Text(t, m.View.Register()) }

// full returns a list that is not nil, for JSON.
func full[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
