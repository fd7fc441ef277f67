package document

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/words"
)

// icoNotice are the columns of what a privacy notice says, and of consent, 12 to
// 19.
func icoNotice() []LayoutColumn {
	return []LayoutColumn{
		{
			ID: "basis", Title: words.Entry{
				"Article 6 lawful basis for processing personal data", "Grondslag van artikel 6 voor de verwerking",
				"Rechtsgrundlage der Verarbeitung nach Artikel 6", "Base légale du traitement au titre de l’article 6",
			},
			Fields: []string{"activities[].purposes[].basis", "activities[].purposes[].law"}, width: 1.3, tell: (*book).tellBasisAndLaw,
		},
		{
			ID: "condition", Title: words.Entry{
				"Article 9 condition for processing special category data", "Uitzondering van artikel 9 voor bijzondere categorieën",
				"Bedingung nach Artikel 9 für besondere Kategorien", "Condition de l’article 9 pour les catégories particulières",
			},
			Fields: []string{"activities[].purposes[].art9", "activities[].purposes[].art9Law", "activities[].data[].law"}, width: 1.3, tell: (*book).tellConditionAndLaw,
			Remark: "With the law that allows special category and criminal data.",
		},
		{
			ID: "interests", Title: words.Entry{
				"Legitimate interests for the processing (if applicable)", "Gerechtvaardigde belangen (indien van toepassing)",
				"Berechtigte Interessen (falls zutreffend)", "Intérêts légitimes poursuivis (le cas échéant)",
			},
			Fields: []string{"activities[].purposes[].interest"}, width: 1.3, tell: (*book).tellInterests,
		},
		{
			ID: "lia", Title: words.Entry{
				"Link to record of legitimate interests assessment (if applicable)", "Verwijzing naar de belangenafweging (indien van toepassing)",
				"Verweis auf die Interessenabwägung (falls zutreffend)", "Lien vers la mise en balance des intérêts (le cas échéant)",
			},
			Fields: []string{"activities[].purposes[].lia.document", "activities[].purposes[].lia.date", "activities[].purposes[].lia.outcome", "documents[].reference"},
			width:  1.2, tell: (*book).tellBalance,
		},
		{
			ID: "rights", Title: words.Entry{"Rights available to individuals", "Rechten van betrokkenen", "Rechte der betroffenen Personen", "Droits des personnes concernées"},
			Fields: []string{"activities[].purposes[].basis", "rights[].right", "rights[].available", "rights[].purposes", "rights[].activities"}, width: 1.3, tell: (*book).tellRightsByBasis,
			Remark: "The rights that follow from the lawful basis, and those that the register lists.",
		},
		{
			ID: "decisions", Title: words.Entry{
				"Existence of automated decision-making, including profiling (if applicable)", "Geautomatiseerde besluitvorming, met inbegrip van profilering (indien van toepassing)",
				"Automatisierte Entscheidungsfindung einschließlich Profiling (falls zutreffend)", "Existence d’une prise de décision automatisée, y compris un profilage (le cas échéant)",
			},
			Fields: []string{"activities[].automatedDecisions"}, width: 1.3, tell: (*book).tellDecisions,
		},
		{
			ID: "source", Title: words.Entry{"The source of the personal data (if applicable)", "Bron van de persoonsgegevens (indien van toepassing)", "Herkunft der Daten (falls zutreffend)", "Source des données (le cas échéant)"},
			Fields: []string{"activities[].data[].source"}, width: 1.1, tell: (*book).tellSources,
		},
		{
			ID: "consent", Title: words.Entry{"Link to record of consent", "Verwijzing naar de vastlegging van de toestemming", "Verweis auf den Nachweis der Einwilligung", "Lien vers la preuve du consentement"},
			Fields: []string{"activities[].purposes[].consent.documents", "activities[].purposes[].consent.record", "documents[].reference"}, width: 1.2, tell: (*book).tellConsentRecord,
		},
	}
}

