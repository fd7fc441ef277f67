package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/openropa/ropa/api/client"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/printable"
	"github.com/spf13/cobra"
)

// pushFlags are the flags of ropa push.
type pushFlags struct {
	remote
	dryRun   bool
	reason   string
	revision int
	format   choice
}

func (a *app) pushCommand() *cobra.Command {
	f := &pushFlags{format: choice{"text", []string{"text", "json"}}}
	cmd := &cobra.Command{
		Use: "push",
		Args: func(cmd *cobra.Command, args []string) error {
			if err := a.need("PATH")(cmd, args); err != nil {
				return err
			}
			if cmd.Flags().Changed("revision") && f.revision < 1 {
				return a.wrongCall(cmd, "use.revision")
			}
			return a.needServer(cmd, f.server)
		},
		RunE: func(cmd *cobra.Command, args []string) error { return a.push(cmd.Context(), f, args[0]) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false // to where, then how
	a.remoteFlags(cmd, &f.remote)
	flags.StringVar(&f.register, "register", "", a.say("flag.register.push"))
	flags.BoolVar(&f.dryRun, "dry-run", false, a.say("flag.dry-run"))
	flags.IntVar(&f.revision, "revision", 0, a.say("flag.revision.push"))
	flags.StringVar(&f.reason, "reason", "", a.say("flag.reason"))
	flags.Var(&f.format, "format", a.say("flag.format.text-json"))
	a.rootFlag(cmd)
	a.complete(cmd, "format", f.format.allowed...)
	return cmd
}

func (a *app) needServer(cmd *cobra.Command, server string) error {
	if server == "" {
		return a.wrongCall(cmd, "use.no-server")
	}
	return nil
}

// push puts the register at a path in the place of that at a server, or makes it
// there.
func (a *app) push(ctx context.Context, f *pushFlags, path string) error {
	l, err := a.open(path)
	if err != nil {
		return err
	}
	whole := *l.register
	if f.register == "" {
		f.register = whole.ID
	}
	whole.ID = f.register
	file, err := register.Save(&whole, register.CanonicalJSON)
	if err != nil {
		return err
	}
	c, err := a.client(&f.remote)
	if err != nil {
		return err
	}
	to := c.Register(f.register).Because(f.reason)
	trial, err := to.Try(ctx, file, false)
	if err != nil {
		return a.refused(err, &f.remote)
	}
	if len(trial.Problems) > 0 {
		a.pushProblems(f, l, trial)
		return &reportedError{exitProblems}
	}
	if f.revision > 0 && f.revision != trial.Version.Revision {
		return a.overtaken(f, trial.Version.Revision)
	}
	if f.dryRun || len(trial.Changes) == 0 && trial.Version.Tag != client.NoneYet {
		return a.writePushed(f, trial, true)
	}
	done, err := to.Import(ctx, file, false, trial.Version.Tag)
	if errors.Is(err, client.ErrConflict) {
		return a.overtaken(f, 0)
	}
	if err != nil {
		return a.refused(err, &f.remote)
	}
	return a.writePushed(f, done, false)
}

// overtaken tells that the register at the server is another one than that which
// was to be changed; now is its revision where it is known.
func (a *app) overtaken(f *pushFlags, now int) error {
	if now > 0 {
		a.noteLine(a.say("push.other-revision", f.register, now, f.revision))
	} else {
		a.noteLine(a.say("push.changed", f.register))
	}
	a.noteLine(a.say("push.pull-first", f.register, shownServer(f.server)))
	return &reportedError{exitProblems}
}

// pushed is what ropa push tells as JSON.
type pushed struct {
	Register string `json:"register"`
	// Revision is that which the server has now; 0 for none.
	Revision int            `json:"revision"`
	DryRun   bool           `json:"dryRun"`
	Changes  []pushedChange `json:"changes"`
}

type pushedChange struct {
	At     string `json:"at"`
	Action string `json:"action"`
}

// writePushed tells what changed, or would.
func (a *app) writePushed(f *pushFlags, result *client.Import, dry bool) error {
	if f.format.chosen == "json" {
		j := pushed{Register: f.register, Revision: result.Version.Revision, DryRun: dry, Changes: []pushedChange{}}
		for _, c := range result.Changes {
			j.Changes = append(j.Changes, pushedChange{c.At, c.Action})
		}
		return a.writeJSON(j)
	}
	for _, c := range result.Changes {
		fmt.Fprintf(&a.out, "%s %s\n", a.say("push."+c.Action), printable.Line(c.At))
	}
	switch {
	case len(result.Changes) == 0:
		a.writeLines(a.say("push.nothing", f.register, result.Version.Revision))
	case dry:
		a.writeLines(a.say("push.would", f.register))
	default:
		a.writeLines(a.say("push.done", f.register, result.Version.Revision))
	}
	return nil
}
