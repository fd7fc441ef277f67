package register

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/tree"
)

// Option changes how Load and Parse read.
type Option func(*options)

type options struct {
	canonical bool
	pointers  bool
	limits    tree.Limits
	// shown makes the name of a file as it stands in places.
	shown func(string) string
}

func optionsOf(opts []Option) options {
	o := options{limits: tree.DefaultLimits}
	for _, set := range opts {
		set(&o)
	}
	return o
}

// Canonical makes the reader take the canonical form only, as it stands in the
// JSON Schema: lists are lists, texts are maps by language, nothing stands for
// something else. Problems then carry JSON pointers, as Pointers makes them.
func Canonical() Option { return func(o *options) { o.canonical, o.pointers = true, true } }

// Pointers is for a text that somebody submitted and will look into again:
// problems then carry JSON pointers into it, in YAML too, and the Source of Parse
// tells those of addresses.
func Pointers() Option { return func(o *options) { o.pointers = true } }

// MaxBytes sets the greatest size of a file in bytes; 32 MiB where it is not
// set or n is not positive.
func MaxBytes(n int64) Option {
	return func(o *options) {
		if n > 0 {
			o.limits.Bytes = min(n, 1<<40)
		}
	}
}

// ShowFiles says how LoadFS and FileBases show the names of files in places, for
// a file system whose names are not those that people know.
func ShowFiles(shown func(name string) string) Option {
	return func(o *options) { o.shown = shown }
}

// maxParts bounds the files of a folder.
const maxParts = 10_000

// Load reads the register at a path: a file (.yaml, .yml, .json), or a folder
// whose files with those endings are its parts, where they say "schema:
// ropa/v1". Parts are read in the order of their names; folders below are not
// read, nor links that lead out of the folder.
//
// Like Parse it collects every problem, and the register is not to be relied
// upon where one of them is an error.
func Load(name string, opts ...Option) (*Register, *Source, diag.Problems) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, nil, diag.Problems{pathProblem(name, err)}
	}
	folder, base := name, "."
	if !info.IsDir() {
		folder, base = filepath.Split(name)
		if folder == "" {
			folder = "."
		}
		l := loader{fsys: os.DirFS(folder), options: optionsOf(opts), show: func(string) string { return name }}
		return l.file(base, info)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, nil, diag.Problems{pathProblem(name, err)}
	}
	defer root.Close()
	l := loader{fsys: root.FS(), options: optionsOf(opts), show: func(base string) string { return filepath.Join(name, base) }}
	return l.folder(base)
}

// LoadFS is Load within a file system; names in places are those of the file
// system.
func LoadFS(fsys fs.FS, name string, opts ...Option) (*Register, *Source, diag.Problems) {
	l := loader{fsys: fsys, options: optionsOf(opts), show: path.Clean}
	if shown := l.options.shown; shown != nil {
		l.show = func(base string) string { return shown(path.Clean(base)) }
	}
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		return nil, nil, diag.Problems{pathProblem(name, err)}
	case info.IsDir():
		return l.folder(name)
	}
	return l.file(name, info)
}

// loader reads a register from a file system.
type loader struct {
	fsys    fs.FS
	options options
	// show makes the name of a file as it stands in places.
	show     func(string) string
	problems diag.Problems
}

func pathProblem(name string, err error) diag.Problem {
	place := diag.Place{File: name}
	if errors.Is(err, fs.ErrNotExist) {
		return diag.New(diag.PathNotFound, "", diag.Place{}, "path", name)
	}
	return diag.New(diag.Unreadable, "", place, "detail", detailOf(err))
}

// detailOf returns what went wrong, without the path that the place names.
func detailOf(err error) string {
	var e *fs.PathError
	if errors.As(err, &e) {
		return e.Err.Error()
	}
	return err.Error()
}

func (l *loader) report(code diag.Code, base string, args ...string) {
	l.problems = append(l.problems, diag.New(code, "", diag.Place{File: l.show(base)}, args...))
}

