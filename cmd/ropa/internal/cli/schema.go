package cli

import (
	"github.com/openropa/ropa/register"
	"github.com/spf13/cobra"
)

func (a *app) schemaCommand() *cobra.Command {
	authoring := false
	cmd := &cobra.Command{
		Use:  "schema",
		Args: a.need(),
		RunE: func(*cobra.Command, []string) error {
			if authoring {
				a.out.Write(register.AuthoringSchema())
			} else {
				a.out.Write(register.Schema())
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&authoring, "authoring", false, a.say("flag.authoring"))
	return cmd
}
