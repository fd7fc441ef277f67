package notice

import (
	"maps"
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

// named looks at those whom the text names: NTC-001 where no data reach them,
// NTC-003 where nothing is said of them.
func (c *check) named() {
	flows, _ := c.known.direct(c.holding())
	for _, id := range slices.Sorted(maps.Keys(c.mentions.of)) {
		party, named := c.view.Party(id), c.mentions.named(id)
		if party == nil || len(named) == 0 || named[0].alias.group {
			continue
		}
		if !slices.ContainsFunc(c.known.kin(id), func(x string) bool { return c.known.reached[x] }) {
			c.notReached(party, named)
		} else {
			c.nothingSaid(party, named, flows[id])
		}
	}
}

// holding returns the activities in force.
func (c *check) holding() []*register.Activity {
	return slices.DeleteFunc(slices.Clone(c.view.Activities()), func(a *register.Activity) bool { return !c.known.holds(a) })
}

func (c *check) notReached(party *register.Party, named []mention) {
	if c.known.other[party.ID] || c.isSupervisor(party) {
		return
	}
	h := lint.Hit{At: "parties/" + party.ID, Args: map[string]value.Text{"party": written(named[0])}}
	h.Lighter = party.Kind == register.PartyKindAuthority // it may be named for something else
	for _, a := range c.view.Activities() {
		for _, d := range c.view.Disclosures(a) {
			if d.To != party.ID || len(h.Related) > 4 {
				continue
			}
			h.Related = append(h.Related, d.At)
			if h.Variant != "ended" {
				h.Variant = c.notInForce(a, d.Disclosure)
			}
		}
	}
	c.reportAt(c.page.words[named[0].first].from, "NTC-001", h)
}

// notInForce tells why a disclosure is not in force.
func (c *check) notInForce(a *register.Activity, d *register.Disclosure) string {
	if a.Status == register.StatusPlanned || a.From > c.on || d.From > c.on {
		return "planned"
	}
	return "ended"
}

// isSupervisor reports whether a party is an authority that a policy names since
// people can complain there: that of the organisation, or a built-in one.
func (c *check) isSupervisor(party *register.Party) bool {
	if o := c.view.Register().Organisation; o != nil && o.Authority == party.ID {
		return true
	}
	layer, ok := c.view.Layer(register.KindParties, party.ID)
	return party.Kind == register.PartyKindAuthority && ok && layer != ""
}

// nothingSaid looks at a recipient that is named without its part: by the text,
// which has it in a heading only, or by the register, or by both.
func (c *check) nothingSaid(party *register.Party, named []mention, flows []flow) {
	inText, inRegister := !c.onlyHeading(named), len(flows) == 0
	h := lint.Hit{At: "parties/" + party.ID, Args: map[string]value.Text{"party": written(named[0])}}
	for _, f := range flows {
		inRegister = inRegister || f.As != "" || f.Data != nil
		if len(h.Related) < 5 {
			h.Related = append(h.Related, f.At)
		}
	}
	switch {
	case inText && inRegister:
		return
	case inRegister:
		h.Variant = "text"
	case inText:
		h.Variant = "register"
	}
	c.reportAt(c.page.words[named[0].first].from, "NTC-003", h)
}

// written is the name of a party as the register writes it and the text uses it.
func written(m mention) value.Text { return value.Text{value.Undetermined: m.alias.name} }

// linking are words between two names that say that they are one company.
var linking = []string{
	"voorheen", "vroeger", "onderdeel van", "handelsnaam", "handelend onder", "merk van", "dienst van", "ook wel", "ook bekend",
	"platform van", "hierna", "oftewel", "formerly", "part of", "trading as", "trade name", "brand of", "service of", "also known",
	"platform of", "operated by", "hereinafter", "van het bedrijf", "by the company",
}

// twoNames looks for companies that the text names in two ways without saying
// that they are the same (NTC-004).
func (c *check) twoNames() {
	for _, id := range slices.Sorted(maps.Keys(c.mentions.of)) {
		party, named := c.view.Party(id), c.mentions.named(id)
		if party == nil || len(named) < 2 || named[0].alias.group || party.Kind == register.PartyKindAuthority {
			continue
		}
		second := slices.IndexFunc(named, func(m mention) bool { return differs(m.alias, named[0].alias) })
		if second < 0 || c.explained(named) {
			continue
		}
		c.reportAt(c.page.words[named[second].first].from, "NTC-004", lint.Hit{
			At:   "parties/" + id,
			Args: map[string]value.Text{"one": written(named[0]), "other": written(named[second])},
		})
	}
}

// differs reports whether two names look like those of two companies: neither is
// part of the other.
func differs(a, b *alias) bool {
	return !strings.Contains(a.key, b.key) && !strings.Contains(b.key, a.key)
}

// explained reports whether somewhere two names stand next to each other so that
// a reader takes them for one: X (Y), X / Y, X, formerly Y.
func (c *check) explained(named []mention) bool {
	for i := 1; i < len(named); i++ {
		one, other := named[i-1], named[i]
		if one.block != other.block || !differs(one.alias, other.alias) || other.first-one.last > 8 {
			continue
		}
		between := c.page.text[c.page.words[one.last-1].to:c.page.words[other.first].from]
		if strings.ContainsAny(between, "(/") {
			return true
		}
		lower := strings.Join(strings.Fields(strings.ToLower(between)), " ")
		if slices.ContainsFunc(linking, func(w string) bool { return strings.Contains(lower, w) }) {
			return true
		}
	}
	return false
}
