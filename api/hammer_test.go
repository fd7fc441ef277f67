package api_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/auth"
	"github.com/openropa/ropa/register"
)

// hammered are the addresses that everybody asks while registers change, of the same
// register identifier in two tenants.
var hammered = []string{
	"", "/export?format=yaml", "/recipients?limit=1000", "/recipients?names=true", "/processors?brief=true&limit=1000", "/activities?limit=3", "/flows?limit=5",
	"/countries?evidence=1", "/entities/parties?limit=1000", "/entities/parties/courier", "/search?q=courier", "/findings?limit=1000", "/diagram?format=mermaid&audience=public",
	"/diagram?format=mermaid&audience=internal", "/documents/notice?format=markdown", "/revisions",
}

var hammeredLanguages = []string{"en", "nl"}

// heard is an answer and what was asked.
type heard struct{ tenant, language, path, revision string }

// hammer is what a fresh server says at each revision, and what callers were told.
type hammer struct {
	testing.TB
	people people
	mu     sync.Mutex
	right  map[heard]answer
	got    map[heard]map[string]answer // by what is told
}

// ask asks a server; left is somebody who goes away in the middle of the answer.
func (h *hammer) ask(server http.Handler, tenant, language, path string, left bool, headers ...string) *httptest.ResponseRecorder {
	r := asking(http.MethodGet, "/v1/registers/shop"+path, "", append(headers, "Authorization", "Bearer "+tenant, "Accept-Language", language)...)
	w := httptest.NewRecorder()
	if !left {
		server.ServeHTTP(w, r)
		return w
	}
	ctx, leave := context.WithCancel(r.Context())
	server.ServeHTTP(&leaver{ResponseWriter: w, leave: leave}, r.WithContext(ctx))
	leave()
	return w
}

// leaver goes away when the first byte comes.
type leaver struct {
	http.ResponseWriter
	leave context.CancelFunc
}

func (l *leaver) Write(b []byte) (int, error) {
	l.leave()
	n, _ := l.ResponseWriter.Write(b[:len(b)/2])
	return n, errors.New("left")
}

// learn notes what a fresh server says of a tenant now.
func (h *hammer) learn(server http.Handler, tenant string) {
	for _, path := range hammered {
		for _, language := range hammeredLanguages {
			w := h.ask(server, tenant, language, path, false)
			if w.Code != http.StatusOK {
				h.Errorf("%s: %d %s", path, w.Code, w.Body)
			}
			header := w.Result().Header
			h.mu.Lock()
			h.right[heard{tenant, language, path, header.Get("Ropa-Revision")}] = answer{w.Code, header, w.Body.Bytes()}
			h.mu.Unlock()
		}
	}
}

// read asks for something, in one way or another, and notes what is told.
func (h *hammer) read(server http.Handler, tenant string, etags map[string]string) {
	path, language := hammered[rand.N(len(hammered))], hammeredLanguages[rand.N(len(hammeredLanguages))]
	var headers []string
	switch rand.N(4) {
	case 0:
		h.ask(server, tenant, language, path, true)
		return
	case 1:
		headers = []string{"Accept-Encoding", "gzip"}
	case 2:
		if known := etags[path+language]; known != "" {
			headers = []string{"If-None-Match", known}
		}
	}
	w := h.ask(server, tenant, language, path, false, headers...)
	header, body := w.Result().Header, w.Body.Bytes()
	if header.Get("Content-Encoding") == "gzip" {
		unpacked, err := gzip.NewReader(bytes.NewReader(body))
		if err == nil {
			body, err = io.ReadAll(unpacked)
		}
		if err != nil {
			h.Errorf("%s: %v", path, err)
		}
	}
	tag := strings.Replace(header.Get("ETag"), `-gzip"`, `"`, 1)
	etags[path+language] = tag
	at := heard{tenant, language, path, header.Get("Ropa-Revision")}
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.got[at] == nil {
		h.got[at] = make(map[string]answer)
	}
	h.got[at][fmt.Sprint(w.Code, tag, string(body))] = answer{w.Code, http.Header{"ETag": {tag}}, body}
}

