package api_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/openropa/ropa/register/diag"
)

// pointed is the register into which bodies with a problem are put.
const pointed = `{"schema":"ropa/v1","id":"pointed","extends":["./group"],"allActivities":{"systems":["till"]},` +
	`"activities":[{"id":"site"},{"id":"shop"}],"parties":[{"id":"aide","partOf":"bank"},{"id":"bank"}],` +
	`"dataCategories":[{"id":"ring"},{"id":"stone","includes":["ring"]}],"systems":[{"id":"till"}],"retentionRules":[{"id":"year"}]}`

// faulty is a body with a problem.
type faulty struct {
	// kind and id are those of the entry that is sent; "" where it is a register.
	kind, id string
	body     string
	// pointer leads to the problem, and there stands what is at fault.
	pointer, stands string
	// elsewhere is the address of the problem where it begins in another entry.
	elsewhere string
}

// faults are bodies by the code of their problem.
var faults = map[diag.Code][]faulty{
	diag.Syntax:           {{kind: "parties", id: "bank", body: `{"id":"bank","partOf":}`, pointer: "/partOf"}},
	diag.Encoding:         {{kind: "parties", id: "bank", body: "{\"id\":\"bank\",\"name\":{\"en\":\"\xff\"}}"}},
	diag.TooDeep:          {{kind: "parties", id: "bank", body: `{"id":"bank","x-a":` + strings.Repeat("[", 64) + strings.Repeat("]", 64) + `}`, pointer: "/x-a" + strings.Repeat("/0", 63), stands: "[]"}},
	diag.ScalarTooLong:    {{kind: "parties", id: "bank", body: `{"id":"bank","name":{"en":"` + strings.Repeat("a", 1<<17) + `"}}`, pointer: "/name/en"}},
	diag.TooManyNodes:     {{kind: "parties", id: "bank", body: `{"id":"bank","x-a":[` + strings.Repeat("0,", 2_000_000) + `0]}`, pointer: "/x-a/1999995", stands: "0"}},
	diag.Anchor:           {{body: "schema: ropa/v1\nid: pointed\nparties:\n  - id: bank\n  - id: aide\n    partOf: &b bank\n", pointer: "/parties/1/partOf", stands: `"bank"`}},
	diag.Tag:              {{body: "schema: ropa/v1\nid: pointed\nparties:\n  - id: !!str bank\n", pointer: "/parties/0/id", stands: `"bank"`}},
	diag.KeyNotString:     {{body: "schema: ropa/v1\nid: pointed\nparties:\n  - id: bank\n    ~: 1\n", pointer: "/parties/0"}},
	diag.DuplicateKey:     {{kind: "parties", id: "bank", body: `{"id":"bank","id":"bank"}`, pointer: "/id", stands: `"bank"`}},
	diag.BadCharacter:     {{kind: "parties", id: "bank", body: `{"id":"bank","name":{"en":"a\u0000b"}}`, pointer: "/name/en", stands: `"a\u0000b"`}},
	diag.SeveralDocuments: {{body: "schema: ropa/v1\nid: pointed\n---\nschema: ropa/v1\n"}},
	diag.NotAMapping:      {{body: `[]`, stands: `[]`}, {body: "- a\n", stands: `["a"]`}},
	diag.SchemaMissing:    {{body: `{"id":"pointed"}`, stands: `{"id":"pointed"}`}, {body: "id: pointed\n", stands: `{"id":"pointed"}`}},
	diag.WrongVersion:     {{body: `{"schema":"ropa/v2","id":"pointed"}`, pointer: "/schema", stands: `"ropa/v2"`}},

	diag.UnknownField: {{kind: "parties", id: "bank", body: `{"id":"bank","a/b":{}}`, pointer: "/a~1b", stands: `{}`}},
	diag.MissingField: {
		{kind: "parties", id: "bank", body: `{"partOf":"aide"}`, stands: `{"partOf":"aide"}`},
		{kind: "activities", id: "shop", body: `{"id":"shop","purposes":[{"purpose":"payment"},{"note":{"en":"A"}}]}`, pointer: "/purposes/1", stands: `{"note":{"en":"A"}}`},
	},
	diag.WrongType:     {{kind: "parties", id: "bank", body: `{"id":"bank","services":[{"id":7}]}`, pointer: "/services/0/id", stands: `7`}, {kind: "parties", id: "bank", body: `[7]`, stands: `[7]`}},
	diag.NullValue:     {{kind: "parties", id: "bank", body: `{"id":"bank","partOf":null}`, pointer: "/partOf", stands: `null`}},
	diag.EmptyList:     {{kind: "parties", id: "bank", body: `{"id":"bank","services":[]}`, pointer: "/services", stands: `[]`}},
	diag.EmptyMap:      {{kind: "parties", id: "bank", body: `{"id":"bank","name":{}}`, pointer: "/name", stands: `{}`}},
	diag.EmptyString:   {{kind: "parties", id: "bank", body: `{"id":"bank","name":{"en":" "}}`, pointer: "/name/en", stands: `" "`}},
	diag.NoneMisplaced: {{kind: "parties", id: "bank", body: `{"id":"bank","services":"none"}`, pointer: "/services", stands: `"none"`}},
	diag.UnknownValue:  {{kind: "activities", id: "shop", body: `{"id":"shop","status":"odd"}`, pointer: "/status", stands: `"odd"`}},
	diag.DuplicateItem: {
		{kind: "activities", id: "shop", body: `{"id":"shop","systems":["till","till"]}`, pointer: "/systems/1", stands: `"till"`},
		{body: "schema: ropa/v1\nid: pointed\nparties: {id: a}\nactivities:\n  id: shop\n  disclosures: {to: [a, a]}\n", pointer: "/activities/disclosures/to/1", stands: `"a"`},
	},
	diag.OneOf:         {{kind: "activities", id: "shop", body: `{"id":"shop","measures":[{"measure":"tls","text":{"en":"A"}}]}`, pointer: "/measures/0"}},
	diag.IDForSeveral:  {{body: "schema: ropa/v1\nid: pointed\nparties: [{id: a}, {id: b}]\nactivities:\n  - id: x\n  - id: shop\n    disclosures:\n      - {id: one, to: [a, b]}\n", pointer: "/activities/1/disclosures/0/id", stands: `"one"`}},
	diag.InvalidID:     {{kind: "parties", id: "bank", body: `{"id":"bank","partOf":"A b"}`, pointer: "/partOf", stands: `"A b"`}},
	diag.InvalidDate:   {{kind: "activities", id: "shop", body: `{"id":"shop","from":"2026-02-30"}`, pointer: "/from", stands: `"2026-02-30"`}},
	diag.InvalidPeriod: {{kind: "retentionRules", id: "year", body: `{"id":"year","period":"P0"}`, pointer: "/period", stands: `"P0"`}},
	diag.InvalidPlace:  {{kind: "parties", id: "bank", body: `{"id":"bank","country":"ZZ"}`, pointer: "/country", stands: `"ZZ"`}},
	diag.InvalidTongue: {{kind: "parties", id: "bank", body: `{"id":"bank","name":{"~":"A"}}`, pointer: "/name/~0", stands: `"A"`}},
	diag.InvalidEmail:  {{kind: "parties", id: "bank", body: `{"id":"bank","contact":{"email":"nobody"}}`, pointer: "/contact/email", stands: `"nobody"`}},
	diag.InvalidNumber: {{kind: "activities", id: "shop", body: `{"id":"shop","disclosures":[{"to":"bank","transfers":[{"module":-1}]}]}`, pointer: "/disclosures/0/transfers/0/module", stands: `-1`}},
	diag.InvalidString: {{kind: "parties", id: "bank", body: `{"id":"bank","certaintyOf":["No Field"]}`, pointer: "/certaintyOf/0", stands: `"No Field"`}},

	diag.DuplicateID: {
		{kind: "parties", id: "bank", body: `{"id":"bank","services":[{"id":"a"},{"id":"a"}]}`, pointer: "/services/1/id", stands: `"a"`},
		{body: `{"schema":"ropa/v1","id":"pointed","parties":[{"id":"a"},{"id":"a"}]}`, pointer: "/parties/1/id", stands: `"a"`},
	},
	diag.DanglingReference: {
		{kind: "parties", id: "bank", body: `{"id":"bank","partOf":"nobody"}`, pointer: "/partOf", stands: `"nobody"`},
		{kind: "activities", id: "shop", body: `{"id":"shop","disclosures":[{"to":"bank"},{"to":"bank","data":["ring","nothing"]}]}`, pointer: "/disclosures/1/data/1", stands: `"nothing"`},
		{kind: "activities", id: "shop", body: `{"id":"shop","disclosures":[{"to":"bank"},{"to":"bank","service":"none-such"}]}`, pointer: "/disclosures/1/service", stands: `"none-such"`},
		{body: `{"schema":"ropa/v1","id":"pointed","allActivities":{"notices":["a"]}}`, pointer: "/allActivities/notices/0", stands: `"a"`},
		{body: "schema: ropa/v1\nid: pointed\nparties: {id: bank}\nactivities:\n  id: shop\n  systems: till\n", pointer: "/activities/systems", stands: `"till"`},
		{body: "schema: ropa/v1\nid: pointed\nparties: {id: bank}\nactivities:\n  - id: shop\n    disclosures: [{to: [bank, nobody], data: all}]\n", pointer: "/activities/0/disclosures/0/to/1", stands: `"nobody"`},
		{body: "schema: ropa/v1\nid: pointed\nactivities:\n  - id: shop\n    purposes: [payment, nothing]\n", pointer: "/activities/0/purposes/1", stands: `"nothing"`},
	},
	diag.Cycle: {
		{kind: "dataCategories", id: "ring", body: `{"id":"ring","includes":["stone"]}`, pointer: "/includes", stands: `["stone"]`},
		{kind: "parties", id: "bank", body: `{"id":"bank","partOf":"aide"}`, pointer: "/partOf", stands: `"aide"`, elsewhere: "parties/aide/partOf"},
	},
	diag.BaseNotFound:     {{body: `{"schema":"ropa/v1","id":"pointed","extends":["./group","./nobody"]}`, pointer: "/extends/1", stands: `"./nobody"`}},
	diag.BundleParent:     {{kind: "dataCategories", id: "ring", body: `{"id":"ring","parent":"stone"}`, pointer: "/parent", stands: `"stone"`}},
	diag.NoneContradicted: {{kind: "activities", id: "shop", body: `{"id":"shop","systems":"none"}`, pointer: "/systems", stands: `"none"`}},
	diag.FromAfterUntil:   {{kind: "activities", id: "shop", body: `{"id":"shop","from":"2026-02-01","until":"2026-01-01"}`, pointer: "/from", stands: `"2026-02-01"`}},
	diag.CertaintyField:   {{kind: "parties", id: "bank", body: `{"id":"bank","certaintyOf":["partOf","nothing"]}`, pointer: "/certaintyOf/1", stands: `"nothing"`}},
	diag.ReservedID:       {{kind: "parties", id: "none", body: `{"id":"none"}`, pointer: "/id", stands: `"none"`}},
}

