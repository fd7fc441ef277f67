package cli

import (
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"syscall"

	"github.com/openropa/ropa/api/client"
	"github.com/openropa/ropa/register/printable"
	"github.com/spf13/cobra"
)

// remote is a server that a command calls, and the register there.
type remote struct {
	server, register string
	tokenFile        file
}

// remoteFlags adds the flags that name a server. The token is no flag: others on
// the machine can read command lines.
func (a *app) remoteFlags(cmd *cobra.Command, r *remote) {
	flags := cmd.Flags()
	flags.StringVar(&r.server, "server", "", a.say("flag.server"))
	flags.Var(&r.tokenFile, "token-file", a.say("flag.token-file"))
	a.complete(cmd, "server", "http://127.0.0.1:8080")
}

// client returns a client of the server.
func (a *app) client(r *remote) (*client.Client, error) {
	token, err := a.tokenIn(r.tokenFile)
	if err != nil {
		return nil, err
	}
	options := []client.Option{client.UserAgent("ropa/" + buildOf().Version), client.Language(string(a.language))}
	if token != "" {
		options = append(options, client.Token(token))
	}
	c, err := client.New(r.server, options...)
	switch {
	case errors.Is(err, client.ErrPlain):
		return nil, wrongUse("use.server-plain")
	case err != nil:
		return nil, wrongUse("use.server-address") // not with what was given: a password may be in it
	}
	return c, nil
}

// mostToken is how large a file with a token may be, in bytes.
const mostToken = 64 << 10

// tokenIn is that of a file, else that of the environment.
func (a *app) tokenIn(name file) (string, error) {
	if name == "" {
		return strings.TrimSpace(a.env.Getenv("ROPA_TOKEN")), nil
	}
	opened, err := os.Open(string(name))
	if err != nil {
		return "", wrongUse("use.token-file", string(name), cause(err))
	}
	defer opened.Close()
	raw, err := io.ReadAll(io.LimitReader(opened, mostToken))
	if err != nil {
		return "", wrongUse("use.token-file", string(name), cause(err))
	}
	token := strings.TrimSpace(string(raw))
	if token == "" || strings.ContainsAny(token, " \r\n\t") {
		return "", wrongUse("use.token-form", string(name))
	}
	return token, nil
}

// refused tells of what a server refused: what is wrong with a register, a line
// each, or one sentence.
func (a *app) refused(err error, r *remote) error {
	var p *client.Problem
	var led *client.RedirectError
	switch {
	case errors.As(err, &led):
		return wrongUse("use.server-leads", shownServer(r.server), led.To)
	case errors.Is(err, client.ErrPages):
		return wrongUse("use.server-pages", shownServer(r.server))
	case !errors.As(err, &p):
		return a.unreached(err, r)
	case p.Code == client.NotOurs:
		return wrongUse("use.server-other", shownServer(r.server), p.Status, p.Title)
	case p.Status == http.StatusUnprocessableEntity, p.Status == http.StatusConflict:
		if len(p.Errors) == 0 {
			a.noteLine(p.Detail + " [" + p.Code + "]")
		}
		a.faults(p.Errors)
		return &reportedError{exitProblems}
	case p.Status == http.StatusUnauthorized:
		return wrongUse("use.server-token")
	case p.Status == http.StatusNotFound && len(p.Errors) > 0 && p.Errors[0].Code == "unknown-version":
		return wrongUse("use.server-version", r.register)
	case p.Status == http.StatusNotFound && len(p.Errors) == 0:
		return wrongUse("use.server-nothing", shownServer(r.server))
	case p.Status == http.StatusNotFound:
		return wrongUse("use.server-register", r.register)
	}
	return wrongUse("use.server-refused", p.Detail, p.Code)
}

// unreached tells why a server could not be asked at all.
func (a *app) unreached(err error, r *remote) error {
	server := shownServer(r.server)
	var distrusted *tls.CertificateVerificationError
	var unnamed *net.DNSError
	switch {
	case errors.Is(err, http.ErrSchemeMismatch):
		return wrongUse("use.server-no-tls", server)
	case errors.As(err, &distrusted):
		return wrongUse("use.server-certificate", server, cause(err))
	case errors.As(err, &unnamed) && unnamed.IsNotFound:
		return wrongUse("use.server-no-name", server)
	case errors.Is(err, syscall.ECONNREFUSED):
		return wrongUse("use.server-silent", server)
	}
	return wrongUse("use.server-reach", server, cause(err))
}

// faults writes what is wrong, a line each, as problems of files are written.
func (a *app) faults(all []client.Fault) {
	for _, f := range all {
		a.noteLine(f.String())
	}
}

// noteLine writes a line about the result on the standard error.
func (a *app) noteLine(line string) {
	_, _ = io.WriteString(a.env.Stderr, printable.Line(line)+"\n") // nobody is left to be told
}

// shownServer is an address without what is secret in it.
func shownServer(address string) string {
	if at := strings.LastIndex(address, "@"); at >= 0 {
		return address[at+1:]
	}
	return address
}
