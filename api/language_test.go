package api_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/openropa/ropa/api"
)

// A problem is told in Dutch to whoever reads that, and in English to all others: all
// of it, with a header that says so.
func TestProblemLanguage(t *testing.T) {
	c, _ := keeping(t)
	c.posted(webgems)
	for accepts, want := range map[string][3]string{
		"":              {"en", "The query has parameters", "The operation has no such parameter."},
		"nl-NL, en;q=5": {"en", "The query has parameters", "The operation has no such parameter."}, // 5 is no weight
		"nl-NL,en;q=.5": {"nl", "De vraag heeft parameters", "De bewerking heeft deze parameter niet."},
		"de, nl;q=0.5":  {"en", "The query has parameters", "The operation has no such parameter."},
	} {
		a := c.get("/registers/webgems/processors?recieves=x", "Accept-Language", accepts).is(t, http.StatusBadRequest)
		var p api.Problem
		if err := json.Unmarshal(a.body, &p); err != nil {
			t.Fatal(err)
		}
		if a.header.Get("Content-Language") != want[0] || !strings.HasPrefix(*p.Detail, want[1]) || (*p.Errors)[0].Detail != want[2] {
			t.Errorf("%q: %q %s", accepts, a.header.Get("Content-Language"), a.body)
		}
		if vary := a.header.Get("Vary"); !strings.Contains(vary, "Accept-Language") {
			t.Errorf("Vary: %s", vary)
		}
	}
	a := c.write(http.MethodPost, "/registers/webgems/entities/activities", `{"id":"gifts","purposes":[{"purpose":"paymnt"}]}`, "Accept-Language", "nl").is(t, http.StatusUnprocessableEntity)
	for _, words := range []string{"Het register zou niet goed gevormd zijn", "Wat er mis is staat onder errors.", "is onbekend: onder purposes"} {
		if !strings.Contains(string(a.body), words) {
			t.Errorf("%q is not in %s", words, a.body)
		}
	}
}

// A document says in which language it is, also where its layout decides that.
func TestDocumentLanguage(t *testing.T) {
	c := serving(t, webgems)
	for address, want := range map[string]string{
		"?layout=gba": "nl", "?layout=dsk": "de", "?layout=aepd": "en", "?layout=dsk&language=en": "en", "?format=json": "fr",
	} {
		a := c.get("/registers/webgems/documents/register"+address, "Accept-Language", "fr").is(t, http.StatusOK)
		if got := a.header.Get("Content-Language"); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
		if strings.Contains(a.header.Get("Content-Type"), "html") && !strings.Contains(string(a.body), `<html lang="`+want+`"`) {
			t.Errorf("%s is not in %s", address, want)
		}
	}
}