// notSent are the codes that no body can have, and why.
var notSent = map[diag.Code]string{
	diag.PathNotFound: "of files", diag.Unreadable: "of files", diag.SkippedFile: "of folders", diag.EmptyFolder: "of folders", diag.ConflictingValue: "of folders",
	diag.TooLarge: "answered with 413", diag.Schema: "the definition and the reader disagree",
	diag.RulesVersion: "of rules", diag.InvalidRuleCode: "of rules", diag.TakenRuleCode: "of rules", diag.UnknownBraces: "of rules", diag.Expression: "of rules",
	diag.ExpressionName: "of rules", diag.ExpressionTypes: "of rules", diag.ExpressionResult: "of rules", diag.ExpressionSize: "of rules",
}

// resolved are the codes of what is only seen with the rest of the register.
var resolved = []diag.Code{
	diag.DanglingReference, diag.Cycle, diag.BaseNotFound, diag.BundleParent, diag.NoneContradicted, diag.FromAfterUntil, diag.CertaintyField, diag.ReservedID,
}

// unread are the codes of bodies that cannot be read, whatever they would say.
var unread = []diag.Code{
	diag.Syntax, diag.Encoding, diag.TooDeep, diag.TooManyNodes, diag.Anchor, diag.Tag, diag.KeyNotString, diag.DuplicateKey, diag.SeveralDocuments,
}

