package client_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/api/client"
	"github.com/openropa/ropa/api/wire"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

var day = value.MustDate("2026-11-22")

// Each question is answered as the library answers it, names included.
func TestAsk(t *testing.T) {
	c := serving(t, nil, client.Language("nl"))
	whole, _, _ := register.Load(webgems)
	view, problems := register.Resolve(whole, nil, nil)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	m, maker := datamap.Build(view), wire.Maker{View: view, Words: words.In("nl")}
	for _, question := range datamap.Questions() {
		for _, f := range []datamap.Filter{
			{AsOf: day}, {AsOf: day, OutsideEEA: register.Yes, Evidence: datamap.EvidenceNone}, {AsOf: day, OwnPurposes: register.No, Planned: true, Evidence: 2},
			{AsOf: day, Data: []string{"bank-account", "postal-address"}, Subjects: []string{"customer"}, Roles: []string{"processor"}, Direct: true, StatedOnly: true},
			{AsOf: day, Bases: []register.Basis{"contract"}, Purposes: []string{"payment"}, Activities: []string{"payments"}, Brief: true},
			{AsOf: day, Countries: []register.Country{"US"}, Recipients: []string{"google"}},
		} {
			answers, err := m.Ask(question, f)
			if err != nil {
				t.Fatal(err)
			}
			want := maker.Answers(answers)
			raw, err := maker.Append(nil, m, wire.Asked{Question: question, Filter: f, Names: true})
			if err != nil {
				t.Fatal(err)
			}
			var told wire.Answers
			if err := json.Unmarshal(raw, &told); err != nil {
				t.Fatal(err)
			}
			want.Names = told.Names
			got, err := c.Register("webgems").Ask(t.Context(), question, f)
			if err != nil {
				t.Fatalf("%s: %v", question, err)
			}
			if diff := cmp.Diff(want, *got); diff != "" {
				t.Errorf("%s (-library +client):\n%s", question, diff)
			}
		}
	}
	_, err := c.Register("webgems").Ask(t.Context(), datamap.Processors, datamap.Filter{Data: []string{"bank-acount"}})
	var p *client.Problem
	if !errors.As(err, &p) || p.Code != "request-invalid" || len(p.Errors) != 1 || !slices.Contains(p.Errors[0].Suggestions, "bank-account") {
		t.Errorf("an identifier that is not known: %v", err)
	}
	if _, err := c.Register("webgems").Ask(t.Context(), "zebras", datamap.Filter{}); err == nil {
		t.Error("a question that is none was asked")
	}
}

// Lists are whole, however many pages they have, and end where the caller does.
func TestLists(t *testing.T) {
	var asked atomic.Int32
	c := serving(t, func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			asked.Add(1)
			query := r.URL.Query()
			query.Set("limit", "3") // small pages
			r.URL.RawQuery = query.Encode()
			next.ServeHTTP(w, r)
		})
	})
	whole, _, _ := register.Load(webgems)
	var got []string
	for party, err := range c.Register("webgems").Parties().All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, party.ID)
	}
	var want []string
	for _, party := range whole.Parties {
		want = append(want, party.ID)
	}
	if !slices.Equal(got, want) || asked.Load() < 3 {
		t.Errorf("%d parties in %d pages, want %d", len(got), asked.Load(), len(want))
	}
	asked.Store(0)
	for _, err := range c.Register("webgems").DataCategories().Find(t.Context(), "", true) {
		if err != nil {
			t.Fatal(err)
		}
		break
	}
	if asked.Load() != 1 {
		t.Errorf("%d pages for one entry", asked.Load())
	}
	answers, err := c.Register("webgems").Ask(t.Context(), datamap.Recipients, datamap.Filter{AsOf: day})
	if err != nil || len(answers.Answers) != answers.Total || answers.Total < 10 || answers.Next != "" || len(answers.Undetermined) != 0 && answers.Undetermined[0].ID == "" {
		t.Errorf("answers: %v", err)
	}
	for _, err := range c.Register("nobody").Parties().All(t.Context()) {
		if !errors.Is(err, client.ErrNotFound) {
			t.Errorf("a register that is not there: %v", err)
		}
	}
}