// judge compares what was told with what is right.
func (h *hammer) judge() {
	for at, all := range h.got {
		right, ok := h.right[at]
		if !ok {
			h.Fatalf("%v is told of a revision that nobody made: %v", at, all)
		}
		for _, told := range all {
			same := told.header["ETag"][0] == right.header.Get("ETag")
			if told.status == http.StatusOK {
				same = same && bytes.Equal(told.body, right.body)
			}
			if !same || told.status != http.StatusOK && told.status != http.StatusNotModified {
				h.Fatalf("%v: %d %s %.300s\nright: %s %.300s", at, told.status, told.header["ETag"][0], told.body, right.header.Get("ETag"), right.body)
			}
		}
	}
}

// Whoever asks while registers of two tenants change, in whatever language and way,
// and whoever leaves in between: each is told what a fresh server tells at that
// revision, with its tag.
func TestReadersWhileWritten(t *testing.T) {
	for name, room := range map[string]int64{"kept": 0, "not kept": 1} {
		t.Run(name, func(t *testing.T) { hammerAt(t, api.Options{Answers: room, Memory: max(room, 0)}) })
	}
}

func hammerAt(t *testing.T, o api.Options) {
	s := database(t)
	h := &hammer{TB: t, people: make(people), right: make(map[heard]answer), got: make(map[heard]map[string]answer)}
	paths := map[string]string{"one": bakery, "two": webgems}
	for tenant := range paths {
		h.people[tenant] = &auth.Caller{Subject: tenant, Tenant: tenant, Grants: auth.Grants{auth.All: auth.Admin}}
	}
	o.Store, o.Authenticate, o.Now = s, h.people, now
	fresh := func() http.Handler {
		server, err := api.New(api.Options{Store: s, Authenticate: h.people, Now: now})
		if err != nil {
			t.Fatal(err)
		}
		return server
	}
	server, err := api.New(o)
	if err != nil {
		t.Fatal(err)
	}
	for tenant, path := range paths {
		h.post(server, tenant, path)
		h.learn(fresh(), tenant)
	}
	done := make(chan struct{})
	var writers, readers sync.WaitGroup
	for _, tenant := range slices.Sorted(maps.Keys(paths)) {
		for range 2 {
			readers.Go(func() {
				etags := make(map[string]string)
				for {
					select {
					case <-done:
						return
					default:
						h.read(server, tenant, etags)
					}
				}
			})
		}
		writers.Go(func() {
			for n := range 6 {
				h.write(server, http.MethodPut, tenant, "/entities/parties/courier", fmt.Sprintf(`{"id":"courier","name":{"en":"Courier %d of %s","nl":"Koerier %d"}}`, n, tenant, n), "If-Match", "*")
				h.learn(fresh(), tenant)
			}
		})
	}
	writers.Wait()
	close(done)
	readers.Wait()
	h.judge()
}

// post makes the register shop of a tenant, with a party that will change.
func (h *hammer) post(server http.Handler, tenant, path string) {
	whole, _, problems := register.Load(path)
	if problems.HasErrors() {
		h.Fatal(problems)
	}
	whole.ID = "shop"
	whole.Parties = append(whole.Parties, &register.Party{ID: "courier"})
	raw, err := register.Save(whole, register.CanonicalJSON)
	if err != nil {
		h.Fatal(err)
	}
	r := asking(http.MethodPost, "/v1/registers", string(raw), "Content-Type", "application/json", "Authorization", "Bearer "+tenant)
	w := httptest.NewRecorder()
	if server.ServeHTTP(w, r); w.Code != http.StatusCreated {
		h.Fatalf("%d %s", w.Code, w.Body)
	}
}

func (h *hammer) write(server http.Handler, method, tenant, path, body string, headers ...string) {
	r := asking(method, "/v1/registers/shop"+path, body, append(headers, "Content-Type", "application/json", "Authorization", "Bearer "+tenant)...)
	w := httptest.NewRecorder()
	if server.ServeHTTP(w, r); w.Code != http.StatusOK {
		h.Errorf("%d %s", w.Code, w.Body)
	}
}
