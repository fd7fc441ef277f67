package document

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/words"
)

// icoSchedule are the columns of special category and criminal data under
// Schedule 1 to the Data Protection Act 2018, 26 to 30.
func icoSchedule() []LayoutColumn {
	return []LayoutColumn{
		{
			ID: "schedule-1", Title: words.Entry{
				"Data Protection Act 2018 Schedule 1 Condition for processing", "Voorwaarde van Schedule 1 van de Data Protection Act 2018",
				"Bedingung nach Schedule 1 des Data Protection Act 2018", "Condition de l’annexe 1 (Schedule 1) du Data Protection Act 2018",
			},
			Fields: []string{"activities[].purposes[].art9Law", "activities[].data[].law"}, width: 1.2, tell: (*book).tellSchedule,
			Remark: "Provisions of the law of the United Kingdom alone; those of other countries stand with the Article 9 condition.",
		},
		{
			ID: "schedule-1-basis", Title: words.Entry{
				"GDPR Article 6 lawful basis for processing", "Grondslag van artikel 6 voor deze gegevens",
				"Rechtsgrundlage nach Artikel 6 für diese Daten", "Base légale de l’article 6 pour ces données",
			},
			Fields: []string{"activities[].purposes[].basis", "dataCategories[].marks"}, width: 1.1, tell: (*book).tellBasisOfSpecial,
			Remark: "Only for purposes that use special category or criminal data.",
		},
		{
			ID: "policy", Title: words.Entry{
				"Link to retention and erasure policy document", "Verwijzing naar het beleid voor bewaren en wissen",
				"Verweis auf das Lösch- und Aufbewahrungskonzept", "Lien vers la politique de conservation et d’effacement",
			},
			Fields: []string{"activities[].retentionPolicy.document", "documents[].reference"}, width: 1.1, tell: func(k *book, of item) Cell {
				if p := of.activity.RetentionPolicy; p != nil {
					return k.cell(k.documentAt(p.Document)...)
				}
				return Cell{}
			},
		},
		{
			ID: "policy-followed", Title: words.Entry{
				"Is personal data retained and erased in accordance with the policy document?", "Worden gegevens volgens dat beleid bewaard en gewist?",
				"Werden die Daten nach diesem Konzept aufbewahrt und gelöscht?", "Les données sont-elles conservées et effacées selon cette politique ?",
			},
			Fields: []string{"activities[].retentionPolicy.followed"}, width: 1, tell: func(k *book, of item) Cell {
				if p := of.activity.RetentionPolicy; p != nil && p.Followed != register.Unstated && k.o.Audience.sees(Authority) {
					return k.cell(Text(k.words.Tristate(p.Followed)))
				}
				return Cell{}
			},
		},
		{
			ID: "policy-reasons", Title: words.Entry{
				"Reasons for not adhering to retention and erasure policy document (if applicable)", "Redenen om van dat beleid af te wijken (indien van toepassing)",
				"Gründe für Abweichungen von diesem Konzept (falls zutreffend)", "Motifs de non-respect de cette politique (le cas échéant)",
			},
			Fields: []string{"activities[].retentionPolicy.reason"}, width: 1.1, tell: func(k *book, of item) Cell {
				if p := of.activity.RetentionPolicy; p != nil && k.o.Audience.sees(Authority) {
					return k.cell(k.text(p.Reason))
				}
				return Cell{}
			},
		},
	}
}

// tellSchedule is each provision of the law of the United Kingdom that allows the
// special category or criminal data of an item.
func (k *book) tellSchedule(of item) Cell {
	var refs []register.LawRef
	for _, p := range of.purposesOf() {
		refs = append(refs, p.Article9Law...)
	}
	for _, d := range k.dataOf(of) {
		if k.isSensitive(d.Category) {
			refs = append(refs, d.Law...)
		}
	}
	british := k.register.Regulation
	if r := of.activity.Regulation; r != "" {
		british = r
	}
	refs = slices.DeleteFunc(refs, func(ref register.LawRef) bool { return !ofUnitedKingdom(&ref, british == register.RegulationUkGdpr) })
	var lines []Inline
	for _, line := range k.laws(refs) {
		lines = appendNew(lines, line)
	}
	return k.cell(lines...)
}

// ofUnitedKingdom reports whether a provision is of the law of the United Kingdom;
// one that says not whose law it is counts where that law governs.
func ofUnitedKingdom(ref *register.LawRef, governs bool) bool {
	country := ref.Country
	if p, ok := law.FindProvision(ref.ID); ok && country == "" {
		country = p.Country
	}
	if country == "" {
		return governs || strings.Contains(ref.Cite, "DPA 2018") || strings.Contains(ref.Cite, "Data Protection Act 2018")
	}
	return country == "GB"
}

// isSensitive reports whether a category is special or criminal data.
func (k *book) isSensitive(category string) bool {
	return slices.ContainsFunc(k.marksOf(category), func(m register.DataMark) bool {
		return m == register.DataMarkSpecial || m == register.DataMarkCriminal
	})
}

// tellBasisOfSpecial is the legal basis of a purpose that uses special category or
// criminal data.
func (k *book) tellBasisOfSpecial(of item) Cell {
	if !slices.ContainsFunc(k.dataOf(of), func(d *register.DataUse) bool { return k.isSensitive(d.Category) }) {
		return Cell{}
	}
	return k.tellBasisAndLaw(of)
}
