package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/printable"
	"github.com/spf13/cobra"
)

// loaded is a register as it was read from a path.
type loaded struct {
	path     string
	register *register.Register
	view     *register.View
	problems diag.Problems
	files    []string // of the register itself
	// baseFiles are those of the registers that it extends.
	baseFiles []string
}

// load reads and resolves the register at a path. The view is nil where the
// register has problems.
func (a *app) load(path string) *loaded {
	r, src, problems := register.Load(path)
	l := &loaded{path: path, register: r, problems: problems}
	if r == nil {
		return l
	}
	bases, closeRoot := a.basesOf(path)
	defer closeRoot()
	l.files = src.Files()
	noted := &notedBases{bases: bases}
	if bases != nil {
		bases = noted
	}
	view, more := register.Resolve(r, src, bases)
	l.baseFiles = noted.files
	l.problems = append(l.problems, more...)
	l.problems.Sort()
	if !l.problems.HasErrors() {
		l.view = view
	}
	return l
}

// rootFlag lets a command say where the registers that one extends may lie.
func (a *app) rootFlag(cmd *cobra.Command) {
	cmd.Flags().Var(&a.rootFolder, "root", a.say("flag.root"))
	// The error says that there is no such flag; there is.
	_ = cmd.MarkFlagDirname("root")
}

// basesOf returns where the registers that one extends are looked for: below
// the folder of --root, else below the folder that ropa is run in where the
// register lies in a folder of it, else below the folder above the register's,
// so that subsidiaries can share ../group.yaml wherever ropa is run. No symbolic
// link leads out of it.
func (a *app) basesOf(path string) (register.Bases, func()) {
	none := func() {}
	folder, name, err := a.rootOf(path)
	if err != nil {
		return nil, none
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, none
	}
	shown := register.ShowFiles(func(base string) string { return shownAs(path, filepath.Join(folder, base)) })
	return register.FileBases(root.FS(), name, shown), func() { root.Close() }
}

// rootOf returns the folder below which a register may name others, and the
// path of the register in it.
func (a *app) rootOf(path string) (folder, name string, err error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return "", "", err
	}
	own := absolute // the folder of the register
	if info, err := os.Stat(absolute); err != nil || !info.IsDir() {
		own = filepath.Dir(absolute)
	}
	within := func(folder string) bool {
		inside, err := filepath.Rel(folder, own)
		return err == nil && filepath.IsLocal(inside)
	}
	here, err := filepath.Abs(".")
	if err != nil {
		return "", "", err
	}
	folder = filepath.Dir(own)
	if wanted, err := filepath.Abs(string(a.rootFolder)); a.rootFolder != "" && err == nil && within(wanted) {
		folder = wanted
	} else if a.rootFolder == "" && within(here) && own != here {
		folder = here
	}
	name, err = filepath.Rel(folder, absolute)
	return folder, filepath.ToSlash(name), err
}

// shownAs writes the path of a file as the user writes that of the register:
// from the folder that ropa is run in, or whole.
func shownAs(path, file string) string {
	if filepath.IsAbs(path) {
		return file
	}
	here, err := filepath.Abs(".")
	if err != nil {
		return file
	}
	if relative, err := filepath.Rel(here, file); err == nil {
		return relative
	}
	return file
}

// open is load for commands that need the register whole: it writes what keeps
// it from being so, and returns an error then.
func (a *app) open(path string) (*loaded, error) {
	l := a.load(path)
	a.report(l, diag.Warning)
	if err := reported(l.problems); err != nil {
		return nil, err
	}
	if l.view == nil {
		return nil, &reportedError{exitProblems}
	}
	return l, nil
}

// report writes problems from a severity up, a line each.
func (a *app) report(l *loaded, from diag.Severity) {
	for _, p := range l.problems {
		if p.Severity < from {
			continue
		}
		where := p.Place.String()
		switch {
		case codeStatus[p.Code] == exitWrongUse:
			where = "ropa"
		case where == "":
			where = l.path
		}
		severity := ""
		if p.Severity != diag.Error {
			severity = a.say("severity."+p.Severity.String()) + ": "
		}
		fmt.Fprintf(a.env.Stderr, "%s: %s%s [%s]\n", printable.Line(where), severity, printable.Line(p.Message(a.language)), p.Code)
		for _, r := range p.Related {
			if at := r.Place.String(); at != "" {
				fmt.Fprintf(a.env.Stderr, "\t%s: %s\n", printable.Line(at), a.say("problem.related"))
			}
		}
	}
}

// folder returns the path of the register where it is a folder, else "".
func (l *loaded) folder() string {
	if info, err := os.Stat(l.path); err == nil && info.IsDir() {
		return filepath.Clean(l.path)
	}
	return ""
}

// place writes a place as file:line for people, who know the folder.
func place(p register.Place, folder string) string {
	p.Column = 0
	if folder != "" {
		if inside, err := filepath.Rel(folder, p.File); err == nil && filepath.IsLocal(inside) {
			p.File = inside
		}
	}
	return filepath.ToSlash(p.String())
}

// slashed writes the path of a register as it is shown.
func slashed(path string) string {
	return strings.TrimSuffix(filepath.ToSlash(filepath.Clean(path)), "/")
}

// notedBases notes which files bases were read from.
type notedBases struct {
	bases register.Bases
	files []string
}

// Base finds a base where there are any.
func (n *notedBases) Base(from, name string) (string, *register.Register, *register.Source, diag.Problems, error) {
	key, r, src, problems, err := n.bases.Base(from, name)
	n.files = append(n.files, src.Files()...)
	return key, r, src, problems, err
}
