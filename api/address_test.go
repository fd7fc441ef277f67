package api_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"
)

// A number in an address is one of the contract.
func TestRevisionNumbers(t *testing.T) {
	c, _ := keeping(t)
	c.posted(bakery)
	const at = "/registers/bakery/revisions/"
	for _, number := range []string{"abc", "0", "-1", "01", "+1", "1.0", "99999999999999999999", "%20"} {
		p := c.get(at+number).problem(t, http.StatusBadRequest)
		p.about(t, "invalid-parameter", "revision")
		if p.Errors[0].Detail != "Expected a whole number of at least 1." {
			t.Errorf("%s: %+v", number, p)
		}
		c.write(http.MethodPost, at+number+"/restore", "", "If-Match", "*").is(t, http.StatusBadRequest)
		c.write(http.MethodPost, at+number+"/approve", "", "If-Match", "*").is(t, http.StatusBadRequest)
	}
	c.get("/registers/bakery?revision=01").problem(t, http.StatusBadRequest).about(t, "invalid-parameter", "revision")
	c.get(at+"1").is(t, http.StatusOK)
}

// What there is not is named: the register, or the version of it.
func TestWhatIsMissing(t *testing.T) {
	c, _ := keeping(t)
	c.posted(bakery)
	for address, parameter := range map[string]string{
		"/registers/nobody":                         "register",
		"/registers/nobody?revision=9":              "register",
		"/registers/nobody/revisions/1":             "register",
		"/registers/bakery?revision=9":              "revision",
		"/registers/bakery?approved=true":           "approved",
		"/registers/bakery/revisions/9":             "revision",
		"/registers/bakery?at=2001-01-01T00:00:00Z": "at",
	} {
		code := "unknown-version"
		if parameter == "register" {
			code = "unknown-register"
		}
		c.get(address).problem(t, http.StatusNotFound).about(t, code, parameter)
	}
	c.write(http.MethodPost, "/registers/bakery/revisions/9/restore", "", "If-Match", "*").problem(t, http.StatusNotFound).about(t, "unknown-version", "revision")
	c.write(http.MethodPost, "/registers/bakery/revisions/9/approve", "", "If-Match", "*").problem(t, http.StatusNotFound).about(t, "unknown-version", "revision")
}

// Over files an address allows what it takes there, and nothing that would be
// refused in turn.
func TestAllowOfFiles(t *testing.T) {
	c := serving(t, webgems)
	const register = "/v1/registers/webgems"
	for address, methods := range map[string][]string{
		register:                          {http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodPost},
		register + "/entities/parties":    {http.MethodPost, http.MethodPut},
		register + "/import":              {http.MethodPost, http.MethodGet, http.MethodPut},
		register + "/revisions/1/restore": {http.MethodPost, http.MethodGet},
		register + "/revisions/1/approve": {http.MethodPost, http.MethodGet, http.MethodDelete},
	} {
		for _, method := range methods {
			media := "application/json"
			if method == http.MethodPatch {
				media = "application/merge-patch+json"
			}
			a := c.do(method, address, "{}", "Content-Type", media).is(t, http.StatusMethodNotAllowed)
			allow, ok := a.header["Allow"]
			if !ok || len(allow) != 1 {
				t.Errorf("%s %s: no Allow", method, address)
				continue
			}
			for _, allowed := range strings.FieldsFunc(allow[0], func(r rune) bool { return r == ',' || r == ' ' }) {
				if got := c.do(allowed, address, ""); got.status == http.StatusMethodNotAllowed {
					t.Errorf("%s %s: allows %s, which is not", method, address, allowed)
				}
			}
			if c.do(http.MethodGet, address, "").status != http.StatusMethodNotAllowed && !slices.Contains(strings.Split(allow[0], ", "), http.MethodGet) {
				t.Errorf("%s %s: does not allow GET", method, address)
			}
		}
	}
}

// Every 400 says what is wrong under errors.
func TestEveryRequestProblemHasErrors(t *testing.T) {
	c, _ := keeping(t)
	c.posted(webgems)
	const at = "/registers/webgems"
	c.get(at+"?revision=1&at=2026-11-22T10:00:00Z").problem(t, http.StatusBadRequest).about(t, "excluded-parameter", "at")
	c.get(at+"/diagram?activity=payments&party=mollie").problem(t, http.StatusBadRequest).about(t, "excluded-parameter", "party")
	c.write(http.MethodPost, at+"/entities/parties", " ").problem(t, http.StatusBadRequest).about(t, "body-missing", "")
	for _, query := range []string{"?q=%zz", "?q=" + strings.Repeat("a", 17<<10)} {
		r := asking(http.MethodGet, "/v1"+at+"/search", "")
		r.URL.RawQuery = query[1:]
		if p := c.send(r).problem(t, http.StatusBadRequest); len(p.Errors) != 1 {
			t.Errorf("%+v", p)
		}
	}
	for _, query := range []string{"", "?q="} {
		if p := c.get(at+"/search"+query).problem(t, http.StatusBadRequest); len(p.Errors) != 1 {
			t.Errorf("%q: %+v", query, p.Errors)
		}
	}
}
