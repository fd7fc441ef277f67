// Package reference is the pages for people: the one that shows the contract, with
// Swagger UI, and the one that lists registers and their documents; both served from
// the program, with nothing fetched from elsewhere.
package reference

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/openropa/ropa/api/internal/accept"
)

//go:embed index.html listing.css page.css page.js swagger-ui-bundle.js.gz swagger-ui.css.gz
var files embed.FS

// policy lets the page run its own scripts and call its own server, nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

// part is a file of the page.
type part struct {
	media, name string
	packed      bool
}

var parts = map[string]part{
	"/":                               {"text/html; charset=utf-8", "index.html", false},
	"/reference/page.css":             {"text/css; charset=utf-8", "page.css", false},
	"/reference/listing.css":          {"text/css; charset=utf-8", "listing.css", false},
	"/reference/page.js":              {"text/javascript; charset=utf-8", "page.js", false},
	"/reference/swagger-ui.css":       {"text/css; charset=utf-8", "swagger-ui.css.gz", true},
	"/reference/swagger-ui-bundle.js": {"text/javascript; charset=utf-8", "swagger-ui-bundle.js.gz", true},
}

// Register lets a router serve the page of the contract, at / and below /reference/,
// and what the other page loads.
func Register(mux *http.ServeMux) {
	for path := range parts {
		if path == "/" {
			path = "/{$}" // nothing below it
		}
		mux.HandleFunc("GET "+path, ServeHTTP)
	}
}

// ServeHTTP serves a part of the page.
func ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p, ok := parts[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	body, err := files.ReadFile(p.name)
	if err != nil {
		http.Error(w, "the page is not in the program", http.StatusInternalServerError)
		return
	}
	header := w.Header()
	header.Set("Content-Type", p.media)
	header.Set("Content-Security-Policy", policy)
	header.Set("X-Frame-Options", "DENY")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cache-Control", "no-cache")
	header.Set("Vary", "Accept-Encoding")
	tag := sha256.Sum256(body)
	if p.packed {
		if accept.Gzip(r) {
			header.Set("Content-Encoding", "gzip")
			tag[0] ^= 1 // another form of the same, with a tag of its own
		} else if body, err = unpacked(p.name); err != nil {
			http.Error(w, "the page is damaged", http.StatusInternalServerError)
			return
		}
	}
	header.Set("ETag", fmt.Sprintf(`"%x"`, tag[:12]))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

var (
	mu   sync.Mutex
	open = make(map[string][]byte)
)

// unpacked is a part that is kept compressed, for the few that do not take it so.
func unpacked(name string) ([]byte, error) {
	mu.Lock()
	defer mu.Unlock()
	if body, ok := open[name]; ok {
		return body, nil
	}
	raw, err := files.ReadFile(name)
	if err != nil {
		return nil, err
	}
	r, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(r)
	if err == nil {
		open[name] = body
	}
	return body, err
}
