package document

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// alike are data of an activity of which the same is said.
type alike struct {
	names []Inline
	said  Inline
}

// grouped puts together the data of which the same is said, in their order.
func (n *notice) grouped(a *register.Activity, name func(string) Inline, say func(*register.DataUse) Inline) []alike {
	var all []alike
	for i := range a.Data {
		d := &a.Data[i]
		said := say(d)
		at := slices.IndexFunc(all, func(x alike) bool { return x.said.String() == said.String() })
		if at < 0 {
			at = len(all)
			all = append(all, alike{said: said})
		}
		all[at].names = appendNew(all[at].names, name(d.Category))
	}
	return all
}

// dataName names a category of data, and says where it calls for special care.
func (n *notice) dataName(id string) Inline {
	name := n.name(register.KindDataCategories, id)
	for _, m := range n.marksOf(id) {
		if m != register.DataMarkOnlineIdentifier {
			name = append(append(append(name, Run{Text: " ("}), mark(n.words.Value(string(m)))...), Run{Text: ")"})
		}
	}
	return name
}

// dataOf tells which data of an activity are used, of whom, where they come from
// and whether people must give them (Art. 13(2)(e), 14(1)(d), (2)(f)).
func (n *notice) dataOf(a *register.Activity) []Fact {
	f := Fact{Name: n.label("notice.data")}
	for _, g := range n.grouped(a, n.dataName, func(d *register.DataUse) Inline { return n.saidOf(a, d) }) {
		f.Text = append(f.Text, n.dashed(capitalLine(joined(g.names, ", ")), g.said))
	}
	if len(a.Data) == 0 {
		n.lacksOf(a, "data", nil, "data", "Art. 14(1)(d)")
		return nil
	}
	n.lackOf(a, "source", "Art. 14(2)(f)", func(d *register.DataUse) bool { return len(d.Source) == 0 })
	n.lackOf(a, "mandatory", "Art. 13(2)(e)", func(d *register.DataUse) bool {
		return d.Mandatory == register.Unstated && !slices.ContainsFunc(d.Source, func(s register.DataSource) bool { return s.Kind != register.SourceKindDataSubject })
	})
	return []Fact{f}
}

// lackOf notes of which data of an activity something is not shown.
func (n *notice) lackOf(a *register.Activity, code, article string, lacks func(*register.DataUse) bool) {
	var names []Inline
	for i := range a.Data {
		if lacks(&a.Data[i]) {
			names = appendNew(names, n.name(register.KindDataCategories, a.Data[i].Category))
		}
	}
	if len(names) > 0 {
		n.lacksOf(a, code, joined(names, ", "), "data/*/"+code, article)
	}
}

// dashed puts what is said of something after it.
func (n *notice) dashed(what, said Inline) Inline {
	if len(said) == 0 {
		return what
	}
	return append(append(what, Run{Text: " – "}), said...)
}

// saidOf is what is said of data of an activity.
func (n *notice) saidOf(a *register.Activity, d *register.DataUse) Inline {
	var parts []Inline
	if len(d.Subjects) > 0 && len(a.Subjects) > 1 {
		parts = append(parts, n.after(n.label("notice.of-whom"), n.list(register.KindDataSubjects, d.Subjects)))
	}
	if len(d.Purposes) > 0 && len(d.Purposes) < len(a.Purposes) {
		parts = append(parts, n.after(n.label("notice.for-what"), n.list(register.KindPurposes, d.Purposes)))
	}
	parts = append(parts, n.origins(d)...)
	switch d.Mandatory {
	case register.Yes:
		parts = append(parts, n.label("notice.must"))
	case register.No:
		parts = append(parts, n.label("notice.may"))
	}
	parts = append(parts, n.text(d.Consequence))
	for _, line := range n.lawLinks(d.Law) {
		parts = append(parts, n.named("law", line))
	}
	return joined(filled(parts), n.words.Semicolon())
}

// origins tells where data come from.
func (n *notice) origins(d *register.DataUse) []Inline {
	var all []Inline
	for i := range d.Source {
		s := &d.Source[i]
		switch {
		case s.Party != "":
			all = append(all, n.tell("notice.from", n.name(register.KindParties, s.Party)))
		case s.Kind != "":
			all = append(all, n.label("notice.from."+string(s.Kind)))
		}
	}
	return all
}

// sources tells of the data that do not come from the people themselves, by where
// they come from (Art. 14(2)(f)).
func (n *notice) sources() []Section {
	var from []string
	lines := make(map[string]Inline)
	data := make(map[string][]Inline)
	for _, a := range n.activities {
		for i := range a.Data {
			for j := range a.Data[i].Source {
				s := &a.Data[i].Source[j]
				key, line := s.Party, Inline(nil)
				switch {
				case s.Party != "":
					line = n.tell("notice.from", strong(n.name(register.KindParties, s.Party)))
				case s.Kind != "" && s.Kind != register.SourceKindDataSubject:
					key, line = " "+string(s.Kind), strong(n.label("notice.from."+string(s.Kind)))
				default:
					continue
				}
				if lines[key] == nil {
					from, lines[key] = append(from, key), capitalLine(line)
				}
				data[key] = appendNew(data[key], n.name(register.KindDataCategories, a.Data[i].Category))
			}
		}
	}
	if len(from) == 0 {
		return nil
	}
	list := List{}
	for _, key := range from {
		list.Items = append(list.Items, n.after(lines[key], joined(data[key], ", ")))
	}
	s := n.place("sources", "notice-sources")
	s.Blocks = []Block{list}
	return []Section{s}
}
