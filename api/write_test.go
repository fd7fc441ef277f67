package api_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/sqlite"
	"github.com/openropa/ropa/api/wire"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
)

// database is an empty one.
func database(t testing.TB) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "ropa.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// keeping returns a caller of a server over a database, with the store.
func keeping(t testing.TB) (*caller, store.Store) {
	t.Helper()
	s := database(t)
	return over(t, s), s
}

// posted creates the register at a path and returns its canonical form.
func (c *caller) posted(path string) []byte {
	c.Helper()
	r, _, problems := register.Load(path)
	if problems.HasErrors() {
		c.Fatal(problems)
	}
	raw, err := register.Save(r, register.CanonicalJSON)
	if err != nil {
		c.Fatal(err)
	}
	if a := c.do(http.MethodPost, "/v1/registers", string(raw), "Content-Type", "application/json"); a.status != http.StatusCreated || a.header.Get("Location") != "/v1/registers/"+r.ID {
		c.Fatalf("create: %d %s", a.status, a.body)
	}
	return raw
}

// write sends a body with the tag of what is at the address.
func (c *caller) write(method, address, body string, headers ...string) answer {
	c.Helper()
	media := "application/json"
	if method == http.MethodPatch {
		media = "application/merge-patch+json"
	}
	return c.do(method, "/v1"+address, body, append([]string{"Content-Type", media}, headers...)...)
}

func (c *caller) tag(address string) string {
	c.Helper()
	a := c.get(address)
	if a.status != http.StatusOK {
		c.Fatalf("%s: %d %s", address, a.status, a.body)
	}
	return a.header.Get("ETag")
}

func (a answer) is(t testing.TB, status int) answer {
	t.Helper()
	if a.status != status {
		t.Errorf("status %d, want %d: %s", a.status, status, a.body)
	}
	return a
}

// What was created is there, answers as files do, and is what was sent.
func TestCreate(t *testing.T) {
	c, _ := keeping(t)
	raw := c.posted(webgems)
	var want, got any
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	decode(t, c.get("/registers/webgems"), &got)
	if !jsonEqual(want, got) {
		t.Error("the register is not what was sent")
	}
	var fromFiles, fromStore wire.Answers
	decode(t, serving(t, webgems).get("/registers/webgems/processors?receives=bank-account&as-of=2026-11-22"), &fromFiles)
	decode(t, c.get("/registers/webgems/processors?receives=bank-account&as-of=2026-11-22"), &fromStore)
	for i := range fromFiles.Answers {
		for j := range fromFiles.Answers[i].Evidence {
			fromFiles.Answers[i].Evidence[j].File, fromFiles.Answers[i].Evidence[j].Line = "", 0
		}
	}
	if !jsonEqual(fromFiles, fromStore) {
		t.Error("a database answers something else than files")
	}
	c.do(http.MethodPost, "/v1/registers", string(raw), "Content-Type", "application/json").is(t, http.StatusConflict)
}

