package cli

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"

	"github.com/openropa/ropa/api/wire"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
	"github.com/spf13/cobra"
)

func (a *app) showCommand() *cobra.Command {
	format := &choice{"text", []string{"text", "json"}}
	asOf := &day{}
	cmd := &cobra.Command{
		Use: "show",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				return nil
			}
			return a.need("PATH", "KIND", "ID")(cmd, args)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if asOf.IsZero() {
				asOf.Date = value.DateOf(a.env.Now())
			}
			if len(args) == 1 {
				return a.overview(args[0], format.chosen)
			}
			return a.show(args[0], args[1], args[2], asOf.Date, format.chosen)
		},
		ValidArgsFunction: a.completeShow,
	}
	cmd.Flags().Var(asOf, "as-of", a.say("flag.as-of"))
	cmd.Flags().Var(format, "format", a.say("flag.format.text-json"))
	a.rootFlag(cmd)
	a.complete(cmd, "format", format.allowed...)
	return cmd
}

// shown is everything that a register says about one thing.
type shown struct {
	kind register.Kind
	id   string
	// entities is one entity; of rights there may be several.
	entities []register.Entity
	layer    string
	place    register.Place
	// flows are what the data map knows of it: what a party gets, who gets a
	// category, what an activity discloses.
	flows []datamap.Answer
	// recipients are those of a category of data, or a party as a recipient;
	// retention is that of a category of data.
	recipients, retention []datamap.Answer
	mentions              []mention
}

func (a *app) show(path, kindName, id string, asOf register.Date, format string) error {
	kind, err := kindOf(kindName)
	if err != nil {
		return err
	}
	l, err := a.open(path)
	if err != nil {
		return err
	}
	s, err := a.lookUp(l.view, kind, id)
	if err != nil {
		return err
	}
	if err := s.ask(l.view, asOf); err != nil {
		return a.askError(l.view, err)
	}
	if format == "json" {
		return a.showJSON(l.view, s)
	}
	a.showText(l, s)
	return nil
}

// lookUp finds an entity and where it is mentioned.
func (a *app) lookUp(view *register.View, kind register.Kind, id string) (*shown, error) {
	s := &shown{kind: kind, id: id}
	at := ""
	for i, e := range view.Entities(kind) {
		if id == "" || !slices.Contains(namesOf(e), id) {
			continue
		}
		if s.entities = append(s.entities, e); at == "" {
			at = string(kind) + "/" + cmp.Or(e.Key(), strconv.Itoa(i+1))
		}
	}
	if len(s.entities) == 0 {
		meant := diag.Suggest(id, idsOf(view, kind))
		if len(meant) == 0 {
			meant = view.Suggest(id, kind)
		}
		return nil, wrongUse("use.no-entity", a.kindWord(kind), id).suggest(meant)
	}
	s.layer, _ = view.Layer(kind, id)
	s.place = view.Place(at)
	s.mentions = mentionsOf(view, kind, id)
	return s, nil
}

// namesOf returns the words by which an entity is asked for: its id, and of how
// a right can be used, which seldom has one, the right.
func namesOf(e register.Entity) []string {
	if right, ok := e.(*register.Right); ok {
		return []string{right.ID, string(right.Right)}
	}
	return []string{e.Key()}
}

// idsOf returns all words by which entities of a kind are asked for.
func idsOf(view *register.View, kind register.Kind) []string {
	var all []string
	for _, e := range view.Entities(kind) {
		for _, name := range namesOf(e) {
			if name != "" {
				all = append(all, name)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// ask asks the data map what it knows of the thing.
func (s *shown) ask(view *register.View, asOf register.Date) error {
	f := datamap.Filter{AsOf: asOf, Planned: true, Evidence: datamap.EvidenceAll}
	var err error
	switch s.kind {
	case register.KindParties:
		f.Recipients = []string{s.id}
		if s.flows, err = s.answers(view, datamap.Flows, f); err == nil {
			f.Evidence = datamap.EvidenceNone
			s.recipients, err = s.answers(view, datamap.Recipients, f)
		}
	case register.KindActivities:
		f.Activities = []string{s.id}
		s.flows, err = s.answers(view, datamap.Flows, f)
	case register.KindDataCategories:
		f.Data, f.Evidence = []string{s.id}, 1
		if s.recipients, err = s.answers(view, datamap.Recipients, f); err == nil {
			s.retention, err = s.answers(view, datamap.Retention, f)
		}
	}
	return err
}

func (s *shown) answers(view *register.View, q datamap.Question, f datamap.Filter) ([]datamap.Answer, error) {
	answers, err := datamap.Build(view).Ask(q, f)
	if err != nil {
		return nil, err
	}
	return answers.Answers, nil
}

// evidence returns the flows of the thing, by activity, party and data.
func (s *shown) evidence() []datamap.Evidence {
	var all []datamap.Evidence
	for _, answer := range s.flows {
		for _, e := range answer.Evidence {
			if e.Recipient != "" && (s.kind != register.KindParties || e.Recipient == s.id) {
				all = append(all, e)
			}
		}
	}
	slices.SortStableFunc(all, func(x, y datamap.Evidence) int {
		return cmp.Or(
			cmp.Compare(x.Activity, y.Activity), cmp.Compare(x.Recipient, y.Recipient),
			cmp.Compare(x.At, y.At), slices.Compare(x.Via, y.Via), cmp.Compare(x.Data, y.Data))
	})
	return slices.CompactFunc(all, func(x, y datamap.Evidence) bool { return reflect.DeepEqual(x, y) })
}

// destinations returns the countries of a party, with the transfer tool.
func (s *shown) destinations(maker wire.Maker) []wire.Destination {
	for _, answer := range s.recipients {
		if s.kind == register.KindParties && answer.ID == s.id {
			return maker.Answer(datamap.Recipients, answer).Destinations
		}
	}
	return nil
}

// mention is a place that names a thing.
type mention struct {
	at    string
	place register.Place
}

// mentionsOf returns where a thing is named, without what it says of itself.
func mentionsOf(view *register.View, kind register.Kind, id string) []mention {
	var all []mention
	for _, ref := range view.References() {
		if ref.ID == id && slices.Contains(ref.Kinds, kind) {
			all = append(all, mention{ref.At, view.Place(ref.At)})
		}
	}
	return all
}
