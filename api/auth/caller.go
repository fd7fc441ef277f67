package auth

import (
	"context"
	"errors"
	"net/http"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The errors of authenticating. What else goes wrong is trouble of the store or of
// the issuer.
var (
	// ErrNone tells that a request carries no credentials.
	ErrNone = errors.New("no credentials")
	// ErrRefused tells that the credentials are not valid, or not any more.
	ErrRefused = errors.New("the credentials are not valid")
	// ErrUnavailable tells that it cannot be found out now whether the credentials are
	// valid: the issuer cannot be asked for its keys. It says nothing of the caller.
	ErrUnavailable = errors.New("the issuer cannot be asked for its keys")
	// ErrForeign tells that a token is not of the kind that an authenticator knows.
	ErrForeign = errors.New("a token of another kind")
)

// Caller is who makes a request. It does not change.
type Caller struct {
	// Subject is whom the history names: two callers of one subject, however it is
	// spelled (store.SamePerson), are one person.
	Subject string
	// Tenant is whose registers the caller sees.
	Tenant string
	// Grants are the roles of the caller.
	Grants Grants
	// Until is when the credentials end; zero for never.
	Until time.Time
}

// Authenticator tells who presents a token. It is safe for concurrent use.
type Authenticator interface {
	// Authenticate returns the caller. The errors are ErrRefused, ErrUnavailable, and
	// ErrForeign where the token is of a kind that another authenticator may know.
	Authenticate(ctx context.Context, token string) (*Caller, error)
}

// mostToken is the longest token that is looked at, in bytes.
const mostToken = 16 << 10

// Bearer returns the token of a request (RFC 6750, 2.1). The errors are ErrNone,
// where there is none or the credentials are of another scheme, and ErrRefused.
func Bearer(r *http.Request) (string, error) {
	given := r.Header["Authorization"]
	if len(given) == 0 {
		return "", ErrNone
	}
	if len(given) > 1 {
		return "", ErrRefused
	}
	scheme, token, _ := strings.Cut(given[0], " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return "", ErrNone
	}
	token = strings.Trim(token, " ")
	if token == "" || len(token) > mostToken || strings.ContainsFunc(token, outsideToken) {
		return "", ErrRefused
	}
	return token, nil
}

// outsideToken reports whether a letter cannot stand in a token (b68token).
func outsideToken(r rune) bool {
	return (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && !strings.ContainsRune("-._~+/=", r)
}

// tenant is the form of the name of a tenant.
var tenant = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$`)

// ValidTenant reports whether a text can be the name of a tenant; the empty one,
// of a server for one organisation, is.
func ValidTenant(s string) bool { return s == "" || tenant.MatchString(s) }

// mostSubject is the longest subject, in bytes.
const mostSubject = 200

// ValidSubject reports whether a text can be a subject: up to 200 bytes of printable
// characters, with no other space than the usual one, and none at either end. What
// is not seen is refused: two people would have names that look the same.
func ValidSubject(s string) bool {
	return s != "" && len(s) <= mostSubject && strings.TrimSpace(s) == s && !strings.ContainsFunc(s, outsideSubject)
}

// outsideSubject reports whether a character cannot stand in a subject.
func outsideSubject(r rune) bool {
	return !unicode.IsPrint(r) || r == utf8.RuneError || unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// AnyOf asks authenticators in turn, until one knows the kind of token.
func AnyOf(all ...Authenticator) Authenticator { return anyOf(all) }

type anyOf []Authenticator

func (all anyOf) Authenticate(ctx context.Context, token string) (*Caller, error) {
	for _, one := range all {
		caller, err := one.Authenticate(ctx, token)
		if !errors.Is(err, ErrForeign) {
			return caller, err
		}
	}
	return nil, ErrRefused
}