// An entry and a register go through their lives.
func TestWrites(t *testing.T) {
	c, ctx := serving(t, nil), t.Context()
	shop := c.Register("webgems")
	made, err := shop.Because("A new courier").Parties().Create(ctx, &register.Party{ID: "courier"})
	if err != nil || made.Revision != 2 || made.Tag == "" {
		t.Fatalf("create: %+v, %v", made, err)
	}
	var p *client.Problem
	if _, err := shop.Parties().Create(ctx, &register.Party{ID: "courier"}); !errors.As(err, &p) || p.Status != http.StatusConflict {
		t.Errorf("made twice: %v", err)
	}
	party, version, err := shop.Parties().Patch(ctx, "courier", map[string]any{"country": "NL"}, made.Tag)
	if err != nil || party.Country != "NL" {
		t.Fatalf("patch: %+v, %v", party, err)
	}
	if _, err := shop.Parties().Delete(ctx, "courier", made.Tag); !errors.Is(err, client.ErrConflict) {
		t.Errorf("removed in spite of a change: %v", err)
	}
	if _, err := shop.Parties().Delete(ctx, "courier", version.Tag); err != nil {
		t.Error(err)
	}
	if _, err := shop.Parties().Replace(ctx, "courier", party, client.NoneYet); err != nil {
		t.Error(err)
	}
	if _, err := shop.Parties().Replace(ctx, "courier", party, client.NoneYet); !errors.Is(err, client.ErrConflict) {
		t.Errorf("replaced what is there: %v", err)
	}
	if _, _, err := shop.AtRevision(1).Parties().Read(ctx, "courier"); !errors.Is(err, client.ErrNotFound) {
		t.Errorf("it was there before it was made: %v", err)
	}
	var reasons []string
	for revision, err := range shop.Revisions(ctx, "parties/courier") {
		if err != nil {
			t.Fatal(err)
		}
		reasons = append(reasons, revision.Action+" "+revision.Reason)
	}
	if !slices.Equal(reasons, []string{"create ", "delete ", "replace ", "create A new courier"}) {
		t.Errorf("revisions %q", reasons)
	}
	revision, _, err := shop.Revision(ctx, 3)
	if err != nil || len(revision.Entries) != 1 || string(revision.Entries[0].Before) != `{"id":"courier"}` {
		t.Errorf("revision: %+v, %v", revision, err)
	}
	if _, err := shop.Activities().Create(ctx, &register.Activity{ID: "x", Purposes: []register.PurposeUse{{Purpose: "zebra"}}}); !errors.Is(err, client.ErrInvalid) {
		t.Errorf("what is not well formed was taken: %v", err)
	}
}

// A register as a whole: read, exported, tried, imported, restored, removed.
func TestWhole(t *testing.T) {
	c, ctx := serving(t, nil), t.Context()
	shop := c.Register("webgems")
	whole, version, err := shop.Read(ctx)
	if err != nil || whole.ID != "webgems" {
		t.Fatal(err)
	}
	var yaml bytes.Buffer
	if exported, err := shop.Export(ctx, true, &yaml); err != nil || exported.Revision != 1 {
		t.Fatal(err)
	}
	changed := bytes.Replace(yaml.Bytes(), []byte("id: mollie"), []byte("id: mollie\n    country: NL"), 1)
	trial, err := shop.Try(ctx, changed, true)
	if err != nil || len(trial.Changes) != 1 || trial.Changes[0].At != "parties/mollie" || trial.Version.Revision != 1 {
		t.Fatalf("trial: %+v, %v", trial, err)
	}
	result, err := shop.Import(ctx, changed, true, version.Tag)
	if err != nil || result.Version.Revision != 2 {
		t.Fatalf("import: %+v, %v", result, err)
	}
	if _, err := shop.Import(ctx, changed, true, version.Tag); !errors.Is(err, client.ErrConflict) {
		t.Errorf("imported over a change: %v", err)
	}
	restored, err := shop.Restore(ctx, 1, result.Version.Tag)
	if err != nil {
		t.Fatal(err)
	}
	again, err := shop.Replace(ctx, whole, restored.Tag)
	if err != nil {
		t.Fatal(err)
	}
	patched, err := shop.Patch(ctx, map[string]any{"organisation": map[string]any{"employees": 3}}, again.Tag)
	if err != nil {
		t.Fatal(err)
	}
	other := c.Register("other")
	if trial, err := other.Try(ctx, []byte("schema: ropa/v1\nid: other\n"), true); err != nil || trial.Version.Tag != client.NoneYet {
		t.Errorf("tried where there is none: %+v, %v", trial, err)
	}
	if _, err := other.Import(ctx, []byte("schema: ropa/v1\nid: other\n"), true, client.NoneYet); err != nil {
		t.Error(err)
	}
	var ids []string
	for one, err := range c.Registers(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, one.ID)
	}
	if !slices.Equal(ids, []string{"other", "webgems"}) {
		t.Errorf("registers %v", ids)
	}
	if err := shop.Delete(ctx, patched.Tag); err != nil {
		t.Error(err)
	}
}