// An entry goes through its life; each step has its tag and its revision.
func TestEntry(t *testing.T) {
	c, s := keeping(t)
	c.posted(webgems)
	const list = "/registers/webgems/entities/parties"
	made := c.write(http.MethodPost, list, `{"id":"courier","name":{"en":"Courier"}}`, "Change-Reason", "A new courier").is(t, http.StatusCreated)
	tag := made.header.Get("ETag")
	if made.header.Get("Location") != "/v1"+list+"/courier" || tag != c.tag(list+"/courier") || made.header.Get("Ropa-Revision") != "2" {
		t.Errorf("made with %v", made.header)
	}
	c.write(http.MethodPost, list, `{"id":"courier"}`).is(t, http.StatusConflict)

	c.write(http.MethodPut, list+"/courier", `{"id":"courier","country":"NL"}`).is(t, http.StatusPreconditionRequired)
	c.write(http.MethodPut, list+"/courier", `{"id":"courier","country":"NL"}`, "If-Match", `"stale"`).is(t, http.StatusPreconditionFailed)
	c.write(http.MethodPut, list+"/courier", `{"id":"other"}`, "If-Match", tag).is(t, http.StatusUnprocessableEntity)
	put := c.write(http.MethodPut, list+"/courier", `{"id":"courier","country":"NL"}`, "If-Match", tag).is(t, http.StatusOK)
	c.write(http.MethodPut, list+"/courier", `{"id":"courier","country":"BE"}`, "If-Match", tag).is(t, http.StatusPreconditionFailed)

	patched := c.write(http.MethodPatch, list+"/courier", `{"country":null,"name":{"nl":"Koerier"}}`, "If-Match", put.header.Get("ETag")).is(t, http.StatusOK)
	if got := strings.TrimSpace(string(patched.body)); got != `{"id":"courier","name":{"nl":"Koerier"}}` {
		t.Errorf("patched to %s", got)
	}
	c.write(http.MethodPatch, list+"/courier", `{"id":"x"}`, "If-Match", patched.header.Get("ETag")).is(t, http.StatusUnprocessableEntity)

	c.write(http.MethodDelete, list+"/courier", "").is(t, http.StatusPreconditionRequired)
	c.write(http.MethodDelete, list+"/courier", "", "If-Match", patched.header.Get("ETag")).is(t, http.StatusNoContent)
	c.get(list+"/courier").is(t, http.StatusNotFound)
	c.write(http.MethodPut, list+"/courier", `{"id":"courier"}`, "If-None-Match", "*").is(t, http.StatusCreated)
	c.write(http.MethodPut, list+"/courier", `{"id":"courier"}`, "If-None-Match", "*").is(t, http.StatusPreconditionFailed)

	if err := s.Verify(t.Context(), store.Key{Register: "webgems"}); err != nil {
		t.Error(err)
	}
	var revisions struct {
		Items []struct {
			Number     int
			At, Reason string
			Action     string
		}
		Total int
	}
	decode(t, c.get("/registers/webgems/revisions?of=parties/courier"), &revisions)
	var actions []string
	for _, r := range revisions.Items {
		actions = append(actions, fmt.Sprint(r.Number, r.Action, r.Reason))
	}
	if want := []string{"6create", "5delete", "4replace", "3replace", "2createA new courier"}; !slices.Equal(actions, want) {
		t.Errorf("revisions %q", actions)
	}
	c.get("/registers/webgems/entities/parties/courier?revision=3").is(t, http.StatusOK)
	c.get("/registers/webgems/entities/parties/courier?revision=1").is(t, http.StatusNotFound)
	c.get("/registers/webgems/revisions/2").is(t, http.StatusOK)
}

// What is referred to is not removed; the answer names by whom.
func TestReferredTo(t *testing.T) {
	c, _ := keeping(t)
	c.posted(webgems)
	const at = "/registers/webgems/entities/parties/mollie"
	a := c.write(http.MethodDelete, at, "", "If-Match", c.tag(at)).is(t, http.StatusConflict)
	if !strings.Contains(string(a.body), "activities/payments/disclosures/mollie") {
		t.Errorf("it does not say by whom: %s", a.body)
	}
	c.get(at).is(t, http.StatusOK)
}

