package document

import (
	"strconv"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
)

// title is the title block: who keeps the record, as of which day, in which
// version (Art. 30(1)(a), 30(2)(a)).
func (k *book) title() []Fact {
	return append(k.keeper(), k.edition()...)
}

// keeper tells who the organisation is and how it can be reached.
func (k *book) keeper() []Fact {
	o := k.register.Organisation
	name := k.label(k.role())
	if o == nil {
		return []Fact{k.missing(name), k.missing(Text(k.field("contact"))), k.missing(Text(k.field("dpo")))}
	}
	all := []Fact{k.required(name, k.text(o.Name))}
	elsewhere := []string{"name", "otherNames", "country", "contact", "identifiers", "authority", "dpo", "representative", "measures"}
	for _, field := range []string{"otherNames", "country", "identifiers"} {
		all = append(all, k.only(o, field)...)
	}
	if contact := k.contact(Text(k.field("contact")), o.Contact); contact != nil {
		all = append(all, contact...)
	} else {
		all = append(all, k.missing(Text(k.field("contact"))))
	}
	all = append(all, k.officer(Text(k.field("dpo")), o.DPO))
	switch {
	case o.Representative != nil:
		all = append(all, k.representative(Text(k.field("representative")), o.Representative))
	case o.Country != "" && !law.IsEEA(o.Country, k.o.AsOf):
		all = append(all, k.missing(Text(k.field("representative"))))
	}
	all = append(all, k.only(o, "authority")...)
	return append(all, k.facts(o, elsewhere...)...)
}

// role is the label for the part that the organisation plays in what is told.
func (k *book) role() string {
	controller, processor := false, false
	for _, a := range k.activities {
		if a.Role == register.ActivityRoleProcessor {
			processor = true
		} else {
			controller = true
		}
	}
	switch {
	case controller && processor:
		return "controller-and-processor"
	case processor:
		return "processor"
	}
	return "controller"
}

// edition tells which record it is: law, day, version, for whom.
func (k *book) edition() []Fact {
	r := k.register
	var all []Fact
	regulation := r.Regulation
	if regulation == "" {
		regulation = register.RegulationGdpr
	}
	all = append(all,
		Fact{Name: Text(k.field("regulation")), Text: []Inline{k.value(string(regulation))}},
		Fact{Name: k.label("as-of"), Text: []Inline{Text(k.words.Date(k.o.AsOf))}},
	)
	versions := []Inline{Text(k.o.Version)}
	if r.Version != k.o.Version {
		versions = append(versions, Text(r.Version))
	}
	all = append(all, told(Fact{Name: Text(k.field("version")), Text: filled(versions)})...)
	if k.o.Hash != "" {
		all = append(all, Fact{Name: k.label("hash"), Text: []Inline{{{Text: k.o.Hash, Style: Code}}}})
	}
	all = append(all, Fact{Name: k.label("audience"), Text: []Inline{k.label("audience." + string(k.o.Audience))}})
	if !k.extract {
		all = append(all, Fact{Name: k.label("number-of-activities"), Text: k.numbers()})
	}
	elsewhere := []string{"regulation", "version", "organisation", "allActivities", "waivers", "name", "description"}
	if k.o.Audience != Internal { // what only programs need
		elsewhere = append(elsewhere, "schema", "language")
	}
	for _, kind := range register.Kinds() {
		elsewhere = append(elsewhere, string(kind))
	}
	return append(append(all, k.called()...), k.facts(r, elsewhere...)...)
}

// called tells the name of the register, unless it stands above, and what the
// register says of itself.
func (k *book) called() []Fact {
	name := k.text(k.register.Name)
	if title := k.say("title.register"); name.String() == title || k.titled {
		name = nil
	}
	return append(
		told(Fact{Name: k.label("register-name"), Text: filled([]Inline{name})}),
		told(Fact{Name: k.label("register-description"), Text: filled([]Inline{k.text(k.register.Description)})})...,
	)
}

// numbers tells how many activities there are of each part.
func (k *book) numbers() []Inline {
	var lines []Inline
	for _, part := range []struct {
		code string
		list []*register.Activity
	}{{"part.controller", k.controls}, {"part.processor", k.processes}, {"part.ended", k.ended}} {
		if len(part.list) > 0 {
			lines = append(lines, append(Text(strconv.Itoa(len(part.list))+" – "), k.label(part.code)...))
		}
	}
	if len(lines) == 0 {
		return []Inline{k.label("none")}
	}
	return lines
}

// required is a fact that Art. 30 asks for.
func (k *book) required(name, text Inline) Fact {
	if text == nil {
		return k.missing(name)
	}
	return Fact{Name: name, Text: []Inline{text}}
}
