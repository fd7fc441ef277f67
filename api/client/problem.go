package client

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// The errors that a *Problem is, for errors.Is.
var (
	// ErrConflict tells that somebody else changed it since it was read (412).
	ErrConflict = errors.New("somebody else changed it meanwhile")
	// ErrNotFound tells that there is no such thing, or not for the caller (404).
	ErrNotFound = errors.New("there is no such thing")
	// ErrDenied tells that the caller is not known, or may not do this (401, 403).
	ErrDenied = errors.New("the server does not let the caller do this")
	// ErrInvalid tells that the register would not be well formed (422).
	ErrInvalid = errors.New("the register would not be well formed")
)

// Problem is what the server refuses, and why (RFC 9457).
type Problem struct {
	// Status is that of HTTP.
	Status int `json:"status"`
	// Code is the kind of problem, such as precondition-failed: stable.
	Code string `json:"code"`
	// Title and Detail say it in words.
	Title  string `json:"title"`
	Detail string `json:"detail"`
	// Instance is the identifier of the request, under which the server's log has it.
	Instance string `json:"instance"`
	// Errors are what is wrong, one by one.
	Errors []Fault `json:"errors"`
}

// NotOurs is the code of a problem that no server of ropa told: a proxy did, or it
// is another server.
const NotOurs = "http"

// Fault is one thing that is wrong.
type Fault struct {
	// Code is what is wrong, as the command line says it too: dangling-reference.
	Code string `json:"code"`
	// Pointer is where it stands in what was sent, a JSON pointer; "" where that is
	// all of it, or where it does not stand there.
	Pointer string `json:"pointer"`
	// Parameter is the parameter or header that it concerns, "" for none.
	Parameter string `json:"parameter"`
	// At is the address in the register, such as activities/payments.
	At          string   `json:"at"`
	Detail      string   `json:"detail"`
	Suggestions []string `json:"suggestions"`
}

// Error says what happened and what is wrong.
func (p *Problem) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%d)", p.Code, p.Status)
	if p.Detail != "" {
		b.WriteString(": " + p.Detail)
	}
	for _, f := range p.Errors {
		b.WriteString("\n\t" + f.String())
	}
	return b.String()
}

// String says what is wrong in a line: where, what, the code.
func (f Fault) String() string {
	where := f.At
	for _, other := range []string{f.Pointer, f.Parameter} {
		if where == "" {
			where = other
		}
	}
	if where != "" {
		where += ": "
	}
	s := where + f.Detail + " [" + f.Code + "]"
	if len(f.Suggestions) > 0 {
		s += "; did you mean " + strings.Join(f.Suggestions, ", ") + "?"
	}
	return s
}

// Is reports whether the problem is one of the errors of this package.
func (p *Problem) Is(target error) bool {
	switch target {
	case ErrConflict:
		return p.Status == http.StatusPreconditionFailed
	case ErrNotFound:
		return p.Status == http.StatusNotFound
	case ErrDenied:
		return p.Status == http.StatusUnauthorized || p.Status == http.StatusForbidden
	case ErrInvalid:
		return p.Status == http.StatusUnprocessableEntity
	}
	return false
}

// mostProblem is how much of a problem is read, in bytes.
const mostProblem = 4 << 20

// judged returns an answer that is one; a problem is an error.
func judged(answer *http.Response, err error) (*http.Response, error) {
	if err != nil || answer.StatusCode < 300 {
		return answer, err
	}
	defer answer.Body.Close()
	p := &Problem{}
	raw, err := io.ReadAll(io.LimitReader(answer.Body, mostProblem))
	if err != nil || !strings.HasPrefix(answer.Header.Get("Content-Type"), "application/problem+json") || json.Unmarshal(raw, p) != nil {
		// Something between here and the server.
		p = &Problem{Code: NotOurs, Title: http.StatusText(answer.StatusCode), Detail: http.StatusText(answer.StatusCode)}
	}
	p.Status = answer.StatusCode
	return nil, p
}
