package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// need checks the number of arguments against their names; the last one may
// end in … and then stands for one or more.
func (a *app) need(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		several := len(names) > 0 && strings.HasSuffix(names[len(names)-1], "…")
		switch {
		case len(args) < len(names):
			missing := strings.Join(names[len(args):], " ")
			return a.wrongCall(cmd, "use.missing", missing)
		case len(args) > len(names) && !several:
			return a.wrongCall(cmd, "use.too-many", args[len(names)])
		}
		return nil
	}
}

// wrongCall is wrong use that points to the help of the command.
func (a *app) wrongCall(cmd *cobra.Command, word string, args ...any) *useError {
	e := wrongUse(word, args...)
	e.see = cmd.CommandPath() + " --help"
	return e
}

// noSuchCommand refuses arguments of the root command: cobra comes here with
// whatever is no command.
func (a *app) noSuchCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range root.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	return a.wrongCall(root, "use.command", args[0]).suggest(diag.Suggest(args[0], names))
}

// flagError puts the errors of the flag parser into words.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var use *useError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if letters := unknown.GetSpecifiedShortnames(); letters != "" {
			name = "-" + unknown.GetSpecifiedName()
		}
		return a.wrongCall(cmd, "use.flag", name).suggest(dashed(diag.Suggest(unknown.GetSpecifiedName(), flagNames(cmd))))
	case errors.As(err, &missing):
		return a.wrongCall(cmd, "use.flag-value", "--"+missing.GetFlag().Name)
	case errors.As(err, &invalid):
		name := "--" + invalid.GetFlag().Name
		if errors.As(err, &use) {
			return wrongUse("use.flag-wrong", name, a.message(use))
		}
		return a.wrongCall(cmd, "use.flag-invalid", name, invalid.GetValue())
	}
	return a.wrongCall(cmd, "use.flags", err.Error())
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	add := func(f *pflag.Flag) { names = append(names, f.Name) }
	cmd.Flags().VisitAll(add)
	cmd.InheritedFlags().VisitAll(add)
	slices.Sort(names)
	return names
}

func dashed(names []string) []string {
	for i := range names {
		names[i] = "--" + names[i]
	}
	return names
}

// oneOf returns wrong use where a value is none of those allowed.
func oneOf(word, found string, allowed ...string) error {
	if slices.Contains(allowed, found) {
		return nil
	}
	return wrongUse(word, found, strings.Join(allowed, ", ")).suggest(diag.Suggest(found, allowed))
}

// firstOf returns wrong use where the first argument is none of the words allowed there,
// and suggests to turn them round where it is the second that is.
func firstOf(word string, args []string, allowed ...string) error {
	if len(args) > 1 && !slices.Contains(allowed, args[0]) && slices.Contains(allowed, args[1]) {
		turned := append([]string{args[1], args[0]}, args[2:]...)
		return wrongUse(word, args[0], strings.Join(allowed, ", ")).suggest([]string{strings.Join(turned, " ")})
	}
	return oneOf(word, args[0], allowed...)
}
