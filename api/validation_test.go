package api_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
)

// small is what the changes begin with; it extends a register of the same tenant.
const (
	smallBase = `{"schema":"ropa/v1","id":"group","extends":["common"],"parties":[{"id":"host","country":"NL"}],"dataCategories":[{"id":"gem"}]}`
	small     = `{"schema":"ropa/v1","id":"small","extends":["./group"],` +
		`"activities":[{"id":"shop","purposes":[{"purpose":"payment","basis":["contract"]}],"data":[{"category":"gem"},{"category":"ring"}],"disclosures":[{"to":"host"},{"to":"bank","data":["ring"]}]},{"id":"site"}],` +
		`"parties":[{"id":"bank"},{"id":"branch","partOf":"bank"}],"dataCategories":[{"id":"ring","parent":"gem"},{"id":"stone"}],` +
		`"purposes":[{"id":"advice"}],"systems":[{"id":"till"}],"retentionRules":[{"id":"year","period":"P1Y"}]}`
)

// values are what fields may be given: right and wrong, for any of them.
var values = []string{
	`"gem"`, `"ring"`, `"stone"`, `"bank"`, `"host"`, `"shop"`, `"year"`, `"till"`, `"advice"`, `"nobody"`, `"Not an id"`, `""`, `null`, `true`, `7`, `{}`, `[]`, `["gem"]`, `["ring","nobody"]`, `["ring","ring"]`,
	`{"en":"Text"}`, `{"xx":"Text"}`, `{"en":7}`, `"NL"`, `"ZZ"`, `"2026-11-22"`, `"2026-02-30"`, `"P1Y"`, `"P0"`, `["contract"]`, `["whim"]`, `"processor"`, `"organisation"`, `"active"`, `"ended"`,
	`[{"purpose":"payment","basis":["contract"]}]`, `[{"purpose":"nothing"}]`, `[{"purpose":"payment"},{"purpose":"payment"}]`, `[{"category":"gem"}]`, `[{"category":"nothing"}]`,
	`[{"category":"ring","retention":[{"rule":"year"}]}]`, `[{"category":"ring","retention":[{"rule":"never"}]}]`, `[{"to":"bank"}]`, `[{"to":"nobody"}]`, `[{"to":"bank","data":["stone"]}]`, `[{"event":"financial-year-end"}]`, `[{"event":"nothing"}]`,
	`"a\u0000b"`, `"ropa/v2"`, `["bank"]`, `["nobody"]`, `[{}]`, `-1`, `1e400`,
}

// TestOneValidation: what the server says of a write is what a full check of the
// whole register says, with the same codes at the same addresses; it takes what the
// check takes, and nothing else.
func TestOneValidation(t *testing.T) {
	c, s := keeping(t)
	for _, body := range []string{smallBase, small} {
		if c.write(http.MethodPost, "/registers", body).is(t, http.StatusCreated).status != http.StatusCreated {
			return
		}
	}
	fields := fieldsOfKinds(t)
	taken, refused := 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		c.write(http.MethodPut, "/registers/small", small, "If-Match", "*").is(t, http.StatusOK)
		for range rapid.IntRange(1, 4).Draw(rt, "writes") {
			w := drawWrite(rt, fields)
			problems := fullCheck(rt, c, s, w)
			a := w.send(c)
			if a.status < 300 {
				taken++
			} else {
				refused++
			}
			w.agrees(rt, a, problems)
		}
	})
	if taken == 0 || refused == 0 {
		t.Errorf("%d writes were taken, %d refused", taken, refused)
	}
}

// write is a change of one entry.
type entryWrite struct {
	method string
	kind   register.Kind
	id     string
	body   map[string]json.RawMessage
}

func (w *entryWrite) raw() string {
	raw, err := json.Marshal(w.body)
	if err != nil {
		panic(err)
	}
	return string(raw)
}

