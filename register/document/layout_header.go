package document

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/words"
)

// Headings of the header that layouts have in common.
var (
	controllerGroup     = LayoutGroup{ID: "controller", Title: words.Entry{"Controller", "Verwerkings\u00adverantwoordelijke", "Verantwortlicher", "Responsable du traitement"}}
	processorGroup      = LayoutGroup{ID: "processor", Title: words.Entry{"Processor", "Verwerker", "Auftragsverarbeiter", "Sous-traitant"}}
	officerGroup        = LayoutGroup{ID: "dpo", Title: words.Entry{"Data protection officer", "Functionaris voor gegevensbescherming", "Datenschutzbeauftragter", "Délégué à la protection des données"}}
	representativeGroup = LayoutGroup{ID: "representative", optional: true, Title: words.Entry{"Representative", "Vertegenwoordiger", "Vertreter", "Représentant"}}
)

// Names of the fields of a header.
var (
	nameTitle    = words.Entry{"Name", "Naam", "Name", "Nom"}
	addressTitle = words.Entry{"Address", "Adres", "Anschrift", "Adresse"}
	emailTitle   = words.Entry{"E-mail", "E-mail", "E-Mail", "Courriel"}
	phoneTitle   = words.Entry{"Telephone", "Telefoon", "Telefon", "Téléphone"}
	websiteTitle = words.Entry{"Website", "Website", "Internetadresse", "Site web"}
)

// keeperColumns are who keeps the record, in a group of the header, and how to
// reach them: an address, an e-mail address, a telephone number and a website.
func keeperColumns(group string) []LayoutColumn {
	return contactColumns(group, "organisation", "organisation.name", true, (*book).keeperName, func(k *book) *register.Contact {
		if o := k.register.Organisation; o != nil {
			return o.Contact
		}
		return nil
	})
}

// officerColumns are the data protection officer and how to reach them.
func officerColumns() []LayoutColumn {
	all := contactColumns("dpo", "organisation.dpo", "organisation.dpo.name", false, (*book).officerName, func(k *book) *register.Contact {
		if o := k.register.Organisation; o != nil && o.DPO != nil {
			return o.DPO.Contact
		}
		return nil
	})
	all[0].Fields = append(all[0].Fields, "organisation.dpo.company", "organisation.dpo.none")
	return all
}

// representativeColumns are the representative (Art. 27) and how to reach them.
func representativeColumns() []LayoutColumn {
	all := contactColumns("representative", "organisation.representative", "organisation.representative.name", false, (*book).representativeName, func(k *book) *register.Contact {
		if o := k.register.Organisation; o != nil && o.Representative != nil {
			return o.Representative.Contact
		}
		return nil
	})
	all[0].Fields = append(all[0].Fields, "organisation.representative.none")
	return all
}

// contactColumns are a name and how to reach whoever bears it.
func contactColumns(group, path, name string, required bool, tellName func(*book, item) Cell, contact func(*book) *register.Contact) []LayoutColumn {
	column := func(id string, title words.Entry, fields []string, tell func(k *book, c *register.Contact) Inline) LayoutColumn {
		return LayoutColumn{ID: group + "-" + id, Title: title, Group: group, Fields: fields, tell: func(k *book, _ item) Cell {
			if c := contact(k); c != nil {
				return k.cell(tell(k, c))
			}
			return Cell{}
		}}
	}
	all := []LayoutColumn{
		{ID: group + "-name", Title: nameTitle, Group: group, Fields: []string{name}, Required: required, tell: tellName},
		column("address", addressTitle, []string{path + ".contact.address"}, func(k *book, c *register.Contact) Inline {
			if c.Address == nil {
				return nil
			}
			return k.addressLine(c.Address)
		}),
		column("phone", phoneTitle, []string{path + ".contact.phone"}, func(_ *book, c *register.Contact) Inline { return Text(c.Phone) }),
		column("email", emailTitle, []string{path + ".contact.email"}, func(_ *book, c *register.Contact) Inline {
			if c.Email == "" {
				return nil
			}
			return Inline{{Text: c.Email, Link: "mailto:" + c.Email}}
		}),
		column("website", websiteTitle, []string{path + ".contact.website"}, func(_ *book, c *register.Contact) Inline { return address(c.Website) }),
	}
	for i := range all {
		if id := all[i].ID; required && (id == group+"-address" || id == group+"-email") {
			all[i].Required = true // Art. 30(1)(a): contact details
		}
	}
	return all
}

// keeperName is the organisation and who is its contact.
func (k *book) keeperName(item) Cell {
	o := k.register.Organisation
	if o == nil {
		return Cell{}
	}
	lines := []Inline{k.text(o.Name)}
	if o.Contact != nil {
		lines = append(lines, muted(Text(o.Contact.Name)), muted(Text(o.Contact.Department)))
	}
	return k.cell(lines...)
}

// officerName is the officer and their company, or that there is none.
func (k *book) officerName(item) Cell {
	o := k.register.Organisation
	if o == nil || o.DPO == nil {
		return Cell{}
	}
	lines := []Inline{Text(o.DPO.Name), Text(o.DPO.Company)}
	if o.DPO.None == register.Yes {
		lines = append(lines, k.label("no-officer"))
	}
	if c := o.DPO.Contact; c != nil {
		lines = append(lines, muted(Text(c.Name)), muted(Text(c.Department)))
	}
	return k.cell(lines...)
}

// representativeName is the representative, or that there is none.
func (k *book) representativeName(item) Cell {
	o := k.register.Organisation
	if o == nil {
		return Cell{}
	}
	r := o.Representative
	if r == nil {
		if o.Country != "" && k.outside(register.Area(o.Country)) {
			return k.stated()
		}
		return Cell{}
	}
	lines := []Inline{Text(r.Name)}
	if r.None == register.Yes {
		lines = append(lines, k.label("no-representative"))
	}
	if c := r.Contact; c != nil {
		lines = append(lines, muted(Text(c.Name)), muted(Text(c.Department)))
	}
	return k.cell(lines...)
}
