package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/words"
)

// entityPage is a page of entries in canonical form, whatever their kind. The
// bytes of the entries are put together as they are: they are made once for each.
func entityPage(bodies [][]byte, total int, next string, header http.Header) *content {
	size := len(next) + 64
	for _, body := range bodies {
		size += len(body)
	}
	b := make([]byte, 0, size)
	b = append(b, `{"items":[`...)
	for i, body := range bodies {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, bytes.TrimSuffix(body, []byte("\n"))...)
	}
	b = fmt.Appendf(b, `],"total":%d`, total)
	if next != "" {
		b = fmt.Appendf(b, `,"next":%q`, next) // letters, digits, - and _
	}
	return &content{mediaType: "application/json", body: append(b, "}\n"...), header: header}
}

// listEntities lists the entries of a kind.
func (s service) listEntities(w http.ResponseWriter, r *http.Request, id string, kind register.Kind) {
	a, query, ok := s.about(w, r, id)
	if !ok {
		return
	}
	s.answer(a, func() (*content, error) {
		all := a.snap.chosen(kind, query)
		p, fault := pageOf(query, listed(a.r, a.snap.Tag), len(all))
		if fault != nil {
			return nil, fault
		}
		bodies, err := a.snap.canonicalEntries(kind, all[p.from:p.to])
		if err != nil {
			return nil, err
		}
		header := http.Header{}
		next := p.next(header, len(all))
		return entityPage(bodies, len(all), next, header), nil
	})
}

// entities are the entries of a kind in the order of the register: its own, or with
// those that it inherits. The caller does not change them.
func (s *snapshot) entities(kind register.Kind, inherited bool) []register.Entity {
	if inherited {
		return s.view.Entities(kind)
	}
	if known, ok := s.own.Load(kind); ok {
		return known.([]register.Entity)
	}
	own := slices.DeleteFunc(slices.Clone(s.view.Entities(kind)), func(e register.Entity) bool { return !ownEntry(s.view, kind, e.Key()) })
	s.own.Store(kind, own)
	return own
}

// chosen are the entries of a kind that a query asks for, in the order of the
// register.
func (s *snapshot) chosen(kind register.Kind, query url.Values) []register.Entity {
	all := s.entities(kind, query.Get("inherited") == "true")
	status, role, q := query.Get("status"), query.Get("role"), query.Get("q")
	if status == "" && role == "" && q == "" {
		return all
	}
	var some []register.Entity
	for _, e := range all {
		if activity, ok := e.(*register.Activity); ok && !activityIs(activity, status, role) {
			continue
		}
		if q != "" && !holds(q, namesOf(e)...) {
			continue
		}
		some = append(some, e)
	}
	return some
}

// ownEntry reports whether the register itself has an entry, not one that it
// extends.
func ownEntry(view *register.View, kind register.Kind, id string) bool {
	layer, ok := view.Layer(kind, id)
	return !ok || layer == ""
}

// namesOf are the words by which an entry is found.
func namesOf(e register.Entity) []string {
	names := []string{e.Key()}
	for _, text := range words.NameOf(e) {
		names = append(names, text)
	}
	return names
}

// activityIs reports whether an activity is in one of some states, "" for any,
// and in a role.
func activityIs(a *register.Activity, status, role string) bool {
	state := string(a.Status)
	if state == "" {
		state = string(register.StatusActive)
	}
	own := string(a.Role)
	if own == "" {
		own = string(register.ActivityRoleController)
	}
	return (status == "" || slices.Contains(strings.Split(status, ","), state)) && (role == "" || role == own)
}

// readEntity reads one entry. Its tag is that of its contents, so that a change
// elsewhere in the register does not get in the way of a write.
func (s service) readEntity(w http.ResponseWriter, r *http.Request, id string, kind register.Kind, key string) {
	a, _, ok := s.about(w, r, id)
	if !ok {
		return
	}
	e := a.snap.view.Lookup(kind, key)
	if e == nil {
		s.fail(w, r, noEntry(a.snap.view, kind, key))
		return
	}
	body, tag, err := a.snap.canonicalEntry(kind, e)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	found := newAnswer(&content{mediaType: "application/json", body: body}, tag, a.snap.Revision)
	s.kept.put(s.asked(r, a.snap.Tag), found)
	s.sendAnswer(w, r, found)
}

// noEntry is the problem of an identifier that there is not.
func noEntry(view *register.View, kind register.Kind, key string) *problem {
	return sorry(notFound, "The register has no entry of this kind and identifier.").
		about("id", "unknown-id", "There is no such entry.", view.Suggest(key, kind))
}

// entry is an entry in canonical form with its tag.
type entry struct {
	of   register.Entity
	body []byte
	tag  string
}

// canonicalEntry is an entry in canonical form with a line end, and its tag; made
// once.
func (s *snapshot) canonicalEntry(kind register.Kind, e register.Entity) (body []byte, tag string, err error) {
	at := string(kind) + "/" + e.Key()
	if known, ok := s.entries.Load(at); ok {
		if made := known.(entry); made.of == e {
			return made.body, made.tag, nil
		}
	}
	body, err = canonicalBytes(e)
	if err != nil {
		return nil, "", fmt.Errorf("%s: %w", at, err)
	}
	made := entryOf(e, body)
	s.entries.Store(at, made)
	return made.body, made.tag, nil
}

// entryOf is an entry of its canonical form.
func entryOf(e register.Entity, canonical []byte) entry {
	sum := sha256.Sum256(canonical)
	return entry{e, append(slices.Clip(canonical), '\n'), hex.EncodeToString(sum[:12])}
}

// learn takes what a commit made of entries, which is in canonical form, so that it
// is not made again.
func (s *snapshot) learn(changes []store.Change) {
	for _, c := range changes {
		kind, id, _ := strings.Cut(c.At, "/")
		e := s.view.Lookup(register.Kind(kind), id)
		if c.After == nil || e == nil || register.Kind(kind) == register.KindRights { // of these several may have one name
			continue
		}
		s.entries.Store(c.At, entryOf(e, c.After))
	}
}

// manyEntries is how many entries are enough for several processors.
const manyEntries = 64

// canonicalEntries are some entries in canonical form.
func (s *snapshot) canonicalEntries(kind register.Kind, of []register.Entity) ([][]byte, error) {
	bodies := make([][]byte, len(of))
	each := len(of)
	if each > manyEntries {
		each = max(manyEntries, (len(of)+runtime.GOMAXPROCS(0)-1)/runtime.GOMAXPROCS(0))
	}
	var g errgroup.Group
	for from := 0; from < len(of); from += each {
		g.Go(func() (err error) {
			for i := from; i < min(from+each, len(of)) && err == nil; i++ {
				bodies[i], _, err = s.canonicalEntry(kind, of[i])
			}
			return err
		})
	}
	return bodies, g.Wait()
}

// handOn gives what was made of the entries to the next version, as far as it has
// the same.
func (s *snapshot) handOn(to *snapshot) {
	s.entries.Range(func(at, made any) bool {
		kind, id, _ := strings.Cut(at.(string), "/")
		if of := to.view.Lookup(register.Kind(kind), id); of != nil && of == made.(entry).of {
			to.entries.Store(at, made)
		}
		return true
	})
	s.texts.Range(func(e, made any) bool {
		of := e.(register.Entity)
		if to.view.Lookup(made.(*entryTexts).kind, of.Key()) == of {
			to.texts.Store(e, made)
		}
		return true
	})
}
