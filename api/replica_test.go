package api_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/openropa/ropa/api/internal/pgtest"
	"github.com/openropa/ropa/api/store/postgres"
)

// Two servers on one database: what one writes, the other one sees; a write on
// one rests on what the other one wrote a moment before; while the database is
// away both say so, and go on after it.
func TestReplicas(t *testing.T) {
	cluster, err := pgtest.Start()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(cluster.Stop)
	address, err := cluster.Database()
	if err != nil {
		t.Fatal(err)
	}
	var servers [2]*caller
	for i := range servers {
		s, err := postgres.Open(t.Context(), address)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
		servers[i] = over(t, s)
	}
	servers[0].posted(webgems)
	const party = "/registers/webgems/entities/parties/mollie"
	tag := servers[0].get(party).header.Get("ETag")
	for i, note := range []string{"one", "two", "three", "four", "five", "six"} {
		writes, reads := servers[i%2], servers[(i+1)%2]
		reads.get(party) // so that it remembers
		a := writes.write(http.MethodPatch, party, `{"description":{"en":"`+note+`"}}`, "If-Match", tag)
		if a.status != http.StatusOK {
			t.Fatalf("%s: %d %s", note, a.status, a.body)
		}
		tag = a.header.Get("ETag")
		seen := time.Now()
		for reads.get(party).header.Get("ETag") != tag {
			if time.Sleep(2 * time.Millisecond); time.Since(seen) > time.Minute {
				t.Fatalf("%s: the other server does not see it", note)
			}
		}
	}
	if a := servers[0].get("/registers/webgems/revisions"); a.status != http.StatusOK {
		t.Errorf("%d %s", a.status, a.body)
	}
	away(t, cluster, servers, party, tag)
}

// away ends the database for a while.
func away(t *testing.T, cluster *pgtest.Cluster, servers [2]*caller, path, tag string) {
	t.Helper()
	if err := cluster.Down(); err != nil {
		t.Fatal(err)
	}
	for _, c := range servers {
		a := c.write(http.MethodPatch, path, `{"description":{"en":"lost"}}`, "If-Match", tag)
		if a.status != http.StatusServiceUnavailable || a.header.Get("Retry-After") == "" {
			t.Errorf("a write while the database is away: %d %s", a.status, a.body)
		}
		if a := c.do(http.MethodGet, "/readyz", ""); a.status != http.StatusServiceUnavailable {
			t.Errorf("ready while the database is away: %d", a.status)
		}
		if a := c.do(http.MethodGet, "/healthz", ""); a.status != http.StatusOK {
			t.Errorf("it runs, though the database is away: %d", a.status)
		}
	}
	if err := cluster.Restart("fast"); err != nil {
		t.Fatal(err)
	}
	for _, c := range servers {
		a := c.write(http.MethodPatch, path, `{"description":{"en":"back"}}`, "If-Match", tag)
		for end := time.Now().Add(time.Minute); a.status == http.StatusServiceUnavailable && time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
			a = c.write(http.MethodPatch, path, `{"description":{"en":"back"}}`, "If-Match", tag)
		}
		if a.status != http.StatusOK {
			t.Fatalf("after the database is back: %d %s", a.status, a.body)
		}
		tag = a.header.Get("ETag")
	}
}
