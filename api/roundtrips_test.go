package api_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"sync/atomic"
	"testing"

	"github.com/openropa/ropa/api/internal/pgtest"
	"github.com/openropa/ropa/api/store/postgres"
)

// How often PostgreSQL is asked for a change of one entry, as docs/benchmarks.md says,
// which names each of them; and for each register that this one extends, before the
// transaction and in it.
const (
	writeTakes = 7
	baseTakes  = 1
)

// Over a network each question is a wait: a change of one entry asks no more often
// than it must.
func TestRoundTrips(t *testing.T) {
	cluster, err := pgtest.Start()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(cluster.Stop)
	if _, err := cluster.Database(); err != nil {
		t.Fatal(err)
	}
	w := tapped(t, filepath.Join(cluster.Folder(), ".s.PGSQL.5432"))
	s, err := postgres.Open(t.Context(), "postgres://ropa@"+w.address+"/d1?sslmode=disable")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	c := over(t, s)
	for _, body := range []string{
		`{"schema":"ropa/v1","id":"alone","extends":["common"],"parties":[{"id":"one"}]}`,
		`{"schema":"ropa/v1","id":"group","extends":["common"]}`,
		`{"schema":"ropa/v1","id":"below","extends":["common","../group.yaml"],"parties":[{"id":"one"}]}`,
	} {
		if a := c.do(http.MethodPost, "/v1/registers", body, "Content-Type", "application/json"); a.status != http.StatusCreated {
			t.Fatalf("create: %d %s", a.status, a.body)
		}
	}
	for path, want := range map[string]int64{
		"/registers/alone/entities/parties/one": writeTakes,
		"/registers/below/entities/parties/one": writeTakes + 2*baseTakes,
	} {
		if least := w.least(c, path); least != want {
			t.Errorf("%s: a change asks %d times, want %d", path, least, want)
		}
	}
}

// least is how often a change of an entry asks at least. Statements are prepared when
// they are first used, and a connection that was idle is tried first.
func (w *tap) least(c *caller, path string) (least int64) {
	c.Helper()
	tag := c.get(path).header.Get("ETag")
	for i := range 12 {
		before := w.asked.Load()
		a := c.write(http.MethodPatch, path, fmt.Sprintf(`{"description":{"en":"%d"}}`, i), "If-Match", tag)
		if a.status != http.StatusOK {
			c.Fatalf("%d %s", a.status, a.body)
		}
		tag = a.header.Get("ETag")
		if n := w.asked.Load() - before; least == 0 || n < least {
			least = n
		}
	}
	return least
}

// tap stands between a program and PostgreSQL.
type tap struct {
	address string
	// asked counts the waits for an answer, but those of telling other servers, for
	// which no write waits.
	asked atomic.Int64
}

// tapped hands on what is sent to a socket.
func tapped(t *testing.T, socket string) *tap {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	w := &tap{address: l.Addr().String()}
	go func() {
		for {
			from, err := l.Accept()
			if err != nil {
				return
			}
			to, err := net.Dial("unix", socket)
			if err != nil {
				_ = from.Close()
				continue
			}
			go func() {
				_, _ = io.Copy(from, to)
				_ = from.Close()
			}()
			go func() {
				w.watch(from, to)
				_ = to.Close()
			}()
		}
	}()
	return w
}

// watch hands messages on: after the first each has a letter and its length (the
// chapter on message formats of the PostgreSQL manual).
func (w *tap) watch(from io.Reader, to io.Writer) {
	head, first, telling := make([]byte, 5), true, false
	for {
		kind := head[:1]
		if first {
			kind = nil
		}
		own := head[:len(kind)+4]
		if _, err := io.ReadFull(from, own); err != nil {
			return
		}
		body := make([]byte, max(binary.BigEndian.Uint32(own[len(kind):]), 4)-4)
		if _, err := io.ReadFull(from, body); err != nil {
			return
		}
		telling = telling || bytes.Contains(body, []byte("ropa_registers"))
		if !first && (own[0] == 'Q' || own[0] == 'S') { // a simple query, or the end of others
			if !telling {
				w.asked.Add(1)
			}
			telling = false
		}
		first = false
		if _, err := to.Write(append(bytes.Clone(own), body...)); err != nil {
			return
		}
	}
}
