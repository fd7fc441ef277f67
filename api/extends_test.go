package api_test

import (
	"net/http"
	"strings"
	"testing"
)

// A register extends neither itself nor one that extends it, by whatever way it is
// written: what is stored under its identifier is not what it would be.
func TestExtendsNotItself(t *testing.T) {
	c, _ := keeping(t)
	c.write(http.MethodPost, "/registers", `{"schema":"ropa/v1","id":"group"}`).is(t, http.StatusCreated)
	const at = "/registers/group"
	tag := c.tag(at)
	for _, name := range []string{"group", "./group", "../group.yaml"} {
		whole := `{"schema":"ropa/v1","id":"group","extends":["common","` + name + `"]}`
		for _, one := range []struct{ method, address, body string }{
			{http.MethodPut, at, whole},
			{http.MethodPatch, at, `{"extends":["common","` + name + `"]}`},
			{http.MethodPost, at + "/import", whole},
			{http.MethodPost, "/registers", strings.ReplaceAll(whole, "group", "fresh")},
		} {
			c.write(one.method, one.address, one.body, "If-Match", tag).problem(t, http.StatusUnprocessableEntity).about(t, "cycle", "/extends/1")
		}
		dry := c.write(http.MethodPost, at+"/import?dry-run=true", whole).is(t, http.StatusOK)
		if !strings.Contains(string(dry.body), `"cycle"`) {
			t.Errorf("%s tried: %s", name, dry.body)
		}
	}
	c.write(http.MethodPost, "/registers", `{"schema":"ropa/v1","id":"shop","extends":["group"]}`).is(t, http.StatusCreated)
	round := c.write(http.MethodPatch, at, `{"extends":["shop"]}`, "If-Match", tag).is(t, http.StatusConflict)
	if !strings.Contains(string(round.body), "The register shop extends it.") || !strings.Contains(string(round.body), `"cycle"`) {
		t.Errorf("round by the other: %s", round.body)
	}
}

// An entry that stands in the place of an inherited one can be removed while others
// refer to it: they refer to the inherited one then, where that has all they name.
func TestRemoveInPlaceOfInherited(t *testing.T) {
	c, _ := keeping(t)
	c.write(http.MethodPost, "/registers", `{"schema":"ropa/v1","id":"group","parties":[{"id":"bank"}]}`).is(t, http.StatusCreated)
	c.write(http.MethodPost, "/registers", `{"schema":"ropa/v1","id":"shop","extends":["common","group"],
		"activities":[{"id":"orders","data":[{"category":"name"}],"disclosures":[{"to":"bank","as":"processor"}]}],
		"parties":[{"id":"bank","country":"NL"},{"id":"courier"}],"agreements":[{"id":"terms","between":["courier"]}],"dataCategories":[{"id":"name"}]}`).is(t, http.StatusCreated)
	const at = "/registers/shop/entities/"
	for _, entry := range []string{"parties/bank", "data-categories/name"} {
		c.write(http.MethodDelete, at+entry, "", "If-Match", c.tag(at+entry)).is(t, http.StatusNoContent)
		c.get(at+entry).is(t, http.StatusOK)
	}
	c.write(http.MethodDelete, at+"parties/courier", "", "If-Match", "*").is(t, http.StatusConflict)
	c.write(http.MethodPut, at+"parties/bank", `{"id":"bank","services":[{"id":"cards"}]}`, "If-None-Match", "*").is(t, http.StatusCreated)
	c.write(http.MethodPatch, at+"activities/orders", `{"disclosures":[{"to":"bank","service":"cards","as":"processor"}]}`, "If-Match", "*").is(t, http.StatusOK)
	c.write(http.MethodDelete, at+"parties/bank", "", "If-Match", "*").is(t, http.StatusConflict)
}
