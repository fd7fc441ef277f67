package words

import (
	"fmt"
	"strings"

	"github.com/openropa/ropa/register"
)

// Retention says retention rules in words: 7 years from the end of the
// financial year, then erased.
func (w Words) Retention(view *register.View, uses []register.RetentionUse) string {
	var all []string
	for _, use := range uses {
		words := use.Rule
		if rule := view.RetentionRule(use.Rule); rule != nil {
			words = w.Rule(view, rule)
		}
		if when := w.Text(use.When, view.Register()); when != "" {
			words += " (" + when + ")"
		}
		all = append(all, words)
	}
	return strings.Join(all, w.Semicolon())
}

// Rule says a retention rule in words.
func (w Words) Rule(view *register.View, rule *register.RetentionRule) string {
	text := func(t register.Text) string { return w.Text(t, view.Register()) }
	var parts []string
	if rule.Period != "" {
		words := w.Period(rule.Period)
		if rule.Limit == register.LimitAtLeast || rule.Limit == register.LimitAtMost {
			words = w.say("rule."+string(rule.Limit), words)
		}
		if events := w.events(view, rule); events != "" {
			words = w.say("rule.from", words, events)
		}
		parts = append(parts, words)
	}
	if criterion := text(rule.Criterion); criterion != "" {
		parts = append(parts, criterion)
	}
	if rule.Indefinite == register.Yes {
		words := w.say("rule.indefinite")
		if reason := text(rule.Reason); reason != "" {
			words += " (" + reason + ")"
		}
		parts = append(parts, words)
	}
	if len(parts) == 0 {
		parts = append(parts, w.Name(view, register.KindRetentionRules, rule.ID))
	}
	if rule.Action != "" {
		parts = append(parts, w.say("rule.then", w.say("rule.action."+string(rule.Action))))
	}
	return strings.Join(parts, ", ")
}

// events says when a period starts.
func (w Words) events(view *register.View, rule *register.RetentionRule) string {
	var names []string
	for _, e := range rule.StartsAt {
		switch {
		case e.Event != "":
			// The names of events are written without an article: end of the
			// financial year.
			name := w.Name(view, register.KindEvents, e.Event)
			names = append(names, w.say("rule.event", w.since(name, NameOf(view.Lookup(register.KindEvents, e.Event)))))
		default:
			names = append(names, w.since(w.Text(e.Text, view.Register()), e.Text))
		}
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	joined := strings.Join(names[:len(names)-1], ", ") + " " + w.say("rule.or") + " " + names[len(names)-1]
	if rule.Whichever != "" {
		joined += " (" + w.say("rule.whichever."+string(rule.Whichever)) + ")"
	}
	return joined
}

// Period says a period in words: 1 year, 6 months.
func (w Words) Period(p register.Period) string {
	years, months, weeks, days := p.Parts()
	var parts []string
	for _, unit := range []struct {
		n    int
		noun string
	}{{years, "year"}, {months, "month"}, {weeks, "week"}, {days, "day"}} {
		if unit.n > 0 {
			parts = append(parts, w.count(unit.n, unit.noun))
		}
	}
	if len(parts) == 0 {
		return w.say("rule.no-time")
	}
	return strings.Join(parts, ", ")
}

// Laws says provisions of law as lawyers cite them.
func (w Words) Laws(refs []register.LawRef) string {
	var all []string
	for _, ref := range refs {
		switch {
		case ref.Cite != "" && ref.Country != "":
			all = append(all, fmt.Sprintf("%s (%s)", ref.Cite, ref.Country))
		case ref.Cite != "":
			all = append(all, ref.Cite)
		default:
			all = append(all, Provision(ref.ID))
		}
	}
	return strings.Join(all, ", ")
}

// LawsOf returns the provisions behind retention rules.
func LawsOf(view *register.View, uses []register.RetentionUse) []register.LawRef {
	var all []register.LawRef
	for _, use := range uses {
		if rule := view.RetentionRule(use.Rule); rule != nil {
			all = append(all, rule.Law...)
		}
	}
	return all
}

// count returns a number with its unit: 1 year, 2 years.
func (w Words) count(n int, unit string) string {
	if n == 1 {
		return "1 " + w.say("count."+unit+".one")
	}
	return fmt.Sprintf("%d %s", n, w.say("count."+unit+".many"))
}
