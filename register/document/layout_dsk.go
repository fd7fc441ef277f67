package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// layoutDSK is the model of the German authorities: a front sheet, and a form for
// each activity.
func layoutDSK() Layout {
	return Layout{
		Name: "dsk", Authority: "DSK, Germany", Language: "de", Grain: FormPerActivity, Role: register.ActivityRoleController,
		Title: words.Entry{
			"Record of processing activities of controllers (Art. 30(1))", "Register van verwerkingsactiviteiten van verwerkings\u00adverantwoordelijken (art. 30 lid 1)",
			"Verzeichnis von Verarbeitungstätigkeiten Verantwortlicher (Art. 30 Abs. 1)", "Registre des activités de traitement des responsables du traitement (art. 30, paragraphe 1)",
		},
		Groups: []LayoutGroup{
			controllerGroup, officerGroup, representativeGroup,
			{ID: "recipients", Title: words.Entry{
				"Categories of recipients to whom data have been or will be disclosed", "Categorieën ontvangers aan wie gegevens zijn of zullen worden verstrekt",
				"Kategorien von Empfängern, gegenüber denen Daten offengelegt worden sind oder noch werden", "Catégories de destinataires auxquels des données ont été ou seront communiquées",
			}},
			{ID: "transfer", Title: words.Entry{
				"Transfers to a third country or an international organisation", "Doorgiften aan een derde land of een internationale organisatie",
				"Übermittlungen an ein Drittland oder an eine internationale Organisation", "Transferts vers un pays tiers ou une organisation internationale",
			}},
			{ID: "end", Title: words.Entry{
				"Time limits for erasure, technical and organisational measures", "Bewaartermijnen, technische en organisatorische maatregelen",
				"Löschfristen, technische und organisatorische Maßnahmen", "Délais d’effacement, mesures techniques et organisationnelles",
			}},
		},
		Header: slices.Concat(keeperColumns("controller"), representativeColumns(), officerColumns(), []LayoutColumn{{
			ID:    "former",
			Title: words.Entry{"Former controllers and officers", "Vroegere verwerkings\u00adverantwoordelijken en functionarissen", "Frühere Verantwortliche und Datenschutzbeauftragte", "Anciens responsables et délégués"},
			Unfillable: "A register says what holds now; earlier versions of its file are the history. " +
				"The notes on the model want it to be known who was the controller and the officer before.",
		}}),
		Columns: slices.Concat(dskActivity(), dskRecipients(), dskEnd()),
	}
}

