package cli

import (
	"database/sql"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/sqlite"
	"github.com/openropa/ropa/register"
)

// shopIn makes a store with a register of three revisions.
func shopIn(t *testing.T, path string) {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	base, on := int64(0), time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	for i, c := range []store.Commit{
		{Action: store.Create, Whole: []byte(`{"schema":"ropa/v1","id":"shop","parties":[{"id":"one"}]}`), By: "ann", Reason: "first"},
		{Action: store.Replace, Changes: []store.Change{{At: "parties/one", Before: []byte(`{"id":"one"}`), After: []byte(`{"id":"one","country":"NL"}`)}}, By: "bob"},
		{Action: store.Create, Changes: []store.Change{{At: "parties/two", Position: 1, After: []byte(`{"id":"two"}`)}}, By: "ann"},
	} {
		c.Base, c.On = base, on.Add(time.Duration(i)*time.Minute)
		info, err := s.Commit(t.Context(), store.Key{Register: "shop"}, c)
		if err != nil {
			t.Fatal(err)
		}
		base = info.Revision
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// What a revision did is told in words, and to programs as it is kept.
func TestChanged(t *testing.T) {
	for _, test := range []struct {
		language     register.Language
		format       string
		of           listedRevision
		action, what string
	}{
		{"en", "text", listedRevision{Action: "import", Changes: 53}, "import", "53 changes"},
		{"nl", "text", listedRevision{Action: "import", Changes: 1}, "invoer", "1 wijziging"},
		{"nl", "text", listedRevision{Action: "restore", Changes: 2}, "herstel", "2 wijzigingen"},
		{"nl", "text", listedRevision{Action: "delete", At: "parties/one", Changes: 1}, "verwijder", "parties/one"},
		{"nl", "text", listedRevision{Action: removed}, "register verwijderd", ""},
		{"nl", "csv", listedRevision{Action: "import", Changes: 53}, "import", "53"},
	} {
		action, what := (&app{language: test.language}).changed(&test.of, test.format)
		if action != test.action || what != test.what {
			t.Errorf("%s, %s, %+v: %q, %q", test.language, test.format, test.of, action, what)
		}
	}
}

func tamper(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// expect runs a command and compares its exit status, and what it says with parts
// of it.
func expect(t *testing.T, status int, parts []string, args ...string) string {
	t.Helper()
	out, problems, got := run(nil, args...)
	for _, part := range parts {
		if !strings.Contains(out+problems, part) {
			t.Errorf("%v: %q is not in:\n%s%s", args, part, out, problems)
		}
	}
	if got != status {
		t.Errorf("%v: status %d, want %d: %s", args, got, status, problems)
	}
	return out
}

func TestHistory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ropa.db")
	shopIn(t, path)
	from := []string{"--store", "sqlite:" + path}
	in := func(args ...string) []string { return append(args, from...) }

	list := expect(t, 0, []string{"parties/one", "ann", "bob", "first", "2026-11-22T12:02:00Z"}, in("history", "list", "shop")...)
	if strings.Index(list, "parties/two") > strings.Index(list, "parties/one") {
		t.Errorf("the newest is not first:\n%s", list)
	}
	var revisions []listedRevision
	if err := json.Unmarshal([]byte(expect(t, 0, nil, in("history", "list", "shop", "--format", "json")...)), &revisions); err != nil || len(revisions) != 3 || revisions[0].Revision != 3 {
		t.Errorf("%+v: %v", revisions, err)
	}
	expect(t, 0, []string{"wijzig ", "nieuw"}, in("history", "list", "shop", "--language", "nl")...)
	expect(t, 0, []string{",ann,create,0,first,"}, in("history", "list", "shop", "--format", "csv", "--language", "nl")...)
	expect(t, 0, []string{"revision,when"}, in("history", "list", "shop", "--format", "csv")...)
	expect(t, 0, []string{"shop", "as it was written", revisions[0].Hash[:16]}, in("history", "verify")...)
	expect(t, 0, []string{"zoals het geschreven is"}, in("history", "verify", "shop", "--language", "nl")...)
	expect(t, 0, []string{revisions[0].Hash}, in("history", "verify", "--format", "csv")...)
	expect(t, 2, []string{`"none"`}, in("history", "verify", "none")...)
	expect(t, 2, []string{`"none"`}, in("history", "list", "none")...)
	expect(t, 2, []string{`"shop"`}, in("history", "list", "shop", "--tenant", "other")...)
	expect(t, 2, []string{"list, verify"}, in("history", "forget")...)
	expect(t, 2, []string{"--store"}, "history", "verify")
	missing := path + ".none"
	expect(t, 2, []string{"there is no store"}, "history", "verify", "--store", "sqlite:"+missing)
	if _, err := os.Stat(missing); err == nil {
		t.Error("a store was made where there was none")
	}

	tamper(t, path, `UPDATE revisions SET made_by = 'eve' WHERE number = 2`)
	expect(t, 1, []string{"shop: the history cannot be relied on: revision 2 is not what was written"}, in("history", "verify")...)
	var told []verified
	if err := json.Unmarshal([]byte(expect(t, 1, nil, in("history", "verify", "--format", "json")...)), &told); err != nil || len(told) != 1 || told[0].Problem != "revision 2 is not what was written" || told[0].Code != store.RevisionChanged {
		t.Errorf("%+v: %v", told, err)
	}
	expect(t, 1, []string{"shop: de geschiedenis is niet betrouwbaar: revisie 2 is niet wat er geschreven is"}, in("history", "verify", "--language", "nl")...)
	tamper(t, path, `DELETE FROM entries WHERE kind = 'register'`)
	tamper(t, path, `UPDATE revisions SET made_by = 'bob' WHERE number = 2`)
	expect(t, 1, []string{"what the register says now cannot be read"}, in("history", "verify")...)
	tamper(t, path, `DELETE FROM registers`)
	expect(t, 1, []string{"shop: the history cannot be relied on: the register is gone"}, in("history", "verify")...)
}

// Each way in which a history is wrong has words, with its numbers.
func TestTampering(t *testing.T) {
	left := []string{"entries", "revisions", "changes", "copies", "approvals"}
	for _, language := range []register.Language{"en", "nl"} {
		a, said := &app{language: language}, make(map[string]bool)
		for i, code := range store.TamperCodes() {
			told := a.tampering(&store.TamperedError{Code: code, Revision: 11, Approval: 12, Reached: 13, At: "parties/one", Table: left[i%len(left)]})
			if strings.Contains(told, string(code)) || strings.ContainsAny(told, "{}%") || said[told] {
				t.Errorf("%s in %s: %s", code, language, told)
			}
			said[told] = true
		}
		if want := len(store.TamperCodes()); len(said) != want || len(wordsOfTampering) != want+len(left) {
			t.Errorf("%d sentences and %d words for %d codes", len(said), len(wordsOfTampering), want)
		}
		for _, table := range left {
			if told := a.tampering(&store.TamperedError{Code: store.LeftBehind, Revision: 11, Table: table}); !strings.Contains(told, "11") || strings.Contains(told, "left.") {
				t.Errorf("%s in %s: %s", table, language, told)
			}
		}
	}
	braces := regexp.MustCompile(`{[a-z]+}`)
	for code, words := range wordsOfTampering {
		en, nl := braces.FindAllString(words[0], -1), braces.FindAllString(words[1], -1)
		if !slices.Equal(en, nl) {
			t.Errorf("%s says %q in English and %q in Dutch", code, en, nl)
		}
	}
}

// What was kept tells of a history that was written anew, though its hashes agree.
func TestHistoryKept(t *testing.T) {
	dir := t.TempDir()
	key := store.Key{Register: "shop"}
	kept := func(name, path string) string {
		t.Helper()
		file := filepath.Join(dir, name+".json")
		out := expect(t, 0, nil, "history", "verify", "--format", "json", "--store", "sqlite:"+path)
		if err := os.WriteFile(file, []byte(out), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	acted := func(path string, act func(*sqlite.Store) error) {
		t.Helper()
		s, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(act(s), s.Close()); err != nil {
			t.Fatal(err)
		}
	}
	approved := func(path string, number int64, by string) {
		t.Helper()
		acted(path, func(s *sqlite.Store) error {
			return s.Approve(t.Context(), key, store.Approval{Revision: number, By: by, On: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)})
		})
	}
	removed := func(path string, newest int64) {
		t.Helper()
		acted(path, func(s *sqlite.Store) error {
			return s.Remove(t.Context(), key, store.Removal{Revision: newest, By: "ann", Reason: "sold", On: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)})
		})
	}
	verify := func(status int, path, file, part string) {
		t.Helper()
		expect(t, status, []string{part}, "history", "verify", "--store", "sqlite:"+path, "--kept", file)
	}

	path := filepath.Join(dir, "ropa.db")
	shopIn(t, path)
	none := kept("none", path)
	approved(path, 1, "eve")
	once := kept("once", path)
	approved(path, 2, "dan")
	twice := kept("twice", path)
	var told []verified
	if err := json.Unmarshal([]byte(expect(t, 0, nil, "history", "verify", "--format", "json", "--store", "sqlite:"+path)), &told); err != nil || len(told) != 1 || told[0].Approved != 2 || told[0].Approvals != 2 || told[0].Approval == "" {
		t.Errorf("%+v: %v", told, err)
	}
	for _, file := range []string{none, once, twice} {
		verify(0, path, file, "as it was written")
	}

	// Another history of the same registers.
	other := filepath.Join(dir, "other.db")
	shopIn(t, other)
	verify(0, other, none, "as it was written")
	verify(1, other, once, "approval 1, which was kept, is gone")
	approved(other, 1, "mallory")
	verify(1, other, once, "approval 1 is not what was kept")
	verify(1, other, twice, "approval 2, which was kept, is gone")
	tamper(t, other, `DELETE FROM registers`)
	verify(1, other, none, "the register is gone")
	for _, table := range []string{"entries", "revisions", "changes", "copies", "approvals"} {
		tamper(t, other, `DELETE FROM `+table)
	}
	verify(1, other, none, "revision 3, which was kept, is gone")
	expect(t, 2, []string{"is not what"}, "history", "verify", "--store", "sqlite:"+path, "--kept", path)
	expect(t, 2, []string{"cannot be read"}, "history", "verify", "--store", "sqlite:"+path, "--kept", path+".none")

	// What was removed leaves that, and who did it.
	removed(path, 3)
	for _, file := range []string{none, once, twice} {
		verify(0, path, file, "removed on 2026-11-24 by ann")
		verify(0, path, file, "shop: removed since what was kept, at revision 3, on 2026-11-24 by ann")
		expect(t, 0, []string{`"removedSince": true`}, "history", "verify", "--store", "sqlite:"+path, "--kept", file, "--format", "json")
	}
	gone := kept("gone", path)
	if out, problems, _ := run(nil, "history", "verify", "--store", "sqlite:"+path, "--kept", gone); problems != "" || !strings.Contains(out, "removed on") {
		t.Errorf("that was kept already: %s%s", out, problems)
	}
	expect(t, 0, []string{"remove", "sold", "ann"}, "history", "list", "shop", "--store", "sqlite:"+path)
	verify(0, path, gone, "removed on 2026-11-24 by ann")
	shopIn(t, path)
	expect(t, 0, []string{"parties/two", "remove", "sold"}, "history", "list", "shop", "--store", "sqlite:"+path)
	for _, file := range []string{none, once, twice, gone} {
		verify(0, path, file, "as it was written; one of this name was")
	}
	anew := kept("anew", path)
	removed(path, 6)
	verify(0, path, anew, "removed on 2026-11-24 by ann")
	tamper(t, path, `DELETE FROM removals WHERE revision = 6`)
	verify(1, path, anew, "revision 6, which was kept, is gone")
	shopIn(t, path)
	tamper(t, path, `DELETE FROM removals`)
	verify(1, path, gone, "revision 1 is missing")
}

// A backup is a store: restoring is to put it in its place.
func TestBackup(t *testing.T) {
	dir := t.TempDir()
	path, copied := filepath.Join(dir, "ropa.db"), filepath.Join(dir, "copy.db")
	shopIn(t, path)
	expect(t, 0, nil, "backup", "--store", "sqlite:"+path, "-o", copied)
	expect(t, 2, []string{"is there already"}, "backup", "--store", "sqlite:"+path, "-o", copied)
	expect(t, 2, []string{"-o"}, "backup", "--store", "sqlite:"+path)
	expect(t, 2, []string{"cannot be written"}, "backup", "--store", "sqlite:"+path, "-o", filepath.Join(dir, "none", "copy.db"))
	tamper(t, path, `DELETE FROM revisions`)
	expect(t, 1, []string{"revision 1 is missing"}, "history", "verify", "shop", "--store", "sqlite:"+path)

	var err error
	for _, end := range []string{"-wal", "-shm"} {
		if gone := os.Remove(path + end); !errors.Is(gone, os.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}
	if err := errors.Join(err, os.Rename(copied, path)); err != nil {
		t.Fatal(err)
	}
	expect(t, 0, []string{"as it was written"}, "history", "verify", "shop", "--store", "sqlite:"+path)
}
