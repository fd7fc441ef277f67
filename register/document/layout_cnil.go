package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// layoutCNIL is the simplified record of the CNIL as a spreadsheet: the list of
// activities, and a form for each.
func layoutCNIL() Layout {
	return Layout{
		Name: "cnil", Authority: "CNIL, France", Language: "fr", Grain: FormPerActivity, Role: register.ActivityRoleController,
		Title:   recordTitle,
		Groups:  slices.Concat([]LayoutGroup{controllerGroup, officerGroup, representativeGroup}, cnilGroups),
		Header:  headerCNIL("controller"),
		List:    cnilList(),
		Columns: slices.Concat(cnilIdentity(), cnilActors(), cnilPurposes(), cnilLines(), cnilOthers()),
	}
}

// cnilGroups are the headings of a form.
var cnilGroups = []LayoutGroup{
	{
		ID: "actors", Title: words.Entry{"Actors", "Betrokken partijen", "Beteiligte", "Acteurs"},
		Heads: []words.Entry{
			{"Actor", "Partij", "Beteiligter", "Acteur"}, nameTitle, addressTitle,
			{"Country", "Land", "Land", "Pays"}, phoneTitle, emailTitle,
		},
		widths: []float64{1.6, 1.6, 1.8, 1, 1.1, 1.6},
	},
	{ID: "joint", Title: words.Entry{"Joint controllers", "Gezamenlijke verwerkings\u00adverantwoordelijken", "Gemeinsam Verantwortliche", "Responsables conjoints du traitement"}},
	{ID: "aims", Title: words.Entry{"Purposes", "Doeleinden", "Zwecke", "Finalités"}},
	{
		ID: "lines", Title: dataTitle, widths: []float64{1.6, 2.4, 2.4},
		Heads: []words.Entry{
			{"Category", "Categorie", "Kategorie", "Catégorie"}, {"Description", "Omschrijving", "Beschreibung", "Description"},
			{"How long they are kept", "Bewaartermijn", "Speicherdauer", "Durée de conservation"},
		},
	},
	{
		ID: "sensitive", Title: words.Entry{"Sensitive data", "Gevoelige gegevens", "Sensible Daten", "Données sensibles"}, widths: []float64{1.6, 2.4, 2.4},
		Heads: []words.Entry{
			{"Category", "Categorie", "Kategorie", "Catégorie"}, {"Description", "Omschrijving", "Beschreibung", "Description"},
			{"How long they are kept", "Bewaartermijn", "Speicherdauer", "Durée de conservation"},
		},
	},
	{ID: "people", Title: subjectsTitle},
	{ID: "receivers", Title: words.Entry{"Recipients", "Ontvangers", "Empfänger", "Destinataires"}},
	{ID: "security", Title: measuresTitle},
	{ID: "abroad", Title: words.Entry{"Transfers outside the EU", "Doorgiften buiten de EU", "Übermittlungen außerhalb der EU", "Transferts hors UE"}},
}

// headerCNIL is who keeps the record, the officer and the representative. The
// template gives a field each to surname, first name, street, postal code and town.
func headerCNIL(role string) []LayoutColumn {
	all := []LayoutColumn{
		{ID: role + "-name", Title: words.Entry{"Organisation", "Organisatie", "Organisation", "Organisme"}, Group: role, Fields: []string{"organisation.name"}, Required: true, tell: func(k *book, _ item) Cell {
			if o := k.register.Organisation; o != nil {
				return k.cell(k.text(o.Name))
			}
			return Cell{}
		}},
		{
			ID: role + "-contact", Title: words.Entry{"Surname and first name", "Naam en voornaam", "Name und Vorname", "Nom et prénom"}, Group: role, Fields: []string{"organisation.contact.name", "organisation.contact.department"},
			Remark: "Two fields of the template: the register keeps a name in one.",
			tell: func(k *book, _ item) Cell {
				if c := k.keeperContact(); c != nil {
					return k.cell(Text(c.Name), muted(Text(c.Department)))
				}
				return Cell{}
			},
		},
	}
	all = append(all, postColumns(role, "organisation", (*book).keeperContact)...)
	for i := range all {
		if id := all[i].ID; id == role+"-street" || id == role+"-email" {
			all[i].Required = true // Art. 30(1)(a): contact details
		}
	}
	dpo := officerColumns()[0]
	dpo.Fields = []string{"organisation.dpo.name", "organisation.dpo.none"}
	dpo.tell = func(k *book, _ item) Cell {
		o := k.register.Organisation
		switch {
		case o == nil || o.DPO == nil:
			return Cell{}
		case o.DPO.None == register.Yes:
			return k.cell(Text(o.DPO.Name), k.label("no-officer"))
		}
		return k.cell(Text(o.DPO.Name))
	}
	all = append(all, dpo, LayoutColumn{
		ID: "dpo-company", Title: words.Entry{"Company (of an external officer)", "Bedrijf (bij een externe functionaris)", "Unternehmen (bei externem Beauftragten)", "Société (si DPO externe)"}, Group: "dpo",
		Fields: []string{"organisation.dpo.company"}, tell: func(k *book, _ item) Cell {
			if o := k.register.Organisation; o != nil && o.DPO != nil {
				return k.cell(Text(o.DPO.Company))
			}
			return Cell{}
		},
	})
	all = append(all, postColumns("dpo", "organisation.dpo", func(k *book) *register.Contact {
		if o := k.register.Organisation; o != nil && o.DPO != nil {
			return o.DPO.Contact
		}
		return nil
	})...)
	return append(all, slices.DeleteFunc(representativeColumns(), func(c LayoutColumn) bool { return c.ID == "representative-website" })...)
}

