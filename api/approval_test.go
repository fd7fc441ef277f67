package api_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/store"
)

// Four eyes: who wrote does not approve, whatever the role; somebody else does, and
// then it is what approved=true tells.
func TestFourEyes(t *testing.T) {
	c := newCompany(t, api.Options{})
	c.people["ann"] = person(t, "ann", "editor:webgems", "approver:webgems")
	c.people["ann-too"] = person(t, "ann", "admin:*") // another token of the same person
	c.people["ann-once-more"] = person(t, "Ann", "admin:*")
	c.people["ed"] = person(t, "ed", "editor:webgems")
	c.people["bob"] = person(t, "bob", "approver:webgems")
	const party, revisions = "/registers/webgems/entities/parties/one", "/registers/webgems/revisions"
	approve := func(token, number string) answer {
		t.Helper()
		read := c.as(token, http.MethodGet, revisions+"/"+number, "").is(t, http.StatusOK)
		return c.as(token, http.MethodPost, revisions+"/"+number+"/approve", "", "If-Match", read.header.Get("ETag"), "Change-Reason", "read line by line")
	}
	tag := func() string { return c.as("ann", http.MethodGet, party, "").header.Get("ETag") }

	c.as("ann", http.MethodGet, party+"?approved=true", "").is(t, http.StatusNotFound)
	approve("bob", "1").is(t, http.StatusOK)
	c.as("ann", http.MethodPatch, party, `{"country":"NL"}`, "If-Match", tag()).is(t, http.StatusOK)

	approve("ann", "2").is(t, http.StatusForbidden)
	approve("ann-too", "2").is(t, http.StatusForbidden)
	approve("ann-once-more", "2").is(t, http.StatusForbidden)
	c.as("root", http.MethodPost, revisions+"/9/approve", "", "If-Match", `"x"`).is(t, http.StatusNotFound)
	approved := c.as("ed", http.MethodGet, party+"?approved=true", "").is(t, http.StatusOK)
	if strings.Contains(string(approved.body), "NL") {
		t.Errorf("approved is what nobody approved: %s", approved.body)
	}
	c.as("ed", http.MethodPost, revisions+"/2/approve", "", "If-Match", `"x"`).is(t, http.StatusForbidden)
	c.as("bob", http.MethodPatch, party, `{"country":"BE"}`, "If-Match", tag()).is(t, http.StatusForbidden)

	// Whoever wrote any of what is approved at once does not approve it either.
	c.as("ed", http.MethodPatch, party, `{"name":{"en":"One"}}`, "If-Match", tag()).is(t, http.StatusOK)
	approve("ann", "3").is(t, http.StatusForbidden)
	done := approve("bob", "3").is(t, http.StatusOK)
	if !strings.Contains(string(done.body), `"approvedBy":"bob"`) || !strings.Contains(string(done.body), `"approvalReason":"read line by line"`) || !strings.Contains(string(done.body), `"by":"ed"`) {
		t.Errorf("approved as %s", done.body)
	}
	approved = c.as("ed", http.MethodGet, party+"?approved=true", "").is(t, http.StatusOK)
	if !strings.Contains(string(approved.body), "NL") {
		t.Errorf("approved is %s", approved.body)
	}
	c.as("ed", http.MethodPatch, party, `{"country":"BE"}`, "If-Match", tag()).is(t, http.StatusOK)
	if a := c.as("ed", http.MethodGet, party+"?approved=true", ""); strings.Contains(string(a.body), "BE") {
		t.Errorf("approved is %s", a.body)
	}
	if err := c.store.Verify(t.Context(), store.Key{Tenant: "acme", Register: "webgems"}); err != nil {
		t.Error(err)
	}
}

// A list of approved revisions that became longer between two pages is not stitched
// together from two.
func TestApprovedBetweenPages(t *testing.T) {
	c := newCompany(t, api.Options{})
	c.people["bob"] = person(t, "bob", "approver:webgems")
	const at = "/registers/webgems"
	approve := func(number string) {
		t.Helper()
		tag := c.as("bob", http.MethodGet, at+"/revisions/"+number, "").header.Get("ETag")
		c.as("bob", http.MethodPost, at+"/revisions/"+number+"/approve", "", "If-Match", tag).is(t, http.StatusOK)
	}
	for _, id := range []string{"two", "three"} {
		c.as("root", http.MethodPost, at+"/entities/parties", `{"id":"`+id+`"}`).is(t, http.StatusCreated)
	}
	approve("2")
	const list = at + "/revisions?state=approved&limit=1"
	next := c.as("root", http.MethodGet, list, "").next(t)
	c.as("root", http.MethodGet, list+"&cursor="+next, "").is(t, http.StatusOK)
	approve("3")
	c.as("root", http.MethodGet, list+"&cursor="+next, "").problem(t, http.StatusBadRequest).about(t, "cursor-stale", "cursor")
}
