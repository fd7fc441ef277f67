package api_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

// step is a request made of the examples of the contract.
type step struct {
	id, method, path string
	op               *openapi3.Operation
	address          string
	body, media      string
	headers          []string
}

// ranks is the order in which the operations of the contract are walked: what others
// need is made first, what is needed is removed last.
var ranks = []func(step) bool{
	func(s step) bool { return strings.HasPrefix(s.id, "create") },
	func(s step) bool { return s.method == http.MethodGet },
	func(s step) bool { return s.ofEntry() && s.method != http.MethodDelete },
	func(s step) bool { return s.ofEntry() },
	func(s step) bool {
		return s.id == "patchRegister" || s.id == "replaceRegister" || s.id == "importRegister"
	},
	func(s step) bool { return s.method == http.MethodPost },
	func(step) bool { return true },
}

// walk returns a request for each operation and each media type that it takes.
func walk() []step {
	doc, _ := contract()
	var steps []step
	for path, item := range doc.Paths.Map() {
		for method, op := range item.Operations() {
			parameters := slices.Concat(item.Parameters, op.Parameters)
			s := step{id: op.OperationID, method: method, path: path, op: op, address: exampleAddress(path, parameters)}
			for _, p := range parameters {
				if p := p.Value; p.In == openapi3.ParameterInHeader && p.Name != "If-Match" && p.Name != "If-None-Match" {
					s.headers = append(s.headers, p.Name, fmt.Sprint(p.Example))
				}
			}
			if op.RequestBody == nil {
				steps = append(steps, s)
				continue
			}
			for media, content := range op.RequestBody.Value.Content {
				s.media, s.body = media, exampleBody(content.Example)
				steps = append(steps, s)
			}
		}
	}
	rank := func(s step) int { return slices.IndexFunc(ranks, func(is func(step) bool) bool { return is(s) }) }
	slices.SortFunc(steps, func(a, b step) int {
		return cmp.Or(rank(a)-rank(b), strings.Compare(a.id+a.media, b.id+b.media))
	})
	return steps
}

// ofEntry reports whether an operation is about one entry.
func (s step) ofEntry() bool { return strings.HasSuffix(s.path, "/{id}") }

// excluded are parameters that do not go with the other examples.
var excluded = map[string]bool{
	"/v1/registers/webgems/diagram party":               true, // it is of an activity
	"/v1/registers/webgems/documents/register activity": true, // that is another document
}

// exampleAddress is a path with the examples of its parameters, those of the query
// included.
func exampleAddress(path string, parameters openapi3.Parameters) string {
	query := url.Values{}
	for _, p := range parameters {
		if p := p.Value; p.In == openapi3.ParameterInPath {
			value := exampleValue(p.Example)
			if p.Name == "revision" {
				value = "1" // there is one
			}
			path = strings.ReplaceAll(path, "{"+p.Name+"}", url.PathEscape(value))
		}
	}
	for _, p := range parameters {
		if p := p.Value; p.In == openapi3.ParameterInQuery {
			// One version, the newest; no cursor, which a server makes; and nothing that hides
			// what is read.
			if !slices.Contains([]string{"revision", "at", "approved", "cursor"}, p.Name) && !excluded[path+" "+p.Name] {
				query.Set(p.Name, exampleValue(p.Example))
			}
		}
	}
	if len(query) == 0 {
		return path
	}
	return path + "?" + query.Encode()
}

func exampleValue(example any) string {
	if list, ok := example.([]any); ok {
		words := make([]string, len(list))
		for i, one := range list {
			words[i] = fmt.Sprint(one)
		}
		return strings.Join(words, ",")
	}
	return fmt.Sprint(example)
}

func exampleBody(example any) string {
	if text, ok := example.(string); ok {
		return text
	}
	raw, err := json.Marshal(example)
	if err != nil {
		panic(err)
	}
	return string(raw)
}

// send sends the request of a step.
func (s step) send(c *caller, headers ...string) answer {
	all := append(slices.Clone(s.headers), headers...)
	if s.media != "" {
		all = append(all, "Content-Type", s.media)
	}
	return c.do(s.method, s.address, s.body, all...)
}

// takes reports whether an operation has a header.
func (s step) takes(header string) bool {
	return slices.ContainsFunc(s.op.Parameters, func(p *openapi3.ParameterRef) bool { return p.Value.Name == header })
}

// TestWalk sends the examples of every operation to a server over a database. Each
// answer is held against the contract, and each operation succeeds in this order.
func TestWalk(t *testing.T) {
	c, _ := keeping(t)
	c.posted(webgems)
	steps := walk()
	if len(steps) < 100 {
		t.Fatalf("only %d requests", len(steps))
	}
	made := make(map[string]string) // the entries that were made, by their list
	for _, s := range steps {
		if strings.HasPrefix(s.id, "create") {
			c.made(s, made)
			continue
		}
		if id := made[strings.TrimSuffix(s.path, "/{id}")]; s.ofEntry() && id != "" {
			s.address = strings.TrimSuffix(s.path, "{id}") + id
			s.address = strings.Replace(s.address, "{register}", "webgems", 1)
			s.body = renamed(s.body, id)
		}
		var headers []string
		if s.takes("If-Match") {
			headers = []string{"If-Match", c.tag(s.subject())}
		}
		want := http.StatusMultipleChoices
		if s.id == "approveRevision" {
			want = http.StatusForbidden + 1 // nobody approves what they made
		}
		if a := s.send(c, headers...); a.status >= want {
			t.Errorf("%s: %d %s\n%s %s", s.id, a.status, a.body, s.method, s.address)
		}
	}
}

// made sends a create; where there is such a thing already, under another name.
func (c *caller) made(s step, made map[string]string) {
	c.Helper()
	list := strings.ReplaceAll(s.address, "webgems", "{register}")
	for _, id := range []string{"", "walked"} {
		if id != "" {
			s.body = renamed(s.body, id)
		}
		a := s.send(c, "Idempotency-Key", s.id+id)
		if a.status == http.StatusCreated {
			location := a.header.Get("Location")
			made[list] = location[strings.LastIndex(location, "/")+1:]
			return
		}
		if s.id == "createRight" && a.status == http.StatusConflict { // rights have no other names
			made[list] = "access"
			return
		}
		if a.status != http.StatusConflict {
			c.Errorf("%s: %d %s", s.id, a.status, a.body)
		}
	}
	c.Errorf("%s could not be made", s.id)
}

// renamed is a body with another identifier, where it has one.
func renamed(body, id string) string {
	var fields map[string]any
	if json.Unmarshal([]byte(body), &fields) != nil {
		return body
	}
	for _, key := range []string{"id", "right"} {
		if _, ok := fields[key]; ok {
			fields[key] = id
		}
	}
	return exampleBody(fields)
}

// subject is the address below /v1 of what a write changes.
func (s step) subject() string {
	address, _, _ := strings.Cut(strings.TrimPrefix(s.address, "/v1"), "?")
	for _, action := range []string{"/import", "/restore", "/approve"} {
		address = strings.TrimSuffix(address, action)
	}
	if at, _, ok := strings.Cut(address, "/revisions/"); ok && s.id == "restoreRevision" {
		return at
	}
	return address
}