// keeperContact is how the organisation can be reached.
func (k *book) keeperContact() *register.Contact {
	if o := k.register.Organisation; o != nil {
		return o.Contact
	}
	return nil
}

// postColumns are an address in three fields, a telephone number and an e-mail
// address.
func postColumns(group, path string, contact func(*book) *register.Contact) []LayoutColumn {
	column := func(id string, title words.Entry, field string, tell func(k *book, c *register.Contact, a *register.Address) Inline) LayoutColumn {
		return LayoutColumn{ID: group + "-" + id, Title: title, Group: group, Fields: []string{path + ".contact." + field}, tell: func(k *book, _ item) Cell {
			c := contact(k)
			if c == nil {
				return Cell{}
			}
			a := c.Address
			if a == nil {
				a = new(register.Address)
			}
			return k.cell(tell(k, c, a))
		}}
	}
	town := column("city", words.Entry{"Town", "Plaats", "Ort", "Ville"}, "address.city", func(k *book, _ *register.Contact, a *register.Address) Inline {
		parts := []Inline{Text(a.City), Text(a.Region)}
		if a.Country != "" {
			parts = append(parts, Text(k.area(register.Area(a.Country))))
		}
		return joined(filled(parts), ", ")
	})
	town.Fields = append(town.Fields, path+".contact.address.region", path+".contact.address.country")
	return []LayoutColumn{
		column("street", addressTitle, "address.street", func(_ *book, _ *register.Contact, a *register.Address) Inline { return Text(a.Street) }),
		column("postcode", words.Entry{"Postal code", "Postcode", "Postleitzahl", "Code postal"}, "address.postalCode", func(_ *book, _ *register.Contact, a *register.Address) Inline { return Text(a.PostalCode) }),
		town,
		column("phone", phoneTitle, "phone", func(_ *book, c *register.Contact, _ *register.Address) Inline { return Text(c.Phone) }),
		column("email", emailTitle, "email", func(_ *book, c *register.Contact, _ *register.Address) Inline { return mailTo(c.Email) }),
	}
}

// mailTo is an e-mail address that leads to it.
func mailTo(email string) Inline {
	if email == "" {
		return nil
	}
	return Inline{{Text: email, Link: "mailto:" + email}}
}

// Heads that the list and the forms have in common.
var (
	cnilNameTitle    = words.Entry{"Name of the activity", "Naam van de verwerking", "Bezeichnung der Verarbeitungstätigkeit", "Nom de l’activité de traitement"}
	cnilNumberTitle  = words.Entry{"No. / reference", "Nr. / referentie", "Nr. / Referenz", "N° / RÉF"}
	cnilCreatedTitle = words.Entry{"Created on", "Datum van aanmaak", "Erstellt am", "Date de création"}
	cnilUpdatedTitle = words.Entry{"Last updated on", "Laatst bijgewerkt op", "Zuletzt geändert am", "Dernière mise à jour"}
)

var (
	createdOn = tellDay(func(a *register.Activity) value.Date { return a.Created })
	updatedOn = tellDay(func(a *register.Activity) value.Date { return a.Updated })
)

