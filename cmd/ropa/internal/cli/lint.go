package cli

import (
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/lint/report"
	"github.com/spf13/cobra"
)

// lintFlags are the flags of ropa lint.
type lintFlags struct {
	asOf                     day
	profile, format, failOn  choice
	rules, exclude           codes
	baseline, writeBaseline  file
	ownRules, notice, output file
	explain                  code
}

func (a *app) lintCommand() *cobra.Command {
	f := &lintFlags{
		profile: choice{string(lint.Accountability), profileNames()},
		format:  choice{string(report.Text), formatNames()},
		failOn:  choice{"error", []string{"error", "warning", "info"}},
	}
	cmd := &cobra.Command{
		Use: "lint",
		Args: func(cmd *cobra.Command, args []string) error {
			if f.explain != "" {
				return a.need()(cmd, args)
			}
			return a.need("PATH")(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.explain != "" {
				return a.explain(cmd, f)
			}
			return a.lint(cmd.Context(), f, args[0])
		},
	}
	a.lintFlags(cmd, f)
	return cmd
}

func (a *app) lintFlags(cmd *cobra.Command, f *lintFlags) {
	flags := cmd.Flags()
	flags.SortFlags = false // what is looked at, what counts, where it goes
	flags.Var(&f.asOf, "as-of", a.say("flag.lint-as-of"))
	flags.Var(&f.profile, "profile", a.say("flag.profile"))
	flags.Var(&f.rules, "rule", a.say("flag.rule"))
	flags.Var(&f.exclude, "exclude", a.say("flag.exclude"))
	flags.Var(&f.ownRules, "rules", a.say("flag.rules"))
	flags.Var(&f.notice, "notice", a.say("flag.notice"))
	flags.Var(&f.baseline, "baseline", a.say("flag.baseline"))
	flags.Var(&f.writeBaseline, "write-baseline", a.say("flag.write-baseline"))
	flags.Var(&f.failOn, "fail-on", a.say("flag.fail-on"))
	flags.Var(&f.format, "format", a.say("flag.format.lint"))
	flags.VarP(&f.output, "output", "o", a.say("flag.output"))
	flags.Var(&f.explain, "explain", a.say("flag.explain"))
	a.rootFlag(cmd)
	a.complete(cmd, "as-of")
	a.complete(cmd, "profile", f.profile.allowed...)
	a.complete(cmd, "fail-on", f.failOn.allowed...)
	a.complete(cmd, "format", f.format.allowed...)
	a.completeCodes(cmd, "rule")
	a.completeCodes(cmd, "exclude")
	a.completeCodes(cmd, "explain")
}

func profileNames() []string {
	var names []string
	for _, p := range lint.Profiles() {
		names = append(names, string(p))
	}
	return names
}

func formatNames() []string {
	var names []string
	for _, f := range report.Formats() {
		names = append(names, string(f))
	}
	return names
}