// What would not be well formed is refused with codes and pointers, and nothing
// that was sent is repeated.
func TestInvalid(t *testing.T) {
	c, _ := keeping(t)
	c.posted(webgems)
	const list = "/registers/webgems/entities/activities"
	for body, want := range map[string]string{
		`{"id":"a","zebra":1}`:                        "unknown-field",
		`{"id":"a","name":"zebra"}`:                   "wrong-type",
		`{"id":"Zebra stripes"}`:                      "invalid-id",
		`{"id":"a","ID":"zebra"}`:                     "unknown-field",
		`{"id":"a","id":"zebra"}`:                     "duplicate-key",
		`{"id":"a","purposes":[{"purpose":"zebra"}]}`: "dangling-reference",
		`{"id":"a","from":"2026-02-30"}`:              "invalid-date",
		`{"id":"a"} {"zebra":1}`:                      "syntax",
		`{"id":"a"`:                                   "syntax",
		`{"id":"a","note":{"en":"a\u0000b"}}`:         "bad-character",
		`{"id":"a","x-y":` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + `}`: "too-deep",
		`[]`: "wrong-type",
	} {
		status := http.StatusUnprocessableEntity
		if slices.Contains(unread, diag.Code(want)) {
			status = http.StatusBadRequest
		}
		a := c.write(http.MethodPost, list, body).is(t, status)
		if !strings.Contains(string(a.body), `"code":"`+want+`"`) {
			t.Errorf("%s: no %s in %s", body, want, a.body)
		}
		var p struct {
			Errors []struct {
				Detail      string
				Suggestions []string
			}
		}
		if err := json.Unmarshal(a.body, &p); err != nil {
			t.Fatal(err)
		}
		// Where it is wrong is told by names of fields and identifiers, which are no values.
		if strings.Contains(strings.ToLower(fmt.Sprint(p)), "zebra") {
			t.Errorf("%s is repeated: %s", body, a.body)
		}
	}
	c.write(http.MethodPost, list, "").is(t, http.StatusBadRequest)
	c.write(http.MethodPost, list, `{"id":"a"}`, "Change-Reason", strings.Repeat("x", 1001)).is(t, http.StatusBadRequest)
	c.write(http.MethodPost, list, `{"id":"a"}`, "Idempotency-Key", strings.Repeat("x", 201)).is(t, http.StatusBadRequest)
	at := list + "/payments"
	tag := c.tag(at)
	for _, patch := range []string{`[]`, `null`} {
		c.write(http.MethodPatch, at, patch, "If-Match", tag).is(t, http.StatusUnprocessableEntity)
	}
	for _, patch := range []string{`{"a":1,"a":2}`, `{`, `{} {}`, strings.Repeat(`{"a":`, 100) + "1" + strings.Repeat("}", 100)} {
		c.write(http.MethodPatch, at, patch, "If-Match", tag).is(t, http.StatusBadRequest)
	}
	if c.tag(at) != tag {
		t.Error("something was written")
	}
}

// A create that is sent again with its key is made once.
func TestIdempotency(t *testing.T) {
	c, _ := keeping(t)
	c.posted(webgems)
	const list = "/registers/webgems/entities/parties"
	first := c.write(http.MethodPost, list, `{"id":"courier"}`, "Idempotency-Key", "k-1").is(t, http.StatusCreated)
	again := c.write(http.MethodPost, list, `{"id":"courier"}`, "Idempotency-Key", "k-1").is(t, http.StatusCreated)
	if string(first.body) != string(again.body) || first.header.Get("Location") != again.header.Get("Location") || first.header.Get("ETag") != again.header.Get("ETag") {
		t.Error("the answer is another one")
	}
	c.write(http.MethodPost, list, `{"id":"other"}`, "Idempotency-Key", "k-1").is(t, http.StatusConflict)
	c.write(http.MethodPost, list, `{"id":"courier"}`, "Idempotency-Key", "k-2").is(t, http.StatusConflict)
}

