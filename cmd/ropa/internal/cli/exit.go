package cli

import (
	"cmp"
	"errors"
	"strings"

	"github.com/openropa/ropa/register/diag"
)

// Exit statuses.
const (
	exitOK       = 0 // nothing to report
	exitProblems = 1 // the register has problems, or findings that count
	exitWrongUse = 2 // the command cannot be carried out as it was given
)

// codeStatus is the exit status of a problem where it is not exitProblems: a
// path that does not exist is no fault of a register.
var codeStatus = map[diag.Code]int{
	diag.PathNotFound: exitWrongUse,
}

// statusOf returns the exit status of an error.
func statusOf(err error) int {
	var reported *reportedError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &reported):
		return reported.status
	}
	return exitWrongUse
}

// reportedError ends a command whose problems have been written already.
type reportedError struct{ status int }

func (e *reportedError) Error() string { return "problems were reported" }

// reported returns the error for problems that have been written: nil where
// none of them is an error.
func reported(problems diag.Problems) error {
	status := exitOK
	for _, p := range problems {
		if p.Severity == diag.Error {
			status = max(status, cmp.Or(codeStatus[p.Code], exitProblems))
		}
	}
	if status == exitOK {
		return nil
	}
	return &reportedError{status}
}

// useError is wrong use of the command line, in words of the catalogue.
type useError struct {
	word        string
	args        []any
	suggestions []string
	// see is the command whose help is pointed to.
	see string
}

func wrongUse(word string, args ...any) *useError { return &useError{word: word, args: args} }

func (e *useError) suggest(names []string) *useError {
	e.suggestions = names
	return e
}

// Error returns the sentence in English.
func (e *useError) Error() string { return (&app{language: "en"}).message(e) }

// message returns the sentence of an error in the language of the output.
func (a *app) message(err error) string {
	var use *useError
	var problem diag.Problem
	switch {
	case errors.As(err, &use):
		s := a.say(use.word, use.args...)
		if len(use.suggestions) > 0 {
			s += "; " + a.say("use.suggest", `"`+strings.Join(use.suggestions, `", "`)+`"`)
		}
		if use.see != "" {
			s += "\n" + a.say("use.help", use.see)
		}
		return s
	case errors.As(err, &problem):
		return problem.Message(a.language)
	}
	return err.Error()
}
