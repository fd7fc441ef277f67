package document

import (
	"github.com/openropa/ropa/register"
)

// recipients tells who gets data, for what, which, in which role and on which
// conditions (Art. 13(1)(e), 14(1)(e)).
func (n *notice) recipients() []Section {
	s := n.place("recipients", "notice-recipients")
	if len(n.takers) > 0 {
		table := Table{ID: "recipients-table", Columns: []Column{
			{ID: "recipient", Title: n.label("column.recipient"), Width: 1.5, Head: true},
			n.column("role", 1.7), {ID: "purposes", Title: n.label("head.purposes"), Width: 1.5}, n.column("data", 1.8), {ID: "conditions", Title: n.label("notice.conditions"), Width: 1.8},
		}}
		about := "notice.about-recipients"
		for _, t := range n.takers {
			if t.role == "" {
				about = "notice.about-roleless"
			}
			table.Rows = append(table.Rows, n.takerRow(t))
		}
		s.Wide = true
		s.Blocks = []Block{Paragraph{n.label(about)}, trim(table)}
	}
	seen := make(map[string]bool)
	for _, t := range n.takers {
		if p := n.view.Party(t.party); p != nil && !seen[t.party] {
			seen[t.party] = true
			n.doubtful(n.name(register.KindParties, t.party), p, "parties/"+t.party)
		}
	}
	n.doubtful(n.label("every-activity"), n.register.AllActivities, "allActivities")
	n.roleless()
	s.Blocks = append(s.Blocks, n.cautions(s.ID)...)
	if len(s.Blocks) == 0 {
		return nil
	}
	return []Section{s}
}

// roleless notes the recipients of which the register states no role.
func (n *notice) roleless() {
	var names []Inline
	for _, t := range n.takers {
		if t.role == "" {
			names = appendNew(names, n.name(register.KindParties, t.party))
		}
	}
	if len(names) > 0 {
		n.lacks("role", nil, joined(names, ", "), "activities/*/disclosures/*/as", "Art. 13(1)(e)")
	}
}

func (n *notice) takerRow(t *taker) Row {
	first := []Inline{n.takerName(t)}
	if t.service != "" {
		first = append(first, capitalLine(n.serviceOf(t.party, t.service)))
	}
	if p := n.view.Party(t.party); p != nil {
		first = append(first, capitalLine(n.text(p.Description)))
	}
	if s := n.findService(t.party, t.service); s != nil {
		first = append(first, capitalLine(n.text(s.Description)))
	}
	return Row{Cells: []Cell{
		headed(first), n.cell(n.takerRole(t)...), n.cell(n.takenFor(t)...), n.cell(n.taken(t)...), n.cell(n.conditions(t)...),
	}}
}

// takerName is the name of a party with its other names.
func (n *notice) takerName(t *taker) Inline {
	name := capitalLine(bare(n.name(register.KindParties, t.party)))
	if p := n.view.Party(t.party); p != nil {
		for _, other := range p.OtherNames {
			name = append(name, n.tell("notice.also-called", Text(other))...)
		}
	}
	return name
}

// takerRole says in plain words in which role a party gets data, and from whom
// where that is not the organisation.
func (n *notice) takerRole(t *taker) []Inline {
	var lines []Inline
	if t.role != "" {
		lines = append(lines, n.label("notice.role."+t.role))
	}
	var from []Inline
	for _, s := range t.steps {
		from = appendNew(from, bare(n.name(register.KindParties, s.from.party)))
	}
	if len(from) > 0 {
		lines = append(lines, n.tell("notice.gets-from", joined(from, ", ")))
	}
	return lines
}

// takenFor tells for which purposes or activities a party gets data.
func (n *notice) takenFor(t *taker) []Inline {
	in := make(map[string]bool)
	var activities []string
	shared := true
	for _, h := range t.uses {
		if id := h.activity.ID; !in[id] {
			in[id], activities = true, append(activities, id)
		}
		shared = shared && h.Shared
	}
	if shared && len(activities) > 3 {
		var without []string
		for _, a := range n.activities {
			if !in[a.ID] {
				without = append(without, a.ID)
			}
		}
		switch {
		case len(without) == 0:
			return []Inline{n.label("notice.every-part")}
		case len(without) <= 3:
			return []Inline{n.tell("notice.every-part-but", n.list(register.KindActivities, without))}
		}
	}
	var lines []Inline
	seen := make(map[string]bool)
	for _, h := range t.uses {
		name := n.name(register.KindActivities, h.activity.ID)
		if len(h.Purposes) > 0 && len(h.Purposes) < len(h.activity.Purposes) {
			name = n.after(name, n.list(register.KindPurposes, h.Purposes))
		}
		if s := name.String(); !seen[s] {
			seen[s] = true
			lines = append(lines, name)
		}
	}
	return lines
}

