package cli

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/spf13/cobra"
)

func (a *app) vocabularyCommand() *cobra.Command {
	format := &choice{"text", []string{"text", "json", "csv", "markdown"}}
	cmd := &cobra.Command{
		Use: "vocabulary",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return a.need("KIND")(cmd, args)
			}
			return nil
		},
		ValidArgs: singularKinds(),
		RunE: func(_ *cobra.Command, args []string) error {
			kinds := register.Kinds()
			if len(args) == 1 {
				kind, err := kindOf(args[0])
				if err != nil {
					return err
				}
				kinds = []register.Kind{kind}
			}
			return a.vocabulary(kinds, format.chosen)
		},
	}
	cmd.Flags().Var(format, "format", a.say("flag.format.all"))
	a.complete(cmd, "format", format.allowed...)
	return cmd
}

// builtIn returns a view of the built-in vocabulary alone.
func (a *app) builtIn() *register.View {
	view, _ := register.Resolve(&register.Register{Schema: "ropa/v1"}, nil, nil)
	return view
}

func (a *app) vocabulary(kinds []register.Kind, format string) error {
	view := a.builtIn()
	if format == "json" {
		return a.vocabularyJSON(view, kinds)
	}
	several := len(kinds) > 1
	t := &table{titles: []string{"id", "name", "parent", "description"}}
	if format != "csv" {
		t.titles = []string{a.say("column.id"), a.say("column.name"), a.say("column.parent"), a.say("column.description")}
	}
	if several {
		t.titles = append([]string{a.say("column.kind")}, t.titles...)
		if format == "csv" {
			t.titles[0] = "kind"
		}
	}
	for _, kind := range kinds {
		for _, e := range view.Entities(kind) {
			row := []string{e.Key(), a.name(textOf(e), nil), parentOf(e), a.name(descriptionOf(e), nil)}
			if several {
				row = append([]string{string(kind)}, row...)
			}
			t.rows = append(t.rows, row)
		}
	}
	return a.writeVocabulary(t, kinds, format)
}

func (a *app) writeVocabulary(t *table, kinds []register.Kind, format string) error {
	switch {
	case format == "csv":
		return a.writeCSV(t)
	case len(t.rows) == 0:
		fmt.Fprintln(&a.out, a.say("vocabulary.none", a.say("kinds."+string(kinds[0]))))
	case format == "markdown":
		a.writeMarkdown(t)
	default:
		a.writeText(t)
	}
	return nil
}

// vocabularyJSON writes the terms in canonical form. Among several kinds, each
// says under "of" which it belongs to.
func (a *app) vocabularyJSON(view *register.View, kinds []register.Kind) error {
	terms := []json.RawMessage{}
	for _, kind := range kinds {
		for _, e := range view.Entities(kind) {
			term, err := json.Marshal(e)
			if err != nil {
				return err
			}
			if len(kinds) > 1 {
				term = []byte(fmt.Sprintf(`{"of":%q,%s`, kind, strings.TrimPrefix(string(term), "{")))
			}
			terms = append(terms, term)
		}
	}
	return a.writeJSON(terms)
}

func parentOf(e register.Entity) string {
	switch e := e.(type) {
	case *register.DataCategory:
		return e.Parent
	case *register.DataSubject:
		return e.Parent
	case *register.Purpose:
		return e.Parent
	case *register.Operation:
		return e.Parent
	case *register.Event:
		return e.Parent
	case *register.Measure:
		return e.Parent
	}
	return ""
}

func descriptionOf(e register.Entity) register.Text {
	switch e := e.(type) {
	case *register.Party:
		return e.Description
	case *register.DataCategory:
		return e.Description
	case *register.DataSubject:
		return e.Description
	case *register.Purpose:
		return e.Description
	case *register.RetentionRule:
		return e.Description
	case *register.Operation:
		return e.Description
	case *register.Event:
		return e.Description
	case *register.Measure:
		return e.Description
	case *register.System:
		return e.Description
	}
	return nil
}