// TestPointers: every problem of a body has a pointer that leads to it there,
// whichever way the body was sent.
func TestPointers(t *testing.T) {
	c, _ := keeping(t)
	for _, body := range []string{smallBase, pointed} {
		c.write(http.MethodPost, "/registers", body).is(t, http.StatusCreated)
	}
	for _, code := range diag.Codes() {
		if (len(faults[code]) > 0) == (notSent[code] != "") {
			t.Errorf("%s: needs a body that has it, or a reason why none can", code)
		}
		for i, f := range faults[code] {
			t.Run(fmt.Sprintf("%s/%d", code, i), func(t *testing.T) { f.sent(t, &caller{t, c.server}, code) })
		}
	}
}

// sent sends the body in all ways in which it can be.
func (f faulty) sent(t *testing.T, c *caller, code diag.Code) {
	late := slices.Contains(resolved, code)
	if f.kind == "" {
		if strings.HasPrefix(f.body, "{") || f.body == "[]" {
			f.told(t, c.write(http.MethodPut, "/registers/pointed", f.body, "If-Match", "*"), code, f.body)
			other := f
			other.body, other.stands = strings.Replace(f.body, "pointed", "other", 1), strings.Replace(f.stands, "pointed", "other", 1)
			other.told(t, c.write(http.MethodPost, "/registers", other.body), code, other.body)
		}
		f.imported(t, c, code, f.body)
		return
	}
	address := "/registers/pointed/entities/" + kebab(f.kind) + "/" + f.id
	if exists := c.get(address).status == http.StatusOK; exists {
		f.told(t, c.write(http.MethodPut, address, f.body, "If-Match", "*"), code, f.body)
		if late {
			f.told(t, c.write(http.MethodPatch, address, f.body, "If-Match", "*"), code, f.body)
		}
	} else {
		f.told(t, c.write(http.MethodPut, address, f.body, "If-None-Match", "*"), code, f.body)
		f.told(t, c.write(http.MethodPost, "/registers/pointed/entities/"+kebab(f.kind), f.body), code, f.body)
	}
	whole, position := f.whole(t)
	f.pointer = "/" + f.kind + "/" + strconv.Itoa(position) + f.pointer
	if code == diag.Encoding {
		f.pointer = ""
	}
	if code == diag.TooDeep || code == diag.TooManyNodes {
		return // where the limit is reached depends on all around it
	}
	if f.elsewhere != "" {
		f.pointer, f.stands, f.elsewhere = "/parties/0/partOf", `"bank"`, ""
	}
	f.told(t, c.write(http.MethodPut, "/registers/pointed", whole, "If-Match", "*"), code, whole)
	if late {
		f.imported(t, c, code, whole)
		f.told(t, c.write(http.MethodPatch, "/registers/pointed", whole, "If-Match", "*"), code, whole)
	}
}

