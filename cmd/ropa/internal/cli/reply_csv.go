package cli

import (
	"strconv"

	"github.com/openropa/ropa/api/wire"
)

// csv returns the answers as machines read them: ids, the same columns for
// every question, a line an answer.
func (r *reply) csv() *table {
	t := &table{titles: []string{
		"id", "name", "roles", "rolesAssumed", "data", "subjects", "purposes", "activities", "countries", "tools", "ownPurposes",
		"bases", "systems", "retention", "law", "consentGiven", "consentWithdrawn", "stated", "why", "evidenceCount", "at", "file", "line",
	}}
	for _, answer := range r.answers.Answers {
		t.rows = append(t.rows, r.csvRow(answer))
	}
	return t
}

func (r *reply) csvRow(j wire.Answer) []string {
	var countries, tools, given, withdrawn []string
	for _, d := range j.Destinations {
		countries = append(countries, string(d.Country))
		tools = append(tools, string(d.Tool))
	}
	if j.Consent != nil {
		given, withdrawn = []string{r.given(j.Consent)}, []string{r.withdrawn(j.Consent)}
	}
	at, file, line := "", "", ""
	if r.places && len(j.Evidence) > 0 {
		e := j.Evidence[0]
		at, file = e.At, e.File
		if e.Line > 0 {
			line = strconv.Itoa(e.Line)
		}
	}
	return []string{
		j.ID, j.Name, joined(j.Roles), joined(j.RolesAssumed), joined(j.Data), joined(j.Subjects), joined(j.Purposes), joined(j.Activities),
		joined(countries), joined(tools), joined(j.OwnPurposes), joined(texts(j.Bases)), joined(j.Systems),
		r.kept(j), r.citations(j), joined(given), joined(withdrawn),
		strconv.FormatBool(j.Stated), joined(texts(j.Why)), strconv.Itoa(j.EvidenceCount), at, file, line,
	}
}

// texts returns words as plain strings.
func texts[S ~string](list []S) []string {
	all := make([]string, len(list))
	for i, s := range list {
		all[i] = string(s)
	}
	return all
}
