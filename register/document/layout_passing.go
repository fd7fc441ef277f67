package document

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// disclosuresOf are the disclosures that an item is about, with those of all
// activities.
func (k *book) disclosuresOf(of item) []register.AddressedDisclosure {
	all := k.disclosures(of.activity)
	if of.purpose == nil {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(d register.AddressedDisclosure) bool {
		return !k.among(register.KindPurposes, of.purpose.Purpose, d.Purposes)
	})
}

// tellRecipients is each recipient with its role, and below it those to whom it
// passes the data on (Art. 30(1)(d)).
func (k *book) tellRecipients(of item) Cell {
	return k.recipientCell(of, func(*register.Disclosure, *register.Party) bool { return true })
}

// tellRecipientsAs is a cell of the recipients in one of some roles; "" is a role
// that the register does not state.
func tellRecipientsAs(roles ...register.Role) func(*book, item) Cell {
	return func(k *book, of item) Cell {
		c := k.recipientCell(of, func(d *register.Disclosure, _ *register.Party) bool { return slices.Contains(roles, d.As) })
		if len(c.Lines) == 0 && len(k.disclosuresOf(of)) > 0 { // the others stand in another column
			return k.cell(muted(k.label("none-listed")))
		}
		return c
	}
}

// recipientCell is the recipients that fit, with the condition under which they get
// data. There are none where the register says so.
func (k *book) recipientCell(of item, fits func(*register.Disclosure, *register.Party) bool) Cell {
	list := k.disclosuresOf(of)
	var lines []Inline
	var told []string
	for i := range list {
		d := list[i].Disclosure
		when := k.text(d.When)
		key := d.To + " " + string(d.As) + " " + when.String()
		if !fits(d, k.view.Party(d.To)) || slices.Contains(told, key) && !k.over(d.From, d.Until) {
			continue
		}
		told = append(told, key)
		line := k.recipientLine(of.activity, d)
		if when != nil {
			line = append(append(line, Run{Text: ": ", Style: Muted}), muted(when)...)
		}
		lines = append(lines, line)
		lines = append(lines, k.passers(of, d.To)...)
	}
	if len(lines) == 0 && len(list) == 0 {
		return k.or(of.activity.Disclosures != nil, nil)
	}
	return k.cell(lines...)
}

// recipientLine is a recipient, its role, and when it gets data where that is not
// now.
func (k *book) recipientLine(a *register.Activity, d *register.Disclosure) Inline {
	line := k.name(register.KindParties, d.To)
	role := k.directRole(a, d)
	if role == nil {
		role = k.label("layout.role-not-stated")
	}
	line = append(line, Run{Text: " ("}, Run{Text: role.String()})
	if span := k.span(d.From, d.Until); span != nil && k.over(d.From, d.Until) && k.o.Audience.sees(Authority) {
		line = append(append(line, Run{Text: "; "}), span...)
	}
	line = append(line, Run{Text: ")"})
	for i := range line[1:] {
		if line[i+1].Style == Plain && line[i+1].Ref == "" {
			line[i+1].Style = Muted
		}
	}
	return line
}

// passers tells to whom a recipient passes the data of an activity on.
func (k *book) passers(of item, party string) []Inline {
	return k.passesTo(k.further(of, party, func(*hop) bool { return true }))
}

// passesTo names those to whom data are passed on.
func (k *book) passesTo(names []Inline) []Inline {
	if len(names) == 0 {
		return nil
	}
	return []Inline{append(muted(k.label("layout.passes-on")), muted(joined(names, ", "))...)}
}

// further are those to whom a recipient passes the data of an activity on, and
// those to whom these do, as far as they fit.
func (k *book) further(of item, party string, fits func(*hop) bool) []Inline {
	var names []Inline
	var told []string
	for _, h := range k.chainOf(of.activity).hops {
		top := h
		for top.from != nil {
			top = top.from
		}
		if top.party == party && fits(h) && !slices.Contains(told, h.party) {
			told = append(told, h.party)
			names = append(names, k.name(register.KindParties, h.party))
		}
	}
	return names
}

// tellTransfers is each third country with who gets data there and what allows
// it, and what the organisation itself states (Art. 30(1)(e)).
func (k *book) tellTransfers(of item) Cell {
	return k.transferCell(of, func(x export) []Inline {
		line := append(k.name(register.KindParties, x.party), k.tool(x.transfer)...)
		return append([]Inline{append(Text(k.area(x.area)+" – "), line...)}, mutedLines(k.documentation(x.transfer))...)
	}, func(c *register.TransferClaim) []Inline {
		return []Inline{k.claimName(c), muted(k.claimSafeguards(c))}
	})
}