// fieldsOfKinds are the fields of the kinds of entries, as the definition has them.
func fieldsOfKinds(t *testing.T) map[register.Kind][]string {
	t.Helper()
	var schema struct {
		Defs map[string]struct {
			Properties map[string]json.RawMessage `json:"properties"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal(register.Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	fields := make(map[register.Kind][]string)
	for kind, name := range map[register.Kind]string{
		register.KindActivities: "Activity", register.KindParties: "Party", register.KindDataCategories: "DataCategory",
		register.KindPurposes: "Purpose", register.KindSystems: "System", register.KindRetentionRules: "RetentionRule",
	} {
		for field := range schema.Defs[name].Properties {
			if field != "id" {
				fields[kind] = append(fields[kind], field)
			}
		}
		fields[kind] = append(fields[kind], "nothing", "ID")
		slices.Sort(fields[kind])
	}
	return fields
}

func drawWrite(rt *rapid.T, fields map[register.Kind][]string) *entryWrite {
	kind := rapid.SampledFrom(slices.Sorted(maps.Keys(fields))).Draw(rt, "kind")
	w := &entryWrite{
		method: rapid.SampledFrom([]string{http.MethodPost, http.MethodPut, http.MethodPut, http.MethodPatch, http.MethodDelete}).Draw(rt, "method"), kind: kind,
		id:   rapid.SampledFrom([]string{"shop", "site", "bank", "branch", "host", "ring", "stone", "gem", "advice", "till", "year", "new"}).Draw(rt, "id"),
		body: map[string]json.RawMessage{},
	}
	if w.method == http.MethodDelete {
		return w
	}
	if w.method != http.MethodPatch {
		w.body["id"] = json.RawMessage(`"` + w.id + `"`)
	}
	for range rapid.IntRange(0, 3).Draw(rt, "fields") {
		field := rapid.SampledFrom(fields[kind]).Draw(rt, "field")
		w.body[field] = json.RawMessage(rapid.SampledFrom(values).Draw(rt, "value"))
	}
	return w
}

func (w *entryWrite) send(c *caller) answer {
	address := "/registers/small/entities/" + kebab(string(w.kind))
	switch w.method {
	case http.MethodPost:
		return c.write(w.method, address, w.raw())
	case http.MethodDelete:
		return c.write(w.method, address+"/"+w.id, "", "If-Match", "*")
	}
	return c.write(w.method, address+"/"+w.id, w.raw(), "If-Match", "*")
}

// verdict is what a full check says of the register after a write.
type verdict struct {
	// missing: there is no such entry to change.
	missing bool
	errors  []string // code and address
	// entry is the entry as it would be, in JSON.
	entry string
}

// fullCheck makes the whole register as it would be and reads all of it.
func fullCheck(rt *rapid.T, c *caller, s store.Store, w *entryWrite) verdict {
	var whole map[string]json.RawMessage
	var list []map[string]json.RawMessage
	if err := json.Unmarshal(c.get("/registers/small").body, &whole); err != nil {
		rt.Fatal(err)
	}
	if raw := whole[string(w.kind)]; raw != nil {
		if err := json.Unmarshal(raw, &list); err != nil {
			rt.Fatal(err)
		}
	}
	at := slices.IndexFunc(list, func(e map[string]json.RawMessage) bool { return string(e["id"]) == `"`+w.id+`"` })
	if at < 0 && w.method != http.MethodPost {
		return verdict{missing: true}
	}
	entry := w.body
	switch w.method {
	case http.MethodPost:
		list = append(list, w.body)
	case http.MethodPut:
		list[at] = w.body
	case http.MethodPatch:
		entry = patched(rt, list[at], w.body)
		list[at] = entry
	case http.MethodDelete:
		list = slices.Delete(list, at, at+1)
	}
	delete(whole, string(w.kind))
	if len(list) > 0 {
		whole[string(w.kind)], _ = json.Marshal(list)
	}
	raw, err := json.Marshal(whole)
	if err != nil {
		rt.Fatal(err)
	}
	r, _, problems := register.Parse("body.json", raw, register.Canonical())
	if r != nil && !problems.HasErrors() {
		_, more := register.Resolve(r, nil, s.Bases(rt.Context(), ""))
		problems = append(problems, more...)
	}
	sent, err := json.Marshal(entry)
	if err != nil {
		rt.Fatal(err)
	}
	return verdict{errors: errorsOf(problems), entry: string(sent)}
}

func errorsOf(problems diag.Problems) []string {
	var all []string
	for _, p := range problems {
		if p.Severity == diag.Error {
			all = append(all, string(p.Code)+" "+p.At)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// patched applies a merge patch, as another program would.
func patched(rt *rapid.T, target, patch map[string]json.RawMessage) map[string]json.RawMessage {
	out := maps.Clone(target)
	for name, change := range patch {
		var inner map[string]json.RawMessage
		switch {
		case string(change) == "null":
			delete(out, name)
		case json.Unmarshal(change, &inner) == nil && inner != nil:
			var had map[string]json.RawMessage
			_ = json.Unmarshal(out[name], &had) // no object: replaced
			raw, err := json.Marshal(patched(rt, had, inner))
			if err != nil {
				rt.Fatal(err)
			}
			if out == nil {
				out = map[string]json.RawMessage{}
			}
			out[name] = raw
		default:
			if out == nil {
				out = map[string]json.RawMessage{}
			}
			out[name] = change
		}
	}
	if out == nil {
		out = map[string]json.RawMessage{}
	}
	return out
}

// agrees holds an answer of the server against a full check.
func (w *entryWrite) agrees(rt *rapid.T, a answer, want verdict) {
	var p struct {
		Errors []struct {
			Code, At string
			Pointer  *string
		}
	}
	if a.status >= 300 {
		if err := json.Unmarshal(a.body, &p); err != nil {
			rt.Fatal(err)
		}
	}
	var got []string
	for _, e := range p.Errors {
		got = append(got, e.Code+" "+e.At)
		if e.Pointer == nil && w.method != http.MethodDelete && strings.HasPrefix(e.At+"/", string(w.kind)+"/"+w.id+"/") {
			rt.Errorf("%s %s/%s %s: no pointer to %s %s", w.method, w.kind, w.id, w.raw(), e.Code, e.At)
		}
		if e.Pointer == nil || want.missing {
			continue
		}
		if _, ok := standsAt(want.entry, *e.Pointer); !ok {
			rt.Errorf("%s %s/%s %s: nothing at %q of %s", w.method, w.kind, w.id, w.raw(), *e.Pointer, want.entry)
		}
	}
	slices.Sort(got)
	got = slices.Compact(got)
	switch {
	case want.missing && a.status == http.StatusNotFound:
	case want.missing && a.status == http.StatusUnprocessableEntity && len(got) > 0: // the body is looked at first
	case a.status < 300 && len(want.errors) == 0 && !want.missing:
	case a.status == http.StatusUnprocessableEntity && slices.Equal(got, want.errors):
	case a.status == http.StatusConflict && w.method == http.MethodPost && slices.ContainsFunc(want.errors, isDuplicate):
	case a.status == http.StatusUnprocessableEntity && w.method == http.MethodPost && slices.ContainsFunc(want.errors, isDuplicate) && slices.Equal(got, alone(want.errors)):
	case a.status == http.StatusConflict && w.method == http.MethodDelete && onlyDangling(want.errors):
	default:
		rt.Fatalf("%s %s/%s %s: the server says %d %q, a full check %q (missing: %t)", w.method, w.kind, w.id, w.raw(), a.status, got, want.errors, want.missing)
	}
}

func isDuplicate(e string) bool { return strings.HasPrefix(e, string(diag.DuplicateID)+" ") }

// alone are the faults of an entry that has the identifier of another one, without
// that: the server looks at the entry first.
func alone(errors []string) []string {
	var own []string
	for _, e := range errors {
		if !isDuplicate(e) {
			own = append(own, strings.Replace(e, "~2", "", 1))
		}
	}
	slices.Sort(own)
	return own
}

func onlyDangling(errors []string) bool {
	return len(errors) > 0 && !slices.ContainsFunc(errors, func(e string) bool { return !strings.HasPrefix(e, string(diag.DanglingReference)+" ") })
}
