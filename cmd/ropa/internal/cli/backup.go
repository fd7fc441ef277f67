package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

func (a *app) backupCommand() *cobra.Command {
	var name string
	var to file
	cmd := &cobra.Command{
		Use: "backup",
		Args: func(cmd *cobra.Command, args []string) error {
			if err := a.fromEnvironment(cmd); err != nil {
				return err
			}
			return a.need()(cmd, args)
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return a.backup(cmd, name, to) },
	}
	cmd.Flags().SortFlags = false // from where, then where to
	a.storeFlag(cmd, &name)
	cmd.Flags().VarP(&to, "output", "o", a.say("flag.backup-output"))
	return cmd
}

// backer is a store that can be copied while it is used.
type backer interface {
	Backup(ctx context.Context, path string) error
}

// backup copies a store as it is at one moment.
func (a *app) backup(cmd *cobra.Command, name string, to file) (err error) {
	// Who interrupts it is left without half a copy.
	ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // who cannot wait signals again
	if err := a.needStore(cmd, name); err != nil {
		return err
	}
	if to.isStdout() {
		return a.wrongCall(cmd, "use.backup-output")
	}
	s, err := a.storeThere(cmd, name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	copied, ok := s.(backer)
	if !ok {
		return a.wrongCall(cmd, "use.backup-store")
	}
	err = copied.Backup(ctx, string(to))
	switch {
	case errors.Is(err, fs.ErrExist):
		return wrongUse("use.backup-exists", string(to))
	case errors.Is(err, context.Canceled):
		return wrongUse("use.stopped")
	case err != nil:
		return wrongUse("use.backup-failed", string(to), cause(err))
	}
	return nil
}
