package client_test

import (
	"context"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/client"
	"github.com/openropa/ropa/api/store/sqlite"
	"github.com/openropa/ropa/register"
)

const webgems = "../../examples/webgems"

// exampleServer runs a server with the web shop.
func exampleServer() (address string, stop func()) {
	dir, err := os.MkdirTemp("", "ropa")
	if err != nil {
		log.Fatal(err)
	}
	handler, closeStore, err := shop(dir)
	if err != nil {
		log.Fatal(err)
	}
	server := httptest.NewServer(handler)
	return server.URL, func() {
		server.Close()
		closeStore()
		os.RemoveAll(dir)
	}
}

// shop is a server over a database in a folder, with the web shop in it.
func shop(dir string) (http.Handler, func() error, error) {
	s, err := sqlite.Open(context.Background(), filepath.Join(dir, "ropa.db"))
	if err != nil {
		return nil, nil, err
	}
	handler, err := api.New(api.Options{Store: s, Now: func() time.Time { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) }})
	if err != nil {
		return nil, nil, err
	}
	server := httptest.NewServer(handler)
	defer server.Close()
	whole, _, problems := register.Load(webgems)
	if err := problems.Err(); err != nil {
		return nil, nil, err
	}
	c, err := client.New(server.URL)
	if err != nil {
		return nil, nil, err
	}
	_, err = c.Create(context.Background(), whole, "")
	return handler, s.Close, err
}

// serving returns a client of a server with the web shop; wrap stands before it.
func serving(t *testing.T, wrap func(http.Handler) http.Handler, options ...client.Option) *client.Client {
	t.Helper()
	handler, closeStore, err := shop(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if wrap != nil {
		handler = wrap(handler)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(func() {
		server.Close()
		if err := closeStore(); err != nil {
			t.Error(err)
		}
	})
	c, err := client.New(server.URL, append([]client.Option{client.Retries(3, time.Millisecond)}, options...)...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
