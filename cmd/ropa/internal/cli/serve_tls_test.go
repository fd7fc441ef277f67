package cli

import (
	"bytes"
	"crypto/tls"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// moveIn puts a file in the place of another, as programs that renew certificates
// do, and gives it a time of its own.
func moveIn(t *testing.T, from, to string, age time.Duration) {
	t.Helper()
	when := time.Now().Add(-age)
	if err := errors.Join(os.Chtimes(from, when, when), os.Rename(from, to)); err != nil {
		t.Fatal(err)
	}
}

// serial is what tells the certificate of a server from others of this test.
func serial(t *testing.T, address string) string {
	t.Helper()
	conn, err := (&tls.Dialer{Config: &tls.Config{InsecureSkipVerify: true}}).DialContext(t.Context(), "tcp", strings.TrimPrefix(address, "https://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	return string(conn.(*tls.Conn).ConnectionState().PeerCertificates[0].Raw)
}

// A certificate that is renewed is served from the next connection on; while only
// one of the two files is new, the one before is.
func TestServeRenewed(t *testing.T) {
	cert, key, _ := certificate(t)
	store := "sqlite:" + filepath.Join(t.TempDir(), "ropa.db")
	s := startServer(t, nil, "--listen", "127.0.0.1:0", "--tls-cert", cert, "--tls-key", key, "--store", store)
	first := serial(t, s.address)
	otherCert, otherKey, _ := certificate(t)
	moveIn(t, otherCert, cert, time.Hour)
	if serial(t, s.address) != first {
		t.Error("a certificate without its key is served")
	}
	moveIn(t, otherKey, key, time.Hour)
	if serial(t, s.address) == first {
		t.Error("the certificate that was there at the start is served still")
	}
}

// What a server tells of connections names nobody.
func TestConnectionErrors(t *testing.T) {
	var told bytes.Buffer
	log := connectionErrors(slog.New(slog.NewJSONHandler(&told, nil)))
	log.Print("http: TLS handshake error from 192.0.2.7:4711: EOF")
	log.Print("http: TLS handshake error from [2001:db8::7]:4711: remote error")
	log.Print("http: panic serving 192.0.2.7:4711: no\nstack 192.0.2.7")
	log.Print("http: TLS handshake error from 192.0.2.7:4711: read tcp 127.0.0.1:8443->192.0.2.7:4711: i/o timeout")
	log.Print("http: TLS handshake error from [2001:db8::7]:4711: read tcp [::1]:8443->[2001:db8::7]:4711: connection reset by peer")
	if s := told.String(); strings.Contains(s, "192.0.2") || strings.Contains(s, "2001:db8") || strings.Count(s, "\n") != 5 || !strings.Contains(s, `handshake error: EOF"`) {
		t.Error(s)
	}
}
