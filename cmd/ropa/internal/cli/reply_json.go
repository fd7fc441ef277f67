package cli

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// The JSON of a question. The names are a contract (format.md §4): fields may
// be added, not renamed; lists are never null.

type answersJSON struct {
	Question     datamap.Question   `json:"question"`
	AsOf         string             `json:"asOf"`
	Answers      []answerJSON       `json:"answers"`
	Undetermined []undeterminedJSON `json:"undetermined"`
}

type answerJSON struct {
	ID            string               `json:"id"`
	Name          string               `json:"name"`
	Roles         []string             `json:"roles"`
	RolesAssumed  []string             `json:"rolesAssumed"`
	Data          []string             `json:"data"`
	Subjects      []string             `json:"subjects"`
	Purposes      []string             `json:"purposes"`
	Activities    []string             `json:"activities"`
	Destinations  []destinationJSON    `json:"destinations"`
	OwnPurposes   []string             `json:"ownPurposes"`
	Bases         []register.Basis     `json:"bases"`
	Systems       []string             `json:"systems"`
	Retention     []retentionJSON      `json:"retention"`
	Consent       *consentJSON         `json:"consent,omitzero"`
	Stated        bool                 `json:"stated"`
	Why           []datamap.Assumption `json:"why"`
	EvidenceCount int                  `json:"evidenceCount"`
	Evidence      []evidenceJSON       `json:"evidence"`
}

type evidenceJSON struct {
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

type destinationJSON struct {
	Country    register.Area         `json:"country"`
	Name       string                `json:"name"`
	How        string                `json:"how"`
	OutsideEEA bool                  `json:"outsideEea"`
	Tool       register.TransferTool `json:"tool"` // "": none is stated
	At         string                `json:"at"`
	File       string                `json:"file,omitzero"`
	Line       int                   `json:"line,omitzero"`
}

type retentionJSON struct {
	Rule string `json:"rule"`
	When string `json:"when"`
	// Words is the rule in the language of the output.
	Words string            `json:"words"`
	Law   []register.LawRef `json:"law"`
}

type consentJSON struct {
	Mechanism   register.ConsentMechanism `json:"mechanism"`
	How         string                    `json:"how"`
	Record      string                    `json:"record"`
	Withdrawal  string                    `json:"withdrawal"`
	BundledWith string                    `json:"bundledWith"`
}

type undeterminedJSON struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Missing string `json:"missing"`
}

func (r *reply) json() answersJSON {
	reply := answersJSON{
		Question: r.answers.Question, AsOf: r.answers.AsOf.String(),
		Answers: []answerJSON{}, Undetermined: []undeterminedJSON{},
	}
	for _, answer := range r.answers.Answers {
		reply.Answers = append(reply.Answers, r.answerJSON(answer))
	}
	for _, u := range r.answers.Undetermined {
		reply.Undetermined = append(reply.Undetermined, undeterminedJSON{u.ID, r.inLanguage(u.Name), u.Missing})
	}
	return reply
}

func (r *reply) answerJSON(answer datamap.Answer) answerJSON {
	j := answerJSON{
		ID: answer.ID, Name: r.inLanguage(answer.Name), Roles: full(answer.Roles), RolesAssumed: full(answer.RolesAssumed),
		Data: full(answer.Data), Subjects: full(answer.Subjects), Purposes: full(answer.Purposes),
		Activities: full(answer.Activities), Destinations: []destinationJSON{}, OwnPurposes: full(answer.OwnPurposes),
		Bases: full(answer.Bases), Systems: full(answer.Systems), Retention: []retentionJSON{},
		Consent: r.consentJSON(answer.Consent), Stated: answer.Stated, Why: full(answer.Why),
		EvidenceCount: answer.EvidenceCount, Evidence: []evidenceJSON{},
	}
	if j.Name == "" && r.answers.Question == datamap.Countries {
		j.Name = r.area(register.Area(answer.ID))
	}
	for _, d := range answer.Destinations {
		at := r.view.Place(d.At)
		j.Destinations = append(j.Destinations, destinationJSON{d.Country, r.area(d.Country), d.How, d.OutsideEEA, d.Tool, d.At, at.File, at.Line})
	}
	for _, use := range answer.Retention {
		j.Retention = append(j.Retention, r.retentionJSON(use))
	}
	for _, e := range answer.Evidence {
		j.Evidence = append(j.Evidence, newEvidenceJSON(e))
	}
	return j
}

func (r *reply) retentionJSON(use register.RetentionUse) retentionJSON {
	one := []register.RetentionUse{use}
	return retentionJSON{use.Rule, r.inLanguage(use.When), r.retention(r.view, one), full(lawsOf(r.view, one))}
}

func (r *reply) consentJSON(c *register.Consent) *consentJSON {
	if c == nil {
		return nil
	}
	return &consentJSON{c.Mechanism, r.inLanguage(c.How), r.inLanguage(c.Record), r.inLanguage(c.Withdrawal), r.inLanguage(c.BundledWith)}
}

// full returns a list that is not nil, for JSON.
func full[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func newEvidenceJSON(e datamap.Evidence) evidenceJSON {
	return evidenceJSON{
		e.Activity, e.Data, e.Recipient, e.Role, full(e.Via), e.Stated, full(e.Why), e.At, full(e.Path), e.Place.File, e.Place.Line,
	}
}