// icoAccountability are the columns of location, impact assessment and breaches,
// 20 to 25.
func icoAccountability() []LayoutColumn {
	return []LayoutColumn{
		{
			ID: "location", Title: words.Entry{"Location of personal data", "Locatie van de persoonsgegevens", "Speicherort der Daten", "Localisation des données"},
			Fields: []string{"activities[].systems", "systems[].name", "systems[].locations", "systems[].operator"}, width: 1.2, tell: func(k *book, of item) Cell {
				if c := k.tellSystems(of); !c.Missing {
					return c
				}
				return Cell{} // the template does not insist
			},
		},
		{
			ID: "dpia-required", Title: words.Entry{"Data Protection Impact Assessment required?", "Effectbeoordeling (DPIA) nodig?", "Datenschutz-Folgenabschätzung erforderlich?", "Analyse d’impact (AIPD) requise ?"},
			Fields: []string{"activities[].dpia.needed", "activities[].dpia.reason"}, width: 0.9, tell: (*book).tellAssessmentNeeded,
		},
		{
			ID: "dpia-progress", Title: words.Entry{"Data Protection Impact Assessment progress", "Stand van de effectbeoordeling (DPIA)", "Stand der Datenschutz-Folgenabschätzung", "Avancement de l’analyse d’impact (AIPD)"},
			Fields: []string{"activities[].dpia.status", "activities[].dpia.done"}, width: 0.9, tell: (*book).tellAssessmentProgress,
		},
		{
			ID: "dpia-link", Title: words.Entry{"Link to Data Protection Impact Assessment", "Verwijzing naar de effectbeoordeling (DPIA)", "Verweis auf die Datenschutz-Folgenabschätzung", "Lien vers l’analyse d’impact (AIPD)"},
			Fields: []string{"activities[].dpia.report", "documents[].reference"}, width: 1.1, tell: func(k *book, of item) Cell {
				if a := of.activity.DPIA; a != nil {
					return k.cell(k.documentAt(a.Report)...)
				}
				return Cell{}
			},
		},
		{
			ID: "breach", Title: words.Entry{"Has a personal data breach occurred?", "Is er een datalek geweest?", "Gab es eine Datenschutzverletzung?", "Une violation de données s’est-elle produite ?"},
			Fields: []string{"activities[].breaches"}, width: 0.9, tell: (*book).tellBreaches,
		},
		{
			ID: "breach-link", Title: words.Entry{"Link to record of personal data breach", "Verwijzing naar de vastlegging van het datalek", "Verweis auf die Dokumentation der Verletzung", "Lien vers le registre des violations"},
			Fields: []string{"activities[].breaches[].document"}, width: 1.1, tell: func(k *book, of item) Cell {
				if k.o.Audience != Internal {
					return Cell{}
				}
				var lines []Inline
				for i := range of.activity.Breaches {
					lines = append(lines, k.documentAt(of.activity.Breaches[i].Document)...)
				}
				return k.cell(lines...)
			},
		},
	}
}

// tellBasisAndLaw is the legal basis of each purpose (Art. 6) with the law behind
// it; the interest has a column of its own.
func (k *book) tellBasisAndLaw(of item) Cell {
	var lines []Inline
	for _, p := range of.purposesOf() {
		for _, basis := range p.Basis {
			lines = append(lines, k.withArticle("basis", string(basis)))
		}
		lines = append(lines, mutedLines(k.laws(p.Law))...)
	}
	if len(lines) == 0 && len(of.purposesOf()) > 0 {
		return k.stated() // nothing may be processed without one
	}
	return k.cell(lines...)
}

// tellConditionAndLaw is the condition for special data of each purpose (Art. 9(2)),
// and the law behind it and behind each of the data.
func (k *book) tellConditionAndLaw(of item) Cell {
	lines := k.tellConditions(of).Lines
	for _, d := range k.dataOf(of) {
		if k.isSensitive(d.Category) {
			for _, line := range k.laws(d.Law) {
				lines = appendNew(lines, muted(line))
			}
		}
	}
	return k.cell(lines...)
}

func (k *book) tellInterests(of item) Cell {
	var lines []Inline
	for _, p := range of.purposesOf() {
		text := k.text(p.Interest)
		if text == nil && slices.Contains(p.Basis, register.BasisLegitimateInterests) {
			text = mark(k.say("not-stated"))
		}
		lines = append(lines, text)
	}
	return k.cell(lines...)
}

// tellBalance is the balancing test of each purpose: the report, its day and its
// outcome.
func (k *book) tellBalance(of item) Cell {
	if !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	var lines []Inline
	for _, p := range of.purposesOf() {
		if p.LIA == nil {
			continue
		}
		lines = append(lines, k.documentAt(p.LIA.Document)...)
		if !p.LIA.Date.IsZero() {
			lines = append(lines, k.named("date", Text(k.words.Date(p.LIA.Date))))
		}
		if p.LIA.Outcome != "" {
			lines = append(lines, k.named("outcome", k.value(string(p.LIA.Outcome))))
		}
	}
	return k.cell(lines...)
}

