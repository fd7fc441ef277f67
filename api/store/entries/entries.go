// Package entries takes registers apart into their entries and puts them together
// again, so that a store can keep, and a server change, one entry at a time.
package entries

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
)

// list is what can be done with the entries of one kind.
type list struct {
	// of are the entries of a register, nil where the register has no such list.
	of func(*register.Register) []register.Entity
	// set replaces them; an empty list that is not nil says that there are none.
	set func(*register.Register, []register.Entity)
	// read reads one from its canonical form.
	read func([]byte) (register.Entity, diag.Problems)
}

// entity is a pointer to an entry.
type entity[T any] interface {
	*T
	register.Entity
}

func listOf[T any, P entity[T]](field func(*register.Register) *[]P) list {
	return list{
		of: func(r *register.Register) []register.Entity {
			held := *field(r)
			if held == nil {
				return nil
			}
			all := make([]register.Entity, len(held))
			for i, e := range held {
				all[i] = e
			}
			return all
		},
		set: func(r *register.Register, all []register.Entity) {
			if all == nil {
				*field(r) = nil
				return
			}
			held := make([]P, 0, len(all))
			for _, e := range all {
				held = append(held, e.(P))
			}
			*field(r) = held
		},
		read: func(raw []byte) (register.Entity, diag.Problems) {
			e := P(new(T))
			if problems := register.ReadEntity(raw, e); problems.HasErrors() {
				return nil, problems
			}
			return e, nil
		},
	}
}

// lists are the lists of a register, by kind.
var lists = map[register.Kind]list{
	register.KindActivities:     listOf(func(r *register.Register) *[]*register.Activity { return &r.Activities }),
	register.KindParties:        listOf(func(r *register.Register) *[]*register.Party { return &r.Parties }),
	register.KindAgreements:     listOf(func(r *register.Register) *[]*register.Agreement { return &r.Agreements }),
	register.KindDataCategories: listOf(func(r *register.Register) *[]*register.DataCategory { return &r.DataCategories }),
	register.KindDataSubjects:   listOf(func(r *register.Register) *[]*register.DataSubject { return &r.DataSubjects }),
	register.KindPurposes:       listOf(func(r *register.Register) *[]*register.Purpose { return &r.Purposes }),
	register.KindRetentionRules: listOf(func(r *register.Register) *[]*register.RetentionRule { return &r.RetentionRules }),
	register.KindEvents:         listOf(func(r *register.Register) *[]*register.Event { return &r.Events }),
	register.KindOperations:     listOf(func(r *register.Register) *[]*register.Operation { return &r.Operations }),
	register.KindSystems:        listOf(func(r *register.Register) *[]*register.System { return &r.Systems }),
	register.KindMeasures:       listOf(func(r *register.Register) *[]*register.Measure { return &r.Measures }),
	register.KindDocuments:      listOf(func(r *register.Register) *[]*register.Document { return &r.Documents }),
	register.KindRights:         listOf(func(r *register.Register) *[]*register.Right { return &r.Rights }),
	register.KindNotices:        listOf(func(r *register.Register) *[]*register.Notice { return &r.Notices }),
}

// Of returns the entries of a kind in their order; nil where the register does
// not say, empty where it says that there are none.
func Of(r *register.Register, kind register.Kind) []register.Entity { return lists[kind].of(r) }

// With returns a register that has other entries of a kind. It shares all else
// with the first one, which stays as it is.
func With(r *register.Register, kind register.Kind, all []register.Entity) *register.Register {
	changed := *r
	lists[kind].set(&changed, all)
	return &changed
}

// Read reads an entry from its canonical form. The problems are all that is wrong
// with it; the entity is nil then.
func Read(kind register.Kind, raw []byte) (register.Entity, diag.Problems) {
	return lists[kind].read(raw)
}

// Index returns where an entry stands in a list, -1 where it does not.
func Index(all []register.Entity, key string) int {
	return slices.IndexFunc(all, func(e register.Entity) bool { return e.Key() == key })
}

// At is the address of an entry.
func At(kind register.Kind, key string) string { return string(kind) + "/" + key }

// Parse takes the address of an entry apart.
func Parse(at string) (kind register.Kind, key string, ok bool) {
	k, key, ok := strings.Cut(at, "/")
	_, known := lists[register.Kind(k)]
	return register.Kind(k), key, ok && known && key != ""
}

// Entry is an entry in canonical form at its place.
type Entry struct {
	Kind     register.Kind
	Key      string
	Position int
	Raw      []byte
}

// Split takes a register apart: its own fields, and its entries by kind and
// position. A list that says that there are none stays with the head.
func Split(r *register.Register) (head []byte, all []Entry, err error) {
	own := *r
	for _, kind := range register.Kinds() {
		held := Of(r, kind)
		if len(held) == 0 {
			continue
		}
		lists[kind].set(&own, nil)
		for i, e := range held {
			raw, err := Canonical(e)
			if err != nil {
				return nil, nil, fmt.Errorf("%s: %w", At(kind, e.Key()), err)
			}
			all = append(all, Entry{kind, e.Key(), i, raw})
		}
	}
	head, err = register.Save(&own, register.CanonicalJSON)
	return head, all, err
}

// Join puts a register together; the entries of a kind stand in the order in which
// they are given.
func Join(head []byte, all []Entry) (*register.Register, error) {
	r := new(register.Register)
	if err := json.Unmarshal(head, r); err != nil {
		return nil, fmt.Errorf("head: %w", err)
	}
	by := make(map[register.Kind][]register.Entity)
	for _, entry := range all {
		if _, known := lists[entry.Kind]; !known {
			return nil, fmt.Errorf("%s: there are no such entries", At(entry.Kind, entry.Key))
		}
		e, problems := Read(entry.Kind, entry.Raw)
		if e == nil {
			return nil, fmt.Errorf("%s: %w", At(entry.Kind, entry.Key), problems.Err())
		}
		by[entry.Kind] = append(by[entry.Kind], e)
	}
	for kind, held := range by {
		lists[kind].set(r, held)
	}
	return r, nil
}

// Canonical is an entry in canonical form, as it is stored and hashed.
func Canonical(e register.Entity) ([]byte, error) {
	if m, ok := e.(json.Marshaler); ok { // json.Marshal would look through it all once more
		return m.MarshalJSON()
	}
	return json.Marshal(e)
}
