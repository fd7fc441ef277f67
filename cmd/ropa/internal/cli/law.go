package cli

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
	"github.com/spf13/cobra"
)

// lawTopic is a part of the legal facts that ropa holds.
type lawTopic struct {
	name string
	rows func(*app, lawQuery) []lawRow
	// byCountry: the facts are those of countries, and --country chooses.
	byCountry bool
	// takes is what the argument after the topic may name beside a country.
	takes []string
	// argument: a country may be named after the topic.
	argument bool
}

var lawTopics = []lawTopic{
	{name: "bases", rows: (*app).lawBases},
	{name: "conditions", rows: (*app).lawConditions, byCountry: true},
	{name: "rights", rows: (*app).lawRights},
	{name: "tools", rows: (*app).lawTools},
	{name: "adequacy", rows: (*app).lawAdequacy, byCountry: true, argument: true, takes: lawOrganisations()},
	{name: "members", rows: (*app).lawMembers, byCountry: true, argument: true},
	{name: "retention", rows: (*app).lawRetention, byCountry: true, argument: true},
	{name: "dpia", rows: (*app).lawDPIA, byCountry: true},
	{name: "consent-age", rows: (*app).lawConsentAges, byCountry: true, argument: true},
	{name: "marketing", rows: (*app).lawMarketing, byCountry: true, argument: true},
	{name: "provisions", rows: (*app).lawProvisions, byCountry: true, argument: true},
}

func lawTopicNames() []string {
	names := make([]string, len(lawTopics))
	for i, t := range lawTopics {
		names[i] = t.name
	}
	return names
}

func lawOrganisations() []string {
	var all []string
	for _, d := range law.AdequacyDecisions() {
		if d.Organisation != "" && !slices.Contains(all, d.Organisation) {
			all = append(all, d.Organisation)
		}
	}
	return all
}

// lawQuery is what part of a topic is asked for.
type lawQuery struct {
	on value.Date
	// all: ended and later facts too.
	all       bool
	countries []value.Country
	// organisation is an international organisation, "" for none.
	organisation string
}

// holds reports whether a fact of a time is asked for.
func (q lawQuery) holds(t law.Term) bool { return q.all || t.InForce(q.on) }

// asks reports whether the facts of an area are asked for: all are where no
// country is named, those of the Union and of the EEA are with each of their members.
func (q lawQuery) asks(area value.Area) bool {
	if len(q.countries) == 0 {
		return q.organisation == ""
	}
	return slices.ContainsFunc(q.countries, func(c value.Country) bool {
		return area == value.Area(c) || area == value.EU && law.IsEU(c, q.on) || area == value.EEA && law.IsEEA(c, q.on)
	})
}

// lawFlags are the flags of ropa law.
type lawFlags struct {
	asOf      day
	all       bool
	countries countries
	format    *choice
}

func (a *app) lawCommand() *cobra.Command {
	f := &lawFlags{format: &choice{"text", []string{"text", "json", "csv", "markdown"}}}
	cmd := &cobra.Command{
		Use: "law",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 2 {
				return a.wrongCall(cmd, "use.too-many", args[2])
			}
			return nil
		},
		ValidArgsFunction: a.completeLaw,
		RunE:              func(cmd *cobra.Command, args []string) error { return a.law(cmd, args, f) },
	}
	cmd.Flags().Var(&f.asOf, "as-of", a.say("flag.law-as-of"))
	cmd.Flags().BoolVar(&f.all, "all", false, a.say("flag.law-all"))
	cmd.Flags().Var(&f.countries, "country", a.say("flag.law-country"))
	cmd.Flags().Var(f.format, "format", a.say("flag.format.all"))
	a.complete(cmd, "format", f.format.allowed...)
	a.complete(cmd, "country", a.countryNames()...)
	return cmd
}

func (a *app) law(cmd *cobra.Command, args []string, f *lawFlags) error {
	if f.all && f.asOf.Date != 0 {
		return a.wrongCall(cmd, "use.law-all")
	}
	if len(args) == 0 {
		return a.lawOverview(cmd, f)
	}
	topic, err := a.lawTopic(cmd, args[0])
	if err != nil {
		return err
	}
	q := lawQuery{on: f.asOf.Date, all: f.all}
	if q.on == 0 {
		q.on = value.DateOf(a.env.Now())
	}
	if err := a.lawPlaces(cmd, topic, args[1:], f.countries.list, &q); err != nil {
		return err
	}
	rows := topic.rows(a, q)
	if len(rows) == 0 && (f.format.chosen == "text" || f.format.chosen == "markdown") {
		a.writeLines(a.lawNothing(topic, q))
		return nil
	}
	return a.writeLaw(lawSheet{a.lawTitles(topic.name), rows}, f.format.chosen)
}

