package api_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/auth"
	"github.com/openropa/ropa/api/store"
)

// people are those who may call, by token.
type people map[string]*auth.Caller

func (p people) Authenticate(_ context.Context, token string) (*auth.Caller, error) {
	if c := p[token]; c != nil {
		return c, nil
	}
	return nil, auth.ErrRefused
}

// person is somebody of the tenant acme.
func person(t testing.TB, name string, grants ...string) *auth.Caller {
	t.Helper()
	g, err := auth.ParseGrants(grants)
	if err != nil {
		t.Fatal(err)
	}
	return &auth.Caller{Subject: name, Tenant: "acme", Grants: g}
}

// company is a server for people, over a database.
type company struct {
	*caller
	store  store.Store
	people people
	asked  int
}

// newCompany has the tenant acme with the registers webgems and bakery, and the
// tenant other with the register secret.
func newCompany(t testing.TB, o api.Options) *company {
	t.Helper()
	s := database(t)
	c := &company{store: s, people: people{"root": person(t, "root", "admin:*")}}
	c.people["stranger"] = &auth.Caller{Subject: "root", Tenant: "other", Grants: auth.Grants{auth.All: auth.Admin}}
	o.Store, o.Authenticate = s, c.people
	if o.Now == nil {
		o.Now = now
	}
	server, err := api.New(o)
	if err != nil {
		t.Fatal(err)
	}
	c.caller = &caller{t, server}
	for token, ids := range map[string][]string{"root": {"webgems", "bakery"}, "stranger": {"secret"}} {
		for _, id := range ids {
			c.as(token, http.MethodPost, "/registers", `{"schema":"ropa/v1","id":"`+id+`","parties":[{"id":"one"},{"id":"hidden-`+id+`"}]}`).is(t, http.StatusCreated)
		}
	}
	return c
}

// as sends a request with a token, each from another address.
func (c *company) as(token, method, address, body string, headers ...string) answer {
	c.Helper()
	r := httptest.NewRequest(method, "/v1"+address, strings.NewReader(body))
	c.asked++
	r.RemoteAddr = fmt.Sprintf("10.%d.%d.%d:9", c.asked>>16, c.asked>>8&255, c.asked&255)
	r.Header.Set("X-Request-Id", "the-same-request")
	switch method {
	case http.MethodPost, http.MethodPut:
		r.Header.Set("Content-Type", "application/json")
	case http.MethodPatch:
		r.Header.Set("Content-Type", "application/merge-patch+json")
	}
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return c.send(r)
}

// called is an operation of the contract, with its parameters filled in.
type called struct{ method, path, query, id, role string }

// allOperations are those of the contract.
func allOperations(t testing.TB) []called {
	t.Helper()
	doc, _ := contract()
	var all []called
	for path, item := range doc.Paths.Map() {
		for method, op := range item.Operations() {
			role, _ := op.Extensions["x-role"].(string)
			one := called{method: method, path: strings.TrimPrefix(path, "/v1"), id: op.OperationID, role: role}
			for _, list := range []openapi3.Parameters{item.Parameters, op.Parameters} {
				for _, p := range list {
					if p.Value.In == "query" && p.Value.Required {
						one.query += fmt.Sprintf("&%s=%v", p.Value.Name, p.Value.Example)
					}
				}
			}
			all = append(all, one)
		}
	}
	slices.SortFunc(all, func(a, b called) int { return strings.Compare(a.id, b.id) })
	if len(all) < 100 {
		t.Fatalf("only %d operations", len(all))
	}
	return all
}

// at is the address of the operation in a register.
func (o called) at(register string) string {
	path := strings.NewReplacer("{register}", register, "{id}", "none", "{revision}", "1", "{document}", "register", "{kind}", "parties").Replace(o.path)
	if o.query != "" {
		path += "?" + o.query[1:]
	}
	return path
}

const noRegister = "There is no such register"

// may reports whether an answer is not one of those that deny.
func (a answer) may() bool {
	return a.status != http.StatusUnauthorized && a.status != http.StatusForbidden && (a.status != http.StatusNotFound || !strings.Contains(string(a.body), noRegister))
}

