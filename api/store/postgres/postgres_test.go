package postgres_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/openropa/ropa/api/internal/pgtest"
	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/postgres"
	"github.com/openropa/ropa/api/store/storetest"
)

// cluster serves all tests of the package.
var cluster *pgtest.Cluster

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	var err error
	if cluster, err = pgtest.Start(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer cluster.Stop()
	return m.Run()
}

// database is the address of an empty database.
func database(t *testing.T) string {
	t.Helper()
	address, err := cluster.Database()
	if err != nil {
		t.Fatal(err)
	}
	return address
}

// open opens a store that the test closes at its end.
func open(t *testing.T, address string) *postgres.Store {
	t.Helper()
	s, err := postgres.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// eventually waits until something is so.
func eventually(t *testing.T, what string, so func() bool) {
	t.Helper()
	for end := time.Now().Add(2 * time.Minute); !so(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("it never came to this: %s", what)
		}
	}
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		s, err := postgres.Open(t.Context(), database(t))
		if err != nil {
			t.Fatal(err)
		}
		return s
	})
}

// Servers that are started at once on an empty database make its tables once.
func TestOpenAtOnce(t *testing.T) {
	address := database(t)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			s, err := postgres.Open(t.Context(), address)
			if err != nil {
				t.Error(err)
				return
			}
			if err := errors.Join(s.Ready(t.Context()), s.Close()); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

// A server does with one connection, beside that which listens.
func TestOneConnection(t *testing.T) {
	w := &writer{t: t, store: open(t, database(t)+"&pool_max_conns=1"), name: "ann"}
	w.create(shop)
	w.write(shop)
	if err := w.store.Verify(t.Context(), shop); err != nil {
		t.Error(err)
	}
}

// An address that leads nowhere is told, without its password.
func TestOpenNowhere(t *testing.T) {
	for _, address := range []string{"postgres://ann:s3cret@127.0.0.1:1/none", "postgres://ann:s3cret@%zz", "postgres:///none?user=ann&password=s3cret&host=" + filepath.Join(t.TempDir(), "none")} {
		s, err := postgres.Open(t.Context(), address)
		if err == nil {
			t.Error(s.Close())
		}
		if err == nil || strings.Contains(err.Error(), "s3cret") {
			t.Errorf("the error is %v", err)
		}
	}
}

// A database that was dumped is the same where it is restored.
func TestDump(t *testing.T) {
	from := database(t)
	w := &writer{t: t, store: open(t, from), name: "ann"}
	w.create(shop)
	for range 5 {
		w.write(shop)
	}
	dump, to := filepath.Join(cluster.Folder(), "dump"), database(t)
	name := func(address string) string {
		return strings.TrimPrefix(address[:strings.Index(address, "?")], "postgres:///")
	}
	if err := cluster.Run("pg_dump", append(cluster.Reach(), "-Fc", "-f", dump, name(from))...); err != nil {
		t.Fatal(err)
	}
	if err := cluster.Run("pg_restore", append(cluster.Reach(), "--exit-on-error", "--single-transaction", "-d", name(to), dump)...); err != nil {
		t.Fatal(err)
	}
	restored := open(t, to)
	w.sees(restored, shop)
	if err := restored.Verify(t.Context(), shop); err != nil {
		t.Error(err)
	}
	after := &writer{t: t, store: restored, name: "bob"}
	after.write(shop)
}
