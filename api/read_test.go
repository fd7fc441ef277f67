package api_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/openropa/ropa/api/wire"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/words"
)

const (
	webgems = "../examples/webgems"
	bakery  = "../examples/bakery"
)

// The question that the product was begun for.
func TestProcessors(t *testing.T) {
	c := serving(t, webgems)
	for query, want := range map[string][]string{
		"receives=bank-account&as-of=2026-11-22":             {"mollie", "paypal", "lightspeed"},
		"receives=bank-account&as-of=2026-11-22&stated=true": {"mollie", "paypal"},
	} {
		var answers wire.Answers
		decode(t, c.get("/registers/webgems/processors?"+query), &answers)
		var ids []string
		for _, a := range answers.Answers {
			ids = append(ids, a.ID)
		}
		if !slices.Equal(ids, want) {
			t.Errorf("%s: got %v, want %v", query, ids, want)
		}
	}
}

// Each question of the data map answers what the library answers.
func TestQuestions(t *testing.T) {
	c := serving(t, webgems)
	l := load(webgems)
	m := datamap.Build(l.View)
	paths := map[datamap.Question]string{datamap.Data: "data-categories", datamap.Subjects: "data-subjects"}
	for _, question := range datamap.Questions() {
		path := paths[question]
		if path == "" {
			path = string(question)
		}
		want, err := m.Ask(question, datamap.Filter{AsOf: register.Date(mustDate(t, "2026-11-22"))})
		if err != nil {
			t.Fatal(err)
		}
		raw, err := json.Marshal(wire.Maker{View: l.View, Words: words.In("nl")}.Answers(want))
		if err != nil {
			t.Fatal(err)
		}
		var expected, got any
		if err := json.Unmarshal(raw, &expected); err != nil {
			t.Fatal(err)
		}
		decode(t, c.get("/registers/webgems/"+path+"?limit=1000", "Accept-Language", "nl-NL,nl;q=0.9"), &got)
		if !jsonEqual(expected, got) {
			t.Errorf("%s: the server answers something else than the data map", question)
		}
	}
}

// Every kind of entry is listed, and each entry can be read where its list says
// that it is.
func TestEntities(t *testing.T) {
	c := serving(t, webgems, bakery)
	read := 0
	for _, id := range []string{"webgems", "bakery"} {
		for _, kind := range register.Kinds() {
			path := "/registers/" + id + "/entities/" + kebab(string(kind))
			var list struct {
				Items []map[string]any
				Total int
			}
			decode(t, c.get(path+"?limit=1000"), &list)
			if len(list.Items) != list.Total {
				t.Errorf("%s: %d of %d", path, len(list.Items), list.Total)
			}
			for _, item := range list.Items {
				key, _ := item["id"].(string)
				if key == "" {
					key, _ = item["right"].(string)
				}
				var one map[string]any
				decode(t, c.get(path+"/"+key), &one)
				if !jsonEqual(item, one) {
					t.Errorf("%s/%s differs from the entry of the list", path, key)
				}
				read++
			}
		}
	}
	if read < 100 {
		t.Errorf("only %d entries", read)
	}
}

// The pages of a list, one after the other, are the list.
func TestPages(t *testing.T) {
	c := serving(t, webgems)
	var whole wire.Answers
	decode(t, c.get("/registers/webgems/recipients"), &whole)
	var got []wire.Answer
	for address := "/registers/webgems/recipients?limit=3"; address != ""; {
		a := c.get(address)
		var page wire.Answers
		decode(t, a, &page)
		if page.Total != whole.Total || len(page.Answers) > 3 {
			t.Fatalf("a page of %d, total %d", len(page.Answers), page.Total)
		}
		got = append(got, page.Answers...)
		address = ""
		if link, ok := strings.CutPrefix(a.header.Get("Link"), "</v1"); ok {
			address, _, _ = strings.Cut(link, ">")
		}
	}
	if len(got) != len(whole.Answers) || !jsonEqual(got, whole.Answers) {
		t.Errorf("the pages hold %d answers, the list %d", len(got), len(whole.Answers))
	}
	wrong := c.get("/registers/webgems/recipients?cursor=bm9uc2Vuc2U")
	if wrong.status != http.StatusBadRequest {
		t.Errorf("a cursor made up: %d", wrong.status)
	}
}

