package tables

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/pressly/goose/v3"
)

//go:embed migrations
var migrations embed.FS

// ErrNewer tells that a later version of the program made the tables.
var ErrNewer = errors.New("a later version of ropa made the tables of this database")

// mostMigrations is how often the migrations are tried where another process
// migrates at the same time and the database has no lock for that.
const mostMigrations = 10

// migrate brings the tables up to date. Several processes may begin at once.
func migrate(ctx context.Context, db *sql.DB, d Dialect) error {
	own, err := fs.Sub(migrations, "migrations/"+d.Name)
	if err != nil {
		return err
	}
	var options []goose.ProviderOption
	if d.Locker != nil {
		options = append(options, goose.WithSessionLocker(d.Locker))
	}
	provider, err := goose.NewProvider(d.Goose, db, own, options...)
	if err != nil {
		return err
	}
	for try := 1; ; try++ {
		// A migration is one transaction: who comes second fails, changes nothing, and
		// finds it done at the next try.
		_, err = provider.Up(ctx)
		if err == nil {
			break
		}
		if d.Locker != nil || try == mostMigrations {
			return err
		}
		if err := pause(ctx, time.Duration(try)*20*time.Millisecond); err != nil {
			return err
		}
	}
	current, target, err := provider.GetVersions(ctx)
	if err != nil {
		return err
	}
	if current > target {
		return fmt.Errorf("%w: version %d, known are those to %d", ErrNewer, current, target)
	}
	return nil
}

// pause waits, unless the context ends.
func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
