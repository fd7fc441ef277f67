package examples_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/lint/own"
)

// The names of the layers, as View.Layer gives them.
const (
	ownLayer     = ""
	groupLayer   = "../group.yaml"
	builtInLayer = "common"
)

// loadLayer resolves one of the registers of the example with what it extends.
func loadLayer(t *testing.T, name string) *register.View {
	t.Helper()
	r, src, problems := register.Load(filepath.Join("layers", name))
	for _, p := range problems {
		t.Errorf("Load: %v", p.Error())
	}
	if r == nil {
		t.Fatal("nothing was read")
	}
	view, problems := register.Resolve(r, src, register.FileBases(os.DirFS("layers"), name))
	for _, p := range problems {
		t.Errorf("Resolve: %v", p.Error())
	}
	return view
}

// The term that is asked for is built in, the one between and the parties are
// the group's, the one in use is the subsidiary's.
var layeredQuestions = []expectation{
	{
		Ask:          "processors --receives financial-data",
		Stated:       []string{"finance-desk", "ledger-cloud"},
		Undetermined: map[string]string{},
	},
	{ // The finance desk passes lease data on, bank accounts it does not.
		Ask:          "processors --receives bank-account",
		Stated:       []string{"finance-desk"},
		Undetermined: map[string]string{},
	},
	{ // Who leases is a customer. Assumed: the data uses leave out about whom they are.
		Ask:     "data --subject customer",
		Assumed: []string{"bank-account", "email", "frame-number", "lease-instalments", "name", "postal-address"},
	},
}

func TestLayersAnswerTogether(t *testing.T) {
	m := datamap.Build(loadLayer(t, "bike-lease"))
	for _, e := range layeredQuestions {
		t.Run(e.Ask, func(t *testing.T) {
			compare(t, m, e, "2026-11-22")
		})
	}
}

// Without one of the layers there is no such answer.
func TestEveryLayerIsNeeded(t *testing.T) {
	first := layeredQuestions[0]
	first.Stated = nil
	compare(t, datamap.Build(loadLayer(t, "group.yaml")), first, "2026-11-22")

	for _, extends := range [][]string{{builtInLayer}, {}} {
		r, src, _ := register.Load("layers/bike-lease")
		r.Extends = extends
		if _, problems := register.Resolve(r, src, nil); !problems.HasErrors() {
			t.Errorf("the register has no problems where it extends %q", extends)
		}
	}
}

func TestLayersSayWhereATermComesFrom(t *testing.T) {
	view := loadLayer(t, "bike-lease")
	for _, c := range []struct {
		kind  register.Kind
		id    string
		layer string
	}{
		{register.KindDataCategories, "financial-data", builtInLayer},
		{register.KindDataCategories, "lease-data", groupLayer},
		{register.KindDataCategories, "lease-instalments", ownLayer},
		{register.KindDataSubjects, "customer", builtInLayer},
		{register.KindDataSubjects, "employee", groupLayer}, // replaces a built-in term
		{register.KindDataSubjects, "lessee", ownLayer},
		{register.KindParties, "ap-nl", builtInLayer},
		{register.KindParties, "ledger-cloud", groupLayer},
		{register.KindRetentionRules, "wages", groupLayer},
		{register.KindRetentionRules, "books", ownLayer}, // replaces a rule of the group
		{register.KindMeasures, "group-security-policy", groupLayer},
		{register.KindSystems, "group-ledger", groupLayer},
	} {
		if layer, ok := view.Layer(c.kind, c.id); !ok || layer != c.layer {
			t.Errorf("%s %s: layer %q %v, want %q", c.kind, c.id, layer, ok, c.layer)
		}
	}
}

// The nearest definition counts, and counts whole.
func TestNearestDefinitionCounts(t *testing.T) {
	group, own := loadLayer(t, "group.yaml"), loadLayer(t, "bike-lease")
	if before, after := group.RetentionRule("books").Period, own.RetentionRule("books").Period; before != "P7Y" || after != "P10Y" {
		t.Errorf("books: %s in the group, %s in the subsidiary", before, after)
	}
	employee := own.DataSubject("employee")
	if employee.Name["en"] != "colleague" || !slices.Contains(employee.Marks, register.SubjectMarkEmployee) {
		t.Errorf("employee: %q, marks %v", employee.Name["en"], employee.Marks)
	}
	// The built-in term has a name in French; nothing of it is left.
	if name, replaced := employee.Name["fr"]; replaced {
		t.Errorf("employee is still called %q", name)
	}
}

// What the holding is and does itself stays its own (Art. 30(1): each controller
// keeps a record of its processing).
func TestHoldingIsNotInherited(t *testing.T) {
	group, own := loadLayer(t, "group.yaml"), loadLayer(t, "bike-lease")
	if group.Activity("share-register") == nil || own.Activity("share-register") != nil {
		t.Error("share-register must be an activity of the group and not of the subsidiary")
	}
	if name := own.Register().Organisation.Name["nl"]; name != "Sluishaven Fietslease" {
		t.Errorf("the subsidiary is kept by %q", name)
	}
	if group.Agreement("finance-desk-contract") != nil {
		t.Error("the contract of the subsidiary is one of the group")
	}
}

// Every file of an example stands in the usual layout, but for files of rules,
// which have none.
func TestExamplesAreFormatted(t *testing.T) {
	files, err := filepath.Glob("*/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	nested, err := filepath.Glob("*/*/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if files = append(files, nested...); len(files) < 12 {
		t.Errorf("only %d files", len(files))
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(data), "\nschema: "+own.Version+"\n") {
			continue
		}
		formatted, problems := register.Format(file, data)
		for _, p := range problems {
			t.Error(p.Error())
		}
		if diff := cmp.Diff(string(data), string(formatted)); diff != "" {
			t.Errorf("%s: ropa fmt would change (-file +formatted):\n%s", file, diff)
		}
	}
}
