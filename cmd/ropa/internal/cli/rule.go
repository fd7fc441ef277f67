package cli

import (
	"fmt"
	"strings"

	"github.com/openropa/ropa/register"
)

// retention says retention rules in words: 7 years from the end of the
// financial year, then erased.
func (a *app) retention(view *register.View, uses []register.RetentionUse) string {
	var all []string
	for _, use := range uses {
		words := use.Rule
		if rule := view.RetentionRule(use.Rule); rule != nil {
			words = a.rule(view, rule)
		}
		if when := a.name(use.When, view.Register()); when != "" {
			words += " (" + when + ")"
		}
		all = append(all, words)
	}
	return strings.Join(all, "; ")
}

func (a *app) rule(view *register.View, rule *register.RetentionRule) string {
	text := func(t register.Text) string { return a.name(t, view.Register()) }
	var parts []string
	if rule.Period != "" {
		words := a.period(rule.Period)
		if rule.Limit == register.LimitAtLeast || rule.Limit == register.LimitAtMost {
			words = a.say("rule."+string(rule.Limit), words)
		}
		if events := a.events(view, rule); events != "" {
			words = a.say("rule.from", words, events)
		}
		parts = append(parts, words)
	}
	if criterion := text(rule.Criterion); criterion != "" {
		parts = append(parts, criterion)
	}
	if rule.Indefinite == register.Yes {
		words := a.say("rule.indefinite")
		if reason := text(rule.Reason); reason != "" {
			words += " (" + reason + ")"
		}
		parts = append(parts, words)
	}
	if len(parts) == 0 {
		parts = append(parts, a.nameOf(view, register.KindRetentionRules, rule.ID))
	}
	if rule.Action != "" {
		parts = append(parts, a.say("rule.then", a.say("rule.action."+string(rule.Action))))
	}
	return strings.Join(parts, ", ")
}

// events says when a period starts.
func (a *app) events(view *register.View, rule *register.RetentionRule) string {
	var names []string
	for _, e := range rule.StartsAt {
		switch {
		case e.Event != "":
			// The names of events are written without an article: end of the
			// financial year.
			names = append(names, a.say("rule.event", a.nameOf(view, register.KindEvents, e.Event)))
		default:
			names = append(names, a.name(e.Text, view.Register()))
		}
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	joined := strings.Join(names[:len(names)-1], ", ") + " " + a.say("rule.or") + " " + names[len(names)-1]
	if rule.Whichever != "" {
		joined += " (" + a.say("rule.whichever."+string(rule.Whichever)) + ")"
	}
	return joined
}

// period says a period in words: 1 year, 6 months.
func (a *app) period(p register.Period) string {
	years, months, weeks, days := p.Parts()
	var parts []string
	for _, unit := range []struct {
		n    int
		noun string
	}{{years, "year"}, {months, "month"}, {weeks, "week"}, {days, "day"}} {
		if unit.n > 0 {
			parts = append(parts, a.count(unit.n, unit.noun))
		}
	}
	if len(parts) == 0 {
		return a.say("rule.no-time")
	}
	return strings.Join(parts, ", ")
}

// laws says provisions of law as lawyers cite them.
func (a *app) laws(refs []register.LawRef) string {
	var all []string
	for _, ref := range refs {
		switch {
		case ref.Cite != "" && ref.Country != "":
			all = append(all, fmt.Sprintf("%s (%s)", ref.Cite, ref.Country))
		case ref.Cite != "":
			all = append(all, ref.Cite)
		default:
			all = append(all, a.provision(ref.ID))
		}
	}
	return strings.Join(all, ", ")
}

// lawsOf returns the provisions behind retention rules.
func lawsOf(view *register.View, uses []register.RetentionUse) []register.LawRef {
	var all []register.LawRef
	for _, use := range uses {
		if rule := view.RetentionRule(use.Rule); rule != nil {
			all = append(all, rule.Law...)
		}
	}
	return all
}
