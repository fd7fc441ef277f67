package api_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/openropa/ropa/api"
)

// Of the registers there are a caller is told those that they may read.
func TestListIsOfWhatOneMayRead(t *testing.T) {
	c := newCompany(t, api.Options{})
	c.people["ann"] = person(t, "ann", "reader:webgems", "reader:secret", "reader:nowhere")
	c.people["bob"] = person(t, "bob")
	for token, want := range map[string]string{"root": "bakery webgems", "ann": "webgems", "bob": "", "stranger": "secret"} {
		var list api.RegisterList
		if err := json.Unmarshal(c.as(token, http.MethodGet, "/registers", "").is(t, http.StatusOK).body, &list); err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, item := range list.Items {
			ids = append(ids, item.Id)
		}
		if got := strings.Join(ids, " "); got != want || list.Total != len(ids) {
			t.Errorf("%s sees %q of %d", token, got, list.Total)
		}
	}
}

// Whoever may write one register does not read another one through it.
func TestExtendsWhatOneMayRead(t *testing.T) {
	c := newCompany(t, api.Options{})
	c.people["ann"] = person(t, "ann", "admin:webgems")
	const at = "/registers/webgems"
	tag := func() string { return c.as("ann", http.MethodGet, at, "").header.Get("ETag") }
	patch := func(token, base string) answer {
		t.Helper()
		return c.as(token, http.MethodPatch, at, `{"extends":["../`+base+`.yaml"]}`, "If-Match", tag())
	}
	hidden, nowhere := patch("ann", "bakery").is(t, http.StatusUnprocessableEntity), patch("ann", "nowhere").is(t, http.StatusUnprocessableEntity)
	if strings.ReplaceAll(string(hidden.body), "bakery", "nowhere") != string(nowhere.body) {
		t.Errorf("it is told apart: %s and %s", hidden.body, nowhere.body)
	}
	patch("ann", "secret").is(t, http.StatusUnprocessableEntity)
	whole := `{"schema":"ropa/v1","id":"webgems","extends":["../bakery.yaml"]}`
	c.as("ann", http.MethodPut, at, whole, "If-Match", tag()).is(t, http.StatusUnprocessableEntity)
	c.as("ann", http.MethodPost, at+"/import", whole, "If-Match", tag()).is(t, http.StatusUnprocessableEntity)
	dry := c.as("ann", http.MethodPost, at+"/import?dry-run=true", whole, "If-Match", tag()).is(t, http.StatusOK)
	if !strings.Contains(string(dry.body), "base-not-found") {
		t.Errorf("tried as %s", dry.body)
	}
	c.as("ann", http.MethodGet, at+"/entities/parties/hidden-bakery", "").is(t, http.StatusNotFound)

	// The built-in terms are no register of that name.
	c.as("root", http.MethodPost, "/registers", `{"schema":"ropa/v1","id":"common","parties":[{"id":"hidden-common"}]}`).is(t, http.StatusCreated)
	c.as("ann", http.MethodPatch, at, `{"extends":["common"]}`, "If-Match", tag()).is(t, http.StatusOK)
	patch("ann", "common").is(t, http.StatusUnprocessableEntity)
	c.as("ann", http.MethodGet, at+"/entities/parties/hidden-common", "").is(t, http.StatusNotFound)
	common := c.as("root", http.MethodGet, "/registers/common", "").header.Get("ETag")
	c.as("root", http.MethodDelete, "/registers/common", "", "If-Match", common).is(t, http.StatusNoContent)

	// What somebody who may read it has made it extend, stays.
	patch("root", "bakery").is(t, http.StatusOK)
	c.as("ann", http.MethodGet, at+"/entities/parties/hidden-bakery", "").is(t, http.StatusOK)
	c.as("ann", http.MethodPatch, at, `{"language":"nl"}`, "If-Match", tag()).is(t, http.StatusOK)

	// Those who extend a register are named to those who may read them.
	c.people["bob"] = person(t, "bob", "admin:bakery")
	base := c.as("bob", http.MethodGet, "/registers/bakery", "").header.Get("ETag")
	refused := c.as("bob", http.MethodDelete, "/registers/bakery", "", "If-Match", base).is(t, http.StatusConflict)
	if strings.Contains(string(refused.body), "webgems") {
		t.Errorf("it names what the caller may not read: %s", refused.body)
	}
	refused = c.as("root", http.MethodDelete, "/registers/bakery", "", "If-Match", base).is(t, http.StatusConflict)
	if !strings.Contains(string(refused.body), "webgems") {
		t.Errorf("it does not name who extends it: %s", refused.body)
	}
}

// Registers are made by admins of all, by whatever way.
func TestWhoMakesRegisters(t *testing.T) {
	c := newCompany(t, api.Options{})
	c.people["ann"] = person(t, "ann", "editor:*", "approver:*", "admin:fresh")
	body := `{"schema":"ropa/v1","id":"fresh"}`
	c.as("ann", http.MethodPost, "/registers", body).is(t, http.StatusForbidden)
	c.as("ann", http.MethodPost, "/registers/fresh/import", body, "If-None-Match", "*").is(t, http.StatusForbidden)
	c.as("root", http.MethodPost, "/registers/fresh/import", body, "If-None-Match", "*").is(t, http.StatusOK)
	c.as("stranger", http.MethodGet, "/registers/fresh", "").is(t, http.StatusNotFound)
	// The same identifier in another tenant is another register.
	c.as("stranger", http.MethodPost, "/registers", body).is(t, http.StatusCreated)
}

// An address that is read twice is no way around a grant.
func TestEncodedAddress(t *testing.T) {
	c := newCompany(t, api.Options{})
	c.people["ann"] = person(t, "ann", "reader:webgems")
	c.people["all"] = person(t, "all", "admin:*")
	for _, id := range []string{"%62akery", "%2562akery", "webgems%2F..%2Fbakery", "webgems%2f", "%2a", "*", "webgems%00", "..%2Fsecret", "%2e%2e"} {
		if a := c.as("ann", http.MethodGet, "/registers/"+id, ""); a.status == http.StatusOK {
			t.Errorf("%s: %s", id, a.body)
		}
	}
	c.as("ann", http.MethodGet, "/registers/%77ebgems", "").is(t, http.StatusOK)
	c.as("all", http.MethodGet, "/registers/%2577ebgems", "").is(t, http.StatusNotFound)
}

// A key for sending again is the caller's own.
func TestIdempotencyKeyIsOnesOwn(t *testing.T) {
	c := newCompany(t, api.Options{})
	c.people["ann"], c.people["bob"] = person(t, "ann", "editor:*"), person(t, "bob", "editor:*")
	const list = "/registers/webgems/entities/parties"
	c.as("ann", http.MethodPost, list, `{"id":"a"}`, "Idempotency-Key", "k").is(t, http.StatusCreated)
	c.as("ann", http.MethodPost, list, `{"id":"a"}`, "Idempotency-Key", "k").is(t, http.StatusCreated)
	c.as("bob", http.MethodPost, list, `{"id":"a"}`, "Idempotency-Key", "k").is(t, http.StatusConflict)
	c.as("bob", http.MethodPost, list, `{"id":"b"}`, "Idempotency-Key", "k").is(t, http.StatusCreated)
}
