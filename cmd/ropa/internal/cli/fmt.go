package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/printable"
	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"
)

// layout says what fmt does with the files.
type layout struct{ write, list, diff, check bool }

func (a *app) fmtCommand() *cobra.Command {
	var l layout
	cmd := &cobra.Command{
		Use:  "fmt",
		Args: a.need("PATH…"),
		RunE: func(_ *cobra.Command, paths []string) error { return a.format(paths, l) },
	}
	cmd.Flags().BoolVarP(&l.write, "write", "w", false, a.say("flag.write"))
	cmd.Flags().BoolVarP(&l.list, "list", "l", false, a.say("flag.list"))
	cmd.Flags().BoolVarP(&l.diff, "diff", "d", false, a.say("flag.diff"))
	cmd.Flags().BoolVar(&l.check, "check", false, a.say("flag.check"))
	return cmd
}

// format lays out the files of each path. It goes on where one has problems,
// so that all are told at once.
func (a *app) format(paths []string, l layout) error {
	status := exitOK
	for _, path := range paths {
		files, problems := partsOf(path)
		a.report(&loaded{path: path, problems: problems}, diag.Warning)
		status = max(status, statusOf(reported(problems)))
		for _, file := range files {
			changed, err := a.formatFile(file, l)
			var known *reportedError
			switch {
			case errors.As(err, &known):
				status = max(status, known.status)
			case err != nil:
				return err
			case changed && l.check:
				status = max(status, exitProblems)
			}
		}
	}
	if status != exitOK {
		return &reportedError{status}
	}
	return nil
}

// partsOf returns the files of a register: the file itself, or those of a
// folder that are parts of it, and the problems of the path itself.
func partsOf(path string) ([]string, diag.Problems) {
	info, err := os.Stat(path)
	if err == nil && info.Mode().IsRegular() {
		return []string{path}, nil
	}
	_, src, problems := register.Load(path)
	files := src.Files()
	own := slices.DeleteFunc(problems, func(p diag.Problem) bool {
		return slices.Contains(files, p.Place.File) // told by formatFile
	})
	return files, own
}

// formatFile lays out one file and reports whether that changes it.
func (a *app) formatFile(name string, l layout) (changed bool, err error) {
	before, err := readFile(name)
	if err != nil {
		return false, err
	}
	after, problems := register.Format(name, before)
	a.report(&loaded{path: name, problems: problems}, diag.Warning)
	if err := reported(problems); err != nil {
		if l.write {
			fmt.Fprintln(a.env.Stderr, a.say("fmt.unchanged", printable.Line(name)))
		}
		return false, err
	}
	changed = !bytes.Equal(before, after)
	if changed && l.list {
		a.writeFile([]byte(name + "\n"))
	}
	if changed && l.diff {
		a.writeFile(diff.Diff(name+".orig", before, name, after))
	}
	if changed && l.write {
		return changed, replace(name, after)
	}
	if l == (layout{}) {
		a.writeFile(after)
	}
	return changed, nil
}

// mostBytes is more than register.Format takes, so that it says so of a larger
// file, which need not be read whole for that.
const mostBytes = 33 << 20

func readFile(name string) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, mostBytes))
}

// replace writes a file whole or not at all, and keeps its mode and, where that
// is allowed, its owner. A file that a link leads to is replaced, not the link.
func replace(name string, data []byte) error { return replaceBy(name, holding(data)) }
