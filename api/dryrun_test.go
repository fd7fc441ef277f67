package api_test

import (
	"net/http"
	"slices"
	"testing"

	"github.com/openropa/ropa/api"
)

// A dry run tells all that the import itself would be refused for.
func TestDryRunTellsWhatTheImportIsRefusedFor(t *testing.T) {
	c := newCompany(t, api.Options{})
	const tried = "/registers/webgems/import?dry-run=true"
	codes := func(a answer) (all []string) {
		t.Helper()
		var result api.ImportResult
		decode(t, a.is(t, http.StatusOK), &result)
		for _, p := range result.Problems {
			all = append(all, p.Code)
		}
		return all
	}
	if got := codes(c.as("root", http.MethodPost, tried, `{"schema":"ropa/v1","id":"bakery"}`)); !slices.Contains(got, "id-differs") {
		t.Errorf("another identifier: %v", got)
	}

	// The bakery refers to a party of webgems, which would be gone.
	tag := c.as("root", http.MethodGet, "/registers/bakery", "").header.Get("ETag")
	c.as("root", http.MethodPut, "/registers/bakery", `{"schema":"ropa/v1","id":"bakery","extends":["webgems"],"agreements":[{"id":"terms","kind":"processor-contract","between":["one"]}]}`, "If-Match", tag).is(t, http.StatusOK)
	const without = `{"schema":"ropa/v1","id":"webgems","parties":[{"id":"other"}]}`
	tag = c.as("root", http.MethodGet, "/registers/webgems", "").header.Get("ETag")
	c.as("root", http.MethodPost, "/registers/webgems/import", without, "If-Match", tag).is(t, http.StatusConflict)
	if got := codes(c.as("root", http.MethodPost, tried, without)); !slices.Contains(got, "dangling-reference") {
		t.Errorf("what another register refers to: %v", got)
	}
}

// Whoever may not make a register is told so before they try; and a version that is
// named must be there.
func TestDryRunIsRefusedAsTheImportIs(t *testing.T) {
	c := newCompany(t, api.Options{})
	c.people["ed"] = person(t, "ed", "editor:*")
	const body = `{"schema":"ropa/v1","id":"new"}`
	c.as("ed", http.MethodPost, "/registers/new/import", body, "If-None-Match", "*").is(t, http.StatusForbidden)
	c.as("ed", http.MethodPost, "/registers/new/import?dry-run=true", body).is(t, http.StatusForbidden)
	a := c.as("root", http.MethodPost, "/registers/new/import?dry-run=true", body).is(t, http.StatusOK)
	if tag, revision := a.header.Get("ETag"), a.header.Get("Ropa-Revision"); tag != "" || revision != "" {
		t.Errorf("of what there is not: ETag %q, revision %q", tag, revision)
	}
	const webgems = `{"schema":"ropa/v1","id":"webgems"}`
	c.as("ed", http.MethodPost, "/registers/webgems/import?dry-run=true", webgems, "If-Match", `"another"`).is(t, http.StatusPreconditionFailed)
	c.as("root", http.MethodPost, "/registers/webgems/import?dry-run=true", webgems, "If-None-Match", "*").is(t, http.StatusPreconditionFailed)
}

// A register extends another one of the tenant by its identifier, or by a path that
// ends in it.
func TestExtendsByIdentifier(t *testing.T) {
	c := newCompany(t, api.Options{})
	for _, name := range []string{"webgems", "./webgems", "../group/webgems.yaml"} {
		tag := c.as("root", http.MethodGet, "/registers/bakery", "").header.Get("ETag")
		c.as("root", http.MethodPatch, "/registers/bakery", `{"extends":["`+name+`"]}`, "If-Match", tag).is(t, http.StatusOK)
		c.as("root", http.MethodGet, "/registers/bakery/entities/parties/hidden-webgems", "").is(t, http.StatusOK)
		tag = c.as("root", http.MethodGet, "/registers/webgems", "").header.Get("ETag")
		c.as("root", http.MethodDelete, "/registers/webgems", "", "If-Match", tag).is(t, http.StatusConflict)
	}
	tag := c.as("root", http.MethodGet, "/registers/bakery", "").header.Get("ETag")
	var p api.Problem
	problemIn(t, c.as("root", http.MethodPatch, "/registers/bakery", `{"extends":["common","./webgems","nowhere"]}`, "If-Match", tag).is(t, http.StatusUnprocessableEntity), &p)
	if fault := (*p.Errors)[0]; fault.Pointer == nil || *fault.Pointer != "/extends/2" {
		t.Errorf("%+v", fault)
	}
}

// Whoever writes what there is not is told how it is made.
func TestWriteOfNothing(t *testing.T) {
	c := newCompany(t, api.Options{})
	for _, a := range []answer{
		c.as("root", http.MethodPost, "/registers/new/import", `{"schema":"ropa/v1","id":"new"}`, "If-Match", `"any"`),
		c.as("root", http.MethodPut, "/registers/webgems/entities/parties/new", `{"id":"new"}`, "If-Match", `"any"`),
	} {
		var p api.Problem
		problemIn(t, a.is(t, http.StatusNotFound), &p)
		if !slices.ContainsFunc(*p.Errors, func(d api.ProblemDetail) bool { return d.Parameter != nil && *d.Parameter == "If-None-Match" }) {
			t.Errorf("%s", a.body)
		}
	}
}
