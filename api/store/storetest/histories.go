package storetest

import (
	"database/sql"
	"errors"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/entries"
	"github.com/openropa/ropa/register"
)

// Histories makes histories at random in an empty store in tables. As long as nobody
// changes rows behind its back, each verifies and leads on from all that was kept of
// it; whoever changes one column of one row is found out. The tables are those of db,
// whose statements number their arguments after mark.
func Histories(t *testing.T, s store.Store, db *sql.DB, mark string) {
	t.Helper()
	k := &kit{T: t, store: s, ctx: t.Context(), at: time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)}
	h := &histories{kit: k, random: rand.New(rand.NewPCG(26, 11)), kept: make(map[store.Key][]store.Kept)}
	for i := range 4 {
		h.keys = append(h.keys, store.Key{Tenant: "a", Register: "r" + strconv.Itoa(i)})
	}
	for range 150 {
		h.step()
	}
	removals := 0
	for _, key := range h.keys {
		all, err := s.Removals(k.ctx, key)
		k.must(err)
		removals += len(all)
		if _, err := s.Head(k.ctx, key, store.Version{}); err != nil {
			h.create(key)
		}
	}
	if removals < 2 || len(h.approvals()) < 4 {
		t.Fatalf("%d removals and %d approvals: the histories hold too little", removals, len(h.approvals()))
	}
	(&sweep{histories: h, db: db, mark: mark}).tables()
}

// histories makes them.
type histories struct {
	*kit
	random *rand.Rand
	keys   []store.Key
	// kept are the ends that each had.
	kept map[store.Key][]store.Kept
}

// step does something to one of the registers, and verifies all.
func (h *histories) step() {
	h.Helper()
	key := h.keys[h.random.IntN(len(h.keys))]
	read, err := h.store.Read(h.ctx, key, store.Version{})
	if errors.Is(err, store.ErrNotFound) {
		h.create(key)
		h.sound()
		return
	}
	h.must(err)
	r := read.View.Register()
	switch n := h.random.IntN(20); {
	case n < 9:
		h.entry(key, read.Revision, r)
	case n < 11:
		h.head(key, read.Revision, r)
	case n < 13:
		h.whole(key, read.Revision)
	case n < 19:
		h.allowed(h.approved(key, read.Revision-h.random.Int64N(2), []string{"ann", "dan", "eva"}[h.random.IntN(3)]), store.ErrOwnWork, store.ErrNotFound, store.ErrChanged)
	default:
		h.allowed(h.removed(key, read.Revision), store.ErrExtended)
	}
	h.sound()
}

// allowed stops at an error that is none of some.
func (h *histories) allowed(err error, some ...error) {
	h.Helper()
	if !slices.ContainsFunc(some, func(one error) bool { return errors.Is(err, one) }) {
		h.must(err)
	}
}

func (h *histories) person() string { return []string{"ann", "bob", "cid"}[h.random.IntN(3)] }

// register is one with some parties, which extends some of those before it.
func (h *histories) register(key store.Key) *register.Register {
	r := &register.Register{Schema: "ropa/v1", ID: key.Register}
	for _, i := range h.random.Perm(6)[:h.random.IntN(5)] {
		r.Parties = append(r.Parties, &register.Party{ID: "p" + strconv.Itoa(i)})
	}
	for _, other := range h.keys[:slices.Index(h.keys, key)] {
		if h.random.IntN(2) == 0 {
			r.Extends = append(r.Extends, "../"+other.Register+".yaml")
		}
	}
	return r
}

func (h *histories) commit(key store.Key, c store.Commit) {
	h.Helper()
	c.By, c.Reason, c.On = h.person(), "", h.tick()
	_, err := h.store.Commit(h.ctx, key, c)
	h.must(err)
}

func (h *histories) create(key store.Key) {
	h.Helper()
	r := h.register(key)
	whole, err := register.Save(r, register.CanonicalJSON)
	h.must(err)
	h.commit(key, store.Commit{Action: store.Create, Whole: whole, Extends: r.Extends})
}

