package api_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"testing"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/register"
)

// What an answer names can be read where it says.
func TestHref(t *testing.T) {
	c, _ := keeping(t)
	c.posted(webgems)
	reads := func(href *string) {
		t.Helper()
		if href == nil {
			t.Error("no href")
			return
		}
		c.get("/registers/webgems/"+*href).is(t, http.StatusOK)
	}
	var hits api.HitList
	decode(t, c.get("/registers/webgems/search?q=a&limit=1000&inherited=true").is(t, http.StatusOK), &hits)
	kinds := make(map[string]bool)
	for i := range hits.Items {
		if kind := hits.Items[i].Kind; !kinds[kind] {
			kinds[kind] = true
			reads(&hits.Items[i].Href)
		}
	}
	if !kinds[string(register.KindDataCategories)] || !kinds[string(register.KindRetentionRules)] {
		t.Fatalf("only %v were found", kinds)
	}
	var findings api.FindingList
	decode(t, c.get("/registers/webgems/findings?limit=1000").is(t, http.StatusOK), &findings)
	for _, f := range findings.Items {
		if f.Href != nil {
			reads(f.Href)
		}
	}
	if !slices.ContainsFunc(findings.Items, func(f api.Finding) bool { return f.Href != nil }) {
		t.Error("no finding has one")
	}
	c.write(http.MethodPost, "/registers/webgems/entities/retention-rules", `{"id":"orders-7y","period":"P7Y"}`).is(t, http.StatusCreated)
	var all api.RevisionList
	decode(t, c.get("/registers/webgems/revisions").is(t, http.StatusOK), &all)
	reads(all.Items[0].Href)
	var one api.Revision
	decode(t, c.get("/registers/webgems/revisions/2").is(t, http.StatusOK), &one)
	reads((*one.Entries)[0].Href)
	const party = "/registers/webgems/entities/parties/mollie"
	var p api.Problem
	problemIn(t, c.write(http.MethodDelete, party, "", "If-Match", c.tag(party)).is(t, http.StatusConflict), &p)
	reads((*p.Errors)[0].Href)
}

// Revisions are asked for by the address of an entry, in the letters of answers or of
// paths; what is no address is not an empty list.
func TestRevisionsOfAnAddress(t *testing.T) {
	c, _ := keeping(t)
	c.posted(webgems)
	c.write(http.MethodPost, "/registers/webgems/entities/retention-rules", `{"id":"orders-7y","period":"P7Y"}`).is(t, http.StatusCreated)
	c.write(http.MethodPatch, "/registers/webgems", `{"version":"next"}`, "If-Match", c.tag("/registers/webgems"), "Content-Type", "application/merge-patch+json").is(t, http.StatusOK)
	for of, want := range map[string]int{
		"retentionRules/orders-7y": 1, "retention-rules/orders-7y": 1, "entities/retention-rules/orders-7y": 1, "retentionRules/orders-7y/startsAt": 1, "parties/nobody": 0, "register": 2,
	} {
		var list api.RevisionList
		decode(t, c.get("/registers/webgems/revisions?of="+url.QueryEscape(of)).is(t, http.StatusOK), &list)
		if list.Total != want {
			t.Errorf("%s: %d revisions, want %d", of, list.Total, want)
		}
	}
	for of, suggestion := range map[string]string{"partys/mollie": "parties", "garbage": "", "parties": "", "parties/": ""} {
		var p api.Problem
		problemIn(t, c.get("/registers/webgems/revisions?of="+url.QueryEscape(of)).is(t, http.StatusBadRequest), &p)
		detail := (*p.Errors)[0]
		if *detail.Parameter != "of" || suggestion != "" && (detail.Suggestions == nil || !slices.Contains(*detail.Suggestions, suggestion)) {
			t.Errorf("%s: %+v", of, detail)
		}
	}
}

// problemIn reads the problem of an answer.
func problemIn(t *testing.T, a answer, p *api.Problem) {
	t.Helper()
	if err := json.Unmarshal(a.body, p); err != nil || p.Errors == nil || len(*p.Errors) == 0 {
		t.Fatalf("%v: %s", err, a.body)
	}
}