func (a *app) lawTopic(cmd *cobra.Command, name string) (lawTopic, error) {
	i := slices.IndexFunc(lawTopics, func(t lawTopic) bool { return t.name == name })
	if i < 0 {
		names := lawTopicNames()
		return lawTopic{}, a.wrongCall(cmd, "use.law-topic", name, strings.Join(names, ", ")).suggest(diag.Suggest(name, names))
	}
	return lawTopics[i], nil
}

// lawPlaces reads the countries that are asked for: those after the topic and
// those of --country are alternatives.
func (a *app) lawPlaces(cmd *cobra.Command, topic lawTopic, args, flags []string, q *lawQuery) error {
	if len(flags) > 0 && !topic.byCountry {
		return a.wrongCall(cmd, "use.law-no-country", topic.name)
	}
	if len(args) > 0 && !topic.argument {
		return a.wrongCall(cmd, "use.too-many", args[0])
	}
	chosen := countries{list: flags}
	for _, arg := range args {
		upper := strings.ToUpper(arg)
		if slices.Contains(topic.takes, upper) {
			q.organisation = upper
			continue
		}
		if err := chosen.Set(arg); err != nil {
			return a.lawNoCountry(err, arg, topic)
		}
	}
	for _, c := range chosen.list {
		q.countries = append(q.countries, value.Country(c))
	}
	return nil
}

// lawNoCountry adds to an unknown country what may have been meant: a code, an
// organisation, or the country of that name.
func (a *app) lawNoCountry(err error, arg string, topic lawTopic) error {
	use, ok := err.(*useError)
	if !ok || len(use.suggestions) > 0 {
		return err
	}
	candidates := slices.Clone(topic.takes)
	for _, c := range value.Countries() {
		if strings.EqualFold(a.area(register.Area(c)), arg) {
			return use.suggest([]string{string(c)})
		}
		candidates = append(candidates, string(c))
	}
	return use.suggest(diag.Suggest(arg, candidates))
}

// lawNothing says that nothing is the law.
func (a *app) lawNothing(topic lawTopic, q lawQuery) string {
	place := q.organisation
	var names []string
	for _, c := range q.countries {
		names = append(names, a.area(register.Area(c)))
	}
	if len(names) > 0 {
		place = strings.Join(names, ", ")
	}
	inside := len(q.countries) > 0 && !slices.ContainsFunc(q.countries, func(c value.Country) bool { return !law.IsEEA(c, q.on) })
	switch {
	case topic.name == "adequacy" && inside:
		return a.say("law.in-eea", q.on, place)
	case q.all && place == "":
		return a.say("law.none-at-all")
	case q.all:
		return a.say("law.none-ever."+topic.name, place)
	case place == "":
		return a.say("law.none-that-day", q.on)
	}
	return a.say("law.none."+topic.name, q.on, place)
}

// lawOverview writes what topics there are.
func (a *app) lawOverview(cmd *cobra.Command, f *lawFlags) error {
	for name, given := range map[string]bool{"--as-of": f.asOf.Date != 0, "--all": f.all, "--country": len(f.countries.list) > 0} {
		if given {
			return a.wrongCall(cmd, "use.law-no-topic", name)
		}
	}
	sheet := lawSheet{titles: a.lawTitles("topics")}
	for _, t := range lawTopics {
		sheet.rows = append(sheet.rows, lawRow{word("topic", t.name), word("holds", a.say("law.topic."+t.name))})
	}
	return a.writeLaw(sheet, f.format.chosen)
}

// completeLaw completes the topic and the country after it.
func (a *app) completeLaw(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	var all []string
	switch len(args) {
	case 0:
		for _, t := range lawTopics {
			all = append(all, t.name+"\t"+a.say("law.topic."+t.name))
		}
	case 1:
		i := slices.IndexFunc(lawTopics, func(t lawTopic) bool { return t.name == args[0] })
		if i >= 0 && lawTopics[i].argument {
			all = append(slices.Clone(lawTopics[i].takes), a.countryNames()...)
		}
	}
	return all, cobra.ShellCompDirectiveNoFileComp
}
