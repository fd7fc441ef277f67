package client

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/openropa/ropa/api/client/internal/calls"
)

// The errors of New.
var (
	// ErrAddress tells that the address of a server is not one: http or https, a
	// host, and perhaps a path.
	ErrAddress = errors.New("not the address of a server")
	// ErrPlain tells that a token would go over the network unencrypted.
	ErrPlain = errors.New("a token is not sent over plain HTTP to another machine")
)

// Client calls a server. It is safe for concurrent use.
type Client struct {
	calls  *calls.Caller
	sender *sender
}

// Option changes how a client calls.
type Option func(*sender)

// Token authenticates each call: an API token, or a bearer token of the OpenID
// Connect issuer that the server trusts. It is sent over HTTPS, or to this machine.
func Token(token string) Option { return func(s *sender) { s.token = token } }

// HTTP lets calls go through a copy of this client, for its transport, its
// certificates and its time limit. Without it a call may take two minutes. Either
// way a call is led to no other scheme, host or port: that is a *RedirectError.
func HTTP(c *http.Client) Option {
	return func(s *sender) {
		if c != nil {
			s.http = c
		}
	}
}

// UserAgent says which program calls.
func UserAgent(agent string) Option { return func(s *sender) { s.agent = agent } }

// Language says in which language names and problems are wanted, as in
// Accept-Language: "nl", "de, en;q=0.5". English without it.
func Language(language string) Option { return func(s *sender) { s.language = language } }

// Retries says how often a call is sent again at most, 3 times without it, and how
// long is waited the first time, 200 ms without it (0); each time it is twice as
// long, give or take a quarter. Where the server says how long (Retry-After), that
// counts; a wait of more than a minute is not waited for.
func Retries(most int, first time.Duration) Option {
	return func(s *sender) { s.most, s.first = max(most, 0), cmp.Or(first, s.first) }
}

// New returns a client of the server at an address. The errors are ErrAddress and
// ErrPlain.
func New(address string, options ...Option) (*Client, error) {
	base, err := url.Parse(address)
	switch {
	case err != nil, base.Scheme != "http" && base.Scheme != "https", base.Host == "", base.User != nil, base.RawQuery != "", base.Fragment != "":
		return nil, ErrAddress // not with what was given: a password may be in it
	}
	s := &sender{http: &http.Client{Timeout: 2 * time.Minute}, agent: "ropa-client", most: 3, first: 200 * time.Millisecond, sleep: sleep}
	for _, option := range options {
		option(s)
	}
	if s.token != "" && base.Scheme == "http" && !loopback(base.Hostname()) {
		return nil, ErrPlain
	}
	s.http = staying(s.http)
	caller, err := calls.NewClient(strings.TrimSuffix(address, "/"), calls.WithHTTPClient(s))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrAddress, err)
	}
	return &Client{caller, s}, nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// mostAnswer is how much of an answer is read, in bytes: more than the largest
// register that a server takes.
const mostAnswer = 512 << 20

// body reads all of an answer.
func body(r *http.Response) ([]byte, error) {
	defer r.Body.Close()
	raw, err := io.ReadAll(io.LimitReader(r.Body, mostAnswer+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("the answer broke off: %w", err)
	case len(raw) > mostAnswer:
		return nil, fmt.Errorf("the answer is larger than %d bytes", mostAnswer)
	}
	return raw, nil
}
