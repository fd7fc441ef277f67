package client

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

// RedirectError tells that the server leads a call to another address, and that the
// call did not follow: a token, and what a register says, go to the server that was
// named and to no other.
type RedirectError struct {
	// To is where it leads: scheme, host and path. It is the server's word.
	To string
}

// Error says where the server leads, and what to do.
func (e *RedirectError) Error() string {
	return fmt.Sprintf("the server leads to another address, %s, and nothing was sent there; if that is the server, call it by that address", e.To)
}

// mostHops is how often one call is led on at most.
const mostHops = 10

// errHops tells that a server leads in a circle.
var errHops = fmt.Errorf("the server led on %d times", mostHops)

// staying is a client that is led to no other scheme, host or port, nor to another
// method, which would make a read of a write. The one given stays as it is; what it
// says of redirects itself counts too.
func staying(given *http.Client) *http.Client {
	c := *given
	c.CheckRedirect = func(r *http.Request, via []*http.Request) error {
		first := via[0]
		if origin(r.URL) != origin(first.URL) || r.Method != first.Method {
			return &RedirectError{shownAddress(r.URL)}
		}
		if len(via) >= mostHops {
			return errHops
		}
		if given.CheckRedirect != nil {
			return given.CheckRedirect(r, via)
		}
		return nil
	}
	return &c
}

// origin is the scheme, host and port of an address.
func origin(u *url.URL) [3]string {
	port := u.Port()
	switch {
	case port != "":
	case u.Scheme == "https":
		port = "443"
	case u.Scheme == "http":
		port = "80"
	}
	return [3]string{u.Scheme, strings.ToLower(u.Hostname()), port}
}

// mostShown is how much of an address is shown, in bytes.
const mostShown = 200

// shownAddress is an address without what is secret in it, in letters of ASCII.
func shownAddress(u *url.URL) string {
	s := (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}).String()
	if len(s) > mostShown {
		return s[:mostShown] + "..."
	}
	return s
}
