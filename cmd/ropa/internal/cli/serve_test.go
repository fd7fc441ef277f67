package cli

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// served is a server that runs until the test ends.
type served struct {
	*testing.T
	address string
	client  *http.Client
}

// told hands on the lines that a server says.
type told chan string

func (c told) Write(p []byte) (int, error) {
	c <- string(p)
	return len(p), nil
}

// startServer runs ropa serve and waits until it listens.
func startServer(t *testing.T, env map[string]string, args ...string) *served {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	lines, ended := make(told, 1000), make(chan int, 1)
	go func() {
		ended <- Run(ctx, append([]string{"serve", "--log", "none"}, args...), Env{
			Stdin: strings.NewReader(""), Stdout: &bytes.Buffer{}, Stderr: lines, Getenv: func(name string) string { return env[name] }, Now: time.Now,
		})
	}()
	t.Cleanup(func() {
		stop()
		if status := <-ended; status != 0 {
			t.Errorf("it ended with status %d", status)
		}
	})
	line := <-lines
	address, found := strings.CutPrefix(strings.TrimSpace(line), "listening on ")
	if !found {
		t.Fatal(line)
	}
	return &served{t, address, http.DefaultClient}
}

// status is that of the answer to a GET.
func (s *served) status(path string, headers ...string) int {
	s.Helper()
	r, err := http.NewRequestWithContext(s.Context(), http.MethodGet, s.address+path, nil)
	if err != nil {
		s.Fatal(err)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
	}
	w, err := s.client.Do(r)
	if err != nil {
		s.Fatal(err)
	}
	defer w.Body.Close()
	return w.StatusCode
}

func (s *served) want(status int, path string, headers ...string) {
	s.Helper()
	if got := s.status(path, headers...); got != status {
		s.Errorf("%s %v: %d, want %d", path, headers, got, status)
	}
}

// Files on this machine take no login, and are for this machine alone.
func TestServeFiles(t *testing.T) {
	s := startServer(t, nil, "--listen", "127.0.0.1:0", filepath.Join(examplesDir, "webgems"))
	s.want(200, "/v1/registers/webgems")
	s.want(200, "/v1/registers/webgems", "Host", "localhost:8080")
	s.want(200, "/v1/registers/webgems", "Host", "[::1]:8080")
	s.want(421, "/v1/registers/webgems", "Host", "shop.example.org")
	s.want(421, "/v1/registers/webgems", "Host", "127.0.0.1.example.org:8080")
	s.want(403, "/v1/registers/webgems/diagram", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Dest", "image")
	s.want(403, "/v1/registers/webgems", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Dest", "iframe")
	s.want(200, "/v1/registers/webgems", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Dest", "document")
	s.want(200, "/v1/registers/webgems", "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Dest", "empty")
}

// A store takes a token of its own, on this machine too; the environment gives
// flags.
func TestServeStore(t *testing.T) {
	name := "sqlite:" + filepath.Join(t.TempDir(), "ropa.db")
	token, problems, status := run(nil, "token", "create", "ann", "--role", "reader:*", "--expires", "never", "--store", name)
	if status != 0 {
		t.Fatal(problems)
	}
	s := startServer(t, map[string]string{"ROPA_STORE": name, "ROPA_LISTEN": "127.0.0.1:0"})
	s.want(401, "/v1/registers")
	s.want(401, "/v1/registers", "Authorization", "Bearer ropa_wrong")
	s.want(200, "/v1/registers", "Authorization", "Bearer "+strings.TrimSpace(token))
	s.want(200, "/healthz")
	s.want(401, "/metrics")
}

// With a certificate the server speaks TLS. Files can be had from elsewhere with an
// issuer; they belong to no tenant.
func TestServeIssuer(t *testing.T) {
	var issuer *httptest.Server
	issuer = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(`{"issuer":"` + issuer.URL + `","jwks_uri":"` + issuer.URL + `/keys"}`))
	}))
	defer issuer.Close()
	cert, key, roots := certificate(t)
	s := startServer(t, nil, "--listen", "0.0.0.0:0", "--tls-cert", cert, "--tls-key", key,
		"--oidc-issuer", issuer.URL, "--oidc-audience", "ropa", filepath.Join(examplesDir, "webgems"))
	s.client = &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}}}
	_, port, err := net.SplitHostPort(strings.TrimPrefix(s.address, "https://"))
	if err != nil {
		t.Fatal(err)
	}
	s.address = "https://127.0.0.1:" + port
	s.want(200, "/healthz")
	s.want(401, "/v1/registers/webgems")
	s.want(401, "/v1/registers/webgems", "Authorization", "Bearer a.b.c")
}

// certificate writes a certificate for this machine and its key.
func certificate(t *testing.T) (cert, key string, roots *x509.CertPool) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	raw, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	cert, key = filepath.Join(t.TempDir(), "cert.pem"), filepath.Join(t.TempDir(), "key.pem")
	for name, block := range map[string]*pem.Block{cert: {Type: "CERTIFICATE", Bytes: raw}, key: {Type: "PRIVATE KEY", Bytes: secret}} {
		if err := os.WriteFile(name, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	roots = x509.NewCertPool()
	roots.AppendCertsFromPEM(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: raw}))
	return cert, key, roots
}
