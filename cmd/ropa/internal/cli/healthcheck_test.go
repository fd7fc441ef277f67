package cli

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Health is that of the server whose variables the environment has.
func TestHealthcheck(t *testing.T) {
	cert, key, _ := certificate(t)
	other, _, _ := certificate(t)
	both := filepath.Join(t.TempDir(), "both.pem") // one file for both, the key first
	var text []byte
	for _, name := range []string{key, cert} {
		part, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text = append(text, part...)
	}
	if err := os.WriteFile(both, text, 0o600); err != nil {
		t.Fatal(err)
	}
	plain := startServer(t, nil, "--listen", "127.0.0.1:0", filepath.Join(examplesDir, "webgems"))
	safe := startServer(t, nil, "--listen", "127.0.0.1:0", "--tls-cert", cert, "--tls-key", key, filepath.Join(examplesDir, "webgems"))
	failing := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) }))
	defer failing.Close()
	at := func(address string) string { return address[strings.LastIndex(address, "/")+1:] }
	port := func(address string) string { return address[strings.LastIndex(address, ":"):] }
	for _, test := range []struct {
		listen, cert string
		status       int
		said         string
	}{
		{at(plain.address), "", 0, "/readyz: ready"},
		{port(plain.address), "", 0, "ready"},
		{"0.0.0.0" + port(plain.address), "", 0, "http://127.0.0.1:"},
		{"localhost" + port(plain.address), "", 0, "ready"},
		{at(safe.address), cert, 0, "https://127.0.0.1:"},
		{at(safe.address), both, 0, "https://127.0.0.1:"},
		{at(safe.address), other, 1, "the server has another certificate"},
		{at(safe.address), "", 1, "not ready, status 400"},
		{at(plain.address), cert, 1, "no answer"},
		{at(failing.URL), "", 1, "not ready, status 503"},
		{"127.0.0.1:1", "", 1, "no answer: connection refused"},
		{"127.0.0.1", "", 2, "expected HOST:PORT"},
		{at(safe.address), key, 2, "there is no certificate in it"},
		{at(safe.address), "none.pem", 2, "cannot read none.pem"},
	} {
		out, problems, status := run(map[string]string{"ROPA_LISTEN": test.listen, "ROPA_TLS_CERT": test.cert}, "healthcheck")
		if status != test.status || !strings.Contains(out+problems, test.said) {
			t.Errorf("%s %s: %d %s%s", test.listen, test.cert, status, out, problems)
		}
	}
	if got := reachable("::"); got != "::1" {
		t.Errorf("all addresses of IPv6 are reached at %s", got)
	}
}