// holds is what the contract's roles hold.
var holds = map[string]string{
	"reader": "reader", "editor": "reader editor", "approver": "reader approver", "editor approver": "reader editor approver", "admin": "reader editor approver admin",
}

// Every operation, for every role, in the own register, in another one of the
// tenant, in one of another tenant, and for strangers. The requests that are let
// through lack what a write needs, so that nothing is written.
func TestWhoMayDoWhat(t *testing.T) {
	c := newCompany(t, api.Options{})
	for roles := range holds {
		var one, all []string
		for _, role := range strings.Fields(roles) {
			one, all = append(one, role+":webgems"), append(all, role+":*")
		}
		c.people[strings.ReplaceAll(roles, " ", "+")] = person(t, roles, one...)
		c.people[strings.ReplaceAll(roles, " ", "+")+"/all"] = person(t, roles, all...)
	}
	c.people["no-role"] = person(t, "no-role")
	for _, op := range allOperations(t) {
		if strings.HasPrefix(op.path, "/healthz") || strings.HasPrefix(op.path, "/readyz") {
			if op.role != "none" {
				t.Errorf("%s takes the role %s", op.id, op.role)
			}
			continue
		}
		t.Run(op.id, func(t *testing.T) {
			c.TB = t
			defer func() { c.TB = nil }()
			if holds[op.role] == "" && op.role != "none" {
				t.Fatalf("the role %q is not known", op.role)
			}
			c.strangers(t, op)
			for roles, held := range holds {
				c.members(t, op, strings.ReplaceAll(roles, " ", "+"), op.role == "none" || slices.Contains(strings.Fields(held), op.role))
			}
		})
	}
}

// strangers are those who are not known.
func (c *company) strangers(t *testing.T, op called) {
	for _, token := range []string{"", "wrong"} {
		for _, register := range []string{"webgems", "secret", "nowhere"} {
			a := c.as(token, op.method, op.at(register), "")
			if op.role == "none" {
				if !a.may() {
					t.Errorf("token %q: %d", token, a.status)
				}
				continue
			}
			if a.status != http.StatusUnauthorized || !strings.HasPrefix(a.header.Get("WWW-Authenticate"), "Bearer") {
				t.Errorf("token %q in %s: %d %v", token, register, a.status, a.header)
			}
		}
	}
	if op.role != "none" && strings.Contains(op.path, "{register}") {
		c.as("no-role", op.method, op.at("webgems"), "").is(t, http.StatusNotFound)
	}
}

// members are those of the tenant, with roles in one register or in all.
func (c *company) members(t *testing.T, op called, roles string, holds bool) {
	t.Helper()
	if !strings.Contains(op.path, "{register}") {
		// What is of no register takes the role in all, but for lists.
		if a := c.as(roles, op.method, op.at(""), ""); a.may() != (op.role == "none" || op.role == "reader") {
			t.Errorf("%s: %d", roles, a.status)
		}
		if a := c.as(roles+"/all", op.method, op.at(""), ""); a.may() != holds {
			t.Errorf("%s in all: %d", roles, a.status)
		}
		return
	}
	for _, one := range []struct {
		token, register string
	}{{roles, "webgems"}, {roles + "/all", "webgems"}, {roles + "/all", "bakery"}} {
		a := c.as(one.token, op.method, op.at(one.register), "")
		if a.may() != holds || !holds && a.status != http.StatusForbidden {
			t.Errorf("%s in %s: %d %s", one.token, one.register, a.status, a.body)
		}
	}
	c.as(roles, op.method, op.at("bakery"), "").is(t, http.StatusNotFound)
	// What one may not see looks as if it were not there.
	for _, one := range []struct {
		token, register string
	}{{roles, "bakery"}, {roles, "secret"}, {roles + "/all", "secret"}} {
		got, want := c.as(one.token, op.method, op.at(one.register), ""), c.as(one.token, op.method, op.at("nowhere"), "")
		if got.status != want.status || string(got.body) != string(want.body) || fmt.Sprint(got.header) != fmt.Sprint(want.header) {
			t.Errorf("%s sees a difference in %s: %d %s %v, not %d %s %v", one.token, one.register, got.status, got.body, got.header, want.status, want.body, want.header)
		}
		if got.status < 300 {
			t.Errorf("%s in %s: %d", one.token, one.register, got.status)
		}
	}
}
