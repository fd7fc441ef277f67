package api_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
)

// marker stands in what is submitted, and in no answer that refuses it.
const marker = "zqxmarker"

// wild is a request as bytes on the wire may make it.
type wild struct {
	method, target string
	// headers are names and values in turn.
	headers []string
	body    []byte
}

// request is the request as net/http hands it to a handler, nil where net/http
// refuses it itself.
func (w wild) request() *http.Request {
	u, err := url.ParseRequestURI(w.target)
	if err != nil || !token(w.method) || len(w.target) > 1<<16 || !strings.HasPrefix(w.target, "/") {
		return nil
	}
	r := httptest.NewRequest(http.MethodGet, "/", bytes.NewReader(w.body))
	r.Method, r.URL, r.RequestURI = w.method, u, w.target
	for i := 0; i+1 < len(w.headers); i += 2 {
		if !token(w.headers[i]) || strings.ContainsFunc(w.headers[i+1], func(c rune) bool { return c < ' ' && c != '\t' || c == 0x7f }) {
			return nil
		}
		r.Header.Add(w.headers[i], w.headers[i+1])
	}
	return r
}

// token reports whether a word may be a method or the name of a header.
func token(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(c rune) bool {
		return c <= ' ' || c >= 0x7f || strings.ContainsRune(`"(),/:;<=>?@[\]{}`, c)
	})
}

// holds sends a wild request: whatever it is, it is no fault of the server, the
// contract has the status, and what was submitted is not repeated.
func (c *caller) holds(w wild) {
	c.Helper()
	r := w.request()
	if r == nil {
		return
	}
	a := c.send(r)
	if a.status >= 500 {
		c.Errorf("%s %s %q: %d %s", w.method, w.target, w.headers, a.status, a.body)
	}
	if a.status < 400 || w.method == http.MethodHead {
		return
	}
	var p struct {
		Title, Detail string
		Errors        []struct {
			Detail      string
			Suggestions []string
		}
	}
	if err := json.Unmarshal(a.body, &p); err != nil {
		c.Errorf("%s %s: %d is no problem: %s", w.method, w.target, a.status, a.body)
	}
	// Where it is wrong is told by names of fields and identifiers, which are no values.
	if strings.Contains(strings.ToLower(fmt.Sprint(p)), marker) {
		c.Errorf("%s %s: what was sent is repeated: %s", w.method, w.target, a.body)
	}
}

// stocked makes the register anew where a request removed it.
func (c *caller) stocked() {
	c.Helper()
	if c.get("/registers/webgems").status == http.StatusNotFound {
		c.posted(webgems)
	}
}

// wildOf is the request of a step.
func wildOf(s step) wild {
	w := wild{method: s.method, target: s.address, headers: slices.Clone(s.headers), body: []byte(s.body)}
	if s.media != "" {
		w.headers = append(w.headers, "Content-Type", s.media)
	}
	if s.takes("If-Match") {
		w.headers = append(w.headers, "If-Match", "*")
	}
	return w
}

// Values that nothing expects.
var strange = []string{
	"", " ", marker, "-1", "0", "99999999999999999999999", "1e309", "NaN", "true", "null", "*", ",", ",,", "a,,b", "../../" + marker, "%00", "%2e%2e", "%ff%fe", "%zz",
	"%F0%9F%92%8E", "a%0d%0aSet-Cookie:" + marker, "' OR 1=1 --" + marker, "<script>" + marker, "2026-02-30", "0000-00-00", "2026-11-22T10:00:00+99:99",
	strings.Repeat("A", 5000), strings.Repeat("a,", 2000), "${" + marker + "}", "\u202e" + marker,
}

// Bodies that nothing expects.
var strangeBodies = []string{
	"", " ", "null", "true", "0", `"` + marker + `"`, "[]", "[{}]", "{", `{"id":`, "{}{}", `{"id":"` + marker + `"} trailing`, `{"id":"a","id":"` + marker + `"}`, `{"ID":"` + marker + `"}`,
	`{"id":{"` + marker + `":1}}`, `{"id":["` + marker + `"]}`, `{"id":1e400}`, `{"` + marker + `":1}`, `{"id":"\ud800"}`, `{"id":"a\u0000b"}`, "\xff\xfe{\"id\":1}", "\xef\xbb\xbf{}", `{"id":"` + "\xc3\x28" + marker + `"}`,
	`{"name":{"en":"` + strings.Repeat("x", 70000) + `"}}`, strings.Repeat(`{"a":`, 3000) + "1" + strings.Repeat("}", 3000), strings.Repeat("[", 100000), `{"a":` + strings.Repeat("9", 10000) + "}",
	"schema: ropa/v1\nid: &a webgems\nname: *a\n", "a: b: c: " + marker, "!!python/object:" + marker + " {}", "schema: ropa/v1\nid: webgems\nactivities: {id: " + marker + "}\n", "- " + marker, "\t" + marker,
	`{"schema":"ropa/v1","id":"webgems","extends":["../../` + marker + `.yaml","/etc/passwd","http://` + marker + `/"]}`, `{"schema":"` + marker + `","id":"webgems"}`,
}

