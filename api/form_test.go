package api_test

import (
	"net/http"
	"strings"
	"testing"
)

// A body that cannot be read is told of in the same way wherever it is sent; one that
// can be read and says something wrong is another matter (RFC 9110, 15.5.21).
func TestForm(t *testing.T) {
	c, _ := keeping(t)
	c.posted(bakery)
	const register = "/registers/bakery"
	const entry = register + "/entities/parties/courier"
	c.write(http.MethodPut, entry, `{"id":"courier"}`, "If-None-Match", "*").is(t, http.StatusCreated)
	for body, want := range map[string]struct{ code, pointer string }{
		`{"id":`:                          {"syntax", ""},
		`{"id":"courier"} {}`:             {"syntax", ""},
		`{"id":"courier","id":"courier"}`: {"duplicate-key", "/id"},
		`{"name":{"en":"a","en":"b"}}`:    {"duplicate-key", "/name/en"},
		"{\"name\":{\"en\":\"\xff\"}}":    {"encoding", ""},
		`{"x-y":` + strings.Repeat("[", 200) + strings.Repeat("]", 200) + `}`: {"too-deep", ""},
	} {
		for name, a := range map[string]answer{
			"create":  c.write(http.MethodPost, register+"/entities/parties", body),
			"replace": c.write(http.MethodPut, entry, body, "If-Match", "*"),
			"patch":   c.write(http.MethodPatch, entry, body, "If-Match", "*"),
			"whole":   c.write(http.MethodPut, register, body, "If-Match", "*"),
			"patched": c.write(http.MethodPatch, register, body, "If-Match", "*"),
			"import":  c.write(http.MethodPost, register+"/import", body, "If-Match", "*"),
			"dry":     c.write(http.MethodPost, register+"/import?dry-run=true", body, "If-Match", "*"),
		} {
			p := a.problem(t, http.StatusBadRequest)
			if len(p.Errors) == 0 || p.Errors[0].Code != want.code || p.Errors[0].Pointer == nil || want.pointer != "" && *p.Errors[0].Pointer != want.pointer {
				t.Errorf("%s of %.40s: %s", name, body, a.body)
			}
		}
	}
	for _, body := range []string{`[]`, `null`, `"x"`, `1`} {
		c.write(http.MethodPatch, entry, body, "If-Match", "*").problem(t, http.StatusUnprocessableEntity).about(t, "wrong-type", "")
		c.write(http.MethodPut, entry, body, "If-Match", "*").problem(t, http.StatusUnprocessableEntity).about(t, "wrong-type", "")
	}
	c.do(http.MethodPost, "/v1"+register+"/import", "schema: &a ropa/v1\nid: bakery\n", "Content-Type", "application/yaml", "If-Match", "*").
		problem(t, http.StatusBadRequest).about(t, "anchor", "/schema")
}

// A compressed body is not read, and the answer says so.
func TestCompressedBody(t *testing.T) {
	c, _ := keeping(t)
	c.posted(bakery)
	const list = "/registers/bakery/entities/parties"
	for _, coding := range []string{"gzip", "GZIP", "br", "identity, gzip", "x-unknown"} {
		a := c.write(http.MethodPost, list, "\x1f\x8b", "Content-Encoding", coding)
		a.problem(t, http.StatusUnsupportedMediaType).about(t, "invalid-parameter", "Content-Encoding")
		if a.header.Get("Accept-Encoding") != "identity" {
			t.Errorf("%s: %v", coding, a.header)
		}
	}
	c.write(http.MethodPost, list, `{"id":"courier"}`, "Content-Encoding", "identity").is(t, http.StatusCreated)
}

// What was sent in the place of a name or an identifier is not repeated.
func TestNotRepeated(t *testing.T) {
	c, _ := keeping(t)
	c.posted(bakery)
	const list = "/registers/bakery/entities/parties"
	for _, value := range []string{"jan@example.org", "Jan Jansen", "Jürgen", strings.Repeat("jan", 40), "+31 6"} {
		for _, body := range []string{
			`{"id":"courier","` + value + `":1}`, `{"id":"` + value + `"}`, `{"id":"courier","partOf":"` + value + `"}`, `{"id":"courier","name":{"` + value + `":"a"}}`,
			`{"id":"courier","services":[{"id":"` + value + `","x":1}]}`, `{"id":"courier","` + value + `":{"a":1}}`,
			`{"id":"courier","` + value + `":1,"` + value + `":1}`, `{"id":"courier","` + value + `":{]}`,
		} {
			for _, a := range []answer{
				c.write(http.MethodPost, list, body), c.write(http.MethodPut, list+"/courier", body, "If-None-Match", "*"),
				c.write(http.MethodPatch, list+"/courier", body, "If-Match", "*"),
				c.write(http.MethodPost, "/registers/bakery/import", `{"schema":"ropa/v1","parties":[`+body+`]}`, "If-Match", "*"),
			} {
				if a.status < 400 || a.status >= 500 || strings.Contains(string(a.body), value) {
					t.Errorf("%s: %d %s", body, a.status, a.body)
				}
			}
		}
	}
	for _, address := range []string{"/registers?jan@example.org=1", "/registers/bakery/recipients?Jan+Jansen=1", "/registers?%00=1"} {
		c.get(address).problem(t, http.StatusBadRequest).about(t, "unknown-parameter", "…")
	}
	c.get("/registers/bakery/recipients?recieves=1").problem(t, http.StatusBadRequest).about(t, "unknown-parameter", "recieves")
	c.write(http.MethodPost, list, `{"id":"courier","recipents":1}`).problem(t, http.StatusUnprocessableEntity).about(t, "unknown-field", "/recipents")
}

// What a right is known by is its right.
func TestDuplicateRight(t *testing.T) {
	c, _ := keeping(t)
	c.write(http.MethodPost, "/registers", `{"schema":"ropa/v1","id":"shop","rights":[{"right":"access"}]}`).is(t, http.StatusCreated)
	c.write(http.MethodPost, "/registers/shop/entities/rights", `{"right":"access"}`).problem(t, http.StatusConflict).about(t, "duplicate-id", "/right")
	c.write(http.MethodPost, "/registers", `{"schema":"ropa/v1","id":"shop"}`).problem(t, http.StatusConflict).about(t, "duplicate-id", "/id")
}
