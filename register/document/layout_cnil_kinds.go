package document

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// kindsOfRecipient are those of the list of the template that fit a recipient.
func (k *book) kindsOfRecipient(d *register.Disclosure) []Inline {
	p := k.view.Party(d.To)
	if p == nil {
		p = new(register.Party)
	}
	var kinds []string
	switch {
	case p.Kind == register.PartyKindUnit:
		kinds = append(kinds, "cnil.internal")
	case d.As == register.RoleProcessor:
		kinds = append(kinds, "cnil.processor")
	case d.As == register.RoleController, d.As == register.RoleJointController, p.Kind == register.PartyKindAuthority:
		kinds = append(kinds, "cnil.partner")
	}
	abroad := slices.ContainsFunc(k.sitesOf(d), func(s site) bool { return k.outside(s.area) })
	if abroad || p.Kind == register.PartyKindInternationalOrganisation {
		kinds = append(kinds, "cnil.abroad")
	}
	if len(kinds) == 0 {
		kinds = append(kinds, "cnil.other")
	}
	lines := make([]Inline, 0, len(kinds))
	for _, kind := range kinds {
		lines = append(lines, k.label(kind))
	}
	return lines
}

// cnilRecipients is each recipient by its kind, with when it gets data and to whom
// it passes them on.
func (k *book) cnilRecipients(of item) Table {
	t := k.typed()
	list := k.disclosuresOf(of)
	var told []string
	for i := range list {
		d := list[i].Disclosure
		key := d.To + " " + string(d.As)
		first := !slices.Contains(told, key)
		told = append(told, key)
		detail := []Inline{k.recipientLine(of.activity, d)}
		if d.Service != "" {
			detail = append(detail, k.named("service", k.serviceOf(d.To, d.Service)))
		}
		detail = append(detail, muted(k.text(d.When)))
		if first {
			detail = append(detail, k.passers(of, d.To)...)
		}
		if row := (Row{Muted: k.over(d.From, d.Until), Cells: []Cell{k.cell(k.kindsOfRecipient(d)...), k.cell(detail...)}}); first || d.Service != "" || d.When != nil {
			t.Rows = append(t.Rows, row)
		}
	}
	if len(t.Rows) == 0 && of.activity.Disclosures != nil {
		t.Empty = k.label("none")
	}
	return t
}

// measureKinds are the kinds of measures of the template in their order, each with
// the terms of the common vocabulary that belong to it.
var measureKinds = []struct {
	label string
	terms []string
}{
	{"cnil.access-control", []string{"access-control", "need-to-know", "authorisation-procedure", "access-review", "password-hashing", "physical-protection"}},
	{"cnil.tracing", []string{"logging", "security-monitoring"}},
	{"cnil.software", []string{"malware-protection", "patching", "hardening", "network-security", "secure-development", "vulnerability-scanning", "penetration-tests", "input-validation"}},
	{"cnil.backup", []string{"backups", "redundancy", "continuity-plan"}},
	{"cnil.encryption", []string{"encryption", "digital-signatures"}},
	{"cnil.processors", []string{"vendor-assessment"}},
	{"cnil.other-measures", nil},
}

// kindOfMeasure is the place of a measure among the kinds; the last where no term
// tells.
func (k *book) kindOfMeasure(id string) int {
	last := len(measureKinds) - 1
	for seen := make(map[string]bool); id != "" && !seen[id]; {
		seen[id] = true
		for i := range measureKinds {
			if slices.Contains(measureKinds[i].terms, id) {
				return i
			}
		}
		m := k.view.Measure(id)
		if m == nil {
			break
		}
		id = m.Parent
	}
	return last
}

// cnilMeasures is each kind of measure of the template with the measures of it:
// those of the activity, of all activities and of the organisation.
func (k *book) cnilMeasures(of item) Table {
	t := k.typed()
	if !k.o.Audience.sees(Authority) {
		return t
	}
	lines := make([][]Inline, len(measureKinds))
	add := func(list []register.MeasureUse, except []string, from string) {
		for i := range list {
			use := &list[i]
			if use.Measure != "" && slices.Contains(except, use.Measure) {
				continue
			}
			line := k.measure(use)
			if from != "" {
				line = append(line, Run{Text: " (" + k.say(from) + ")", Style: Muted})
			}
			at := k.kindOfMeasure(use.Measure)
			lines[at] = append(lines[at], line)
			if m := k.view.Measure(use.Measure); m != nil {
				if layer, _ := k.view.Layer(register.KindMeasures, m.ID); layer != builtIn {
					lines[at] = append(lines[at], muted(k.text(m.Description)))
				}
			}
			lines[at] = append(lines[at], k.remarks(&use.Remarks)...)
		}
	}
	a := of.activity
	add(a.Measures, nil, "")
	if all := k.register.AllActivities; all != nil {
		add(all.Measures, a.Except, "of-all-activities")
	}
	if o := k.register.Organisation; o != nil {
		add(o.Measures, nil, "of-organisation")
	}
	for i := range measureKinds {
		if told := filled(lines[i]); len(told) > 0 {
			t.Rows = append(t.Rows, Row{Cells: []Cell{k.cell(k.label(measureKinds[i].label)), k.cell(told...)}})
		}
	}
	if len(t.Rows) == 0 && a.Measures != nil {
		t.Empty = k.label("none")
	}
	return t
}