// What is made of a register comes through as it is sent.
func TestResults(t *testing.T) {
	c, ctx := serving(t, nil), t.Context()
	shop := c.Register("webgems")
	n := 0
	for finding, err := range shop.Findings(ctx, client.FindingFilter{AsOf: day, Severity: "error"}) {
		if err != nil || finding.Severity != "error" || finding.Code == "" {
			t.Fatalf("%+v: %v", finding, err)
		}
		n++
	}
	hits := 0
	for hit, err := range shop.Search(ctx, "mollie") {
		if err != nil || hit.At == "" {
			t.Fatalf("%+v: %v", hit, err)
		}
		hits++
	}
	if n == 0 || hits == 0 {
		t.Errorf("%d findings, %d hits", n, hits)
	}
	var document, picture bytes.Buffer
	if _, err := shop.Document(ctx, "processors", client.DocumentOptions{Format: "markdown", Language: "nl", AsOf: day}, &document); err != nil || !strings.Contains(document.String(), "Mollie") {
		t.Errorf("document: %v", err)
	}
	if _, err := shop.Diagram(ctx, client.DocumentOptions{Format: "mermaid", Activity: "payments"}, &picture); err != nil || picture.Len() == 0 {
		t.Errorf("picture: %v", err)
	}
}

// What will not go better another time is not tried again: a server that speaks plain
// HTTP, and one whose certificate is not trusted.
func TestHopeless(t *testing.T) {
	var asked atomic.Int32
	count := func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			asked.Add(1)
		}
	}
	nothing := http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})
	plain, unknown := httptest.NewUnstartedServer(nothing), httptest.NewUnstartedServer(nothing)
	for _, server := range []*httptest.Server{plain, unknown} {
		server.Config.ConnState, server.Config.ErrorLog = count, log.New(io.Discard, "", 0)
	}
	plain.Start()
	defer plain.Close()
	unknown.StartTLS()
	defer unknown.Close()
	for _, address := range []string{strings.Replace(plain.URL, "http:", "https:", 1), unknown.URL} {
		asked.Store(0)
		c, err := client.New(address, client.Retries(3, time.Millisecond))
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := c.Register("webgems").Read(t.Context()); err == nil || asked.Load() != 1 {
			t.Errorf("%s: asked %d times: %v", address, asked.Load(), err)
		}
	}
}

