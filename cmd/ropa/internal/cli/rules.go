package cli

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/lint"
	"github.com/spf13/cobra"
)

func (a *app) rulesCommand() *cobra.Command {
	profile := &choice{string(lint.NL), profileNames()}
	format := &choice{"text", []string{"text", "json", "csv", "markdown"}}
	cmd := &cobra.Command{
		Use:  "rules",
		Args: a.need(),
		RunE: func(*cobra.Command, []string) error { return a.rules(lint.Profile(profile.chosen), format.chosen) },
	}
	cmd.Flags().Var(profile, "profile", a.say("flag.rules-profile"))
	cmd.Flags().Var(format, "format", a.say("flag.format.all"))
	a.complete(cmd, "profile", profile.allowed...)
	a.complete(cmd, "format", format.allowed...)
	return cmd
}

// rules lists the rules of a profile.
func (a *app) rules(profile lint.Profile, format string) error {
	all := []ruleJSON{}
	t := &table{whole: map[int]bool{0: true}}
	for _, column := range []string{"code", "title", "severity", "profile", "articles"} {
		if format == "csv" {
			t.titles = append(t.titles, column)
		} else {
			t.titles = append(t.titles, a.say("lint.column."+column))
		}
	}
	for _, r := range lint.Rules() {
		if !profile.Includes(r.Profile) {
			continue
		}
		all = append(all, newRuleJSON(r))
		severity, articles := a.say("lint.severity."+r.Severity.String()), law.CiteAll(r.Articles, a.language)
		if format == "csv" {
			severity, articles = r.Severity.String(), joined(r.Articles)
		}
		t.add(string(r.Code), a.name(r.Title, nil), severity, string(r.Profile), articles)
	}
	switch format {
	case "json":
		return a.writeJSON(all)
	case "csv":
		return a.writeCSV(t)
	case "markdown":
		a.writeMarkdown(t)
	default:
		a.writeText(t)
	}
	return nil
}

// ruleJSON is a rule for machines, with its words by language.
type ruleJSON struct {
	Code      diag.Code      `json:"code"`
	Title     register.Text  `json:"title"`
	Why       register.Text  `json:"why"`
	Articles  []string       `json:"articles"`
	Source    lint.Source    `json:"source"`
	Severity  string         `json:"severity"`
	Profile   lint.Profile   `json:"profile"`
	Sentences []sentenceJSON `json:"sentences"`
}

type sentenceJSON struct {
	Variant string        `json:"variant"`
	Says    register.Text `json:"says"`
	Fix     register.Text `json:"fix"`
}

func newRuleJSON(r *lint.Rule) ruleJSON {
	j := ruleJSON{r.Code, r.Title, r.Why, full(r.Articles), r.Source, r.Severity.String(), r.Profile, []sentenceJSON{}}
	for _, variant := range variantsOf(r) {
		s := r.Sentences[variant]
		j.Sentences = append(j.Sentences, sentenceJSON{variant, s.Says, s.Mend})
	}
	return j
}

// full returns a list that is not nil, for JSON.
func full[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