// imported sends a whole register as people write it: as YAML, and as JSON where it
// is that, to try and in earnest.
func (f faulty) imported(t *testing.T, c *caller, code diag.Code, whole string) {
	t.Helper()
	for _, media := range []string{"application/yaml", "application/json"} {
		if media == "application/json" && !json.Valid([]byte(whole)) {
			continue
		}
		f.told(t, c.write(http.MethodPost, "/registers/pointed/import", whole, "If-Match", "*", "Content-Type", media), code, whole)
		if a := c.write(http.MethodPost, "/registers/pointed/import?dry-run=true", whole, "Content-Type", media); slices.Contains(resolved, code) {
			f.told(t, a.is(t, http.StatusOK), code, whole)
		} else {
			f.told(t, a, code, whole)
		}
	}
}

// whole is the register with the entry in it, and the position of that.
func (f faulty) whole(t *testing.T) (text string, position int) {
	t.Helper()
	var fields map[string]json.RawMessage
	var list []json.RawMessage
	if err := json.Unmarshal([]byte(pointed), &fields); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(fields[f.kind], &list); err != nil {
		t.Fatal(err)
	}
	position = slices.IndexFunc(list, func(e json.RawMessage) bool { return strings.HasPrefix(string(e), `{"id":"`+f.id+`"`) })
	if position < 0 {
		position, list = len(list), append(list, nil)
	}
	list[position] = json.RawMessage(f.body)
	entries := make([]string, len(list))
	for i, e := range list {
		entries[i] = string(e)
	}
	fields[f.kind] = json.RawMessage("[" + strings.Join(entries, ",") + "]")
	var members []string
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		members = append(members, `"`+name+`":`+string(fields[name]))
	}
	return "{" + strings.Join(members, ",") + "}", position
}

