package document

import (
	"strings"

	"github.com/openropa/ropa/register"
)

// contactTold are the fields of a contact that contactLines tells.
var contactTold = []string{"name", "department", "email", "phone", "website", "address.street", "address.postalCode", "address.city", "address.region", "address.country"}

// contactLines tells how somebody can be reached.
func (b *builder) contactLines(c *register.Contact) []Inline {
	if c == nil {
		return nil
	}
	lines := []Inline{Text(c.Name), Text(c.Department)}
	if c.Address != nil {
		lines = append(lines, b.addressLine(c.Address))
	}
	if c.Email != "" {
		lines = append(lines, Inline{{Text: c.Email, Link: "mailto:" + c.Email}})
	}
	lines = append(lines, Text(c.Phone))
	if c.Website != "" {
		lines = append(lines, address(c.Website))
	}
	return filled(lines)
}

// addressLine is a postal address on one line.
func (b *builder) addressLine(a *register.Address) Inline {
	place := strings.TrimSpace(a.PostalCode + " " + a.City)
	var parts []string
	for _, part := range []string{a.Street, place, a.Region} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if a.Country != "" {
		parts = append(parts, b.words.Area(register.Area(a.Country)))
	}
	return Text(strings.Join(parts, ", "))
}

// filled leaves out empty lines.
func filled(lines []Inline) []Inline {
	all := lines[:0]
	for _, line := range lines {
		if len(line) > 0 {
			all = append(all, line)
		}
	}
	return all
}

// contact tells how somebody can be reached, under a label.
func (b *builder) contact(name Inline, c *register.Contact) []Fact {
	if c == nil {
		return nil
	}
	return told(Fact{Name: name, Text: b.contactLines(c), Facts: b.facts(c, contactTold...)})
}

// told is a fact as a list: empty where it says nothing.
func told(f Fact) []Fact {
	if len(f.Text) == 0 && len(f.Facts) == 0 {
		return nil
	}
	return []Fact{f}
}

// officer tells who the data protection officer is, or that there is none.
func (b *builder) officer(name Inline, o *register.Officer) Fact {
	if o == nil {
		return b.missing(name)
	}
	f := Fact{Name: name, Text: filled([]Inline{Text(o.Name), Text(o.Company)})}
	if o.None == register.Yes {
		f.Text = append(f.Text, b.label("no-officer"))
	}
	f.Text = append(f.Text, b.contactLines(o.Contact)...)
	elsewhere := []string{"name", "company"}
	if o.None == register.Yes {
		elsewhere = append(elsewhere, "none")
	}
	for _, field := range contactTold {
		elsewhere = append(elsewhere, "contact."+field)
	}
	f.Facts = b.facts(o, elsewhere...)
	return f
}

// representative tells who the representative is, or that there is none.
func (b *builder) representative(name Inline, r *register.Representative) Fact {
	f := Fact{Name: name, Text: filled([]Inline{Text(r.Name)})}
	elsewhere := []string{"name"}
	if r.None == register.Yes {
		f.Text = append(f.Text, b.label("no-representative"))
		elsewhere = append(elsewhere, "none")
	}
	f.Text = append(f.Text, b.contactLines(r.Contact)...)
	for _, field := range contactTold {
		elsewhere = append(elsewhere, "contact."+field)
	}
	f.Facts = b.facts(r, elsewhere...)
	return f
}

// missing is a fact that the register does not state.
func (b *builder) missing(name Inline) Fact {
	return Fact{Name: name, Text: []Inline{b.label("not-stated")}, Missing: true}
}