// A create is sent again with the same key; a write that may have been carried out
// is not.
func TestRetries(t *testing.T) {
	var refuse atomic.Int32 // how many requests are refused
	var carried atomic.Bool // whether the refused ones are carried out
	var sent, keys []string
	c := serving(t, func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			sent = append(sent, r.Method)
			keys = append(keys, r.Header.Get("Idempotency-Key"))
			if refuse.Add(-1) < 0 {
				next.ServeHTTP(w, r)
				return
			}
			if carried.Load() {
				next.ServeHTTP(httptest.NewRecorder(), r)
			}
			w.Header().Set("Retry-After", "0")
			w.WriteHeader(http.StatusServiceUnavailable)
		})
	})
	ctx, parties := t.Context(), c.Register("webgems").Parties()
	refuse.Store(3)
	_, version, err := parties.Read(ctx, "mollie")
	if err != nil || len(sent) != 4 {
		t.Errorf("read after %v: %v", sent, err)
	}
	sent, keys = nil, nil
	carried.Store(true)
	refuse.Store(2)
	if _, err := parties.Create(ctx, &register.Party{ID: "courier"}); err != nil || len(sent) != 3 {
		t.Errorf("create after %v: %v", sent, err)
	}
	if keys[0] == "" || keys[0] != keys[1] || keys[1] != keys[2] {
		t.Errorf("keys %q", keys)
	}
	sent = nil
	refuse.Store(1)
	var p *client.Problem
	if _, _, err := parties.Patch(ctx, "mollie", map[string]any{"country": "NL"}, version.Tag); !errors.As(err, &p) || p.Status != http.StatusServiceUnavailable || p.Code != "http" || len(sent) != 1 {
		t.Errorf("a patch was sent again: %v: %v", sent, err)
	}
	sent = nil
	refuse.Store(9)
	if _, _, err := parties.Read(ctx, "mollie"); err == nil || len(sent) != 4 {
		t.Errorf("read in spite of %v", sent)
	}
}

// A wait ends with its context; one that is too long is not begun.
func TestWaits(t *testing.T) {
	wait := "30"
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", wait)
		w.Header().Set("Content-Type", "application/problem+json")
		w.WriteHeader(http.StatusTooManyRequests)
		_, _ = io.WriteString(w, `{"code":"rate-limited","status":429,"title":"Too many requests","type":"/problems/rate-limited"}`)
	}))
	defer server.Close()
	c, err := client.New(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, _, err := c.Register("webgems").Read(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("waited past the context: %v", err)
	}
	wait = "3600"
	var p *client.Problem
	if _, _, err := c.Register("webgems").Read(t.Context()); !errors.As(err, &p) || p.Code != "rate-limited" {
		t.Errorf("a wait of an hour: %v", err)
	}
}

// A token goes with each call, and only where nobody else can read it.
func TestToken(t *testing.T) {
	var got []string
	wrap := func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			got = append(got, r.Header.Get("Authorization"), r.UserAgent())
			next.ServeHTTP(w, r)
		})
	}
	c := serving(t, wrap, client.Token("secret"), client.UserAgent("tests/1"))
	if _, _, err := c.Register("webgems").Read(t.Context()); err != nil || !slices.Equal(got, []string{"Bearer secret", "tests/1"}) {
		t.Errorf("%q, %v", got, err)
	}
	for address, want := range map[string]error{
		"http://ropa.example.org": client.ErrPlain, "https://ropa.example.org/base": nil, "http://[::1]:8080": nil, "http://localhost:1": nil,
		"ropa.example.org": client.ErrAddress, "ftp://ropa.example.org": client.ErrAddress, "https://a:b@ropa.example.org": client.ErrAddress, "https://ropa.example.org?a=b": client.ErrAddress, "http://%zz": client.ErrAddress,
	} {
		if _, err := client.New(address, client.Token("secret")); !errors.Is(err, want) {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// The client does not contain the server.
func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	for path := range strings.Lines(string(out)) {
		path = strings.TrimSpace(path)
		if strings.Contains(path, "/ropa/api/store") || strings.HasSuffix(path, "/ropa/api") || strings.Contains(path, "sqlite") || strings.Contains(path, "/register/document") {
			t.Errorf("it contains %s", path)
		}
	}
}

func TestFaultSaysWhatMayBeMeant(t *testing.T) {
	f := client.Fault{Code: "dangling-reference", At: "activities/a", Detail: "there is no party", Suggestions: []string{"mollie"}}
	if got, want := f.String(), "activities/a: there is no party [dangling-reference]; did you mean mollie?"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
