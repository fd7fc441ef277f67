package sqlite_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/sqlite"
)

// writesTo names, in the environment, the file to which the test program writes in
// the place of running tests.
const writesTo = "ROPA_TEST_WRITES_TO"

func TestMain(m *testing.M) {
	if path := os.Getenv(writesTo); path != "" {
		fmt.Fprintln(os.Stderr, writeUntilKilled(path))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

var killed = store.Key{Tenant: "a", Register: "shop"}

// writeUntilKilled makes revisions and prints each that was acknowledged.
func writeUntilKilled(path string) error {
	ctx := context.Background()
	s, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	head, err := s.Head(ctx, killed, store.Version{})
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return err
	}
	for {
		c := store.Commit{Base: head.Revision, Action: store.Create, By: "ann", On: time.Now()}
		if id := fmt.Sprintf("p%d", head.Revision); head.Revision == 0 {
			c.Whole = []byte(`{"schema":"ropa/v1","id":"shop"}`)
		} else {
			c.Changes = []store.Change{{At: "parties/" + id, Position: int(head.Revision - 1), After: []byte(`{"id":"` + id + `"}`)}}
		}
		if head, err = s.Commit(ctx, killed, c); err != nil {
			return err
		}
		fmt.Println(head.Revision, head.Tag)
	}
}

// The process is killed while it writes, again and again: each revision that it
// acknowledged is there.
func TestKilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ropa.db")
	acknowledged := make(map[int64]string)
	for range 6 {
		killedAfter(t, path, 5+rand.IntN(120), acknowledged)
		s, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		for number, tag := range acknowledged {
			if r, err := s.Revision(t.Context(), killed, number); err != nil || !strings.HasPrefix(r.Hash, tag) {
				t.Errorf("revision %d was acknowledged: %v", number, err)
			}
		}
		if err := errors.Join(s.Verify(t.Context(), killed), s.Close()); err != nil {
			t.Fatal(err)
		}
	}
}

// killedAfter runs the program until it acknowledged some revisions, and kills it
// (kill -9) a moment later.
func killedAfter(t *testing.T, path string, revisions int, acknowledged map[int64]string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self)
	cmd.Env = append(os.Environ(), writesTo+"="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for n := 0; lines.Scan(); n++ {
		var number int64
		var tag string
		if _, err := fmt.Sscan(lines.Text(), &number, &tag); err != nil {
			break // the end of a line was not written any more
		}
		acknowledged[number] = tag
		if n == revisions {
			// Not between two writes, but anywhere in one.
			time.AfterFunc(time.Duration(rand.IntN(4000))*time.Microsecond, func() { _ = cmd.Process.Kill() })
		}
	}
	if err := cmd.Wait(); err == nil || cmd.ProcessState.ExitCode() != -1 {
		t.Fatalf("the program ended by itself: %v", err)
	}
}