// taken tells which data a party gets.
func (n *notice) taken(t *taker) []Inline {
	var names, lines []Inline
	for _, h := range t.uses {
		of := Inline(nil)
		if len(h.Subjects) > 0 && len(h.Subjects) < len(h.activity.Subjects) {
			of = append(append(Inline{{Text: " ("}}, n.list(register.KindDataSubjects, h.Subjects)...), Run{Text: ")"})
		}
		if len(h.Data) == 0 {
			lines = appendNew(lines, n.label("notice.may-be-all"))
		}
		for _, id := range h.Data {
			if id == everything {
				lines = appendNew(lines, append(n.label("notice.all"), of...))
			} else {
				names = appendNew(names, append(n.name(register.KindDataCategories, id), of...))
			}
		}
	}
	for _, s := range t.steps {
		from := bare(n.name(register.KindParties, s.from.party))
		if len(s.Data) == 0 {
			lines = appendNew(lines, n.tell("notice.may-be-all-of", from))
		}
		for _, id := range s.Data {
			if id == everything {
				lines = appendNew(lines, n.tell("notice.all-of", from))
			} else {
				names = appendNew(names, n.name(register.KindDataCategories, id))
			}
		}
		if len(s.AddsData) > 0 {
			lines = appendNew(lines, n.tell("notice.adds", from, n.list(register.KindDataCategories, s.AddsData)))
		}
	}
	if len(names) > 0 {
		lines = append([]Inline{capitalLine(joined(names, ", "))}, lines...)
	}
	return append(lines, n.gathered(t)...)
}

// everything is what an entry says that means all data of an activity.
const everything = "all"

// gathered tells what a party gathers itself.
func (n *notice) gathered(t *taker) []Inline {
	p := n.view.Party(t.party)
	if p == nil {
		return nil
	}
	var lines []Inline
	var names []Inline
	var last Inline
	flush := func() {
		if len(names) > 0 {
			lines = append(lines, n.tell("notice.gathers", append(joined(names, ", "), last...)))
		}
		names = nil
	}
	for i := range p.Collects {
		c := &p.Collects[i]
		var said Inline
		if len(c.Subjects) > 0 {
			said = append(append(append(said, Run{Text: " ("}), n.list(register.KindDataSubjects, c.Subjects)...), Run{Text: ")"})
		}
		if when := n.text(c.When); when != nil {
			said = append(append(said, Run{Text: ", "}), when...)
		}
		if said.String() != last.String() {
			flush()
		}
		names, last = append(names, n.name(register.KindDataCategories, c.Category)), said
	}
	flush()
	return lines
}

// conditions tells when a party gets data, what it uses them for itself, and the
// law that compels or allows it.
func (n *notice) conditions(t *taker) []Inline {
	var lines []Inline
	for _, h := range t.uses {
		when := capitalLine(n.text(h.When))
		if when != nil {
			lines = appendNew(lines, when)
		}
		for _, law := range n.lawLinks(h.Law) {
			lines = appendNew(lines, n.named("law", law))
		}
	}
	for _, s := range t.steps {
		if when := n.text(s.When); when != nil {
			lines = appendNew(lines, capitalLine(when))
		}
	}
	own := n.ownPurposes(t)
	if own != nil && len(own) == 0 {
		lines = append(lines, n.label("notice.own-none"))
	}
	for i := range own {
		lines = appendNew(lines, n.tell("notice.own", n.ownPurpose(&own[i])))
	}
	return lines
}

// ownPurpose is a purpose of a recipient's own, with the data and the case.
func (n *notice) ownPurpose(o *register.OwnPurpose) Inline {
	line := n.name(register.KindPurposes, o.Purpose)
	var parts []Inline
	if len(o.Data) > 0 {
		parts = append(parts, n.list(register.KindDataCategories, o.Data))
	}
	if parts = filled(append(parts, n.text(o.When))); len(parts) > 0 {
		line = append(append(append(line, Run{Text: " ("}), joined(parts, n.words.Semicolon())...), Run{Text: ")"})
	}
	return line
}
