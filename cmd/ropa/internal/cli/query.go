package cli

import (
	"errors"

	"github.com/openropa/ropa/api/wire"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
	"github.com/spf13/cobra"
)

// asked is a question as it stands on the command line.
type asked struct {
	question                                                  datamap.Question
	data, recipients, subjects, purposes, activities, systems list
	roles, bases                                              choices
	countries                                                 countries
	outsideEEA, ownPurposes                                   tristate
	direct, stated, planned                                   bool
	asOf                                                      day
	evidence                                                  evidence
	format                                                    choice
	from                                                      remote
}

func (a *app) queryCommand() *cobra.Command {
	q := &asked{format: choice{"text", []string{"text", "json", "csv", "markdown"}}}
	q.roles.allowed, q.bases.allowed = allowedRoles, allowedBases
	cmd := &cobra.Command{
		Use: "query",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				if err := firstOf("use.question", args, questionNames()...); err != nil {
					return err
				}
			}
			return a.askedWhere(cmd, q, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			q.question = datamap.Question(args[0])
			if q.from.server != "" {
				return a.queryServer(cmd.Context(), q, &q.from)
			}
			return a.query(q, args[1])
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveDefault
			}
			return questionNames(), cobra.ShellCompDirectiveNoFileComp
		},
	}
	a.queryFlags(cmd, q)
	return cmd
}

func (a *app) queryFlags(cmd *cobra.Command, q *asked) {
	flags := cmd.Flags()
	flags.SortFlags = false // the order of the question: what, who, where, when
	flags.Var(&q.data, "receives", a.say("flag.receives"))
	flags.Var(&q.data, "data", a.say("flag.data"))
	flags.Var(&q.subjects, "subject", a.say("flag.subject"))
	flags.Var(&q.purposes, "purpose", a.say("flag.purpose"))
	flags.Var(&q.activities, "activity", a.say("flag.activity"))
	flags.Var(&q.bases, "basis", a.say("flag.basis"))
	flags.Var(&q.recipients, "recipient", a.say("flag.recipient"))
	flags.Var(&q.roles, "role", a.say("flag.role"))
	flags.Var(&q.systems, "system", a.say("flag.system"))
	flags.Var(&q.countries, "country", a.say("flag.country"))
	flags.Var(&q.outsideEEA, "outside-eea", a.say("flag.outside-eea"))
	flags.Var(&q.ownPurposes, "own-purposes", a.say("flag.own-purposes"))
	flags.Lookup("outside-eea").NoOptDefVal = "true"
	flags.Lookup("own-purposes").NoOptDefVal = "true"
	flags.BoolVar(&q.direct, "direct", false, a.say("flag.direct"))
	flags.BoolVar(&q.stated, "stated", false, a.say("flag.stated"))
	flags.BoolVar(&q.planned, "planned", false, a.say("flag.planned"))
	flags.Var(&q.asOf, "as-of", a.say("flag.as-of"))
	flags.Var(&q.evidence, "evidence", a.say("flag.evidence"))
	flags.Var(&q.format, "format", a.say("flag.format.all"))
	a.rootFlag(cmd)
	a.remoteFlags(cmd, &q.from)
	flags.StringVar(&q.from.register, "register", "", a.say("flag.register"))
	a.completeIDs(cmd, "receives", register.KindDataCategories)
	a.completeIDs(cmd, "data", register.KindDataCategories)
	a.completeIDs(cmd, "subject", register.KindDataSubjects)
	a.completeIDs(cmd, "purpose", register.KindPurposes)
	a.completeIDs(cmd, "activity", register.KindActivities)
	a.completeIDs(cmd, "recipient", register.KindParties)
	a.completeIDs(cmd, "system", register.KindSystems)
	a.complete(cmd, "role", allowedRoles...)
	a.complete(cmd, "basis", allowedBases...)
	a.complete(cmd, "country", a.countryNames()...)
	a.complete(cmd, "as-of")
	a.complete(cmd, "evidence", "all", "none")
	a.complete(cmd, "format", q.format.allowed...)
}

func questionNames() []string {
	var names []string
	for _, q := range datamap.Questions() {
		names = append(names, string(q))
	}
	return names
}

// filter returns the filter of the question.
func (q *asked) filter(today register.Date) datamap.Filter {
	if !q.asOf.IsZero() {
		today = q.asOf.Date
	}
	f := datamap.Filter{
		AsOf: today, Data: q.data, Subjects: q.subjects, Purposes: q.purposes,
		Recipients: q.recipients, Activities: q.activities, Roles: q.roles.list, Systems: q.systems,
		OutsideEEA: q.outsideEEA.Tristate, OwnPurposes: q.ownPurposes.Tristate,
		Direct: q.direct, StatedOnly: q.stated, Planned: q.planned, Evidence: q.evidence.most,
	}
	for _, basis := range q.bases.list {
		f.Bases = append(f.Bases, register.Basis(basis))
	}
	for _, country := range q.countries.list {
		f.Countries = append(f.Countries, register.Country(country))
	}
	return f
}

// shown is the filter of the question with the evidence that the form of the
// output needs, and whether places are shown.
func (q *asked) shown(today register.Date) (f datamap.Filter, places bool) {
	f = q.filter(today)
	places = f.Evidence != datamap.EvidenceNone
	if q.format.chosen != "json" && !q.showsEvidence() {
		// The columns need flows; where they stand is left out.
		if f.Evidence = 1; q.question == datamap.Countries {
			f.Evidence = datamap.EvidenceAll
		}
	}
	return f, places
}

// query answers a question about the register at a path.
func (a *app) query(q *asked, path string) error {
	l, err := a.open(path)
	if err != nil {
		return err
	}
	f, places := q.shown(value.DateOf(a.env.Now()))
	found, err := datamap.Build(l.view).Ask(q.question, f)
	if err != nil {
		return a.askError(l.view, err)
	}
	answers := wire.Maker{View: l.view, Words: a.words()}.Answers(found)
	r := &reply{app: a, asked: q, answers: &answers, named: a.namedIn(l.view), folder: l.folder(), places: places}
	return r.write(q.format.chosen)
}

// flagOf names the flag that fills a field of the filter.
var flagOf = map[string]string{
	"data": "--receives", "subjects": "--subject", "purposes": "--purpose", "recipients": "--recipient",
	"activities": "--activity", "roles": "--role", "bases": "--basis", "countries": "--country", "systems": "--system",
}

// askError tells of a filter that names what the register does not know.
func (a *app) askError(view *register.View, err error) error {
	var unknown *datamap.UnknownIDError
	if !errors.As(err, &unknown) {
		return err
	}
	flag := flagOf[unknown.Field]
	if flag == "" {
		flag = unknown.Field
	}
	suggestions := unknown.Suggestions
	if len(suggestions) == 0 {
		suggestions = diag.Suggest(unknown.ID, view.IDs(filterKinds[unknown.Field]))
	}
	return wrongUse("use.unknown-id", flag, unknown.ID).suggest(suggestions)
}

var filterKinds = map[string]register.Kind{
	"data": register.KindDataCategories, "subjects": register.KindDataSubjects, "purposes": register.KindPurposes,
	"recipients": register.KindParties, "activities": register.KindActivities, "systems": register.KindSystems,
}

// showsEvidence reports whether a text lists the flows behind the answers:
// where somebody asks for them.
func (q *asked) showsEvidence() bool {
	return q.evidence.given && q.evidence.most != datamap.EvidenceNone
}
