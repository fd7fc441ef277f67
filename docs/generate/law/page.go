package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register/law"
)

const head = `# Law as data

What ropa knows of the law, as it stands in the package [register/law](../register/law/doc.go). This page is generated from it, so it says what the program
says; ` + "`ropa law TOPIC`" + ` prints the same for a day and a country. It is no legal advice.

A fact is *verified* on the day on which it was last gone over and nothing was found to speak against it; the source is where the official text stands, which
the check need not have read anew. A fact that could not be confirmed, or on which accounts differ, is marked as not verified: check it before you rely on it. Dates are the first and the last day on which something is the law. In Go, ` + "`law.Adequacy`" + `, ` + "`law.RightsOf`" + `,
` + "`law.NeedsLaw`" + `, ` + "`law.Retentions`" + `, ` + "`law.ConsentAge`" + ` and their like answer for a day; nothing asks the clock.
`

// page renders the whole page.
func page() []byte {
	s := &sheet{}
	s.WriteString(head)
	for _, part := range []func(*sheet){bases, conditions, rights, tools, adequacy, members, retention, dpia, ages, marketing, provisions} {
		part(s)
	}
	return []byte(s.String())
}

func bases(s *sheet) {
	s.heading("Legal bases", "Art. 6(1). A basis that needs a law rests on one of the Union or of a member state (Art. 6(3)).")
	s.titles("Basis", "Article", "Regulation", "Needs a law", "In force")
	for _, b := range law.Bases() {
		s.row(b.Verified, code(b.ID), b.Article, b.Regulation, yes(b.NeedsLaw), span(b.Term))
	}
}

func conditions(s *sheet) {
	s.heading("Special categories and criminal data", "Art. 9(2) and Art. 10.")
	s.titles("Condition", "Article", "Needs a law", "Or", "In force")
	for _, c := range law.Conditions() {
		s.row(c.Verified, code(c.ID), c.Article, yes(c.NeedsLaw), en(c.Instead), span(c.Term))
	}
	s.WriteString("\nData on criminal convictions and offences:\n\n")
	s.titles("Ground", "Law of", "Article", "What", "In force")
	for _, g := range law.CriminalGrounds() {
		s.row(g.Verified, code(g.ID), string(g.Country), g.Article, en(g.Says), span(g.Term))
	}
}

func rights(s *sheet) {
	s.heading("Rights", "Which basis gives which right.")
	s.titles("Right", "Article", "Bases", "Within", "Limits", "In force")
	for _, r := range law.Rights() {
		on := codes(r.Bases)
		if len(r.Bases) == len(law.Bases()) {
			on = "every basis"
		}
		s.row(r.Verified, code(r.ID), r.Article, on, string(r.Deadline), en(r.Limit), span(r.Term))
	}
}

func tools(s *sheet) {
	s.heading("Transfers", "What allows a transfer to a third country or an international organisation (Art. 45-49).")
	s.titles("Tool", "Article", "Assessment of the country", "What", "In force")
	for _, t := range law.TransferTools() {
		s.row(t.Verified, code(t.ID), t.Article, yes(t.NeedsAssessment), en(t.Says), span(t.Term))
	}
	s.WriteString("\nStandard contractual clauses. Those that are repealed could be agreed until one day and carried a transfer until another:\n\n")
	s.titles("Set", "Instrument", "What", "Modules", "Agreed until", "Valid")
	for _, c := range law.SCCSets() {
		s.row(c.Verified, code(c.Version), c.Instrument, en(c.Says), modules(c.Modules), c.NewUntil.String(), span(c.Term))
	}
	s.WriteString("\nDerogations:\n\n")
	s.titles("Derogation", "Article", "Situation", "In force")
	for _, d := range law.Derogations() {
		s.row(d.Verified, code(d.ID), d.Article, en(d.Says), span(d.Term))
	}
}

func modules(all []law.SCCModule) string {
	var words []string
	for _, m := range all {
		words = append(words, fmt.Sprintf("%d %s to %s", m.Number, m.Exporter, m.Importer))
	}
	return strings.Join(words, ", ")
}