// dskActivity is what is done, by whom, why, and with whose data.
func dskActivity() []LayoutColumn {
	return []LayoutColumn{
		{ID: "number", Title: words.Entry{"Serial number", "Volgnummer", "Laufende Nummer", "Numéro d’ordre"}, Fields: []string{"activities[].number", "activities[].id"}, tell: (*book).tellNumber},
		{ID: "name", Title: words.Entry{"Name of the processing activity", "Naam van de verwerkingsactiviteit", "Bezeichnung der Verarbeitungstätigkeit", "Nom de l’activité de traitement"}, Fields: []string{"activities[].name"}, Required: true, tell: (*book).tellNameAlone},
		{
			ID: "introduced", Title: words.Entry{"Introduced on", "Datum van invoering", "Datum der Einführung", "Date d’introduction"},
			Fields: []string{"activities[].from"}, tell: tellDay(func(a *register.Activity) value.Date { return a.From }),
		},
		{
			ID: "changed", Title: words.Entry{"Last changed on", "Datum van de laatste wijziging", "Datum der letzten Änderung", "Date de la dernière modification"},
			Fields: []string{"activities[].updated"}, tell: tellDay(func(a *register.Activity) value.Date { return a.Updated }),
		},
		{ID: "unit", Title: words.Entry{"Department responsible", "Verantwoordelijke afdeling", "Verantwortliche Fachabteilung", "Service responsable"}, Fields: []string{"activities[].unit"}, tell: (*book).tellUnit},
		{ID: "owner", Title: words.Entry{"Contact", "Contactpersoon", "Ansprechpartner", "Personne de contact"}, Fields: []string{"activities[].owner"}, tell: (*book).tellOwner},
		{
			ID: "joint", Title: words.Entry{"Joint controllers (Art. 26)", "Gezamenlijke verwerkings\u00adverantwoordelijken (art. 26)", "Gemeinsam Verantwortliche (Art. 26)", "Responsables conjoints du traitement (art. 26)"},
			Fields: []string{"activities[].jointWith", "activities[].purposes[].jointWith", "activities[].controllers", "parties[].contact"}, tell: (*book).tellOtherControllers,
			Remark: "The model has them on the front sheet; they differ from one activity to the next.",
		},
		{ID: "purposes", Title: purposesTitle, Fields: []string{"activities[].purposes[].purpose", "activities[].purposes[].description"}, Required: true, tell: (*book).tellPurposes},
		{
			ID: "software", Title: words.Entry{"Name of the application (optional)", "Naam van de toepassing (optioneel)", "Name des eingesetzten Verfahrens (optional)", "Nom de l’application (facultatif)"},
			Fields: []string{"activities[].systems", "systems[].name", "systems[].locations"}, tell: (*book).tellSystems,
		},
		{ID: "subjects", Title: subjectsTitle, Fields: []string{"activities[].subjects[].subject", "dataSubjects[].marks"}, Required: true, tell: (*book).tellSubjects},
		{ID: "data", Title: dataTitle, Fields: []string{"activities[].data[].category"}, Required: true, tell: (*book).tellPlainData},
		{
			ID: "special", Title: words.Entry{
				"Special categories of personal data (Art. 9), data on convictions (Art. 10)", "Bijzondere categorieën persoonsgegevens (art. 9), strafrechtelijke gegevens (art. 10)",
				"Besondere Kategorien personenbezogener Daten (Art. 9), Daten über Verurteilungen (Art. 10)", "Catégories particulières de données (art. 9), données relatives aux condamnations (art. 10)",
			},
			Fields: []string{"activities[].data[].category", "dataCategories[].marks", "activities[].notProcessed"}, tell: tellMarked(register.DataMarkSpecial, register.DataMarkCriminal),
		},
	}
}

// dskRecipients is who gets data: within the organisation, outside it, and outside
// the EEA.
func dskRecipients() []LayoutColumn {
	to := []string{"activities[].disclosures[].to", "parties[].kind", "activities[].disclosures[].as", "parties[].engages"}
	return []LayoutColumn{
		{
			ID: "internal", Title: words.Entry{"Internal (department or function)", "Intern (afdeling of functie)", "Intern (Abteilung oder Funktion)", "Interne (service ou fonction)"}, Group: "recipients",
			Fields: to[:2], tell: (*book).tellInternal,
		},
		{
			ID: "external", Title: words.Entry{"External", "Extern", "Extern", "Externe"}, Group: "recipients",
			Fields: to, Required: true, tell: (*book).tellExternal,
		},
		{
			ID: "abroad", Title: words.Entry{"Third country or international organisation", "Derde land of internationale organisatie", "Drittland oder internationale Organisation", "Pays tiers ou organisation internationale"}, Group: "recipients",
			Fields: []string{"activities[].disclosures[].to", "parties[].country", "parties[].kind"}, tell: (*book).tellAbroad,
		},
		{
			ID: "transferred", Title: words.Entry{"Are data transferred?", "Worden gegevens doorgegeven?", "Finden Datenübermittlungen statt?", "Des données sont-elles transférées\u00a0?"}, Group: "transfer",
			Fields: []string{"activities[].transfers", "parties[].country"}, Required: true, tell: (*book).tellWhetherTransferred,
		},
		{
			ID: "countries", Title: words.Entry{"Countries, organisations and recipients", "Landen, organisaties en ontvangers", "Länder, Organisationen und Empfänger", "Pays, organisations et destinataires"}, Group: "transfer",
			Fields: transferFields[:4], tell: (*book).tellCountries,
		},
		{
			ID: "safeguards", Title: words.Entry{
				"Suitable safeguards, documented where Art. 49(1), second subparagraph, applies", "Passende waarborgen, gedocumenteerd bij doorgifte volgens art. 49 lid 1, tweede alinea",
				"Geeignete Garantien, dokumentiert bei Übermittlung nach Art. 49 Abs. 1 Unterabs. 2", "Garanties appropriées, documentées en cas de transfert selon l’art. 49, paragraphe 1, deuxième alinéa",
			}, Group: "transfer",
			Fields: transferFields[4:], tell: (*book).tellSafeguards,
		},
	}
}

