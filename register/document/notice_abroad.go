package document

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
)

// abroad tells to which countries outside the EEA data go, to whom, and on what the
// transfer rests as far as the register shows it (Art. 13(1)(f), 14(1)(f)).
func (n *notice) abroad() []Section {
	s := n.place("outside-eea", "notice-abroad")
	rows := append(n.reachedAbroad(), n.claimedAbroad()...)
	if len(rows) > 0 {
		table := Table{ID: "outside-eea-table", Rows: rows, Columns: []Column{
			{ID: "country", Title: n.label("column.country"), Width: 1.2, Head: true},
			n.column("recipient", 1.4), {ID: "safeguards", Title: n.label("head.safeguards"), Width: 2.2}, {ID: "copy", Title: n.label("notice.copy"), Width: 1.4},
		}}
		s.Blocks = []Block{Paragraph{n.label("notice.about-abroad")}, trim(table)}
	} else if n.staysInside() {
		s.Blocks = []Block{Paragraph{n.label("notice.inside")}}
	}
	n.countryless()
	s.Blocks = append(s.Blocks, n.cautions(s.ID)...)
	if len(s.Blocks) == 0 {
		return nil
	}
	return []Section{s}
}

// siteAbroad is a party in a country outside the EEA.
type siteAbroad struct {
	who, lines, copies []Inline
	area               register.Area
}

// reachedAbroad are the parties that process data outside the EEA, each country of
// a party once, with all that the ways to it say.
func (n *notice) reachedAbroad() []Row {
	var order []*siteAbroad
	found := make(map[string]*siteAbroad)
	for i := range n.ways {
		w := &n.ways[i]
		for _, c := range w.Countries {
			if !c.OutsideEEA || !n.takes(w.Party) {
				continue
			}
			key := w.Party + " " + string(c.Country)
			s := found[key]
			if s == nil {
				s = &siteAbroad{who: []Inline{n.name(register.KindParties, w.Party)}, area: c.Country}
				found[key], order = s, append(order, s)
			}
			if len(w.Via) > 0 {
				s.who = appendNew(s.who, muted(n.tell("notice.through", joined(n.names(register.KindParties, w.Via), " → "))))
			}
			n.safeguards(s, w.Party, c.Transfer)
		}
	}
	slices.SortStableFunc(order, func(x, y *siteAbroad) int { return strings.Compare(inOrder(n.area(x.area)), inOrder(n.area(y.area))) })
	var rows []Row
	for _, s := range order {
		if len(s.lines) == 0 { // Art. 13(1)(f) asks for them
			s.lines = []Inline{capitalLine(n.askUs("notice.not-told"))}
		}
		rows = append(rows, Row{Cells: []Cell{n.cell(Text(n.area(s.area))), n.cell(s.who...), n.cell(s.lines...), n.cell(s.copies...)}})
	}
	return rows
}

// takes reports whether a party is among those that are told.
func (n *notice) takes(party string) bool {
	return n.leads[anchor(register.KindParties, party)] != ""
}

// safeguards adds what a transfer rests on and how to get a copy of it, as far as
// the register shows them.
func (n *notice) safeguards(s *siteAbroad, party string, t *register.Transfer) {
	about := append(append(n.name(register.KindParties, party), Run{Text: ", "}), Text(n.area(s.area))...)
	at := string(register.KindParties) + "/" + party + "/transfers"
	if t == nil || t.Tool == "" {
		n.lacks("tool", about, nil, at, "Art. 13(1)(f)")
	}
	if t == nil {
		return
	}
	add := func(line Inline) {
		if len(line) > 0 {
			s.lines = appendNew(s.lines, line)
		}
	}
	if t.Tool != "" {
		add(capitalLine(n.value(string(t.Tool))))
	}
	if t.Tool == register.TransferToolAdequacy {
		if d := n.decision(s.area); len(d) > 0 && d[0][0].Style != Mark {
			add(muted(d[0]))
		} else {
			n.lacks("adequacy", about, nil, at, "Art. 45")
		}
	}
	if t.Derogation != "" {
		add(n.value(string(t.Derogation)))
	}
	add(capitalLine(n.text(t.Safeguards)))
	if copied := n.text(t.Copy); copied != nil {
		s.copies = appendNew(s.copies, capitalLine(copied))
	} else if t.Tool != "" && t.Tool != register.TransferToolAdequacy && t.Tool != register.TransferToolDerogation {
		n.lacks("copy", about, nil, at, "Art. 13(1)(f)")
	}
}

// claimedAbroad are the transfers that an activity states, to countries and
// organisations to which no recipient leads.
func (n *notice) claimedAbroad() []Row {
	seen := make(map[string]bool)
	for i := range n.ways {
		for _, c := range n.ways[i].Countries {
			seen[string(c.Country)] = true
		}
		seen[n.ways[i].Party] = true
	}
	var rows []Row
	for _, a := range n.activities {
		for i := range a.Transfers {
			t := &a.Transfers[i]
			key := string(t.To)
			name := Text(n.area(register.Area(t.To)))
			if t.Organisation != "" {
				key, name = t.Organisation, n.name(register.KindParties, t.Organisation)
			}
			if key == "" || seen[key] || t.To != "" && !n.outside(register.Area(t.To)) {
				continue
			}
			seen[key] = true
			n.lacksOf(a, "receiver-abroad", name, "transfers", "Art. 13(1)(e)")
			rows = append(rows, Row{Cells: []Cell{n.cell(name), n.cell(n.name(register.KindActivities, a.ID)), n.cell(capitalLine(n.askUs("notice.not-told"))), {}}})
		}
	}
	return rows
}

// staysInside reports whether the register states of all activities that no data
// leave the EEA.
func (n *notice) staysInside() bool {
	return len(n.activities) > 0 && !slices.ContainsFunc(n.activities, func(a *register.Activity) bool { return a.Transfers == nil || len(a.Transfers) > 0 })
}

// countryless notes the recipients of which no country is stated.
func (n *notice) countryless() {
	known := make(map[string]bool)
	for i := range n.ways {
		if len(n.ways[i].Countries) > 0 {
			known[n.ways[i].Party] = true
		}
	}
	var names []Inline
	for _, t := range n.takers {
		p := n.view.Party(t.party)
		if p == nil || known[t.party] || p.Kind == register.PartyKindUnit || p.Kind == register.PartyKindPublic {
			continue
		}
		names = appendNew(names, n.name(register.KindParties, t.party))
	}
	if len(names) > 0 {
		n.lacks("countries", nil, joined(names, ", "), "parties/*/country", "Art. 13(1)(f)")
	}
}
