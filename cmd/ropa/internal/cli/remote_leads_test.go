package cli

import (
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
)

// A server that leads elsewhere gets nothing, and neither does where it leads; one
// whose pages have no end is left.
func TestServerLeads(t *testing.T) {
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("it was followed") }))
	defer other.Close()
	leads := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, other.URL+r.URL.RequestURI(), http.StatusTemporaryRedirect)
	}))
	defer leads.Close()
	endless := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, `{"question":"processors","answers":[],"total":9,"next":"x"}`)
	}))
	defer endless.Close()
	for _, test := range []struct {
		server, said string
		args         []string
	}{
		{leads.URL, other.URL + "/v1/registers/webgems/processors, and nothing was sent there", []string{"query", "processors", "--register", "webgems"}},
		{leads.URL, other.URL + "/v1/registers/webgems/", []string{"pull", "webgems"}},
		{leads.URL, other.URL + "/v1/registers/webgems/import", []string{"push", filepath.Join(examplesDir, "webgems")}},
		{leads.URL, "verwijst naar een ander adres", []string{"pull", "webgems", "--language", "nl"}},
		{endless.URL, "pages that do not fit together", []string{"query", "processors", "--register", "webgems"}},
	} {
		out, problems, status := run(map[string]string{"ROPA_TOKEN": "secret"}, append(test.args, "--server", test.server)...)
		if status != exitWrongUse || out != "" || !strings.Contains(problems, test.said) || strings.Contains(problems, "secret") {
			t.Errorf("%v: %d %s%s", test.args, status, out, problems)
		}
	}
}
