package api_test

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/files"
	"github.com/openropa/ropa/register"
)

// contract is the contract with a router over it, read once.
var contract = sync.OnceValues(func() (*openapi3.T, routers.Router) {
	doc, err := openapi3.NewLoader().LoadFromData(api.Contract())
	if err != nil {
		panic(err)
	}
	router, err := legacy.NewRouter(doc)
	if err != nil {
		panic(err)
	}
	return doc, router
})

// now is when the tests take place.
func now() time.Time { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) }

// load reads a register as the command line does.
func load(path string) *files.Loaded {
	r, src, problems := register.Load(path)
	if r == nil {
		return &files.Loaded{Problems: problems}
	}
	view, more := register.Resolve(r, src, register.FileBases(os.DirFS(filepath.Dir(path)), filepath.Base(path)))
	l := &files.Loaded{View: view, Problems: append(problems, more...), Files: src.Files()}
	if l.Problems.HasErrors() {
		l.View = nil
	}
	return l
}

// caller calls a server and holds each answer against the contract.
type caller struct {
	testing.TB
	server http.Handler
}

// serving returns a caller of a server over the registers at some paths.
func serving(t testing.TB, paths ...string) *caller {
	t.Helper()
	registers, err := files.Open(files.Options{Load: load}, paths...)
	if err != nil {
		t.Fatal(err)
	}
	return over(t, registers)
}

func over(t testing.TB, registers store.Reader) *caller {
	t.Helper()
	server, err := api.New(api.Options{Store: registers, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	return &caller{t, server}
}

// answer is what came back.
type answer struct {
	status int
	header http.Header
	body   []byte
}

// get asks for an address below /v1.
func (c *caller) get(address string, headers ...string) answer {
	c.Helper()
	return c.do(http.MethodGet, "/v1"+address, "", headers...)
}

// do sends a request; headers are names and values in turn.
func (c *caller) do(method, address, body string, headers ...string) answer {
	c.Helper()
	r := httptest.NewRequest(method, address, strings.NewReader(body))
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return c.send(r)
}

func (c *caller) send(r *http.Request) answer {
	c.Helper()
	w := httptest.NewRecorder()
	c.server.ServeHTTP(w, r)
	a := answer{w.Code, w.Result().Header, w.Body.Bytes()}
	c.conforms(r, a)
	if a.status == http.StatusBadRequest && r.Method != http.MethodHead && !bytes.Contains(a.body, []byte(`"errors":[{`)) {
		c.Errorf("%s %s: it does not say what is wrong: %s", r.Method, r.URL, a.body)
	}
	return a
}

// conforms holds an answer against what the contract says of the operation: its
// status, its headers, its body.
func (c *caller) conforms(r *http.Request, a answer) {
	c.Helper()
	_, router := contract()
	asked := r.Clone(context.Background())
	if asked.Method == http.MethodHead {
		asked.Method = http.MethodGet
	}
	route, params, err := router.FindRoute(asked)
	if err != nil {
		if a.status != http.StatusNotFound && a.status != http.StatusMethodNotAllowed && !beside(r.URL.Path) {
			c.Errorf("%s %s: %d, but the contract does not know it", r.Method, r.URL, a.status)
		}
		return
	}
	declared := route.Operation.Responses.Status(a.status)
	if declared == nil {
		c.Errorf("%s %s: the contract has no status %d; %s", r.Method, r.URL, a.status, a.body)
		return
	}
	for name := range a.header {
		if !common[name] && !declares(declared.Value, name) {
			c.Errorf("%s %s: %d with %s, which the contract does not declare", r.Method, r.URL, a.status, name)
		}
	}
	if r.Method == http.MethodHead || a.header.Get("Content-Encoding") != "" || a.status == http.StatusNotModified {
		return
	}
	input := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: asked, PathParams: params, Route: route},
		Status:                 a.status, Header: a.header, Body: io.NopCloser(bytes.NewReader(a.body)),
		Options: &openapi3filter.Options{IncludeResponseStatus: true, ExcludeResponseBody: !strings.Contains(a.header.Get("Content-Type"), "json")},
	}
	if err := openapi3filter.ValidateResponse(context.Background(), input); err != nil {
		c.Errorf("%s %s: %v", r.Method, r.URL, err)
	}
}

// beside reports whether an address stands beside the contract: what is for programs
// that know it anyway, and the pages for people.
func beside(address string) bool {
	return strings.HasPrefix(address, "/openapi") || address == "/metrics" || address == "/" || address == "/registers" || strings.HasPrefix(address, "/reference/")
}

// common are headers that every answer may carry, as HTTP and browsers know them.
var common = map[string]bool{
	"Content-Type": true, "Content-Length": true, "Content-Encoding": true, "Vary": true, "Cache-Control": true,
	"X-Content-Type-Options": true, "Content-Security-Policy": true, "X-Frame-Options": true, "Referrer-Policy": true,
}

// declares reports whether a response has a header, in whatever letters.
func declares(r *openapi3.Response, name string) bool {
	for known := range r.Headers {
		if strings.EqualFold(known, name) {
			return true
		}
	}
	return false
}
