package report

import (
	"bufio"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
)

// The names are a contract: fields may be added, not renamed; lists are never
// null.

type reportJSON struct {
	AsOf     string        `json:"asOf"`
	Profile  lint.Profile  `json:"profile"`
	Findings []findingJSON `json:"findings"`
	Waived   []waivedJSON  `json:"waived"`
	Counts   countsJSON    `json:"counts"`
}

type findingJSON struct {
	Code        diag.Code      `json:"code"`
	Severity    string         `json:"severity"`
	At          string         `json:"at"`
	File        string         `json:"file,omitzero"`
	Line        int            `json:"line,omitzero"`
	Column      int            `json:"column,omitzero"`
	Message     string         `json:"message"`
	Fix         string         `json:"fix"`
	Articles    []string       `json:"articles"`
	Fingerprint string         `json:"fingerprint"`
	Related     []diag.Related `json:"related"`
}

type waivedJSON struct {
	findingJSON
	Waiver waiverJSON `json:"waiver"`
}

type waiverJSON struct {
	At     string `json:"at"`
	Reason string `json:"reason"`
	By     string `json:"by"`
	On     string `json:"on,omitzero"`
	Until  string `json:"until,omitzero"`
}

type countsJSON struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Info    int `json:"info"`
	Waived  int `json:"waived"`
	Known   int `json:"known"`
}

func (c *Content) json(w *bufio.Writer) error {
	r := reportJSON{
		AsOf: c.AsOf.String(), Profile: c.Profile, Findings: []findingJSON{}, Waived: []waivedJSON{},
		Counts: countsJSON{
			c.Findings.Count(diag.Error), c.Findings.Count(diag.Warning), c.Findings.Count(diag.Info), len(c.Waived), c.Known,
		},
	}
	for i := range c.Findings {
		r.Findings = append(r.Findings, c.findingJSON(&c.Findings[i]))
	}
	for i := range c.Waived {
		x := &c.Waived[i]
		r.Waived = append(r.Waived, waivedJSON{c.findingJSON(&x.Finding), waiverJSON{
			At: x.By, Reason: x.Waiver.Reason.In(c.Language, "en"), By: x.Waiver.By, On: x.Waiver.On.String(), Until: x.Waiver.Until.String(),
		}})
	}
	return writeJSON(w, r)
}

func (c *Content) findingJSON(f *diag.Finding) findingJSON {
	return findingJSON{
		Code: f.Code, Severity: f.Severity.String(), At: f.At,
		File: f.Place.File, Line: f.Place.Line, Column: f.Place.Column,
		Message: f.Message(c.Language), Fix: f.Fix(c.Language), Articles: append([]string{}, f.Articles...),
		Fingerprint: f.Fingerprint(), Related: append([]diag.Related{}, f.Related...),
	}
}