// cnilList are the columns of the list of activities.
func cnilList() []LayoutColumn {
	return []LayoutColumn{
		{ID: "list-name", Title: cnilNameTitle, Fields: []string{"activities[].name"}, Required: true, width: 1.6, head: true, tell: (*book).tellPlainName},
		{ID: "list-number", Title: cnilNumberTitle, Fields: []string{"activities[].number", "activities[].id"}, width: 0.8, tell: (*book).tellNumber},
		{ID: "list-created", Title: cnilCreatedTitle, Fields: []string{"activities[].created"}, width: 0.9, tell: createdOn},
		{ID: "list-updated", Title: cnilUpdatedTitle, Fields: []string{"activities[].updated"}, width: 0.9, tell: updatedOn},
		{ID: "list-purposes", Title: words.Entry{"Purpose of the processing", "Doel van de verwerking", "Zweck der Verarbeitung", "Finalité du traitement"}, Fields: []string{"activities[].purposes[].purpose"}, Required: true, width: 2.2, tell: (*book).tellPurposeNames},
		{
			ID: "list-sensitive", Title: words.Entry{"Are sensitive data processed?", "Worden gevoelige gegevens verwerkt?", "Werden sensible Daten verarbeitet?", "Traite des données sensibles : oui / non"},
			Fields: []string{"dataCategories[].marks", "activities[].notProcessed"}, Required: true, width: 1.2, tell: (*book).tellWhetherSensitive,
			Remark: "A no is told only where the register states it; else that none are listed.",
		},
	}
}

// tellPlainName is the name of an activity, leading to its form.
func (k *book) tellPlainName(of item) Cell {
	return k.cell(k.name(register.KindActivities, of.activity.ID))
}

// tellPurposeNames is each purpose by name.
func (k *book) tellPurposeNames(of item) Cell {
	var lines []Inline
	for _, p := range of.purposesOf() {
		lines = append(lines, k.termHead(register.KindPurposes, p.Purpose))
	}
	return k.cell(lines...)
}

// tellWhetherSensitive is whether special or criminal data are processed, and
// which.
func (k *book) tellWhetherSensitive(of item) Cell {
	var names []Inline
	for _, d := range k.dataOf(of) {
		if k.isSensitive(d.Category) {
			names = append(names, k.termHead(register.KindDataCategories, d.Category))
		}
	}
	if len(names) > 0 {
		return k.cell(append([]Inline{Text(k.words.Tristate(register.Yes))}, mutedLines(names)...)...)
	}
	for _, m := range []register.DataMark{register.DataMarkSpecial, register.DataMarkCriminal} {
		if slices.Contains(of.activity.NotProcessed, string(m)) {
			line := Text(k.words.Tristate(register.No) + " – ")
			names = append(names, append(line, k.value(string(m))...))
		}
	}
	if len(names) == 0 && len(of.activity.Data) > 0 {
		names = append(names, k.label("none-listed"))
	}
	return k.cell(names...)
}

// cnilIdentity are the first lines of a form: which activity it is, since when.
func cnilIdentity() []LayoutColumn {
	return []LayoutColumn{
		{ID: "number", Title: cnilNumberTitle, Fields: []string{"activities[].number", "activities[].id"}, tell: (*book).tellNumber},
		{ID: "name", Title: cnilNameTitle, Fields: []string{"activities[].name"}, Required: true, tell: func(k *book, of item) Cell { return k.cell(k.nameOf(of.activity)) }},
		{ID: "created", Title: cnilCreatedTitle, Fields: []string{"activities[].created"}, tell: createdOn},
		{ID: "updated", Title: cnilUpdatedTitle, Fields: []string{"activities[].updated"}, tell: updatedOn},
	}
}

// cnilPurposes are the main purpose and the others. The template has five rows
// for those; none is cut off here.
func cnilPurposes() []LayoutColumn {
	tell := func(k *book, list []register.PurposeUse) Cell {
		var lines []Inline
		for i := range list {
			lines = append(lines, k.termHead(register.KindPurposes, list[i].Purpose), muted(k.text(list[i].Description)))
		}
		return k.cell(lines...)
	}
	fields := []string{"activities[].purposes[].purpose", "activities[].purposes[].description"}
	return []LayoutColumn{
		{
			ID: "main-purpose", Title: words.Entry{"Main purpose", "Hoofddoel", "Hauptzweck", "Finalité principale"}, Group: "aims", Fields: fields, Required: true,
			Remark: "The first purpose of the activity.",
			tell:   func(k *book, of item) Cell { return tell(k, of.activity.Purposes[:min(1, len(of.activity.Purposes))]) },
		},
		{
			ID: "sub-purposes", Title: words.Entry{"Further purposes", "Nevendoelen", "Weitere Zwecke", "Sous-finalités"}, Group: "aims", Fields: fields,
			Remark: "The template has five rows; more are told where there are more.",
			tell: func(k *book, of item) Cell {
				if len(of.activity.Purposes) == 1 {
					return Cell{Lines: []Inline{k.label("none")}}
				}
				return tell(k, of.activity.Purposes[min(1, len(of.activity.Purposes)):])
			},
		},
	}
}
