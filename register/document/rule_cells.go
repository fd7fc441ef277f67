package document

import "github.com/openropa/ropa/register"

// The cells of a retention rule are the same in the schedule and in the annex of
// the record.

// ruleLimit says how long, or what decides it.
func (b *builder) ruleLimit(rule *register.RetentionRule) []Inline {
	var lines []Inline
	if rule.Period != "" {
		words := b.words.Period(rule.Period)
		if rule.Limit == register.LimitAtLeast || rule.Limit == register.LimitAtMost {
			words = b.words.Value(string(rule.Limit)) + " " + words
		}
		lines = append(lines, Text(words))
	}
	if rule.Indefinite == register.Yes {
		lines = append(lines, b.label("without-limit"))
	}
	if lines = filled(append(lines, b.text(rule.Criterion))); len(lines) > 0 {
		lines[0] = capitalLine(lines[0])
	}
	return lines
}

// ruleStart says at which event a period starts: without one nobody can tell when it
// ends.
func (b *builder) ruleStart(rule *register.RetentionRule) Cell {
	var lines []Inline
	for _, e := range rule.StartsAt {
		if e.Event != "" {
			lines = append(lines, b.name(register.KindEvents, e.Event))
		}
		lines = append(lines, b.text(e.Text))
	}
	if len(lines) > 1 && rule.Whichever != "" {
		lines = append(lines, mutedText(b.say("whichever."+string(rule.Whichever))))
	}
	if rule.Period == "" {
		return b.cell(lines...)
	}
	return b.stated(lines...)
}

// ruleAction says what is done when the time is over, which it never is where data
// are kept without limit.
func (b *builder) ruleAction(rule *register.RetentionRule) Cell {
	switch {
	case rule.Action != "":
		return b.cell(b.value(string(rule.Action)))
	case rule.Indefinite == register.Yes:
		return Cell{}
	}
	return b.stated()
}

// ruleKeepers names the recipients that keep data by a rule, nil where there are
// none or the audience may not know.
func (b *builder) ruleKeepers(rule string) Inline {
	if !b.o.Audience.sees(Authority) {
		return nil
	}
	if b.keepers == nil {
		b.keepers = b.keepersByRule()
	}
	names := b.keepers[rule]
	if len(names) == 0 {
		return nil
	}
	return append(Text(b.say("used-by-recipients")+b.words.Colon()), joined(names, ", ")...)
}

// keepersByRule names the recipients that keep data by each rule.
func (b *builder) keepersByRule() map[string][]Inline {
	type use struct{ rule, party string }
	seen := make(map[use]bool)
	all := make(map[string][]Inline)
	add := func(party string, list []register.RetentionUse) {
		for i := range list {
			if x := (use{list[i].Rule, party}); !seen[x] {
				seen[x] = true
				all[x.rule] = append(all[x.rule], b.name(register.KindParties, party))
			}
		}
	}
	for _, a := range b.shownActivities() {
		for _, d := range b.view.Disclosures(a) {
			add(d.To, d.Retention)
		}
	}
	for _, e := range b.view.Entities(register.KindParties) {
		party := e.(*register.Party)
		add(party.ID, party.Retention)
	}
	return all
}