func adequacy(s *sheet) {
	s.heading("Adequacy decisions", "Art. 45, annulled and expired ones included. Decisions on passenger name records are left out.")
	s.titles("Country or organisation", "Decision", "In force", "Ended", "Condition, scope, note", "Reviewed")
	for _, d := range law.AdequacyDecisions() {
		place := d.Organisation
		if d.Country != "" {
			place = country(d.Country)
		}
		ended := ""
		if d.Ended != "" {
			ended = string(d.Ended) + ": " + d.EndedBy
		}
		s.row(d.Verified, place, listed(d.Name, d.Instrument), span(d.Term), ended, listed(en(d.Condition), en(d.Scope), en(d.Note)), reviews(d.Reviews))
	}
}

func reviews(all []law.Review) string {
	var words []string
	for _, r := range all {
		word := r.On.String() + " " + r.Report
		if r.Verified.On.IsZero() {
			word += " (not verified)"
		}
		words = append(words, word)
	}
	return strings.Join(words, ", ")
}

func members(s *sheet) {
	s.heading("Members", "The European Union and the European Economic Area since 1995; the United Kingdom until the end of the transition period.")
	s.titles("Country", "Member of", "In force")
	for _, m := range law.Memberships() {
		of := "EEA"
		if m.Union {
			of = "EU and EEA"
		}
		s.row(m.Verified, country(m.Country), of, span(law.Term{From: m.From, Until: m.Until}))
	}
}

func retention(s *sheet) {
	s.heading("Retention", "How long law (minimum, maximum) or guidance has records kept. A minimum holds for the records that it names and for nothing else. "+
		"Events and categories of data are those of the built-in vocabulary. Another country is an entry more in register/law/retentionlist.go.")
	s.titles("Id", "Law of", "Kind", "Period", "From", "Records", "Data", "Provision", "In force")
	for _, r := range law.RetentionPeriods() {
		start := codes(r.StartsAt)
		if r.YearOf != "" {
			start += ", year of " + code(r.YearOf)
		}
		period := string(r.Period)
		if r.WithConsent {
			period += " with consent"
		}
		s.row(r.Verified, code(r.ID), string(r.Country), string(r.Kind), period, start, en(r.Scope), codes(r.Data), code(r.Provision), span(r.Term))
	}
}

func dpia(s *sheet) {
	s.heading("Impact assessments", fmt.Sprintf("Art. 35. Where %d of the criteria are met, an assessment is mostly required; for what stands on the list of an authority, always.", law.DPIACriteriaMet))
	s.titles("Number", "Criterion", "What", "In force")
	for _, c := range law.DPIACriteria() {
		s.row(c.Verified, strconv.Itoa(c.Number), code(c.ID), en(c.Says), span(c.Term))
	}
	s.WriteString("\nLists of authorities:\n\n")
	s.titles("Item", "Authority", "Name", "Only where one of", "What", "In force")
	for _, i := range law.DPIAItems() {
		s.row(i.Verified, code(i.ID), code(i.Authority), i.Name, codes(i.Criteria), en(i.Says), span(i.Term))
	}
}

func ages(s *sheet) {
	s.heading("Ages of digital consent", "From which age a child can consent itself to an online service (Art. 8). Where the national law came some time after the GDPR, 16 years held until then.")
	s.titles("Country", "Age", "In force")
	for _, a := range law.AgesOfConsent() {
		s.row(a.Verified, country(a.Country), strconv.Itoa(a.Age), span(a.Term))
	}
}

func marketing(s *sheet) {
	s.heading("Direct marketing", "What it requires towards natural persons, by channel.")
	s.titles("Id", "Law of", "Channels", "Requires", "What", "In force")
	for _, m := range law.MarketingRules() {
		s.row(m.Verified, code(m.ID), string(m.Country), codes(m.Channels), string(m.Requires), en(m.Says), span(m.Term))
	}
}

func provisions(s *sheet) {
	s.heading("Provisions", "What a register may cite by id; any other provision it cites in words.")
	s.titles("Id", "Law of", "Citation")
	for _, p := range law.Provisions() {
		s.row(p.Verified, code(p.ID), string(p.Country), p.Cite)
	}
}