// mutations change a request in one way each.
var mutations = []func(*rand.Rand, *wild){
	func(r *rand.Rand, w *wild) {
		w.target += one(r, "?", "&") + one(r, "a", marker, "limit", "Limit", "as-of", "revision", "cursor") + "=" + query(one(r, strange...))
	},
	func(r *rand.Rand, w *wild) { // another value for a parameter that there is
		path, given, _ := strings.Cut(w.target, "?")
		parts := strings.Split(given, "&")
		i := r.IntN(len(parts))
		name, _, _ := strings.Cut(parts[i], "=")
		parts[i] = name + "=" + query(one(r, strange...))
		w.target = path + "?" + strings.Join(parts, "&")
	},
	func(r *rand.Rand, w *wild) { // another part of the path
		path, given, _ := strings.Cut(w.target, "?")
		parts := strings.Split(path, "/")
		parts[r.IntN(len(parts))] = one(r, "..", ".", "%2e%2e", "%2f", "%00", "%5c", "", marker, strings.Repeat("x", 3000), "%ff", "a;b=c", "*", "{register}", "%7Bid%7D")
		w.target = strings.Join(parts, "/") + "?" + given
	},
	func(r *rand.Rand, w *wild) {
		w.method = one(r, "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", marker, "PROPFIND")
	},
	func(r *rand.Rand, w *wild) { w.body = []byte(one(r, strangeBodies...)) },
	func(r *rand.Rand, w *wild) { // a byte of the body
		if len(w.body) > 0 {
			w.body = slices.Clone(w.body)
			w.body[r.IntN(len(w.body))] = byte(r.IntN(256))
		}
	},
	func(r *rand.Rand, w *wild) {
		w.body = append(slices.Clone(w.body), one(r, "{}", "\x00", "\n---\na: 1\n", marker, "]")...)
	},
	func(r *rand.Rand, w *wild) { // another value for a header that there is
		if len(w.headers) > 0 {
			w.headers = slices.Clone(w.headers)
			w.headers[r.IntN(len(w.headers)/2)*2+1] = one(r, strange...)
		}
	},
	func(r *rand.Rand, w *wild) { // a header more, or twice
		w.headers = append(slices.Clip(w.headers), one(r, "If-Match", "If-None-Match", "Content-Type", "Accept-Language", "Accept-Encoding", "Idempotency-Key", "Change-Reason", "X-Request-Id", "Authorization", "Content-Encoding", "Range", "Expect"),
			one(r, append([]string{`"a"`, `W/"` + marker + `"`, `"unclosed`, "application/json; charset=utf-16", "text/plain", "gzip;q=0", "gzip, br;q=nope", "nl-" + marker, "Bearer " + marker}, strange...)...))
	},
	func(r *rand.Rand, w *wild) { // no headers
		w.headers = nil
	},
}

// query is a value as it may stand in a query, where it is not strange on purpose.
func query(value string) string {
	if strings.HasPrefix(value, "%") {
		return value
	}
	return url.QueryEscape(value)
}

func one(r *rand.Rand, of ...string) string { return of[r.IntN(len(of))] }

// mutated is the request of some step, changed in up to three ways.
func mutated(r *rand.Rand, steps []step) wild {
	w := wildOf(steps[r.IntN(len(steps))])
	for range 1 + r.IntN(3) {
		mutations[r.IntN(len(mutations))](r, &w)
	}
	return w
}

// TestWildRequests sends requests of every operation with what nobody expects in
// them.
func TestWildRequests(t *testing.T) {
	c, _ := keeping(t)
	steps := walk()
	for seed := range uint64(600) {
		w := mutated(rand.New(rand.NewPCG(seed, 6)), steps)
		if c.holds(w); w.method == http.MethodDelete {
			c.stocked()
		}
	}
}

// FuzzRequest sends whatever can be made of the examples of the contract.
func FuzzRequest(f *testing.F) {
	steps := walk()
	for _, s := range steps {
		w := wildOf(s)
		f.Add(w.method, w.target, strings.Join(w.headers, "\n"), w.body)
	}
	for seed := range uint64(50) {
		w := mutated(rand.New(rand.NewPCG(seed, 7)), steps)
		f.Add(w.method, w.target, strings.Join(w.headers, "\n"), w.body)
	}
	shared, _ := keeping(f)
	f.Fuzz(func(t *testing.T, method, target, headers string, body []byte) {
		c := &caller{t, shared.server}
		if c.holds(wild{method, target, strings.Split(headers, "\n"), body}); method == http.MethodDelete {
			c.stocked()
		}
	})
}
