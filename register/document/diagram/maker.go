package diagram

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/words"
)

// maker makes a graph.
type maker struct {
	view  *register.View
	chart *datamap.Map
	o     Options
	words words.Words
	g     *Graph
	// at are the nodes by column and key, edgeAt the edges by their ends.
	at     map[nodeKey]int
	edgeAt map[[2]int]int
	marks  map[string]marks
	// large are the frames of countries that are drawn; nil for all.
	large map[string]bool
}

type nodeKey struct {
	column int
	key    string
}

// New makes the graph of a register, of one activity or of one party. The error
// is ErrNoDate, ErrBoth or an *UnknownError.
func New(view *register.View, chart *datamap.Map, o Options) (*Graph, error) {
	m, err := newMaker(view, chart, o)
	if err != nil {
		return nil, err
	}
	switch {
	case o.Activity != "":
		err = m.ofActivity()
	case o.Party != "":
		err = m.ofParty()
	default:
		err = m.whole()
	}
	if err != nil {
		return nil, err
	}
	m.finish()
	return m.g, nil
}

func newMaker(view *register.View, chart *datamap.Map, o Options) (*maker, error) {
	switch {
	case o.AsOf.IsZero():
		return nil, ErrNoDate
	case o.Activity != "" && o.Party != "":
		return nil, ErrBoth
	}
	o.Audience = cmp.Or(o.Audience, document.Authority)
	o.By = cmp.Or(o.By, ByEEA)
	o.Most = max(cmp.Or(o.Most, MostNodes), 40)
	m := &maker{view: view, chart: chart, o: o, words: words.In(o.Language), marks: make(map[string]marks)}
	m.begin()
	return m, nil
}

// begin begins a graph without nodes.
func (m *maker) begin() {
	m.g = &Graph{Language: m.words.Language(), words: m.words}
	m.at, m.edgeAt = make(map[nodeKey]int), make(map[[2]int]int)
}

func (m *maker) say(code string, args ...any) string { return say(m.words, code, args...) }

// say returns a label with its arguments filled in.
func say(w words.Words, code string, args ...any) string {
	entry, ok := labels[code]
	switch {
	case !ok:
		return code // a test rules that out
	case len(args) == 0:
		return entry.In(w.Language())
	}
	return fmt.Sprintf(entry.In(w.Language()), args...)
}

func (m *maker) name(kind register.Kind, id string) string {
	return clean(m.words.Name(m.view, kind, id))
}

// text is a text in the language of the picture.
func (m *maker) text(t register.Text) string { return clean(m.words.Text(t, m.view.Register())) }

func (m *maker) names(kind register.Kind, ids []string) []string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = m.name(kind, id)
	}
	return all
}

// listed joins names; of many, the first and how many more there are.
func (m *maker) listed(names []string, most int) string {
	if len(names) <= most+1 {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:most], ", ") + " " + m.say("more", len(names)-most)
}

// column adds a column.
func (m *maker) column(code string) int {
	m.g.columns = append(m.g.columns, column{title: m.say("column." + code)})
	return len(m.g.columns) - 1
}

// node returns the node of a key in a column, making it where there is none.
func (m *maker) node(column int, key string, kind nodeKind, name string) (*node, int) {
	k := nodeKey{column, key}
	i, ok := m.at[k]
	if !ok {
		i = len(m.g.nodes)
		m.at[k] = i
		m.g.nodes = append(m.g.nodes, node{kind: kind, name: name, column: column})
	}
	return &m.g.nodes[i], i
}

// connect adds an edge; several between the same nodes are one, stated where one
// of them is.
func (m *maker) connect(from, to int, assumed bool) {
	ends := [2]int{from, to}
	i, ok := m.edgeAt[ends]
	if !ok {
		m.edgeAt[ends] = len(m.g.edges)
		m.g.edges = append(m.g.edges, edge{from, to, assumed, 1})
		return
	}
	m.g.edges[i].count++
	m.g.edges[i].assumed = m.g.edges[i].assumed && assumed
}

// activities returns those that the audience may know of and that are carried out
// on the day or, except for the public, are planned.
func (m *maker) activities() []*register.Activity {
	var all []*register.Activity
	for _, a := range m.view.Activities() {
		if m.shows(a) && !m.over(a) {
			all = append(all, a)
		}
	}
	return all
}

