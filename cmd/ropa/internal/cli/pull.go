package cli

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
)

// pullFlags are the flags of ropa pull.
type pullFlags struct {
	remote
	to       file
	revision int
	approved bool
}

func (a *app) pullCommand() *cobra.Command {
	f := &pullFlags{}
	cmd := &cobra.Command{
		Use: "pull",
		Args: func(cmd *cobra.Command, args []string) error {
			if err := a.need("REGISTER")(cmd, args); err != nil {
				return err
			}
			if f.revision > 0 && f.approved {
				return a.wrongCall(cmd, "use.revision-and-approved")
			}
			if cmd.Flags().Changed("revision") && f.revision < 1 {
				return a.wrongCall(cmd, "use.revision")
			}
			return a.needServer(cmd, f.server)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			f.register = args[0]
			return a.pull(cmd.Context(), f)
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	flags := cmd.Flags()
	flags.SortFlags = false // from where, which, to where
	a.remoteFlags(cmd, &f.remote)
	flags.IntVar(&f.revision, "revision", 0, a.say("flag.revision.pull"))
	flags.BoolVar(&f.approved, "approved", false, a.say("flag.approved"))
	flags.VarP(&f.to, "output", "o", a.say("flag.output.pull"))
	return cmd
}

// pull writes a register of a server to a file: as people write it, or as canonical
// JSON where the file is named so.
func (a *app) pull(ctx context.Context, f *pullFlags) error {
	c, err := a.client(&f.remote)
	if err != nil {
		return err
	}
	from := c.Register(f.register)
	switch {
	case f.revision > 0:
		from = from.AtRevision(f.revision)
	case f.approved:
		from = from.Approved()
	}
	var b bytes.Buffer
	version, err := from.Export(ctx, !strings.EqualFold(filepath.Ext(string(f.to)), ".json"), &b)
	if err != nil {
		return a.refused(err, &f.remote)
	}
	if f.to.isStdout() {
		a.writeFile(b.Bytes())
		return nil
	}
	if err := writeWhole(string(f.to), b.Bytes()); err != nil {
		return err
	}
	a.noteLine(a.say("pull.wrote", string(f.to), f.register, version.Revision))
	return nil
}
