package docs_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
)

// TestVocabularyTablesSnapshot holds that the tables of the page on the
// vocabulary say what the vocabulary holds. They stand between comments such as
// <!-- table: marks --> and <!-- end -->; -update writes them.
func TestVocabularyTablesSnapshot(t *testing.T) {
	const page = "vocabulary.md"
	tables := vocabularyTables(t)
	var got []string
	inside := false
	for line := range strings.SplitSeq(string(read(t, page)), "\n") {
		name, opens := strings.CutPrefix(line, "<!-- table: ")
		name = strings.TrimSuffix(name, " -->")
		switch {
		case opens && tables[name] == "":
			t.Fatalf("there is no table %q, or it stands twice", name)
		case opens:
			got = append(got, line, "")
			got = append(got, strings.Split(strings.TrimSpace(tables[name]), "\n")...)
			got = append(got, "")
			delete(tables, name)
			inside = true
		case line == "<!-- end -->":
			inside = false
			fallthrough
		case !inside:
			got = append(got, line)
		}
	}
	for name := range tables {
		t.Errorf("the table %q does not stand on the page", name)
	}
	if inside {
		t.Fatal("a table does not end")
	}
	want := strings.Split(string(read(t, page)), "\n")
	if diff := cmp.Diff(want, got); diff != "" {
		if *update {
			write(t, page, got)
			return
		}
		t.Errorf("-page +vocabulary (-update writes it):\n%s", diff)
	}
}

// listed is a term as the tables show it.
type listed struct {
	id, name, parent, iri, fides string
	marks, members               []string
	below                        []*listed
}

// all returns the number of terms below a term, at any depth.
func (l *listed) all() int {
	n := len(l.below)
	for _, b := range l.below {
		n += b.all()
	}
	return n
}

// vocabularyTables returns the tables by name.
func vocabularyTables(t *testing.T) map[string]string {
	t.Helper()
	terms := listedTerms()
	tables := map[string]string{"counts": countTable(terms), "marks": markTable(t, terms), "bundles": bundleTable(terms)}
	for kind, name := range map[register.Kind]string{
		register.KindDataCategories: "data", register.KindDataSubjects: "subjects", register.KindPurposes: "purposes",
		register.KindOperations: "operations", register.KindMeasures: "measures", register.KindEvents: "events",
	} {
		tables[name] = treeTable(terms[kind])
	}
	return tables
}

// listedTerms reads the built-in vocabulary, in its order.
func listedTerms() map[register.Kind][]*listed {
	r := register.Common()
	terms := make(map[register.Kind][]*listed)
	add := func(kind register.Kind, l *listed) { terms[kind] = append(terms[kind], l) }
	for _, c := range r.DataCategories {
		l := &listed{id: c.ID, name: c.Name["en"], parent: c.Parent, iri: c.IRI, fides: c.Fides, members: c.Includes}
		for _, m := range c.Marks {
			l.marks = append(l.marks, string(m))
		}
		add(register.KindDataCategories, l)
	}
	for _, s := range r.DataSubjects {
		l := &listed{id: s.ID, name: s.Name["en"], parent: s.Parent, iri: s.IRI, fides: s.Fides}
		for _, m := range s.Marks {
			l.marks = append(l.marks, string(m))
		}
		add(register.KindDataSubjects, l)
	}
	for _, p := range r.Purposes {
		add(register.KindPurposes, &listed{id: p.ID, name: p.Name["en"], parent: p.Parent, iri: p.IRI, fides: p.Fides})
	}
	for _, o := range r.Operations {
		add(register.KindOperations, &listed{id: o.ID, name: o.Name["en"], parent: o.Parent, iri: o.IRI, fides: o.Fides})
	}
	for _, m := range r.Measures {
		add(register.KindMeasures, &listed{id: m.ID, name: m.Name["en"], parent: m.Parent, iri: m.IRI, fides: m.Fides})
	}
	for _, e := range r.Events {
		add(register.KindEvents, &listed{id: e.ID, name: e.Name["en"], parent: e.Parent, iri: e.IRI, fides: e.Fides})
	}
	for _, p := range r.Parties {
		add(register.KindParties, &listed{id: p.ID, name: p.Name["en"]})
	}
	for _, of := range terms {
		byID := make(map[string]*listed)
		for _, l := range of {
			byID[l.id] = l
		}
		for _, l := range of {
			if wider := byID[l.parent]; wider != nil {
				wider.below = append(wider.below, l)
			}
		}
	}
	return terms
}

