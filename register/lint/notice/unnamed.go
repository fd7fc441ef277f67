package notice

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

// unnamed looks at the direct recipients of the register that the text does not
// name (NTC-002). Art. 13(1)(e) asks for the recipients or the categories of
// recipients: where the text names a category that fits, that is said, and weighs
// less. An authority in a particular inquiry is no recipient (Art. 4(9)).
func (c *check) unnamed() {
	flows, order := c.known.direct(c.known.scope)
	for _, id := range order {
		party := c.view.Party(id)
		if party == nil || c.isNamed(id) {
			continue
		}
		h := lint.Hit{At: "parties/" + id, Args: map[string]value.Text{"party": lint.NameOf(c.view, register.KindParties, id)}}
		var where []value.Text
		for _, f := range flows[id] {
			if len(h.Related) < 5 {
				h.Related = append(h.Related, f.At)
			}
			name := lint.NameOf(c.view, register.KindActivities, f.activity.ID)
			if !slices.ContainsFunc(where, func(x value.Text) bool { return x.In("nl", "en") == name.In("nl", "en") }) {
				where = append(where, name)
			}
		}
		h.Args["activities"] = lint.Enumerate(where)
		category := c.categoryOf(party, flows[id])
		switch party.Kind {
		case register.PartyKindAuthority, register.PartyKindUnit, register.PartyKindPublic:
			continue
		case register.PartyKindCategory:
			if category != "" || c.isAuthorities(party) {
				continue
			}
			h.Variant = "group"
		default:
			if short := c.shortOf(id); short != "" {
				h.Variant, h.Lighter = "short", true
				h.Args["short"] = value.Text{value.Undetermined: short}
			} else if category != "" {
				h.Variant, h.Lighter = "category", true
				h.Args["category"] = value.Text{value.Undetermined: category}
			}
		}
		c.report("NTC-002", h)
	}
}

// isNamed reports whether the text names a party, a company to which it belongs
// or one that belongs to it, in words or in a link.
func (c *check) isNamed(id string) bool {
	return slices.ContainsFunc(c.known.kin(id), func(x string) bool {
		return slices.ContainsFunc(c.mentions.of[x], func(m mention) bool { return !m.alias.short && (x == id || !m.alias.group) })
	})
}

// shortOf returns the beginning of the name of a party where the text has no
// more of it, "" for none.
func (c *check) shortOf(id string) string {
	for _, m := range c.mentions.of[id] {
		if m.alias.short {
			return m.alias.form
		}
	}
	return ""
}

// isAuthorities reports whether a category of recipients is one of authorities.
func (c *check) isAuthorities(party *register.Party) bool {
	return slices.ContainsFunc(namesOf(party.Name, party.OtherNames), func(name string) bool {
		words := pageOf(name)
		return words.find(authorities.words["nl"]) != "" || words.find(authorities.words["en"]) != ""
	})
}

// categoryOf returns the words with which the text names a category of recipients
// to which a party belongs, "" for none: the category that the register states, or
// those who serve the purposes for which it gets the data.
func (c *check) categoryOf(party *register.Party, flows []flow) string {
	for _, x := range c.known.above(party.ID) {
		for _, m := range c.mentions.of[x] {
			return c.page.quote(found{m.first, m.last})
		}
	}
	var called map[value.Language][]*page
	for i, words := range c.inText() {
		if words == "" {
			continue
		}
		if called == nil {
			called = described(party)
		}
		if k := &categories[i]; c.serves(k, flows) || k.calls(called) {
			return words
		}
	}
	return ""
}

// inText returns the words with which the text names each category of recipients,
// "" for those that it does not name. It is worked out once.
func (c *check) inText() []string {
	if c.categories == nil {
		c.categories = make([]string, len(categories))
		for i := range categories {
			c.categories[i] = c.wordsOf(&categories[i])
		}
	}
	return c.categories
}

func (c *check) wordsOf(k *category) string {
	for _, l := range c.languages {
		for _, f := range c.page.all(k.words[l], 100) {
			if !slices.Contains(c.taken[f.first:f.last], true) {
				return c.page.quote(f)
			}
		}
	}
	return ""
}

// serves reports whether data go somewhere for the purposes of a category of
// recipients.
func (c *check) serves(k *category, flows []flow) bool {
	for _, f := range flows {
		purposes := f.Purposes
		if purposes == nil {
			for i := range f.activity.Purposes {
				purposes = append(purposes, f.activity.Purposes[i].Purpose)
			}
		}
		for _, id := range purposes {
			if slices.ContainsFunc(c.widerPurposes(id), func(x string) bool { return slices.Contains(k.purposes, x) }) {
				return true
			}
		}
	}
	return false
}

// described are the texts with which the register describes a party.
func described(party *register.Party) map[value.Language][]*page {
	all := make(map[value.Language][]*page)
	for _, t := range []value.Text{party.Name, party.Description} {
		for _, l := range lint.Languages() {
			if s := t[l]; s != "" {
				all[l] = append(all[l], pageOf(s))
			}
		}
	}
	return all
}

// calls reports whether texts have the words of a category.
func (k *category) calls(texts map[value.Language][]*page) bool {
	for l, pages := range texts {
		if slices.ContainsFunc(pages, func(p *page) bool { return p.find(k.words[l]) != "" }) {
			return true
		}
	}
	return false
}

// widerPurposes returns a purpose with those above it.
func (c *check) widerPurposes(id string) []string {
	var all []string
	for id != "" && !slices.Contains(all, id) {
		all = append(all, id)
		p := c.view.Purpose(id)
		if p == nil {
			break
		}
		id = p.Parent
	}
	return all
}