// told looks for the problem in an answer and for what its pointer leads to.
func (f faulty) told(t *testing.T, a answer, code diag.Code, body string) {
	t.Helper()
	type detail struct {
		Code, At string
		Pointer  *string
	}
	var p struct{ Errors, Problems []detail }
	if err := json.Unmarshal(a.body, &p); err != nil {
		t.Fatal(err)
	}
	status := http.StatusUnprocessableEntity
	if slices.Contains(unread, code) {
		status = http.StatusBadRequest
	}
	if a.status != status && len(p.Problems) == 0 {
		t.Errorf("status %d: %s", a.status, a.body)
		return
	}
	for _, e := range append(p.Errors, p.Problems...) {
		if e.Code != string(code) || e.Pointer == nil || *e.Pointer != f.pointer {
			continue
		}
		if f.elsewhere != "" && e.At != f.elsewhere {
			t.Errorf("it is at %s, not at %s", e.At, f.elsewhere)
		}
		if got, ok := standsAt(body, f.pointer); f.stands != "" && (!ok || got != f.stands) {
			t.Errorf("at %q stands %s, not %s", f.pointer, got, f.stands)
		}
		return
	}
	t.Errorf("no %s at %q: %.2000s", code, f.pointer, a.body)
}

// standsAt returns what a JSON pointer (RFC 6901) leads to in a text, as JSON.
func standsAt(text, pointer string) (string, bool) {
	var v any
	if json.Unmarshal([]byte(text), &v) != nil && yaml.Unmarshal([]byte(text), &v) != nil {
		return "", false
	}
	for step := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		if pointer == "" {
			break
		}
		step = strings.NewReplacer("~1", "/", "~0", "~").Replace(step)
		switch at := v.(type) {
		case map[string]any:
			below, ok := at[step]
			if v = below; !ok {
				return "", false
			}
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i < 0 || i >= len(at) {
				return "", false
			}
			v = at[i]
		default:
			return "", false
		}
	}
	raw, err := json.Marshal(v)
	return string(raw), err == nil
}

// A problem that lies in another entry, or in another register, has its address
// and no pointer; in another entry it has the path of that.
func TestProblemsElsewhereHaveNoPointer(t *testing.T) {
	c, _ := keeping(t)
	const own = `{"schema":"ropa/v1","id":"own","extends":["./group"],"activities":[{"id":"shop","disclosures":[{"to":"bank","service":"loans"}]}],"parties":[{"id":"bank","services":[{"id":"loans"}]}]}`
	for _, body := range []string{smallBase, own} {
		c.write(http.MethodPost, "/registers", body).is(t, http.StatusCreated)
	}
	for name, a := range map[string]answer{
		"entry":    c.write(http.MethodPut, "/registers/own/entities/parties/bank", `{"id":"bank"}`, "If-Match", "*").is(t, http.StatusUnprocessableEntity),
		"register": c.write(http.MethodPut, "/registers/group", strings.Replace(smallBase, `"common"`, `"common","./own"`, 1), "If-Match", "*").is(t, http.StatusConflict),
	} {
		var p struct{ Errors []map[string]any }
		if err := json.Unmarshal(a.body, &p); err != nil {
			t.Fatal(err)
		}
		for _, e := range p.Errors {
			if pointer, ok := e["pointer"]; ok || e["at"] == nil {
				t.Errorf("%s: pointer %v, at %v", name, pointer, e["at"])
			}
			// It can be read where it says; what lies in another register cannot, below this one.
			if href, ok := e["href"].(string); ok != (name == "entry") {
				t.Errorf("%s: href %v", name, e["href"])
			} else if ok {
				c.get("/registers/own/"+href).is(t, http.StatusOK)
			}
		}
		if len(p.Errors) == 0 {
			t.Errorf("%s: no errors: %s", name, a.body)
		}
	}
}
