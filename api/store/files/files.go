// Package files is a store that reads registers from files and folders, as the
// command line does. It cannot be written to; what people change in the files is
// read again.
package files

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
)

// Store serves registers from files.
type Store struct {
	registers map[string]*watched
	ids       []string
	// every is how old a look at the files may be.
	every time.Duration
	now   func() time.Time
}

// Options say how files are read.
type Options struct {
	// Load reads the register at a path. Required.
	Load func(path string) *Loaded
	// Every is how old a look at the files may be; a second where it is zero.
	Every time.Duration
	// Changed is told of each reading after the first, with the problems that kept
	// the register as it was; may be nil.
	Changed func(id string, problems diag.Problems)
}

// Loaded is a register as it was read.
type Loaded struct {
	// View is nil where the register is not well formed.
	View *register.View
	// Problems are those of reading and of resolving.
	Problems diag.Problems
	// Files are those of the register and of the registers that it extends.
	Files []string
}

// A ProblemsError tells that a register is not well formed.
type ProblemsError struct {
	Path     string
	Problems diag.Problems
}

// Error says how many problems there are.
func (e *ProblemsError) Error() string {
	return fmt.Sprintf("%s: not a well-formed register (%d problems)", e.Path, len(e.Problems))
}

// Unwrap returns the error of the problems: errors.As finds the first of them.
func (e *ProblemsError) Unwrap() error { return e.Problems.Err() }

// A TwiceError tells that two paths hold registers of one identifier.
type TwiceError struct{ ID, One, Other string }

// Error says which.
func (e *TwiceError) Error() string {
	return fmt.Sprintf("%s and %s both hold the register %q", e.One, e.Other, e.ID)
}

// Open reads the registers at some paths. A register without an identifier has
// that of its folder or file. The error is a *ProblemsError or a *TwiceError.
func Open(o Options, paths ...string) (*Store, error) {
	s := &Store{registers: make(map[string]*watched), every: o.Every, now: time.Now}
	if s.every == 0 {
		s.every = time.Second
	}
	for _, path := range paths {
		w := &watched{path: path, load: o.Load, changed: o.Changed}
		if problems := w.read(); w.copy == nil {
			return nil, &ProblemsError{path, problems}
		}
		w.id = w.copy.View.Register().ID
		if w.id == "" {
			w.id = named(path)
		}
		if first := s.registers[w.id]; first != nil {
			return nil, &TwiceError{w.id, first.path, path}
		}
		s.registers[w.id] = w
		s.ids = append(s.ids, w.id)
	}
	slices.Sort(s.ids)
	return s, nil
}

// named is the identifier that a path gives.
func named(path string) string {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	name := filepath.Base(path)
	return strings.ToLower(strings.TrimSuffix(name, filepath.Ext(name)))
}

// List returns all registers. They belong to the tenant ""; others have none.
func (s *Store) List(ctx context.Context, tenant string) ([]store.Info, error) {
	if tenant != "" {
		return nil, nil
	}
	all := make([]store.Info, 0, len(s.ids))
	for _, id := range s.ids {
		info, err := s.Head(ctx, store.Key{Register: id}, store.Version{})
		if err != nil {
			return nil, err
		}
		all = append(all, info)
	}
	return all, nil
}

// Head returns what is known of a register. There are no versions but the newest.
func (s *Store) Head(ctx context.Context, key store.Key, v store.Version) (store.Info, error) {
	copied, err := s.Read(ctx, key, v)
	if err != nil {
		return store.Info{}, err
	}
	return copied.Info, nil
}

// Read returns a register as it stands in its files now.
func (s *Store) Read(_ context.Context, key store.Key, v store.Version) (*store.Copy, error) {
	w := s.registers[key.Register]
	if w == nil || key.Tenant != "" || !v.Newest() {
		return nil, store.ErrNotFound
	}
	return w.current(key, s.now(), s.every), nil
}

// Outlines returns registers as they stand in their files now.
func (s *Store) Outlines(ctx context.Context, tenant string, ids []string) (map[string]*register.Register, error) {
	all := make(map[string]*register.Register, len(ids))
	for _, id := range ids {
		if copied, err := s.Read(ctx, store.Key{Tenant: tenant, Register: id}, store.Version{}); err == nil {
			all[id] = copied.View.Register()
		}
	}
	return all, nil
}

// Ready is always nil: what was read stays readable.
func (s *Store) Ready(context.Context) error { return nil }

// Close does nothing.
func (s *Store) Close() error { return nil }

// watched is a register whose files are looked at.
type watched struct {
	path, id string
	load     func(string) *Loaded
	changed  func(string, diag.Problems)

	mu     sync.Mutex
	copy   *store.Copy
	files  []string
	stamp  string // of the files, as last read
	looked time.Time
}

// current returns the register, read again where its files have changed. Where it
// is not well formed any more, it stays as it was.
func (w *watched) current(key store.Key, now time.Time, every time.Duration) *store.Copy {
	w.mu.Lock()
	defer w.mu.Unlock()
	if now.Sub(w.looked) >= every {
		if stamp := stampOf(w.path, w.files); stamp != w.stamp {
			problems := w.read()
			if w.changed != nil {
				w.changed(w.id, problems)
			}
		}
		w.looked = now
	}
	copied := *w.copy
	copied.Key = key
	return &copied
}

// read reads the register. The stamp is taken before, so that a change during the
// reading is seen at the next look.
func (w *watched) read() diag.Problems {
	stamp := stampOf(w.path, w.files)
	l := w.load(w.path)
	w.stamp = stamp
	if l.View == nil {
		return l.Problems
	}
	if w.files == nil {
		w.stamp = stampOf(w.path, l.Files)
	}
	w.files = l.Files
	w.copy = &store.Copy{Info: store.Info{Tag: tagOf(w.stamp), Changed: newest(l.Files)}, View: l.View, Size: sizeOf(l.Files)}
	return l.Problems
}

// newest is when the newest of the files was written.
func newest(files []string) time.Time {
	var at time.Time
	for _, name := range files {
		if info, err := os.Stat(name); err == nil && info.ModTime().After(at) {
			at = info.ModTime()
		}
	}
	return at.UTC()
}
