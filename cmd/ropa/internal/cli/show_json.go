package cli

import (
	"github.com/openropa/ropa/api/wire"
	"github.com/openropa/ropa/register"
)

// shownJSON is everything about one thing, its entity in canonical form.
type shownJSON struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
	Name string `json:"name"`
	// Layer is the register that defines it: "" for the register itself.
	Layer    string            `json:"layer"`
	File     string            `json:"file,omitzero"`
	Line     int               `json:"line,omitzero"`
	Entities []register.Entity `json:"entities"`
	Flows    []wire.Evidence   `json:"flows"`
	// Recipients are those of a category of data; for a party itself, as a
	// recipient, with its countries.
	Recipients []wire.Answer `json:"recipients"`
	Retention  []wire.Answer `json:"retention"`
	Mentions   []mentionJSON `json:"mentions"`
}

type mentionJSON struct {
	At   string `json:"at"`
	File string `json:"file,omitzero"`
	Line int    `json:"line,omitzero"`
}

func (a *app) showJSON(view *register.View, s *shown) error {
	maker := wire.Maker{View: view, Words: a.words()}
	j := shownJSON{
		Kind: string(s.kind), ID: s.id, Name: a.name(textOf(s.entities[0]), view.Register()), Layer: s.layer,
		File: s.place.File, Line: s.place.Line, Entities: s.entities,
		Flows: []wire.Evidence{}, Recipients: []wire.Answer{}, Retention: []wire.Answer{}, Mentions: []mentionJSON{},
	}
	for _, e := range s.evidence() {
		j.Flows = append(j.Flows, wire.EvidenceOf(e))
	}
	for _, answer := range s.recipients {
		j.Recipients = append(j.Recipients, maker.Answer("", answer))
	}
	for _, answer := range s.retention {
		j.Retention = append(j.Retention, maker.Answer("", answer))
	}
	for _, m := range s.mentions {
		j.Mentions = append(j.Mentions, mentionJSON{m.at, m.place.File, m.place.Line})
	}
	return a.writeJSON(j)
}