// A register as a whole: replaced, patched, imported, restored, removed.
func TestWhole(t *testing.T) {
	c, s := keeping(t)
	raw := c.posted(webgems)
	const at = "/registers/webgems"
	tag := c.tag(at)
	c.write(http.MethodPatch, at, `{"organisation":{"employees":3}}`).is(t, http.StatusPreconditionRequired)
	patched := c.write(http.MethodPatch, at, `{"organisation":{"employees":3}}`, "If-Match", tag).is(t, http.StatusOK)
	if patched.header.Get("ETag") != c.tag(at) || !strings.Contains(string(patched.body), `"employees"`) {
		t.Error("the patch did not come through")
	}
	c.write(http.MethodPut, at, string(raw), "If-Match", tag).is(t, http.StatusPreconditionFailed)
	c.write(http.MethodPut, at, string(raw), "If-Match", c.tag(at)).is(t, http.StatusOK)

	yaml := c.get(at+"/export?format=yaml").is(t, http.StatusOK)
	text := strings.Replace(string(yaml.body), "id: mollie", "id: mollie\n    country: NL", 1)
	dry := c.do(http.MethodPost, "/v1"+at+"/import?dry-run=true", text, "Content-Type", "application/yaml").is(t, http.StatusOK)
	if !strings.Contains(string(dry.body), `"at":"parties/mollie"`) {
		t.Errorf("the import would change %s", dry.body)
	}
	c.do(http.MethodPost, "/v1"+at+"/import", text, "Content-Type", "application/yaml").is(t, http.StatusPreconditionRequired)
	c.do(http.MethodPost, "/v1"+at+"/import", text, "Content-Type", "application/yaml", "If-Match", c.tag(at)).is(t, http.StatusOK)
	if body := string(c.get(at + "/entities/parties/mollie").body); !strings.Contains(body, `"country":"NL"`) {
		t.Errorf("imported as %s", body)
	}
	c.do(http.MethodPost, "/v1"+at+"/revisions/1/restore", "", "If-Match", c.tag(at)).is(t, http.StatusOK)
	var want, got any
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	decode(t, c.get(at), &got)
	if !jsonEqual(want, got) {
		t.Error("restored it is something else")
	}
	if err := s.Verify(t.Context(), store.Key{Register: "webgems"}); err != nil {
		t.Error(err)
	}
	c.write(http.MethodDelete, at, "", "If-Match", tag).is(t, http.StatusPreconditionFailed)
	c.write(http.MethodDelete, at, "", "If-Match", c.tag(at)).is(t, http.StatusNoContent)
	c.get(at).is(t, http.StatusNotFound)
	c.do(http.MethodPost, "/v1"+at+"/import", text, "Content-Type", "application/yaml", "If-None-Match", "*").is(t, http.StatusOK)
}

// A register that others extend cannot lose what they refer to.
func TestDependents(t *testing.T) {
	c, _ := keeping(t)
	post := func(body string) answer { return c.write(http.MethodPost, "/registers", body) }
	post(`{"schema":"ropa/v1","id":"group","parties":[{"id":"host"}]}`).is(t, http.StatusCreated)
	post(`{"schema":"ropa/v1","id":"shop","extends":["../group.yaml","common"],"activities":[{"id":"site","disclosures":[{"to":{"party":"host"}}]}]}`)
	post(`{"schema":"ropa/v1","id":"shop","extends":["./group"],"activities":[{"id":"site","disclosures":[{"to":"host"}]}]}`)
	if c.get("/registers/shop").status != http.StatusOK {
		t.Fatal("no register extends the group")
	}
	const at = "/registers/group/entities/parties/host"
	c.write(http.MethodDelete, at, "", "If-Match", c.tag(at)).is(t, http.StatusConflict)
	c.write(http.MethodDelete, "/registers/group", "", "If-Match", c.tag("/registers/group")).is(t, http.StatusConflict)
	c.get("/registers/shop/entities/parties/host").is(t, http.StatusOK)
	c.write(http.MethodPatch, at, `{"country":"NL"}`, "If-Match", c.tag(at)).is(t, http.StatusOK)
	if body := string(c.get("/registers/shop/entities/parties/host").body); !strings.Contains(body, `"NL"`) {
		t.Errorf("the shop does not see the change of the group: %s", body)
	}
}

// Those who write different entries at once do not get in each other's way.
func TestWritersSideBySide(t *testing.T) {
	c, s := keeping(t)
	c.posted(bakery)
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			for i := range 5 {
				c.write(http.MethodPost, "/registers/bakery/entities/parties", fmt.Sprintf(`{"id":"p%d-%d"}`, w, i)).is(t, http.StatusCreated)
			}
		})
	}
	wg.Wait()
	if err := s.Verify(t.Context(), store.Key{Register: "bakery"}); err != nil {
		t.Error(err)
	}
}