// dskEnd is how long data are kept and how they are protected.
func dskEnd() []LayoutColumn {
	return []LayoutColumn{
		{ID: "retention", Title: words.Entry{
			"Time limits for erasure of the categories of data", "Termijnen voor het wissen van de categorieën gegevens",
			"Fristen für die Löschung der verschiedenen Datenkategorien", "Délais d’effacement des catégories de données",
		}, Group: "end", Fields: retentionFields, Required: true, table: (*book).periodTable},
		{ID: "measures", Title: words.Entry{
			"Technical and organisational measures (Art. 32(1))", "Technische en organisatorische maatregelen (art. 32 lid 1)",
			"Technische und organisatorische Maßnahmen (Art. 32 Abs. 1)", "Mesures techniques et organisationnelles (art. 32, paragraphe 1)",
		}, Group: "end", Fields: measureFields, Required: true, tell: (*book).tellMeasures},
	}
}

// tellNameAlone is the name of an activity, without its number and without a way to
// its form.
func (k *book) tellNameAlone(of item) Cell { return k.cell(k.nameOf(of.activity)) }

// tellOtherControllers is the controllers of an activity beside the organisation.
func (k *book) tellOtherControllers(of item) Cell {
	return k.cell(append(k.names(register.KindParties, of.activity.Controllers), k.tellJoint(of).Lines...)...)
}

// internal reports whether a party belongs to the organisation: a department or a
// function.
func internal(p *register.Party) bool {
	return p != nil && (p.Kind == register.PartyKindUnit || p.Kind == register.PartyKindPerson)
}

// tellInternal is the recipients within the organisation.
func (k *book) tellInternal(of item) Cell {
	return k.recipientCell(of, func(_ *register.Disclosure, p *register.Party) bool { return internal(p) })
}

// tellExternal is the recipients outside the organisation.
func (k *book) tellExternal(of item) Cell {
	return k.recipientCell(of, func(_ *register.Disclosure, p *register.Party) bool { return !internal(p) })
}

// tellAbroad is who gets data in a third country, by name, and the international
// organisations.
func (k *book) tellAbroad(of item) Cell {
	var lines []Inline
	for _, x := range k.exportsOf(of) {
		lines = appendNew(lines, append(k.name(register.KindParties, x.party), Run{Text: " (" + k.area(x.area) + ")", Style: Muted}))
	}
	for _, d := range k.disclosuresOf(of) {
		if p := k.view.Party(d.To); p != nil && p.Kind == register.PartyKindInternationalOrganisation {
			lines = appendNew(lines, k.name(register.KindParties, d.To))
		}
	}
	if len(lines) == 0 {
		return k.noTransfers(of)
	}
	return k.cell(lines...)
}

// tellWhetherTransferred is whether data leave the EEA, as the activity states and
// as its recipients show.
func (k *book) tellWhetherTransferred(of item) Cell {
	stated := of.activity.Transfers
	shown := len(k.exportsOf(of)) > 0
	switch {
	case len(stated) > 0:
		return k.cell(Text(capital(k.words.Tristate(register.Yes))))
	case shown && stated != nil:
		return k.cell(k.label("layout.no-transfer-but-shown"))
	case shown:
		return k.cell(k.label("layout.transfer-shown"))
	case stated != nil:
		return k.cell(Text(capital(k.words.Tristate(register.No))))
	case k.staysInside(of.activity):
		return k.cell(k.label("all-inside"))
	}
	return Cell{}
}

// periodTable is how long each category of data is kept, those that are kept
// equally long on one row.
func (k *book) periodTable(of item) Table {
	t := Table{Columns: []Column{
		{ID: "category", Title: Text(dataTitle.In(k.o.Language)), Width: 1, Head: true},
		{ID: "kept", Title: Text(retentionTitle.In(k.o.Language)), Width: 1.6},
	}}
	for _, l := range k.limits(of, k.dataName(of)) {
		t.Rows = append(t.Rows, Row{Cells: []Cell{k.cell(l.names...), k.stated(l.on...)}})
	}
	if len(t.Rows) == 0 && len(of.activity.Retention) > 0 {
		t.Rows = []Row{{Cells: []Cell{k.cell(muted(k.label("all-data"))), k.cell(k.retention(of.activity.Retention)...)}}}
	}
	return t
}
