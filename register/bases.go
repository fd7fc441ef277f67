package register

import (
	"cmp"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/vocabulary"
)

// Bases finds the registers that a register extends: files below a root for the
// command line, the registers of the same tenant for a server. Built-in
// registers are not asked for.
type Bases interface {
	// Base returns the register that another one names under extends. From is
	// the key of the register that names it, "" for the one being resolved.
	// The key that is returned identifies the base, whatever the name by which
	// it was reached. Where there is no such register, r is nil and the
	// problems or the error say why.
	Base(from, name string) (key string, r *Register, src *Source, problems diag.Problems, err error)
}

// commonName is the name of the built-in vocabulary.
const commonName = "common"

// builtIn loads the built-in vocabulary once; every view shares it.
var builtIn = sync.OnceValues(func() (*Register, *Source) {
	r, src, problems := LoadFS(vocabulary.Files, commonName)
	if problems.HasErrors() {
		// The vocabulary is part of the program: a test keeps it whole.
		panic("built-in vocabulary: " + problems.Err().Error())
	}
	return r, src
})

// Common returns the built-in vocabulary, the register that others extend where
// they do not say otherwise. It is shared and must not be changed.
func Common() *Register {
	r, _ := builtIn()
	return r
}

// FileBases returns bases that are files or folders of a file system. Names
// under extends are paths relative to the folder of the register that says so;
// of is the path of the register being resolved. What lies outside the file
// system cannot be reached: the caller decides how wide it is, with os.Root for
// one that no symbolic link leaves. Each is read once. Safe for concurrent use.
func FileBases(fsys fs.FS, of string, options ...Option) Bases {
	return &fileBases{fsys: fsys, of: path.Clean(of), options: options, read: make(map[string]fileBase)}
}

type fileBases struct {
	fsys    fs.FS
	of      string
	options []Option
	// read keeps what was read: many paths may lead to one base.
	read  map[string]fileBase
	mutex sync.Mutex
}

type fileBase struct {
	register *Register
	source   *Source
	problems diag.Problems
}

func (b *fileBases) load(key string) fileBase {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	base, ok := b.read[key]
	if !ok {
		base.register, base.source, base.problems = LoadFS(b.fsys, key, b.options...)
		b.read[key] = base
	}
	return base
}

func (b *fileBases) Base(from, name string) (string, *Register, *Source, diag.Problems, error) {
	if from == "" {
		from = b.of
	}
	dir := from
	if info, err := fs.Stat(b.fsys, from); err != nil || !info.IsDir() {
		dir = path.Dir(from)
	}
	key := path.Join(dir, name)
	if path.IsAbs(name) || !fs.ValidPath(key) {
		return "", nil, nil, nil, errors.New("the path leads outside the folder that may be read")
	}
	base := b.load(key)
	r, src, problems := base.register, base.source, base.problems
	if r == nil && (!problems.HasErrors() || problems[0].Code == diag.PathNotFound) {
		return "", nil, nil, problems, errors.New("no register there")
	}
	return key, r, src, problems, nil
}

// layersOf returns the registers that a register is made of, the nearest first:
// the register, then its bases, of several the last one first, each followed by
// its own. A base reached twice counts where it is farthest, so that what all
// build on lies below all.
func layersOf(r *Register, src *Source, bases Bases) ([]layer, diag.Problems) {
	l := layering{bases: bases}
	l.add("", layer{register: r, source: src}, nil)
	slices.Reverse(l.layers)
	var nearest []layer
	type name struct {
		key     string
		builtIn bool
	}
	seen := make(map[name]bool)
	for _, layer := range l.layers { // farthest first
		if this := (name{layer.key, layer.builtIn}); !seen[this] {
			seen[this] = true
			nearest = append(nearest, layer)
		}
	}
	slices.Reverse(nearest)
	return nearest, l.problems
}

type layering struct {
	bases    Bases
	layers   []layer
	problems diag.Problems
	loaded   map[string]layer
	// asked counts the names that the bases were asked for.
	asked int
}

// maxLayers bounds how many registers one may be made of, paths counted.
const maxLayers = 1000

func (l *layering) add(key string, this layer, path []string) {
	this.key = key
	l.layers = append(l.layers, this)
	path = append(slices.Clone(path), key)
	names := this.register.Extends
	if names == nil {
		names = []string{commonName}
	}
	at := make([]string, len(names))
	var n namer
	for i, name := range names {
		at[i] = join("extends", n.name(name, i))
	}
	for i, name := range slices.Backward(names) {
		l.extend(this, name, at[i], path)
	}
}

// extend adds a base, which stands at an address, with all that it extends.
func (l *layering) extend(this layer, name, at string, path []string) {
	if name == commonName {
		l.extendBuiltIn(this)
		return
	}
	if l.asked++; l.asked > maxLayers+1 {
		return // said once: names multiply from layer to layer
	}
	if !strings.Contains(name, "/") {
		p := l.report(this, at, diag.BaseNotFound, "id", name, "detail", "there is no built-in register of that name", "hint", "built-in-name")
		p.Suggestions = diag.Suggest(name, []string{commonName})
		return
	}
	if l.bases == nil || l.asked > maxLayers {
		detail := "no files can be read here"
		if l.asked > maxLayers {
			detail = "too many registers"
		}
		l.report(this, at, diag.BaseNotFound, "id", name, "detail", detail)
		return
	}
	key, r, src, problems, err := l.bases.Base(this.key, name)
	if err != nil {
		l.report(this, at, diag.BaseNotFound, "id", name, "detail", err.Error())
		return
	}
	if slices.Contains(path, key) {
		l.report(this, at, diag.Cycle, "field", "extends", "path", arrows(append(path[slices.Index(path, key):], key)))
		return
	}
	if _, again := l.loaded[key]; !again {
		for _, p := range problems {
			p.Layer = cmp.Or(p.Layer, name)
			l.problems = append(l.problems, p)
		}
	}
	if r == nil {
		return
	}
	if l.loaded == nil {
		l.loaded = make(map[string]layer)
	}
	base := layer{name: name, register: r, source: src}
	l.loaded[key] = base
	l.add(key, base, path)
}

// report adds a problem of what a register says under extends.
func (l *layering) report(of layer, at string, code diag.Code, args ...string) *diag.Problem {
	p := diag.New(code, at, of.source.Place(at), args...)
	p.Layer = of.name
	l.problems = append(l.problems, p)
	return &l.problems[len(l.problems)-1]
}

func (l *layering) extendBuiltIn(this layer) {
	r, src := builtIn()
	if r == this.register {
		return
	}
	l.layers = append(l.layers, layer{key: commonName, name: commonName, register: r, source: src, builtIn: true})
}
