package api_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// asking is a request; headers are names and values in turn, and a name may come
// twice.
func asking(method, address, body string, headers ...string) *http.Request {
	r := httptest.NewRequest(method, address, strings.NewReader(body))
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	return r
}

// Both headers of a write hold, in the form that they have (RFC 9110, 13).
func TestPreconditions(t *testing.T) {
	c, _ := keeping(t)
	c.posted(bakery)
	const list = "/registers/bakery/entities/parties"
	c.write(http.MethodPost, list, `{"id":"courier"}`).is(t, http.StatusCreated)
	tag := c.tag(list + "/courier")
	for _, one := range []struct {
		id      string
		status  int
		headers []string
	}{
		{"courier", 412, []string{"If-Match", tag, "If-None-Match", "*"}},
		{"courier", 412, []string{"If-Match", tag, "If-None-Match", tag}},
		{"courier", 412, []string{"If-None-Match", "*"}},
		{"courier", 428, []string{"If-None-Match", tag}},
		{"courier", 400, []string{"If-Match", strings.Trim(tag, `"`)}},
		{"courier", 400, []string{"If-Match", "*, " + tag}},
		{"courier", 412, []string{"If-Match", `"another"`, "If-Match", `"one"`}},
		{"nobody", 412, []string{"If-Match", tag, "If-None-Match", "*"}},
		{"nobody", 404, []string{"If-Match", tag}},
		{"courier", 200, []string{"If-Match", `"another"`, "If-Match", tag}},
		{"courier", 200, []string{"If-Match", "W/" + tag}},
		{"courier", 200, []string{"If-Match", strings.TrimSuffix(tag, `"`) + `-gzip"`}},
		{"courier", 200, []string{"If-Match", tag, "If-None-Match", `"another"`}},
		{"courier", 200, []string{"If-Match", "*"}},
	} {
		r := asking(http.MethodPut, "/v1"+list+"/"+one.id, `{"id":"`+one.id+`"}`, append(one.headers, "Content-Type", "application/json")...)
		if a := c.send(r); a.status != one.status {
			t.Errorf("%q of %s: %d, want %d: %s", one.headers, one.id, a.status, one.status, a.body)
		}
	}
	const whole = `{"schema":"ropa/v1","id":"new"}`
	c.do(http.MethodPost, "/v1/registers/new/import", whole, "Content-Type", "application/json", "If-None-Match", "*", "If-Match", `"a"`).is(t, http.StatusPreconditionFailed)
	c.send(asking(http.MethodPost, "/v1"+list, `{"id":"x"}`, "Content-Type", "application/json", "Idempotency-Key", "a", "Idempotency-Key", "b")).
		problem(t, http.StatusBadRequest).about(t, "repeated-parameter", "Idempotency-Key")
	c.send(asking(http.MethodPost, "/v1"+list, `{"id":"x"}`, "Content-Type", "application/json", "Content-Type", "text/plain")).
		problem(t, http.StatusBadRequest).about(t, "repeated-parameter", "Content-Type")
}

// What changes nothing makes no revision that somebody would have to approve.
func TestNothingChanged(t *testing.T) {
	c, _ := keeping(t)
	c.posted(bakery)
	const register = "/registers/bakery"
	const entry = register + "/entities/parties/courier"
	c.write(http.MethodPut, entry, `{"id":"courier","country":"NL"}`, "If-None-Match", "*").is(t, http.StatusCreated)
	raw := string(c.get(register).body)
	for _, one := range []struct{ method, address, read, body string }{
		{http.MethodPatch, entry, entry, `{}`},
		{http.MethodPatch, entry, entry, `{"country":"NL","name":null}`},
		{http.MethodPut, entry, entry, `{"country":"NL", "id":"courier"}`},
		{http.MethodPatch, register, register, `{}`},
		{http.MethodPut, register, register, raw},
		{http.MethodPost, register + "/import", register, raw},
		{http.MethodPost, register + "/revisions/2/restore", register, ``},
	} {
		tag := c.tag(one.read)
		a := c.write(one.method, one.address, one.body, "If-Match", tag).is(t, http.StatusOK)
		if a.header.Get("ETag") != tag || a.header.Get("Ropa-Revision") != "2" {
			t.Errorf("%s %s: made %v", one.method, one.address, a.header)
		}
		c.write(one.method, one.address, one.body, "If-Match", `"stale"`).is(t, http.StatusPreconditionFailed)
	}
}

// A read that names a version is answered with that version or not at all (RFC 9110,
// 13.1.1), whether the answer is kept or not.
func TestReadsOfAVersion(t *testing.T) {
	c, _ := keeping(t)
	c.posted(bakery)
	for _, address := range []string{
		"/registers", "/registers/bakery", "/registers/bakery/export", "/registers/bakery/entities/parties", "/registers/bakery/recipients", "/registers/bakery/findings",
		"/registers/bakery/revisions", "/registers/bakery/revisions/1", "/registers/bakery/documents/register", "/vocabulary/parties", "/law/countries",
	} {
		const other = `"another"`
		c.get(address, "If-Match", other, "If-None-Match", "*").is(t, http.StatusPreconditionFailed)
		tag := c.tag(address)
		for range 2 { // as it was made, and as it is kept
			for _, method := range []string{http.MethodGet, http.MethodHead} {
				c.do(method, "/v1"+address, "", "If-Match", other).is(t, http.StatusPreconditionFailed)
				c.do(method, "/v1"+address, "", "If-Match", other+", "+tag).is(t, http.StatusOK)
				c.do(method, "/v1"+address, "", "If-Match", "*", "If-None-Match", tag).is(t, http.StatusNotModified)
			}
		}
		c.get(address, "If-Match", "unquoted").problem(t, http.StatusBadRequest).about(t, "invalid-parameter", "If-Match")
	}
}
