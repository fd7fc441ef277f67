package document

import (
	"github.com/openropa/ropa/register"
)

// rulesOf returns how long data of an activity are kept: as they say, else as the
// activity does.
func rulesOf(a *register.Activity, d *register.DataUse) []register.RetentionUse {
	if len(d.Retention) > 0 {
		return d.Retention
	}
	return a.Retention
}

// keptFor tells how long the data of an activity are kept (Art. 13(2)(a)).
func (n *notice) keptFor(a *register.Activity) []Fact {
	f := Fact{Name: n.label("notice.kept")}
	name := func(id string) Inline { return n.name(register.KindDataCategories, id) }
	groups := n.grouped(a, name, func(d *register.DataUse) Inline { return n.periods(rulesOf(a, d)) })
	for _, g := range groups {
		names, said := joined(g.names, ", "), g.said
		if len(said) == 0 {
			n.lacksOf(a, "retention", names, "retention", "Art. 13(2)(a)")
			said = n.askUs("notice.not-told")
		}
		if len(groups) == 1 {
			f.Text = append(f.Text, capitalLine(said))
			continue
		}
		f.Text = append(f.Text, n.after(capitalLine(names), said))
	}
	if len(a.Data) == 0 {
		f.Text = filled([]Inline{capitalLine(n.periods(a.Retention))})
	}
	return []Fact{f}
}

// periods says retention rules, with when each applies and the law behind it.
func (n *notice) periods(uses []register.RetentionUse) Inline {
	var all []Inline
	for i := range uses {
		rule := n.view.RetentionRule(uses[i].Rule)
		if rule == nil {
			continue
		}
		line := Text(n.words.Rule(n.view, rule))
		if when := n.text(uses[i].When); when != nil {
			line = append(append(append(line, Run{Text: " ("}), when...), Run{Text: ")"})
		}
		for _, law := range n.lawLinks(rule.Law) {
			line = append(append(append(line, Run{Text: " ("}), law...), Run{Text: ")"})
		}
		all = append(all, line)
	}
	return joined(all, n.words.Semicolon())
}

// keptData are the data to which a rule applies.
type keptData struct {
	rule       *register.RetentionRule
	data       []Inline
	activities []string
	when       []Inline
}

// retention tells the rules once more, with all data that each concerns.
func (n *notice) retention() []Section {
	list, silent := n.keptByRule()
	s := n.place("retention", "notice-retention")
	if len(list) > 0 {
		table := Table{ID: "retention-table", Columns: []Column{
			{ID: "period", Title: n.label("head.period"), Width: 2.4, Head: true},
			n.head("data", 2), {ID: "for", Title: n.label("head.purposes"), Width: 1.6},
		}}
		for _, k := range list {
			table.Rows = append(table.Rows, n.keptRow(k))
		}
		s.Blocks = append(s.Blocks, table)
	}
	if silent {
		s.Blocks = append(s.Blocks, Paragraph{n.label("notice.ask-period")})
	}
	for _, k := range list {
		n.lacksOfRule(k.rule)
	}
	s.Blocks = append(s.Blocks, n.cautions(s.ID)...)
	if len(s.Blocks) == 0 {
		return nil
	}
	return []Section{s}
}

// keptByRule finds the data of each rule, in the order of the register, and tells
// whether there are data without any.
func (n *notice) keptByRule() (list []*keptData, silent bool) {
	byID := make(map[string]*keptData)
	for _, a := range n.activities {
		for i := range a.Data {
			uses := rulesOf(a, &a.Data[i])
			silent = silent || len(uses) == 0
			for j := range uses {
				rule := n.view.RetentionRule(uses[j].Rule)
				if rule == nil {
					continue
				}
				k := byID[rule.ID]
				if k == nil {
					k = &keptData{rule: rule}
					byID[rule.ID], list = k, append(list, k)
				}
				k.data = appendNew(k.data, n.name(register.KindDataCategories, a.Data[i].Category))
				if len(k.activities) == 0 || k.activities[len(k.activities)-1] != a.ID {
					k.activities = append(k.activities, a.ID)
				}
				if when := n.text(uses[j].When); when != nil {
					k.when = appendNew(k.when, when)
				}
			}
		}
	}
	return list, silent
}

func (n *notice) keptRow(k *keptData) Row {
	first := []Inline{capitalLine(Text(n.words.Rule(n.view, k.rule))), n.text(k.rule.Description)}
	if k.rule.Indefinite != register.Yes { // else it stands in the rule
		first = append(first, capitalLine(n.text(k.rule.Reason)))
	}
	first = append(first, k.when...)
	for _, law := range n.lawLinks(k.rule.Law) {
		first = append(first, n.named("law", law))
	}
	return Row{Cells: []Cell{headed(first), n.cell(capitalLine(joined(k.data, ", "))), n.cell(n.names(register.KindActivities, k.activities)...)}}
}

// lacksOfRule notes what a retention rule does not say.
func (n *notice) lacksOfRule(rule *register.RetentionRule) {
	at := string(register.KindRetentionRules) + "/" + rule.ID
	name := n.name(register.KindRetentionRules, rule.ID)
	if rule.Period != "" && len(rule.StartsAt) == 0 {
		n.lacks("trigger", name, nil, at+"/startsAt", "Art. 13(2)(a)")
	}
	n.doubtful(name, rule, at)
}
