package api_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/store"
)

// family is a company of which shop extends group, and group extends world.
func family(t *testing.T) *company {
	c := newCompany(t, api.Options{})
	for _, body := range []string{
		`{"schema":"ropa/v1","id":"world","parties":[{"id":"far"}]}`,
		`{"schema":"ropa/v1","id":"group","extends":["../world.yaml"],"parties":[{"id":"near","country":"NL"}]}`,
		`{"schema":"ropa/v1","id":"shop","extends":["../group.yaml"],"systems":[{"id":"till","operator":"far"}]}`,
	} {
		c.as("root", http.MethodPost, "/registers", body).is(t, http.StatusCreated)
	}
	c.people["ann"] = person(t, "ann", "reader:shop", "approver:shop")
	c.people["bob"] = person(t, "bob", "reader:shop", "approver:shop", "editor:group")
	return c
}

const near = "/entities/parties/near"

// moved gives a party of the group another country.
func (c *company) moved(token, country string) {
	c.Helper()
	tag := c.as(token, http.MethodGet, "/registers/group"+near, "").header.Get("ETag")
	c.as(token, http.MethodPatch, "/registers/group"+near, `{"country":"`+country+`"}`, "If-Match", tag).is(c, http.StatusOK)
}

// Whoever may no longer read a register does not read through an old version of
// another one what it says today.
func TestOldVersionsStayAsTheyWere(t *testing.T) {
	c := family(t)
	const shop = "/registers/shop"
	tag := c.as("root", http.MethodGet, shop, "").header.Get("ETag")
	c.as("root", http.MethodPut, shop, `{"schema":"ropa/v1","id":"shop"}`, "If-Match", tag).is(t, http.StatusOK)
	c.moved("root", "BE")
	c.as("ann", http.MethodGet, "/registers/group", "").is(t, http.StatusNotFound)
	c.as("ann", http.MethodGet, shop+near, "").is(t, http.StatusNotFound)
	for _, old := range []string{"?revision=1", "?at=2026-11-22T11:59:59Z"} {
		a := c.as("ann", http.MethodGet, shop+near+old, "")
		if strings.Contains(string(a.body), "BE") || old == "?revision=1" && !strings.Contains(string(a.body), "NL") {
			t.Errorf("%s: %d %s", old, a.status, a.body)
		}
	}
}

// What was approved changes when somebody approves it anew, and not before; with
// what it extends it is approved by somebody who made none of that.
func TestApprovedWithItsBases(t *testing.T) {
	c := family(t)
	const shop, revision = "/registers/shop", "/registers/shop/revisions/1"
	read := func() string {
		return c.as("ann", http.MethodGet, revision, "").is(t, http.StatusOK).header.Get("ETag")
	}
	approve := func(token, tag string) answer {
		t.Helper()
		return c.as(token, http.MethodPost, revision+"/approve", "", "If-Match", tag)
	}
	approved := func(want string) {
		t.Helper()
		if a := c.as("ann", http.MethodGet, shop+near+"?approved=true", "").is(t, http.StatusOK); !strings.Contains(string(a.body), want) {
			t.Errorf("approved is %s, want %s", a.body, want)
		}
	}
	before := read()
	c.moved("root", "DE")
	// Somebody changed what is about to be approved since it was looked at.
	approve("ann", before).is(t, http.StatusPreconditionFailed)
	approve("ann", read()).is(t, http.StatusOK)
	approved("DE")
	approve("ann", read()).is(t, http.StatusConflict)

	c.moved("bob", "FR")
	approved("DE")
	if a := c.as("ann", http.MethodGet, shop+near, ""); !strings.Contains(string(a.body), "FR") {
		t.Errorf("the newest is %s", a.body)
	}
	approve("bob", read()).is(t, http.StatusForbidden)
	done := approve("ann", read()).is(t, http.StatusOK)
	approved("FR")
	if tag := done.header.Get("ETag"); tag != read() {
		t.Errorf("tags %s and %s", tag, read())
	}
	if err := c.store.Verify(t.Context(), store.Key{Tenant: "acme", Register: "shop"}); err != nil {
		t.Error(err)
	}
}

