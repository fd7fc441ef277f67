package api_test

import (
	"html"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/register/document/press"
)

var linked = regexp.MustCompile(`(?:href|src)="([^"]*)"`)

// Somebody who opens a server of files finds its registers, and each link of the page
// leads to what it says.
func TestListing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.yaml")
	text := "schema: ropa/v1\nid: shop\nname: {en: \"<script>Shop\", nl: Winkel}\norganisation: {name: \"Shop & Sons\"}\nactivities: [{id: orders}]\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	c := serving(t, path)
	for language, said := range map[string][]string{
		"en": {`<html lang="en">`, "&lt;script&gt;Shop", "Shop &amp; Sons", "Record of processing activities", "the authority"},
		"nl": {`<html lang="nl">`, "Winkel", "Register van verwerkingsactiviteiten", "Bewaartermijnen", "de toezichthouder"},
		"fr": {`<html lang="en">`},
	} {
		a := c.do(http.MethodGet, "/registers", "", "Accept-Language", language).is(t, http.StatusOK)
		for _, one := range append(said, "<code>shop</code>") {
			if !strings.Contains(string(a.body), one) {
				t.Errorf("%s: %q is not on the page:\n%s", language, one, a.body)
			}
		}
		if policy := a.header.Get("Content-Security-Policy"); !strings.HasPrefix(policy, "default-src 'none'; style-src 'self'; ") || strings.Contains(policy, "script") || strings.Contains(string(a.body), "<script") {
			t.Errorf("%s: the page may run scripts: %s", language, policy)
		}
		if strings.Contains(string(a.body), "></th>") || strings.Contains(string(a.body), "<td></td>") || strings.Contains(string(a.body), "></a>") {
			t.Errorf("%s: a word is missing:\n%s", language, a.body)
		}
		links := linked.FindAllStringSubmatch(string(a.body), -1)
		if want := 3 + 4*(len(press.Kinds())-2) + 1; len(links) != want { // icon, style, reference
			t.Errorf("%s: %d links, want %d", language, len(links), want)
		}
		for _, m := range links {
			address := strings.TrimPrefix(html.UnescapeString(m[1]), "./")
			if strings.HasPrefix(address, "data:") || language == "fr" {
				continue
			}
			c.do(http.MethodGet, "/"+address, "").is(t, http.StatusOK)
		}
	}
	c.do(http.MethodPost, "/registers", "").is(t, http.StatusMethodNotAllowed)
	c.do(http.MethodGet, "/registers?q=shop", "").is(t, http.StatusBadRequest)
	if a := c.do(http.MethodHead, "/registers", "").is(t, http.StatusOK); len(a.body) > 0 {
		t.Errorf("the body of HEAD: %s", a.body)
	}
	if a := c.do(http.MethodGet, "/", ""); !strings.Contains(string(a.body), `href="registers"`) {
		t.Error("the reference does not lead to the registers")
	}
}

// Where the server asks who calls, the page names no register, whatever is sent.
func TestListingWithLogin(t *testing.T) {
	c := newCompany(t, api.Options{})
	for _, token := range []string{"", "ann", "wrong"} {
		a := c.from("192.0.2.1:1", token, "/registers").is(t, http.StatusOK)
		if body := string(a.body); !strings.Contains(body, "Authorization: Bearer") || strings.Contains(body, "<table") || strings.Contains(body, "<code>") || strings.Contains(body, "webgems") {
			t.Errorf("%q: %s", token, body)
		}
	}
}