// What the caller has is not sent again, compressed or not.
func TestConditional(t *testing.T) {
	c := serving(t, webgems)
	for _, path := range []string{"/registers", "/registers/webgems", "/registers/webgems/recipients", "/registers/webgems/entities/activities/payments", "/registers/webgems/findings", "/vocabulary/purposes", "/law/countries"} {
		first := c.get(path)
		tag := first.header.Get("ETag")
		if first.status != http.StatusOK || tag == "" {
			t.Fatalf("%s: %d, tag %q", path, first.status, tag)
		}
		packed := c.get(path, "Accept-Encoding", "gzip")
		if packed.header.Get("Content-Encoding") == "gzip" {
			r, err := gzip.NewReader(bytes.NewReader(packed.body))
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(r)
			if err != nil || !bytes.Equal(body, first.body) || packed.header.Get("ETag") == tag {
				t.Errorf("%s: compressed it is something else, or has the same tag: %v", path, err)
			}
		}
		for _, tags := range []string{tag, "W/" + tag, `"other", ` + tag, "*", packed.header.Get("ETag")} {
			again := c.get(path, "If-None-Match", tags)
			if again.status != http.StatusNotModified || len(again.body) > 0 || again.header.Get("ETag") == "" {
				t.Errorf("%s with %s: %d with %d bytes", path, tags, again.status, len(again.body))
			}
		}
		held := packed.header.Get("ETag")
		if again := c.get(path, "If-None-Match", held, "Accept-Encoding", "gzip"); again.status != http.StatusNotModified || again.header.Get("ETag") != held {
			t.Errorf("%s compressed: %d with the tag %s, not %s", path, again.status, again.header.Get("ETag"), held)
		}
		head := c.do(http.MethodHead, "/v1"+path, "")
		if head.status != http.StatusOK || len(head.body) > 0 || head.header.Get("ETag") != tag {
			t.Errorf("HEAD %s: %d with %d bytes", path, head.status, len(head.body))
		}
	}
	nl, en := c.get("/registers/webgems/recipients", "Accept-Language", "nl"), c.get("/registers/webgems/recipients")
	if nl.header.Get("ETag") == en.header.Get("ETag") || nl.header.Get("Content-Language") != "nl" {
		t.Error("two languages have one tag")
	}
}

// An answer that is kept reads the header as one that is made does.
func TestKeptHeader(t *testing.T) {
	c := serving(t, webgems)
	const path = "/registers/webgems/recipients"
	for range 2 { // made, then kept
		tag := c.get(path).header.Get("ETag")
		r := httptest.NewRequest(http.MethodGet, "/v1"+path, nil)
		r.Header["If-None-Match"] = []string{`"other"`, tag}
		if a := c.send(r); a.status != http.StatusNotModified {
			t.Errorf("the tag on the second line: %d", a.status)
		}
	}
}