// What a grandchild refers to is not removed from under it.
func TestGrandchildrenHold(t *testing.T) {
	c := family(t)
	const far = "/registers/world/entities/parties/far"
	tag := c.as("root", http.MethodGet, far, "").header.Get("ETag")
	refused := c.as("root", http.MethodDelete, far, "", "If-Match", tag).is(t, http.StatusConflict)
	if !strings.Contains(string(refused.body), "shop") {
		t.Errorf("refused with %s", refused.body)
	}
	c.people["eve"] = person(t, "eve", "admin:world")
	refused = c.as("eve", http.MethodDelete, far, "", "If-Match", tag).is(t, http.StatusConflict)
	if strings.Contains(string(refused.body), "shop") || strings.Contains(string(refused.body), "till") {
		t.Errorf("it names what the caller may not read: %s", refused.body)
	}
}

// A register that was removed is not told to be there, and its name counts on.
func TestRemovedAndMadeAnew(t *testing.T) {
	c := newCompany(t, api.Options{})
	const body, at = `{"schema":"ropa/v1","id":"sold","parties":[{"id":"one"}]}`, "/registers/sold"
	create := func(key string) answer {
		return c.as("root", http.MethodPost, "/registers", body, "Idempotency-Key", key)
	}
	remove := func() answer {
		tag := c.as("root", http.MethodGet, at, "").header.Get("ETag")
		return c.as("root", http.MethodDelete, at, "", "If-Match", tag, "Change-Reason", "Sold")
	}
	first := create("k1").is(t, http.StatusCreated)
	create("k1").is(t, http.StatusCreated)
	party := func() answer {
		return c.as("root", http.MethodPost, at+"/entities/parties", `{"id":"two"}`, "Idempotency-Key", "k2")
	}
	party().is(t, http.StatusCreated)
	remove().is(t, http.StatusNoContent)
	for _, a := range []answer{create("k1"), party()} {
		if a.is(t, http.StatusConflict); !strings.Contains(string(a.body), "key-used") || strings.Contains(string(a.body), "two") {
			t.Errorf("sent again: %s", a.body)
		}
	}
	c.as("root", http.MethodGet, at, "").is(t, http.StatusNotFound)
	left, err := c.store.Removals(t.Context(), store.Key{Tenant: "acme", Register: "sold"})
	if err != nil || len(left) != 1 || left[0].Revision != 2 || left[0].By != "root" || left[0].Reason != "Sold" {
		t.Errorf("left is %+v: %v", left, err)
	}

	again := create("k3").is(t, http.StatusCreated)
	if got := again.header.Get("Ropa-Revision"); got != "3" || again.header.Get("ETag") == first.header.Get("ETag") {
		t.Errorf("made anew as revision %s, tag %s", got, again.header.Get("ETag"))
	}
	c.as("root", http.MethodGet, at+"?revision=1", "").is(t, http.StatusNotFound)
	create("k1").is(t, http.StatusConflict)
	remove().is(t, http.StatusNoContent)
}

// What another register was approved with stays for as long as that is approved.
func TestApprovedKeepsWhatItExtends(t *testing.T) {
	c := family(t)
	const shop, group = "/registers/shop", "/registers/group"
	tag := func(at string) string { return c.as("root", http.MethodGet, at, "").header.Get("ETag") }
	approve := func(number string) {
		t.Helper()
		at := shop + "/revisions/" + number
		c.as("ann", http.MethodPost, at+"/approve", "", "If-Match", tag(at)).is(t, http.StatusOK)
	}
	approve("1")
	c.as("root", http.MethodDelete, group, "", "If-Match", tag(group)).is(t, http.StatusConflict)
	c.as("root", http.MethodPut, shop, `{"schema":"ropa/v1","id":"shop"}`, "If-Match", tag(shop)).is(t, http.StatusOK)
	c.as("root", http.MethodDelete, group, "", "If-Match", tag(group)).is(t, http.StatusConflict)
	approve("2")
	c.as("root", http.MethodDelete, group, "", "If-Match", tag(group)).is(t, http.StatusNoContent)
}
