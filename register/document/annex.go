package document

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
)

// annexOf is the ID of the annex that tells the entities of a kind.
func annexOf(kind register.Kind) string { return "annex-" + strings.ToLower(string(kind)) }

// annexes tell what the sheets refer to.
func (k *book) annexes() []Section {
	list := sections(
		k.parties(), k.agreements(), k.abroadAnnex(), k.schedule(), k.measureAnnex(), k.systemAnnex(),
		k.rightAnnex(), k.noticeAnnex(), k.documentAnnex(), k.vocabulary(),
	)
	if len(list) == 0 {
		return nil
	}
	return []Section{{ID: "annexes", Title: k.label("annexes"), NewPage: true, Wide: true, Sections: list}}
}

// annex is an annex of one table, with further details of its rows below.
func (k *book) annex(kind register.Kind, code string, table Table, further []Fact) []Section {
	if len(table.Rows) == 0 {
		return nil
	}
	table.ID = annexOf(kind) + "-table"
	s := Section{ID: annexOf(kind), Title: k.label(code), Wide: true}
	s.Blocks = append([]Block{trim(table)}, k.more(further)...)
	return []Section{s}
}

// entry is the first cell of an entity: its name, identifier, description and
// remarks.
func (k *book) entry(e register.Entity, name, description register.Text, r *register.Remarks) Cell {
	title := k.text(name)
	lines := []Inline{title}
	if title == nil {
		lines = []Inline{{{Text: e.Key(), Style: Code}}}
	} else {
		lines = append(lines, k.id(e.Key()))
	}
	lines = append(lines, muted(k.text(description)))
	return headed(append(lines, k.remarks(r)...))
}

// extra is what an entity says that its row does not tell.
func (k *book) extra(e register.Entity, name Inline, elsewhere ...string) []Fact {
	if name == nil {
		name = Text(e.Key())
	}
	return told(Fact{Name: name, Facts: k.rest(e, append(elsewhere, "id", "name", "description")...)})
}

// agreements are the contracts with processors, arrangements between joint
// controllers and others (Art. 26, 28(3)).
func (k *book) agreements() []Section {
	table := Table{Columns: []Column{
		{ID: "agreement", Title: k.label("column.agreement"), Width: 1.6, Head: true},
		k.column("kind", 1), k.column("between", 1.2), k.column("signed", 0.9), k.column("validity", 1.1), k.column("document", 1.1), k.column("clauses", 1.8),
	}}
	var further []Fact
	for _, e := range k.entities(register.KindAgreements) {
		a := e.(*register.Agreement)
		var kind Inline
		if a.Kind != "" {
			kind = k.value(string(a.Kind))
		}
		table.Rows = append(table.Rows, Row{Muted: k.over(a.From, a.Until), At: k.at(register.KindAgreements, a.ID), Cells: []Cell{
			k.agreementEntry(a), k.cell(kind), k.cell(k.names(register.KindParties, a.Between)...),
			k.date(a.Signed), k.cell(k.span(a.From, a.Until)), k.cell(k.documentName(a.Document)),
			k.cell(joined(k.clausesOf(a.Clauses), ", ")),
		}})
		further = append(further, k.extra(a, k.name(register.KindAgreements, a.ID), "kind", "between", "signed", "from", "until", "document", "clauses")...)
	}
	return k.annex(register.KindAgreements, "annex.agreements", table, further)
}

// clausesOf tells what a contract provides for. All the points of Art. 28(3) together
// are told as one, for it is one sentence of the law.
func (k *book) clausesOf(list []register.Clause) []Inline {
	points := func(c register.Clause) bool { return strings.HasPrefix(string(c), "28-3-") }
	first := slices.IndexFunc(list, points)
	rest := slices.DeleteFunc(slices.Clone(list), points)
	if len(list)-len(rest) < len("abcdefgh") {
		return values(k.builder, list)
	}
	all := values(k.builder, rest)
	return slices.Insert(all, first, Text(law.Cite("Art. 28(3)(a)-(h)", k.o.Language)))
}

func (k *book) agreementEntry(a *register.Agreement) Cell {
	lines := []Inline{k.name(register.KindAgreements, a.ID), k.id(a.ID)}
	return headed(append(lines, k.remarks(&a.Remarks)...))
}

func (k *book) documentName(id string) Inline {
	if id == "" {
		return nil
	}
	return k.name(register.KindDocuments, id)
}

// schedule is the retention schedule: limits, starts, what is done then, and the
// law behind them (Art. 30(1)(f)).
func (k *book) schedule() []Section {
	table := Table{Columns: []Column{
		{ID: "rule", Title: k.label("column.rule"), Width: 1.4, Head: true},
		k.column("period", 1.5), {ID: "starts-at", Title: k.label("head.startsAt"), Width: 1.2}, k.column("action", 0.9), k.column("method", 1.2), k.column("statute", 1.4), k.column("reason", 1.2), k.column("used-for", 1.8),
	}}
	if !k.o.Audience.sees(Authority) {
		table.Columns = append(table.Columns[:4:4], table.Columns[5:]...)
	}
	uses := k.keptUnder()
	var further []Fact
	for _, e := range k.entities(register.KindRetentionRules) {
		r := e.(*register.RetentionRule)
		table.Rows = append(table.Rows, k.ruleRow(r, uses[r.ID]))
		elsewhere := []string{"period", "limit", "startsAt.event", "startsAt.text", "whichever", "criterion", "indefinite", "reason", "action", "method", "law"}
		further = append(further, k.extra(r, k.text(r.Name), elsewhere...)...)
	}
	return k.annex(register.KindRetentionRules, "annex.retention", table, further)
}

func (k *book) ruleRow(r *register.RetentionRule, uses []Inline) Row {
	row := Row{At: k.at(register.KindRetentionRules, r.ID), Cells: []Cell{
		k.entry(r, r.Name, r.Description, &r.Remarks), k.stated(k.ruleLimit(r)...), k.ruleStart(r), k.ruleAction(r),
	}}
	if k.o.Audience.sees(Authority) {
		row.Cells = append(row.Cells, k.cell(k.text(r.Method)))
	}
	if !k.extract { // whom the other activities tell is none of its business
		if uses = append(uses, k.ruleKeepers(r.ID)); len(filled(uses)) == 0 {
			uses = []Inline{k.label("not-used")}
		}
	}
	row.Cells = append(row.Cells, k.cell(k.laws(r.Law)...), k.cell(k.text(r.Reason)), k.cell(uses...))
	return row
}

// keptUnder tells which data of which activities are kept under each rule.
func (k *book) keptUnder() map[string][]Inline {
	uses := make(map[string][]Inline)
	for _, a := range k.activities {
		of := make(map[string][]Inline)
		var order []string
		note := func(list []register.RetentionUse, what Inline) {
			for i := range list {
				if of[list[i].Rule] == nil {
					order = append(order, list[i].Rule)
				}
				of[list[i].Rule] = append(of[list[i].Rule], what)
			}
		}
		for i := range a.Data {
			note(a.Data[i].Retention, k.name(register.KindDataCategories, a.Data[i].Category))
		}
		what := "all-data-held"
		for i := range a.Data {
			if len(a.Data[i].Retention) > 0 {
				what = "other-data"
			}
		}
		note(a.Retention, k.label(what))
		for _, rule := range order {
			line := append(k.name(register.KindActivities, a.ID), Run{Text: k.words.Colon()})
			uses[rule] = append(uses[rule], append(line, joined(of[rule], ", ")...))
		}
	}
	return uses
}