// tellRightsByBasis is each right that follows from the legal basis, and each that the
// register lists for the purpose.
func (k *book) tellRightsByBasis(of item) Cell {
	var given []string
	for _, p := range of.purposesOf() {
		for _, basis := range p.Basis {
			given = append(given, law.RightsOf(string(basis))...)
		}
	}
	decides := len(of.activity.AutomatedDecisions) > 0
	var lines []Inline
	for _, right := range law.Rights() {
		listed, offered := k.listedRight(of, register.RightKind(right.ID))
		follows := slices.Contains(given, right.ID) && (right.ID != string(register.RightKindAutomatedDecisions) || decides)
		if !listed && !follows {
			continue
		}
		line := k.withArticle("right", right.ID)
		if len(line) > 0 {
			line[0].Text = capital(line[0].Text)
		}
		if listed && !offered {
			line = append(append(line, Run{Text: " – "}), k.named("available", Text(k.words.Tristate(register.No)))...)
		}
		lines = append(lines, line)
	}
	return k.cell(lines...)
}

// listedRight reports whether the register lists a right for an item, and whether
// it is offered.
func (k *book) listedRight(of item, right register.RightKind) (listed, offered bool) {
	for _, r := range k.register.Rights {
		if r == nil || r.Right != right || len(r.Activities) > 0 && !slices.Contains(r.Activities, of.activity.ID) {
			continue
		}
		if of.purpose != nil && !k.among(register.KindPurposes, of.purpose.Purpose, r.Purposes) {
			continue
		}
		listed, offered = true, offered || r.Available != register.No
	}
	return listed, offered
}

// tellDecisions is each automated decision that serves an item, with its logic and
// its effect (Art. 22).
func (k *book) tellDecisions(of item) Cell {
	a := of.activity
	if a.AutomatedDecisions != nil && len(a.AutomatedDecisions) == 0 {
		return Cell{Lines: []Inline{k.label("none")}}
	}
	var lines []Inline
	for i := range a.AutomatedDecisions {
		d := &a.AutomatedDecisions[i]
		if of.purpose != nil && !k.among(register.KindPurposes, of.purpose.Purpose, d.Purposes) {
			continue
		}
		name := k.text(d.Name)
		if name == nil {
			name = k.label("decision")
		}
		lines = append(lines, emphasised(name))
		lines = append(lines, flatten(k.rest(d, "id", "name", "purposes"), true)...)
	}
	return k.cell(lines...)
}

// tellConsentRecord is what proves consent (Art. 7(1)).
func (k *book) tellConsentRecord(of item) Cell {
	if !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	var lines []Inline
	for _, p := range of.purposesOf() {
		if c := p.Consent; c != nil {
			lines = append(append(lines, k.text(c.Record)), k.documentAt(c.Documents...)...)
		}
	}
	return k.cell(lines...)
}

func (k *book) tellAssessmentNeeded(of item) Cell {
	a := of.activity.DPIA
	if a == nil || !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	var lines []Inline
	if a.Needed != register.Unstated {
		lines = append(lines, Text(k.words.Tristate(a.Needed)))
	}
	return k.cell(append(lines, muted(k.text(a.Reason)))...)
}

func (k *book) tellAssessmentProgress(of item) Cell {
	a := of.activity.DPIA
	if a == nil || !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	var lines []Inline
	if a.Status != "" {
		lines = append(lines, k.value(string(a.Status)))
	}
	if !a.Done.IsZero() {
		lines = append(lines, Text(k.words.Date(a.Done)))
	}
	return k.cell(lines...)
}

// tellBreaches says whether a breach concerned an activity, and what it was (Art.
// 33(5)).
func (k *book) tellBreaches(of item) Cell {
	list := of.activity.Breaches
	switch {
	case list == nil || k.o.Audience != Internal:
		return Cell{}
	case len(list) == 0:
		return Cell{Lines: []Inline{Text(k.words.Tristate(register.No))}}
	}
	lines := []Inline{Text(k.words.Tristate(register.Yes))}
	for i := range list {
		b := &list[i]
		var parts []string
		if !b.Date.IsZero() {
			parts = append(parts, k.words.Date(b.Date))
		}
		if s := k.text(b.Summary).String(); s != "" {
			parts = append(parts, s)
		}
		lines = append(lines, muted(Text(strings.Join(parts, ": "))))
	}
	return k.cell(lines...)
}
