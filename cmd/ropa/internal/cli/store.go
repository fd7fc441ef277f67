package cli

import (
	"context"
	"strings"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/postgres"
	"github.com/openropa/ropa/api/store/sqlite"
	"github.com/spf13/cobra"
)

// storeFlag adds --store to a command.
func (a *app) storeFlag(cmd *cobra.Command, name *string) {
	cmd.Flags().StringVar(name, "store", "", a.say("flag.store"))
	a.complete(cmd, "store", "sqlite:ropa.db", "postgres://")
}

// openStore opens the store that --store names: sqlite:PATH or postgres://….
func (a *app) openStore(ctx context.Context, name string) (store.Store, error) {
	if strings.HasPrefix(name, "postgres://") || strings.HasPrefix(name, "postgresql://") {
		opened, err := postgres.Open(ctx, name)
		if err != nil {
			return nil, wrongUse("use.store", "postgres://…", err.Error()) // which never holds the password
		}
		return opened, nil
	}
	path, found := strings.CutPrefix(name, "sqlite:")
	if !found || path == "" {
		return nil, wrongUse("use.store-form") // what was given may hold a password
	}
	opened, err := sqlite.Open(ctx, path)
	if err != nil {
		return nil, wrongUse("use.store", "sqlite:"+path, cause(err))
	}
	return opened, nil
}

// needStore refuses a command that lacks --store.
func (a *app) needStore(cmd *cobra.Command, name string) error {
	if name == "" {
		return a.wrongCall(cmd, "use.no-store")
	}
	return nil
}