func (m *maker) shows(a *register.Activity) bool {
	return m.o.Audience.Shows(a) && (m.o.Audience != document.Public || !m.planned(a) && !m.over(a))
}

func (m *maker) over(a *register.Activity) bool {
	return a.Status == register.StatusEnded || !a.Until.IsZero() && a.Until < m.o.AsOf
}

func (m *maker) planned(a *register.Activity) bool {
	return a.Status == register.StatusPlanned || a.From > m.o.AsOf
}

// filter is what the data map is asked for.
func (m *maker) filter(activities []*register.Activity) datamap.Filter {
	f := datamap.Filter{AsOf: m.o.AsOf, Planned: m.o.Audience != document.Public, Evidence: datamap.EvidenceNone}
	if len(activities) < len(m.view.Activities()) {
		for _, a := range activities {
			f.Activities = append(f.Activities, a.ID)
		}
	}
	return f
}

// unsure reports whether a statement is inferred or assumed. The public does not
// see how sure the organisation is.
func (m *maker) unsure(r *register.Remarks, fields ...string) bool {
	if m.o.Audience == document.Public || r.Certainty == "" || r.Certainty == register.CertaintyStated {
		return false
	}
	return len(r.CertaintyOf) == 0 || slices.ContainsFunc(fields, func(f string) bool { return slices.Contains(r.CertaintyOf, f) })
}

// finish says what there is to say of the whole picture.
func (m *maker) finish() {
	g := m.g
	g.sortBands()
	used := make([]bool, len(g.columns))
	for i := range g.nodes {
		used[g.nodes[i].column] = true
	}
	for c := range used {
		if !used[c] { // lines pass through
			g.columns[c].title = ""
		}
	}
	if o := m.view.Register().Organisation; o != nil {
		g.subtitle = m.text(o.Name)
	}
	day := m.say("as-of", m.words.Date(m.o.AsOf))
	if g.subtitle != "" {
		g.subtitle += " – "
	}
	g.subtitle += day
	g.Description = m.describe()
	for _, e := range g.edges {
		g.doubtful = g.doubtful || e.assumed
	}
}

// describe tells in words what the picture shows.
func (m *maker) describe() string {
	g := m.g
	direct := len(g.columns) // the column of direct recipients: the first after activities
	for i := range g.nodes {
		if n := &g.nodes[i]; n.kind == partyNode && m.behindActivities(n.column) {
			direct = min(direct, n.column)
		}
	}
	var parts []string
	told := func(code string, always bool, fits func(*node) bool) {
		var names []string
		for i := range g.nodes {
			if n := &g.nodes[i]; fits(n) && !slices.Contains(names, n.name) {
				names = append(names, short(n.name, 80))
			}
		}
		switch {
		case len(names) > 0:
			parts = append(parts, m.say("says."+code, m.listed(names, 20)))
		case always:
			parts = append(parts, m.say("says."+code, m.say("says.none")))
		}
	}
	if g.Grouped {
		parts = append(parts, m.say("says.grouped"))
	}
	party := func(n *node) bool { return n.kind == partyNode && m.behindActivities(n.column) }
	told("subjects", m.o.Party == "", func(n *node) bool { return n.kind == subjectNode })
	told("activities", true, func(n *node) bool { return n.kind == activityNode })
	told("recipients", true, func(n *node) bool { return party(n) && n.column == direct })
	told("onward", false, func(n *node) bool { return party(n) && n.column > direct })
	told("outside", true, func(n *node) bool { return party(n) && n.place == outsideEEA })
	told("unknown", false, func(n *node) bool { return party(n) && n.place == unknownPlace })
	return strings.Join(parts, " ")
}

// behindActivities reports whether a column stands after that of the activities.
func (m *maker) behindActivities(column int) bool {
	for i := range m.g.nodes {
		if m.g.nodes[i].kind == activityNode {
			return column > m.g.nodes[i].column
		}
	}
	return true
}

// id is what a node is called in languages for graphs.
func id(n int) string { return "n" + strconv.Itoa(n+1) }
