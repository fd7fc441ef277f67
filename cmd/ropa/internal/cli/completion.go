package cli

import (
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/printable"
	"github.com/spf13/cobra"
)

var shells = []string{"bash", "zsh", "fish", "powershell"}

func (a *app) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "completion",
		Args: func(cmd *cobra.Command, args []string) error {
			if err := a.need("SHELL")(cmd, args); err != nil {
				return err
			}
			return oneOf("use.shell", args[0], shells...)
		},
		ValidArgs: shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(&a.out, true)
			case "zsh":
				return root.GenZshCompletion(&a.out)
			case "fish":
				return root.GenFishCompletion(&a.out, true)
			}
			return root.GenPowerShellCompletionWithDesc(&a.out)
		},
	}
}

// complete lets a flag be completed with fixed words.
func (a *app) complete(cmd *cobra.Command, flag string, values ...string) {
	// The error says that there is no such flag or that it is completed twice:
	// the tests of completion would show that.
	_ = cmd.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return values, cobra.ShellCompDirectiveNoFileComp
	})
}

// completeIDs lets a flag of query be completed with the ids of the register
// that is named on the line already, else of the built-in vocabulary.
func (a *app) completeIDs(cmd *cobra.Command, flag string, kind register.Kind) {
	_ = cmd.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		view := a.builtIn()
		if len(args) > 1 {
			if l := a.load(args[1]); l.view != nil {
				view = l.view
			}
		}
		before := ""
		if comma := strings.LastIndex(typed, ","); comma >= 0 {
			before = typed[:comma+1]
		}
		return a.idsWithNames(view, kind, before), cobra.ShellCompDirectiveNoFileComp
	})
}

// completeCodes lets a flag be completed with the codes of rules.
func (a *app) completeCodes(cmd *cobra.Command, flag string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndex(typed, ",")+1]
		var all []string
		for _, r := range lint.Rules() {
			all = append(all, before+string(r.Code)+"\t"+printable.Line(a.name(r.Title, nil)))
		}
		return all, cobra.ShellCompDirectiveNoFileComp
	})
}

func (a *app) idsWithNames(view *register.View, kind register.Kind, before string) []string {
	var all []string
	for _, id := range idsOf(view, kind) {
		all = append(all, before+id+"\t"+printable.Line(a.nameOf(view, kind, id)))
	}
	return all
}

// completeShow completes the kind and the id of show.
func (a *app) completeShow(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	switch len(args) {
	case 0:
		return nil, cobra.ShellCompDirectiveDefault
	case 1:
		return singularKinds(), cobra.ShellCompDirectiveNoFileComp
	case 2:
		kind, err := kindOf(args[1])
		if l := a.load(args[0]); err == nil && l.view != nil {
			return a.idsWithNames(l.view, kind, ""), cobra.ShellCompDirectiveNoFileComp
		}
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}