// What the contract does not know is refused, each with what was wrong, and
// nothing that was sent is repeated.
func TestRefused(t *testing.T) {
	c := serving(t, webgems)
	for address, want := range map[string]struct {
		status int
		code   string
	}{
		"/v1/registers/webgems/processors?recieves=name":                            {400, "unknown-parameter"},
		"/v1/registers/webgems/processors?receives=name&receives=a":                 {400, "repeated-parameter"},
		"/v1/registers/webgems/processors?receives=":                                {400, "invalid-parameter"},
		"/v1/registers/webgems/processors?receives=name,":                           {400, "invalid-parameter"},
		"/v1/registers/webgems/processors?receives=zebra-stripes":                   {400, "unknown-id"},
		"/v1/registers/webgems/processors?outside-eea=maybe":                        {400, "invalid-parameter"},
		"/v1/registers/webgems/processors?as-of=2026-02-30":                         {400, "invalid-parameter"},
		"/v1/registers/webgems/processors?country=Belgium":                          {400, "invalid-parameter"},
		"/v1/registers/webgems/processors?limit=0":                                  {400, "invalid-parameter"},
		"/v1/registers/webgems/processors?limit=1001":                               {400, "invalid-parameter"},
		"/v1/registers/webgems/processors?evidence=all":                             {400, "invalid-parameter"},
		"/v1/registers/webgems/processors?a=%zz":                                    {400, "query-unreadable"},
		"/v1/registers/webgems/processors?a=1;b=2":                                  {400, "query-unreadable"},
		"/v1/registers/webgems/search":                                              {400, "missing-parameter"},
		"/v1/registers/webgems/findings?rules=ZZZ-999":                              {400, "unknown-rule"},
		"/v1/registers/webgems/entities/parties?revision=1&at=2026-01-01T00:00:00Z": {400, "excluded-parameter"},
		"/v1/registers/webgems/entities/parties/nobody":                             {404, "unknown-id"},
		"/v1/registers/webgems?revision=7":                                          {404, "unknown-version"},
		"/v1/registers/webgems/documents/dpia":                                      {404, "invalid-parameter"},
		"/v1/vocabulary/data-category":                                              {404, "invalid-parameter"},
		"/v1/registers/elsewhere":                                                   {404, "unknown-register"},
		"/v1/registers/webgems/entities/zebras":                                     {404, ""},
		"/nowhere":                                                                  {404, ""},
		"/v1/registers/..%2f..%2fetc/processors":                                    {404, ""},
	} {
		a := c.do(http.MethodGet, address, "")
		var p struct {
			Type, Code string
			Status     int
			Errors     []struct{ Code, Detail string }
		}
		decode(t, answer{http.StatusOK, a.header, a.body}, &p)
		code := ""
		if len(p.Errors) > 0 {
			code = p.Errors[0].Code
		}
		if a.status != want.status || code != want.code || p.Status != a.status || p.Type != "/problems/"+p.Code || a.header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %d %q: %s", address, a.status, code, a.body)
		}
		if strings.Contains(string(a.body), "zebra") || strings.Contains(string(a.body), "etc") {
			t.Errorf("%s: what was sent is repeated: %s", address, a.body)
		}
	}
}

// What a filter names is told of under the name that the parameter was sent by.
func TestDataByEitherName(t *testing.T) {
	c := serving(t, webgems)
	for query, parameter := range map[string]string{"data=nothing": "data", "receives=nothing": "receives", "receives=nothing&data=name": "receives", "receives=name&data=nothing": "data"} {
		c.do(http.MethodGet, "/v1/registers/webgems/processors?"+query, "").problem(t, http.StatusBadRequest).about(t, "unknown-id", parameter)
	}
}

// Registers that are read from files cannot be written to.
func TestReadOnly(t *testing.T) {
	c := serving(t, webgems)
	for _, request := range [][3]string{
		{http.MethodPost, "/v1/registers", "application/json"},
		{http.MethodPut, "/v1/registers/webgems", "application/json"},
		{http.MethodPost, "/v1/registers/webgems/entities/parties", "application/json"},
		{http.MethodPut, "/v1/registers/webgems/entities/parties/mollie", "application/json"},
		{http.MethodPatch, "/v1/registers/webgems/entities/parties/mollie", "application/merge-patch+json"},
		{http.MethodDelete, "/v1/registers/webgems/entities/parties/mollie", ""},
		{http.MethodDelete, "/v1/registers/webgems", ""},
		{http.MethodPost, "/v1/registers/webgems/revisions/1/restore", ""},
	} {
		a := c.do(request[0], request[1], "{}", "Content-Type", request[2])
		if a.status != http.StatusMethodNotAllowed || len(a.header.Values("Allow")) != 1 || !strings.Contains(string(a.body), `"code":"read-only"`) {
			t.Errorf("%v: %d %s", request, a.status, a.body)
		}
	}
	if a := c.do(http.MethodPost, "/v1/registers", "{}", "Content-Type", "text/plain"); a.status != http.StatusUnsupportedMediaType {
		t.Errorf("text/plain: %d", a.status)
	}
	if a := c.do(http.MethodPost, "/v1/registers/webgems/processors", ""); a.status != http.StatusMethodNotAllowed || !strings.Contains(a.header.Get("Allow"), "GET") {
		t.Errorf("POST to a question: %d, Allow %q", a.status, a.header.Get("Allow"))
	}
}
