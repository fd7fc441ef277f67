package cli

import (
	"context"
	"errors"
	"slices"

	"github.com/openropa/ropa/api/client"
	"github.com/openropa/ropa/register/value"
	"github.com/spf13/cobra"
)

// queryServer answers a question about a register at a server: the same as from
// files, but for file and line.
func (a *app) queryServer(ctx context.Context, q *asked, from *remote) error {
	c, err := a.client(from)
	if err != nil {
		return err
	}
	f, places := q.shown(value.DateOf(a.env.Now()))
	answers, err := c.Register(from.register).Ask(ctx, q.question, f)
	if err != nil {
		return a.askedServer(err, q, from)
	}
	r := &reply{app: a, asked: q, answers: answers, named: answers.Names.Of, places: places}
	return r.write(q.format.chosen)
}

// askedServer tells of a question that the server refused: mostly of a filter that
// names what the register does not know.
func (a *app) askedServer(err error, q *asked, from *remote) error {
	var p *client.Problem
	if !errors.As(err, &p) || len(p.Errors) == 0 || p.Errors[0].Code != "unknown-id" {
		return a.refused(err, from)
	}
	fault := p.Errors[0]
	given := map[string][]string{
		"receives": q.data, "subject": q.subjects, "purpose": q.purposes, "recipient": q.recipients,
		"activity": q.activities, "system": q.systems,
	}[fault.Parameter]
	if len(given) == 1 {
		return wrongUse("use.unknown-id", "--"+fault.Parameter, given[0]).suggest(fault.Suggestions)
	}
	// Which of them it is the server does not repeat.
	given = slices.Clone(given)
	return wrongUse("use.unknown-of", "--"+fault.Parameter, joined(given)).suggest(fault.Suggestions)
}

// askedWhere checks that a question is asked of a path or of a server.
func (a *app) askedWhere(cmd *cobra.Command, q *asked, args []string) error {
	switch {
	case q.from.server == "" && (q.from.register != "" || q.from.tokenFile != ""):
		return a.wrongCall(cmd, "use.no-server")
	case q.from.server == "":
		return a.need("QUESTION", "PATH")(cmd, args)
	case len(args) > 1:
		return a.wrongCall(cmd, "use.path-and-server")
	case q.from.register == "":
		return a.wrongCall(cmd, "use.which-register")
	}
	return a.need("QUESTION")(cmd, args)
}