// file reads a register that is one file.
func (l *loader) file(base string, info fs.FileInfo) (*Register, *Source, diag.Problems) {
	data, ok := l.read(base, info)
	if !ok {
		return nil, nil, l.problems
	}
	return Parse(l.show(base), data, func(o *options) { *o = l.options })
}

// read returns the content of a regular file within the limit. Anything else,
// such as a pipe, could keep the reader waiting for ever.
func (l *loader) read(base string, info fs.FileInfo) ([]byte, bool) {
	if !info.Mode().IsRegular() {
		l.report(diag.Unreadable, base, "detail", "not a regular file")
		return nil, false
	}
	f, err := l.fsys.Open(base)
	if err != nil {
		l.report(diag.Unreadable, base, "detail", detailOf(err))
		return nil, false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, l.options.limits.Bytes+1))
	switch {
	case err != nil:
		l.report(diag.Unreadable, base, "detail", detailOf(err))
	case int64(len(data)) > l.options.limits.Bytes:
		l.report(diag.TooLarge, base, "limit", strconv.FormatInt(l.options.limits.Bytes, 10))
	default:
		return data, true
	}
	return nil, false
}

// folder reads a register that is several files.
func (l *loader) folder(name string) (*Register, *Source, diag.Problems) {
	l.options.pointers = false // several texts
	entries, err := fs.ReadDir(l.fsys, name)
	if err != nil {
		return nil, nil, diag.Problems{pathProblem(l.show(name), err)}
	}
	var files []file
	var parts []*tree.Node
	for _, entry := range entries {
		base := path.Join(name, entry.Name())
		if !isPartName(entry.Name()) {
			continue
		}
		if len(parts) == maxParts {
			l.report(diag.Unreadable, base, "detail", "more than "+strconv.Itoa(maxParts)+" files")
			break
		}
		f := file{name: l.show(base), json: isJSON(entry.Name(), nil)}
		if part := l.part(base, f, uint16(len(parts))); part != nil {
			files, parts = append(files, f), append(parts, part)
		}
	}
	if len(parts) == 0 {
		if !l.problems.HasErrors() {
			l.report(diag.EmptyFolder, name)
		}
		return nil, nil, l.problems
	}
	j := joiner{files: files, problems: l.problems}
	return bindRegister(j.join(parts), files, j.problems, l.options)
}

// isPartName reports whether a file may be a part of a register. Hidden files
// are those of editors and tools.
func isPartName(name string) bool {
	if strings.HasPrefix(name, ".") {
		return false
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".yaml", ".yml", ".json":
		return true
	}
	return false
}

// part reads one file of a folder, or returns nil where it is not one of the
// register's.
func (l *loader) part(base string, f file, number uint16) *tree.Node {
	info, err := fs.Stat(l.fsys, base)
	if err != nil { // such as a link that leads out of the folder
		l.report(diag.Unreadable, base, "detail", detailOf(err))
		return nil
	}
	if info.IsDir() {
		return nil
	}
	data, ok := l.read(base, info)
	if !ok {
		return nil
	}
	n, problems := readTree(f, number, data, l.options)
	switch {
	case n == nil && (len(data) == 0 || !mentionsRegister(data)), n != nil && !isPart(n):
		l.report(diag.SkippedFile, base)
		return nil
	case n != nil && n.Get("schema") == nil:
		l.report(diag.SchemaMissing, base)
		return nil
	}
	if n != nil && strings.HasPrefix(n.Get("schema").Raw, rulesFormat) {
		return nil
	}
	l.problems = append(l.problems, problems...)
	if n != nil && n.Get("schema").Raw != formatVersion {
		// What a later version means cannot be joined with what is known.
		s := n.Get("schema")
		place := diag.Place{File: f.name, Line: int(s.Line), Column: int(s.Column)}
		l.problems = append(l.problems, diag.New(diag.WrongVersion, "schema", place, "found", s.Raw))
		return nil
	}
	return n
}

// rulesFormat begins what a file of an organisation's own rules says under
// schema: such a file may lie beside a register and is no part of it.
const rulesFormat = "ropa/rules/"

// formatVersion is what every part of a register says under schema.
const formatVersion = "ropa/v1"
