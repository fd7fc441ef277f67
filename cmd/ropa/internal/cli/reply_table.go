package cli

import (
	"cmp"
	"slices"
	"strings"

	"github.com/openropa/ropa/api/wire"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// table returns the answers as people read them: names instead of ids, the
// columns that the question asks for.
func (r *reply) table() *table {
	columns := r.columns()
	t := &table{titles: r.titles(columns...), whole: map[int]bool{}}
	for i, column := range columns {
		t.whole[i] = column == "id" || column == "where"
	}
	for _, answer := range r.grouped() {
		cells := make([]string, len(columns))
		for i, column := range columns {
			cells[i] = r.cell(column, answer)
		}
		t.rows = append(t.rows, cells)
	}
	return t
}

// grouped returns the answers, those about retention with the data that are
// kept alike in one: a rule that is said once is read more easily.
func (r *reply) grouped() []wire.Answer {
	if r.answers.Question != datamap.Retention {
		return r.answers.Answers
	}
	var groups []wire.Answer
	place := map[string]int{}
	for _, answer := range r.answers.Answers {
		var key strings.Builder
		for _, column := range []string{"kept", "law", "purposes", "activity", "certainty"} {
			key.WriteString(r.cell(column, answer) + "\x00")
		}
		if i, known := place[key.String()]; known {
			for _, id := range answer.Data {
				if !slices.Contains(groups[i].Data, id) {
					groups[i].Data = append(slices.Clip(groups[i].Data), id)
				}
			}
			continue
		}
		place[key.String()] = len(groups)
		groups = append(groups, answer)
	}
	return groups
}

// columns returns the columns of the question.
func (r *reply) columns() []string {
	var columns []string
	switch q := r.asked; r.answers.Question {
	case datamap.Processors, datamap.Recipients:
		columns = []string{"id", "name", "roles", "data"}
		if q.outsideEEA.Tristate != register.Unstated || len(q.countries.list) > 0 {
			columns = append(columns, "countries")
		}
		if q.ownPurposes.Tristate != register.Unstated {
			columns = append(columns, "own-purposes")
		}
	case datamap.Activities:
		columns = []string{"id", "name", "data", "purposes"}
	case datamap.Data, datamap.Systems:
		columns = []string{"id", "name", "activities"}
	case datamap.Subjects, datamap.Purposes:
		columns = []string{"id", "name", "data", "activities"}
	case datamap.Countries:
		columns = []string{"country", "recipients", "data"}
	case datamap.Retention:
		columns = []string{"data", "kept", "law", "purposes"}
	case datamap.Consents:
		columns = []string{"purpose", "activity", "given", "withdrawn"}
	case datamap.Flows:
		columns = []string{"recipient", "data", "roles", "activity", "via"}
	}
	columns = append(columns, "certainty")
	if r.places {
		columns = append(columns, "where")
	}
	return columns
}

func (r *reply) cell(column string, answer wire.Answer) string {
	switch column {
	case "id":
		return answer.ID
	case "name":
		return answer.Name
	case "country":
		return r.area(register.Area(answer.ID))
	case "roles":
		return r.roles(answer.Roles, answer.RolesAssumed)
	case "data":
		return r.names(register.KindDataCategories, answer.Data)
	case "purposes":
		return r.names(register.KindPurposes, answer.Purposes)
	case "purpose":
		return r.names(register.KindPurposes, purposeOf(answer))
	case "activities", "activity":
		return r.names(register.KindActivities, answer.Activities)
	case "own-purposes":
		return r.names(register.KindPurposes, answer.OwnPurposes)
	case "countries":
		return r.destinations(answer.Destinations)
	case "kept":
		return cmp.Or(r.kept(answer), r.say("answer.no-retention"))
	case "law":
		return r.citations(answer)
	case "given":
		return r.given(answer.Consent)
	case "withdrawn":
		return r.withdrawn(answer.Consent)
	case "recipient", "recipients":
		return r.names(register.KindParties, recipientsOf(answer))
	case "via":
		return r.names(register.KindParties, viaOf(answer))
	case "certainty":
		return r.certainty(answer.Stated, answer.Why)
	case "where":
		return r.where(answer)
	}
	return ""
}

// kept says in words how long it is kept.
func (r *reply) kept(answer wire.Answer) string {
	rules := make([]string, len(answer.Retention))
	for i, rule := range answer.Retention {
		rules[i] = rule.Words
	}
	return strings.Join(rules, r.words().Semicolon())
}

// citations are the provisions behind how long it is kept.
func (r *reply) citations(answer wire.Answer) string {
	var all []register.LawRef
	for _, rule := range answer.Retention {
		all = append(all, rule.Law...)
	}
	return r.laws(all)
}

// given says how consent is given.
func (r *reply) given(c *wire.Consent) string {
	if c == nil {
		return r.say("answer.not-stated")
	}
	var parts []string
	if c.Mechanism != "" {
		parts = append(parts, r.value(string(c.Mechanism)))
	}
	if c.How != "" {
		parts = append(parts, c.How)
	}
	return cmp.Or(strings.Join(parts, ": "), r.say("answer.not-stated"))
}

// withdrawn says how consent is withdrawn.
func (r *reply) withdrawn(c *wire.Consent) string {
	if c == nil {
		return r.say("answer.not-stated")
	}
	return cmp.Or(c.Withdrawal, r.say("answer.not-stated"))
}

// purposeOf returns the purpose that the address of an answer about consent ends
// in; the flows behind it may serve narrower ones too.
func purposeOf(answer wire.Answer) []string {
	last, _, _ := strings.Cut(answer.ID[strings.LastIndex(answer.ID, "/")+1:], "~")
	if slices.Contains(answer.Purposes, last) {
		return []string{last}
	}
	return answer.Purposes
}

// recipientsOf returns the recipients of the flows behind an answer.
func recipientsOf(answer wire.Answer) []string {
	var ids []string
	for _, e := range answer.Evidence {
		if e.Recipient != "" && !slices.Contains(ids, e.Recipient) {
			ids = append(ids, e.Recipient)
		}
	}
	return ids
}

// viaOf returns the parties through which the first flow of an answer passes.
func viaOf(answer wire.Answer) []string {
	if len(answer.Evidence) == 0 {
		return nil
	}
	return answer.Evidence[0].Via
}
