package cli

import (
	"io"
	"os"
	"time"

	"golang.org/x/term"
)

// Env is all that a command may touch of the world around it beside the files
// that it is given, so that tests run commands in their own process.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Now            func() time.Time
	// Width is the number of columns of the terminal that Stdout is, 0 where it
	// is none.
	Width int
	// Progress tells that Stderr is a terminal, on which long work may show how far
	// it is.
	Progress bool
}

// Process returns the environment of this process.
func Process() Env {
	env := Env{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Now: time.Now}
	if fd := int(os.Stdout.Fd()); term.IsTerminal(fd) {
		env.Width = 80
		if columns, _, err := term.GetSize(fd); err == nil && columns > 0 {
			env.Width = columns
		}
	}
	env.Progress = term.IsTerminal(int(os.Stderr.Fd())) && os.Getenv("TERM") != "dumb"
	return env
}

// plainWidth is the number of columns of what is written to a file or a pipe.
const plainWidth = 100

// width returns the number of columns that a table may take.
func (e Env) width() int {
	if e.Width > 0 {
		return e.Width
	}
	return plainWidth
}

// colour reports whether letters may be bold: only on a terminal that can, and
// not where https://no-color.org is followed.
func (e Env) colour() bool {
	return e.Width > 0 && e.Getenv("NO_COLOR") == "" && e.Getenv("TERM") != "dumb"
}
