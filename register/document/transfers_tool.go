package document

import (
	"slices"
	"strconv"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
)

// toolOf says what allows a transfer, for those who want to know no more; nil
// where nothing is stated.
func (b *builder) toolOf(t *register.Transfer, to register.Area) []Inline {
	if t == nil {
		return nil
	}
	var lines []Inline
	if t.Tool != "" {
		lines = append(lines, b.value(string(t.Tool)))
	}
	if t.Tool == register.TransferToolAdequacy {
		lines = append(lines, b.decisionFor(to))
	}
	if t.Derogation != "" {
		lines = append(lines, b.derogation(string(t.Derogation)))
	}
	lines = append(lines, b.text(t.Safeguards))
	if copied := b.text(t.Copy); copied != nil {
		lines = append(lines, append(Text(b.say("copy")+b.words.Colon()), copied...))
	}
	return b.cell(lines...).Lines
}

// decisionFor names the decision of the Commission that is in force for a
// country, or says that there is none.
func (b *builder) decisionFor(to register.Area) Inline {
	country, _ := to.Country()
	d, ok := law.Adequacy(country, b.o.AsOf)
	if !ok {
		return Text(b.sayf("no-decision", b.words.Date(b.o.AsOf)))
	}
	return Text(b.adequacyName(&d))
}

// adequacyName is what people call a decision, with its number.
func (b *builder) adequacyName(d *law.AdequacyDecision) string {
	if d.Name == "" {
		return law.Cite(d.Instrument, b.o.Language)
	}
	return d.Name + ", " + law.Cite(d.Instrument, b.o.Language)
}

func (b *builder) derogation(id string) Inline {
	all := law.Derogations()
	i := slices.IndexFunc(all, func(d law.Derogation) bool { return d.ID == id })
	if i < 0 {
		return Text(id)
	}
	return append(Text(law.Cite(all[i].Article, b.o.Language)+b.words.Colon()), b.ofLaw(all[i].Says)...)
}

// termsOf says under which clauses, certificate and assessment a transfer takes
// place, as an authority wants to know.
func (b *builder) termsOf(t *register.Transfer) []Inline {
	if t == nil || b.o.Audience == Public {
		return nil
	}
	var lines []Inline
	add := func(code, text string) {
		if text != "" {
			lines = append(lines, Text(b.say("transfer."+code)+b.words.Colon()+text))
		}
	}
	add("version", b.clauses(string(t.Version)))
	if t.Module != nil {
		add("module", b.module(*t.Module))
	}
	if c := t.Certification; c != nil {
		lines = append(lines, b.certificate(c)...)
	}
	if t.Fallback != "" {
		add("fallback", b.value(string(t.Fallback)).String())
	}
	add("repeated", b.words.Tristate(t.Repeated))
	add("notified", b.words.Date(t.Notified))
	add("informed", b.words.Date(t.SubjectsInformed))
	add("from", b.words.Date(t.From))
	add("until", b.words.Date(t.Until))
	return lines
}

// clauses names a set of clauses, and says so where they do not count any more.
func (b *builder) clauses(version string) string {
	set, ok := law.SCC(version)
	switch {
	case !ok:
		return version
	case !set.InForce(b.o.AsOf):
		return law.Cite(set.Instrument, b.o.Language) + " (" + b.sayf("over", b.words.Date(set.Until)) + ")"
	}
	return law.Cite(set.Instrument, b.o.Language)
}

func (b *builder) module(n int) string {
	set, _ := law.SCC(string(register.SCCVersion2021914))
	for _, m := range set.Modules {
		if m.Number == n {
			return b.sayf("module-roles", n, b.value(m.Exporter).String(), b.value(m.Importer).String())
		}
	}
	return strconv.Itoa(n)
}

// scheme is the name of a list of certified organisations.
func (b *builder) scheme(id string) string {
	if id == "dpf" { // what the format gives as an example, so what people write
		return "Data Privacy Framework (DPF)"
	}
	return id
}

// certificate says that a recipient is on a list on which a decision depends.
func (b *builder) certificate(c *register.TransferCertification) []Inline {
	text := b.scheme(c.Scheme)
	if c.Entity != "" {
		text += " (" + c.Entity + ")"
	}
	lines := []Inline{Text(b.say("transfer.certification") + b.words.Colon() + text)}
	for _, scope := range c.Scope {
		lines = append(lines, b.value(string(scope)))
	}
	if c.Checked != 0 {
		lines = append(lines, Text(b.sayf("checked-on", b.words.Date(c.Checked))))
	}
	switch {
	case c.Until == 0:
	case c.Until < b.o.AsOf:
		lines = append(lines, Text(b.sayf("over", b.words.Date(c.Until))))
	default:
		lines = append(lines, Text(b.sayf("valid-until", b.words.Date(c.Until))))
	}
	if c.Reference != "" {
		lines = append(lines, address(c.Reference))
	}
	return lines
}

// papersOf names the documents behind a transfer.
func (b *builder) papersOf(t *register.Transfer) Cell {
	if t == nil || b.o.Audience == Public {
		return Cell{}
	}
	ids := slices.Clone(t.Documents)
	if t.TIA != "" {
		ids = append([]string{t.TIA}, ids...)
	}
	var lines []Inline
	for _, id := range ids {
		line := b.name(register.KindDocuments, id)
		if d := b.view.Document(id); d != nil {
			if id == t.TIA {
				line = append(Text(b.say("transfer.tia")+b.words.Colon()), line...)
			}
			if d.Date != 0 {
				line = append(line, Run{Text: " (" + b.words.Date(d.Date) + ")", Style: Muted})
			}
		}
		lines = append(lines, line)
		if d := b.view.Document(id); d != nil && d.Reference != "" {
			lines = append(lines, address(d.Reference))
		}
	}
	return b.cell(lines...)
}
