// Package store says what the server needs of a place that keeps registers. The
// packages below it are such places: a folder, SQLite, PostgreSQL.
package store

import (
	"context"
	"errors"
	"path"
	"strings"
	"time"

	"github.com/openropa/ropa/register"
)

// The errors of stores. What else goes wrong is the store's own trouble.
var (
	// ErrNotFound tells that there is no such register, or no such version of it.
	ErrNotFound = errors.New("no such register")
	// ErrReadOnly tells that the store cannot be written to.
	ErrReadOnly = errors.New("the store is read-only")
	// ErrUnavailable tells that the store cannot be reached, or is too busy. Whether
	// a write was made is not known then; whoever asks again is told.
	ErrUnavailable = errors.New("the store cannot be reached")
)

// Key names a register of a tenant. Tenants see nothing of one another.
type Key struct{ Tenant, Register string }

// Info is what is known of a register without reading it.
type Info struct {
	Key
	// Revision is the number of the version, counted from 1; 0 where the store keeps
	// none.
	Revision int64
	// Tag tells this version from every other one of the register, the registers
	// that it extends included: it changes when any of them does.
	Tag string
	// Changed is when it was last changed.
	Changed time.Time
}

// Version says which version of a register is meant: by its number, or as it was
// at a time, or as it was last approved; none of these: the newest. The newest is
// read with what it extends as that is now; one by its number with that as it was
// when the revision was made; one at a time with that as it was then; the approved
// one with that as it was when it was approved.
type Version struct {
	Revision int64
	At       time.Time
	Approved bool
}

// Newest reports whether the newest version is meant.
func (v Version) Newest() bool { return v == Version{} }

// Copy is a register as a store has it, with all that it inherits.
type Copy struct {
	Info
	View *register.View
	// Size is about how many bytes the register has in canonical form, with all that
	// it inherits.
	Size int
}

// Reader is a place that registers can be read from. It is safe for concurrent
// use.
type Reader interface {
	// List returns the registers of a tenant, ordered by identifier.
	List(ctx context.Context, tenant string) ([]Info, error)
	// Head returns what is known of a version of a register: cheap, for it is asked
	// before each answer. The error is ErrNotFound where there is none.
	Head(ctx context.Context, key Key, v Version) (Info, error)
	// Read returns a version of a register. The error is ErrNotFound where there is
	// none.
	Read(ctx context.Context, key Key, v Version) (*Copy, error)
	// Outlines returns registers of a tenant in their newest version, by identifier,
	// for lists of many: with identifier, name, language and the name of the
	// organisation; all else may be missing. What there is not is left out.
	Outlines(ctx context.Context, tenant string, ids []string) (map[string]*register.Register, error)
	// Ready tells why the store cannot be read, nil where it can.
	Ready(ctx context.Context) error
	// Close ends its work.
	Close() error
}

// Follower is a store that finds the way from one version of a register to the
// newest: where little changed that is much less work than reading it.
type Follower interface {
	// Follow returns the newest version of a register of which an older one is at
	// hand. It shares what did not change. The error is ErrNotFound where there is
	// no such register any more.
	Follow(ctx context.Context, older *Copy) (*Copy, error)
}

type freshKey struct{}

// Fresh returns a context in which a store answers from what is there now, not
// from what it remembers: a write rests on the newest revision.
func Fresh(ctx context.Context) context.Context { return context.WithValue(ctx, freshKey{}, true) }

// IsFresh reports whether the context came from Fresh.
func IsFresh(ctx context.Context) bool { return ctx.Value(freshKey{}) != nil }

// BaseIDs are the identifiers of the registers of a tenant that another one names
// under extends. A name without a slash is none of them: it is built in, also where
// a register is called like it.
func BaseIDs(extends []string) []string {
	var ids []string
	for _, name := range extends {
		if strings.Contains(name, "/") {
			ids = append(ids, BaseID(name))
		}
	}
	return ids
}

// BaseID is the identifier of the register of a tenant that another one names
// under extends, as a path: ../group.yaml and ./group are the register group.
func BaseID(name string) string {
	name = path.Base(name)
	return strings.TrimSuffix(name, path.Ext(name))
}
