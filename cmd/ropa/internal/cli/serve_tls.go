package cli

import (
	"crypto/tls"
	"log/slog"
	"os"
	"sync"
	"time"
)

// renewed is a certificate with its key, read anew when one of the files
// changes: who renews it need not end the server.
type renewed struct {
	cert, key string
	log       *slog.Logger

	mu   sync.Mutex
	pair *tls.Certificate
	// seen is what the files were when they were last tried.
	seen [2]fileStamp
}

// fileStamp tells a file from what it was before.
type fileStamp struct {
	changed time.Time
	size    int64
}

func stampOf(path string) fileStamp {
	info, err := os.Stat(path)
	if err != nil {
		return fileStamp{}
	}
	return fileStamp{info.ModTime(), info.Size()}
}

// openCertificate reads a certificate and its key.
func openCertificate(cert, key string, log *slog.Logger) (*renewed, error) {
	c := &renewed{cert: cert, key: key, log: log, seen: [2]fileStamp{stampOf(cert), stampOf(key)}}
	var err error
	c.pair, err = readPair(cert, key)
	return c, err
}

func readPair(cert, key string) (*tls.Certificate, error) {
	var pem [2][]byte
	for i, path := range []string{cert, key} {
		var err error
		if pem[i], err = os.ReadFile(path); err != nil {
			return nil, wrongUse("use.tls-file", path, cause(err))
		}
	}
	pair, err := tls.X509KeyPair(pem[0], pem[1])
	if err != nil {
		return nil, wrongUse("use.tls", cert, key, cause(err))
	}
	return &pair, nil
}

// get is the certificate for a connection. Where the files are being replaced and do
// not fit yet, it stays the one before.
func (c *renewed) get(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := [2]fileStamp{stampOf(c.cert), stampOf(c.key)}
	if now == c.seen {
		return c.pair, nil
	}
	c.seen = now
	pair, err := readPair(c.cert, c.key)
	if err != nil {
		c.log.Error("the certificate changed and cannot be read; the one before stays", "error", err.Error())
		return c.pair, nil
	}
	c.log.Info("the certificate was read again")
	c.pair = pair
	return pair, nil
}

// config is how the server speaks TLS.
func (c *renewed) config() *tls.Config {
	return &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: c.get}
}
