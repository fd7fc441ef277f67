package cli

import (
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
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
	moved := httptest.NewServer(http.RedirectHandler(plain.address+"/readyz", http.StatusTemporaryRedirect))
	defer moved.Close()
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
		{at(safe.address), other, 0, "https://127.0.0.1:"},
		{at(safe.address), "none.pem", 0, "ready"},
		{at(safe.address), "", 1, "not ready, status 400"},
		{at(plain.address), cert, 1, "no answer"},
		{at(failing.URL), "", 1, "not ready, status 503"},
		{"127.0.0.1:1", "", 1, "no answer: connection refused"},
		{"127.0.0.1", "", 2, "expected HOST:PORT"},
		{at(moved.URL), "", 1, "not ready, status 307"},
		{"server.example.org:8080", key, 2, "there is no certificate in it"},
		{"192.0.2.1:8080", "none.pem", 2, "cannot read none.pem"},
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

// A server that goes on with the certificate before a bad one is healthy.
func TestHealthcheckRenewed(t *testing.T) {
	cert, key, _ := certificate(t)
	s := startServer(t, nil, "--listen", "127.0.0.1:0", "--tls-cert", cert, "--tls-key", key, filepath.Join(examplesDir, "webgems"))
	bad := filepath.Join(t.TempDir(), "bad.pem")
	if err := os.WriteFile(bad, []byte("none"), 0o600); err != nil {
		t.Fatal(err)
	}
	moveIn(t, bad, cert, time.Hour)
	expect(t, 0, []string{"ready"}, "healthcheck", "--listen", strings.TrimPrefix(s.address, "https://"), "--tls-cert", cert)
}

// Elsewhere than on this machine a server must have the certificate.
func TestHealthcheckElsewhere(t *testing.T) {
	cert, key, _ := certificate(t)
	other, _, _ := certificate(t)
	pair, err := tls.LoadX509KeyPair(cert, key)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		host, cert string
		want       error
	}{
		{"server.example.org", cert, nil}, {"server.example.org", other, errOtherCertificate}, {"192.0.2.1", other, errOtherCertificate}, {"2001:db8::1", other, errOtherCertificate},
		{"127.0.0.1", other, nil}, {"::1", other, nil}, {"localhost", other, nil},
	} {
		config, err := trusting(test.host, test.cert)
		if err != nil {
			t.Fatal(err)
		}
		here, there := net.Pipe()
		go func() {
			defer there.Close()
			_ = tls.Server(there, &tls.Config{Certificates: []tls.Certificate{pair}}).HandshakeContext(t.Context()) // the other end tells
		}()
		if err := tls.Client(here, config).HandshakeContext(t.Context()); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.host, err, test.want)
		}
		if err := here.Close(); err != nil {
			t.Error(err)
		}
	}
}
