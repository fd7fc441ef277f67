package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// fromEnvironment lets the environment give the flags of a command that were not
// given: ROPA_LISTEN stands for --listen. A flag comes before the environment.
func (a *app) fromEnvironment(cmd *cobra.Command) error {
	var err error
	cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
		v := a.env.Getenv(variableOf(f.Name))
		if err != nil || f.Changed || v == "" || f.Name == "help" {
			return
		}
		if fault := cmd.Flags().Set(f.Name, v); fault != nil {
			err = a.flagError(cmd, fault)
		}
	})
	return err
}

// variableOf is the variable of the environment that stands for a flag.
func variableOf(flag string) string {
	return "ROPA_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}
