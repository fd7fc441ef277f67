package api_test

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/store/files"
)

// next is the cursor of the page after an answer.
func (a answer) next(t testing.TB) string {
	t.Helper()
	var page struct{ Next string }
	decode(t, a.is(t, http.StatusOK), &page)
	if page.Next == "" {
		t.Fatalf("no further page: %s", a.body)
	}
	return url.QueryEscape(page.Next)
}

// A cursor leads to a page of the list that it was given for, and of no other.
func TestCursorOfAnother(t *testing.T) {
	c := serving(t, webgems)
	const at = "/registers/webgems"
	for _, one := range []struct{ from, to string }{
		{at + "/recipients?brief=true", at + "/processors?brief=true"},
		{at + "/recipients?brief=true", at + "/recipients?brief=true&receives=bank-account"},
		{at + "/recipients?as-of=2026-11-22", at + "/recipients?as-of=2026-11-21"},
		{at + "/entities/parties", at + "/entities/activities"},
		{at + "/entities/parties", at + "/entities/parties?inherited=true"},
		{at + "/search?q=a", at + "/search?q=e"},
		{at + "/findings", at + "/findings?severity=info"},
		{"/vocabulary/purposes", "/vocabulary/data-categories"},
	} {
		next := c.get(withQuery(one.from, "limit=2")).next(t)
		c.get(withQuery(one.from, "limit=1&cursor="+next)).is(t, http.StatusOK)
		c.get(withQuery(one.to, "limit=2&cursor="+next)).problem(t, http.StatusBadRequest).about(t, "invalid-parameter", "cursor")
	}
	for _, cursor := range []string{"", "x", "%00", "YSBi", "YSBiIDE", "YSBiIC0x", "YSBiIDEgMg"} {
		if a := c.get(at + "/entities/parties?cursor=" + cursor); a.status != http.StatusBadRequest {
			t.Errorf("cursor %q: %d", cursor, a.status)
		}
	}
}

func withQuery(address, query string) string {
	if strings.Contains(address, "?") {
		return address + "&" + query
	}
	return address + "?" + query
}

// Over midnight the answers are those of another day: the pages do not fit.
func TestCursorOverMidnight(t *testing.T) {
	day := now()
	registers, err := files.Open(files.Options{Load: load}, webgems)
	if err != nil {
		t.Fatal(err)
	}
	server, err := api.New(api.Options{Store: registers, Now: func() time.Time { return day }})
	if err != nil {
		t.Fatal(err)
	}
	c := &caller{t, server}
	for _, at := range []string{"/registers/webgems/recipients?limit=2", "/registers/webgems/findings?limit=2"} {
		day = now()
		next := c.get(at).next(t)
		c.get(at+"&cursor="+next).is(t, http.StatusOK)
		day = now().AddDate(0, 0, 1)
		c.get(at+"&cursor="+next).problem(t, http.StatusBadRequest).about(t, "cursor-stale", "cursor")
	}
}

// A day that ends while a request is answered does not make its answer one of the
// next day: that is kept.
func TestAnswersOverMidnight(t *testing.T) {
	for before := range 5 {
		registers, err := files.Open(files.Options{Load: load}, webgems)
		if err != nil {
			t.Fatal(err)
		}
		looks := 0
		clock := func() time.Time { // midnight is after so many looks at it
			if looks++; looks <= before {
				return now()
			}
			return now().AddDate(0, 0, 1)
		}
		server, err := api.New(api.Options{Store: registers, Now: clock})
		if err != nil {
			t.Fatal(err)
		}
		c := &caller{t, server}
		const address = "/registers/webgems/recipients?limit=1"
		c.get(address).is(t, http.StatusOK)
		looks = before
		if later := c.get(address).is(t, http.StatusOK); !bytes.Contains(later.body, []byte(`"asOf":"2026-11-23"`)) {
			t.Errorf("after %d looks at the clock the answer of the day before is kept: %.60s", before, later.body)
		}
	}
}