// tellCountries is each third country or international organisation with who gets
// data there.
func (k *book) tellCountries(of item) Cell {
	type country struct {
		name    Inline
		parties []Inline
		ids     []string
	}
	var all []*country
	find := func(name Inline) *country {
		for _, c := range all {
			if c.name.String() == name.String() {
				return c
			}
		}
		all = append(all, &country{name: name})
		return all[len(all)-1]
	}
	for _, x := range k.exportsOf(of) {
		c := find(Text(k.area(x.area)))
		if !slices.Contains(c.ids, x.party) {
			c.ids, c.parties = append(c.ids, x.party), append(c.parties, k.name(register.KindParties, x.party))
		}
	}
	for i := range of.activity.Transfers {
		find(k.claimName(&of.activity.Transfers[i]))
	}
	if len(all) == 0 {
		return k.noTransfers(of)
	}
	var lines []Inline
	for _, c := range all {
		line := c.name
		if len(c.parties) > 0 {
			line = append(append(line, Run{Text: ": "}), joined(c.parties, ", ")...)
		}
		lines = append(lines, line)
	}
	return k.cell(lines...)
}

// tellSafeguards is what allows each transfer, with its documentation.
func (k *book) tellSafeguards(of item) Cell {
	if k.staysInside(of.activity) {
		return Cell{} // none are needed
	}
	return k.transferCell(of, func(x export) []Inline {
		line := append(k.name(register.KindParties, x.party), Run{Text: " (" + k.area(x.area) + ")", Style: Muted})
		return append([]Inline{append(line, k.tool(x.transfer)...)}, mutedLines(k.documentation(x.transfer))...)
	}, func(c *register.TransferClaim) []Inline {
		if text := k.claimSafeguards(c); text != nil {
			return []Inline{append(append(k.claimName(c), Run{Text: ": "}), text...)}
		}
		return nil
	})
}

func (k *book) transferCell(of item, shown func(export) []Inline, stated func(*register.TransferClaim) []Inline) Cell {
	var lines []Inline
	exports := k.exportsOf(of)
	for _, x := range exports {
		lines = append(lines, shown(x)...)
	}
	for i := range of.activity.Transfers {
		c := &of.activity.Transfers[i]
		told := k.claimSafeguards(c) == nil && slices.ContainsFunc(exports, func(x export) bool { return c.To != "" && x.area == register.Area(c.To) })
		if !told {
			lines = append(lines, stated(c)...)
		}
	}
	if len(lines) == 0 {
		return k.noTransfers(of)
	}
	return k.cell(lines...)
}

// exportsOf are the transfers that the recipients of an item show.
func (k *book) exportsOf(of item) []export {
	all := k.chainOf(of.activity).exports
	if of.purpose == nil {
		return all
	}
	var to []string
	for _, d := range k.disclosuresOf(of) {
		to = append(to, d.To)
	}
	return slices.DeleteFunc(slices.Clone(all), func(x export) bool { return x.through == nil && !slices.Contains(to, x.party) })
}

// noTransfers tells that there are none, where the register says so or shows it.
func (k *book) noTransfers(of item) Cell {
	if k.staysInside(of.activity) {
		return k.cell(k.label("inside-only"))
	}
	if of.activity.Transfers != nil && len(of.activity.Transfers) == 0 {
		return Cell{Lines: []Inline{k.label("none")}}
	}
	return Cell{}
}

// claimName is the country or the organisation of a transfer that the activity
// states.
func (k *book) claimName(c *register.TransferClaim) Inline {
	var name Inline
	if c.To != "" {
		name = Text(k.area(register.Area(c.To)))
	}
	if c.Organisation != "" {
		if name != nil {
			name = append(name, Run{Text: ", "})
		}
		name = append(name, k.builder.name(register.KindParties, c.Organisation)...)
	}
	if name == nil {
		return k.label("third-country")
	}
	return name
}

// claimSafeguards is the safeguards of a transfer that the activity states, for
// those who may know them.
func (k *book) claimSafeguards(c *register.TransferClaim) Inline {
	if !k.o.Audience.sees(Authority) {
		return nil
	}
	return k.text(c.Safeguards)
}

// mutedLines sets lines so that they matter less.
func mutedLines(lines []Inline) []Inline {
	all := make([]Inline, 0, len(lines))
	for _, line := range lines {
		all = append(all, muted(line))
	}
	return all
}