// countTable tells how many terms of each kind there are.
func countTable(terms map[register.Kind][]*listed) string {
	var b strings.Builder
	b.WriteString("| Kind | In a register | Terms | With a concept of the DPV | With a key of Fideslang |\n|---|---|---:|---:|---:|\n")
	sum, iris, keys := 0, 0, 0
	for _, kind := range []struct {
		name string
		kind register.Kind
	}{
		{"categories of data", register.KindDataCategories}, {"data subjects", register.KindDataSubjects},
		{"purposes", register.KindPurposes}, {"processing operations", register.KindOperations},
		{"measures", register.KindMeasures}, {"events at which a period starts", register.KindEvents},
		{"supervisory authorities", register.KindParties},
	} {
		n, iri, fides := len(terms[kind.kind]), 0, 0
		for _, l := range terms[kind.kind] {
			if l.iri != "" {
				iri++
			}
			if l.fides != "" {
				fides++
			}
		}
		sum, iris, keys = sum+n, iris+iri, keys+fides
		fmt.Fprintf(&b, "| %s | `%s` | %d | %s | %s |\n", kind.name, kind.kind, n, orNone(iri), orNone(fides))
	}
	fmt.Fprintf(&b, "| together | | %d | %d | %d |\n", sum, iris, keys)
	return b.String()
}

func orNone(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// treeTable shows the two upper levels of a tree, and the terms that stand by
// themselves.
func treeTable(terms []*listed) string {
	var rows, alone []string
	for _, l := range terms {
		switch {
		case l.parent != "" || len(l.members) > 0:
		case len(l.below) == 0:
			alone = append(alone, "`"+l.id+"`"+marked(l))
		default:
			var below []string
			for _, b := range l.below {
				id := "`" + b.id + "`"
				if n := b.all(); n > 0 {
					id += fmt.Sprintf(" (%d)", n)
				}
				below = append(below, id)
			}
			rows = append(rows, fmt.Sprintf("| `%s`%s | %s | %d | %s |\n", l.id, marked(l), l.name, l.all(), strings.Join(below, ", ")))
		}
	}
	var text string
	if len(rows) > 0 {
		text = "| Term | Name | Narrower | Directly below it |\n|---|---|---:|---|\n" + strings.Join(rows, "") + "\n"
	}
	return text + wrapped(fmt.Sprintf("By themselves (%d): %s.", len(alone), strings.Join(alone, ", ")))
}

func marked(l *listed) string {
	if len(l.marks) == 0 {
		return ""
	}
	return " (" + strings.Join(l.marks, ", ") + ")"
}

// wrapped breaks a text into lines that fit an editor.
func wrapped(text string) string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && len(line)+1+len(word) > 120 {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return strings.Join(append(lines, line), "\n") + "\n"
}

// bundleTable shows the names for several categories.
func bundleTable(terms map[register.Kind][]*listed) string {
	text := "| Bundle | Name | Members |\n|---|---|---|\n"
	for _, l := range terms[register.KindDataCategories] {
		if len(l.members) > 0 {
			text += fmt.Sprintf("| `%s` | %s | `%s` |\n", l.id, l.name, strings.Join(l.members, "`, `"))
		}
	}
	return text
}

// markTable shows where marks stand and how far they reach. What they mean is
// said in the schema.
func markTable(t *testing.T, terms map[register.Kind][]*listed) string {
	t.Helper()
	var schema struct {
		Defs map[string]struct {
			Enum         []string          `json:"enum"`
			Descriptions map[string]string `json:"x-enum-descriptions"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal(register.Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	text := "| Mark | Of | Why | Stands at | With what is narrower |\n|---|---|---|---|---:|\n"
	for _, of := range []struct {
		def, name string
		kind      register.Kind
	}{{"DataMark", "data", register.KindDataCategories}, {"SubjectMark", "data subjects", register.KindDataSubjects}} {
		for _, mark := range schema.Defs[of.def].Enum {
			var at []string
			reached := make(map[string]bool)
			for _, l := range terms[of.kind] {
				if slices.Contains(l.marks, mark) {
					at = append(at, "`"+l.id+"`")
					reach(l, reached)
				}
			}
			text += fmt.Sprintf("| `%s` | %s | %s | %s | %d |\n", mark, of.name, schema.Defs[of.def].Descriptions[mark], strings.Join(at, ", "), len(reached))
		}
	}
	return text
}

// reach notes a term and what is narrower.
func reach(l *listed, reached map[string]bool) {
	reached[l.id] = true
	for _, b := range l.below {
		reach(b, reached)
	}
}

var promised = regexp.MustCompile(`more than (\d+) terms`)

// TestPromisedTerms holds that the README promises no more terms than there are.
func TestPromisedTerms(t *testing.T) {
	m := promised.FindSubmatch(read(t, "../README.md"))
	if m == nil {
		t.Fatal("README.md does not say how many terms there are")
	}
	least, err := strconv.Atoi(string(m[1]))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, of := range listedTerms() {
		n += len(of)
	}
	if n <= least || n > least+200 {
		t.Errorf("README.md says more than %d terms; there are %d", least, n)
	}
}