// entry adds, changes or removes a party.
func (h *histories) entry(key store.Key, base int64, r *register.Register) {
	h.Helper()
	all := entries.Of(r, register.KindParties)
	c := store.Commit{Base: base, Action: store.Replace, Extends: r.Extends}
	if at := h.random.IntN(len(all) + 1); at == len(all) {
		id := "n" + strconv.FormatInt(base, 10)
		c.Changes = []store.Change{{At: "parties/" + id, Position: h.random.IntN(len(all) + 1), After: party(id, "")}}
	} else {
		id := all[at].Key()
		before, err := entries.Canonical(all[at])
		h.must(err)
		change := store.Change{At: "parties/" + id, Position: at, Before: before}
		if h.random.IntN(3) > 0 {
			change.After = party(id, []string{"NL", "BE", "DE"}[h.random.IntN(3)])
		}
		c.Changes = []store.Change{change}
	}
	h.commit(key, c)
}

// head changes the register's own fields.
func (h *histories) head(key store.Key, base int64, r *register.Register) {
	h.Helper()
	before, _, err := entries.Split(r)
	h.must(err)
	other := *r
	other.Language = []register.Language{"nl", "en", "de"}[h.random.IntN(3)]
	after, _, err := entries.Split(&other)
	h.must(err)
	h.commit(key, store.Commit{Base: base, Action: store.Replace, Extends: r.Extends, Changes: []store.Change{{At: store.AtHead, Before: before, After: after}}})
}

// whole puts another register in the place of one.
func (h *histories) whole(key store.Key, base int64) {
	h.Helper()
	r := h.register(key)
	whole, err := register.Save(r, register.CanonicalJSON)
	h.must(err)
	c := store.Commit{Base: base, Action: store.Import, Whole: whole, Extends: r.Extends}
	for i, p := range r.Parties {
		c.Changes = append(c.Changes, store.Change{At: "parties/" + p.ID, Position: i, After: party(p.ID, "")})
	}
	h.commit(key, c)
}

// sound verifies all registers, and holds them against all that was kept.
func (h *histories) sound() {
	h.Helper()
	if err := h.verify(); err != nil {
		h.Fatal(err)
	}
	for _, key := range h.keys {
		for _, before := range h.kept[key] {
			if err := store.LeadsOn(h.ctx, h.store, key, before); err != nil {
				h.Fatalf("%s does not lead on from %+v: %v", key.Register, before, err)
			}
		}
		h.keep(key)
	}
}

// verify verifies all registers that the store knows of.
func (h *histories) verify() error {
	h.Helper()
	all, err := h.store.(keeper).Keys(h.ctx)
	h.must(err)
	for _, key := range all {
		if err := h.store.Verify(h.ctx, key); err != nil {
			return err
		}
	}
	return nil
}

// keep keeps the ends of a history.
func (h *histories) keep(key store.Key) {
	h.Helper()
	var now store.Kept
	removals, err := h.store.Removals(h.ctx, key)
	h.must(err)
	if len(removals) > 0 {
		now.Revision, now.Hash = removals[0].Revision, removals[0].Hash
	}
	newest, _, err := h.store.Revisions(h.ctx, key, store.RevisionQuery{Most: 1})
	h.must(err)
	if len(newest) > 0 {
		now.Revision, now.Hash = newest[0].Number, newest[0].Hash
	}
	all, err := h.store.Approvals(h.ctx, key)
	h.must(err)
	if len(all) > 0 {
		now.Approved, now.Approvals, now.Approval = all[0].Revision, all[0].Number, all[0].Hash
	}
	if before := h.kept[key]; now.Revision > 0 && (len(before) == 0 || before[len(before)-1] != now) {
		h.kept[key] = append(before, now)
	}
}

func (h *histories) approvals() (all []store.Approval) {
	h.Helper()
	for _, key := range h.keys {
		of, err := h.store.Approvals(h.ctx, key)
		h.must(err)
		all = append(all, of...)
	}
	return all
}
