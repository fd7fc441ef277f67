package auth

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sync/atomic"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/time/rate"
)

// keys verify signatures with the keys of an issuer. They tell a wrong signature
// from keys that could not be had, which the library does not.
type keys struct {
	*oidc.RemoteKeySet
	via *issuerTransport
}

// missingKey is where a context holds the place for why keys could not be had.
type missingKey struct{}

// VerifySignature verifies a signature. A signature of none of the known keys makes
// the library ask the issuer; where the issuer, when it was last asked, gave no
// answer, the key may be one that is not known yet.
func (k *keys) VerifySignature(ctx context.Context, token string) ([]byte, error) {
	payload, err := k.RemoteKeySet.VerifySignature(ctx, token)
	if err != nil {
		if missing, ok := ctx.Value(missingKey{}).(*error); ok {
			*missing = k.via.trouble()
		}
	}
	return payload, err
}

// The troubles with an issuer.
var (
	// errTooOften tells that an issuer was asked often enough.
	errTooOften = errors.New("the issuer was asked often enough for now")
	// errLed tells that an issuer leads to another address, which gave no answer.
	errLed = errors.New("the issuer leads to another address")
	// errPlain tells that somebody on the way to an issuer could put in other keys.
	errPlain = errors.New("the keys of an issuer must have an address that begins with https")
	// errAnswer tells that the answer of an issuer is none.
	errAnswer = errors.New("the answer is not JSON, or too long")
)

// issuerTransport bounds how often an issuer is asked, and how long its answers are.
type issuerTransport struct {
	via   http.RoundTripper
	limit *rate.Limiter
	// last is how asking ended the last time.
	last atomic.Pointer[error]
}

// trouble is why the issuer gave no answer when it was last asked; nil where it gave
// one: then what it said is younger than keysEvery, or it would be asked again.
func (t *issuerTransport) trouble() error {
	if last := t.last.Load(); last != nil {
		return *last
	}
	return nil
}

// RoundTrip asks the issuer, if it was not asked too often.
func (t *issuerTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	if !t.limit.Allow() {
		return nil, errTooOften
	}
	response, err := t.answered(r)
	last := err
	if err == nil && response.StatusCode != http.StatusOK {
		last = errLed // until what follows is answered
	}
	t.last.Store(&last)
	return response, err
}

// answered returns an answer that is one.
func (t *issuerTransport) answered(r *http.Request) (*http.Response, error) {
	if !reachable(r.URL) {
		return nil, fmt.Errorf("%s: %w", told(r.URL), errPlain)
	}
	response, err := t.via.RoundTrip(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", told(r.URL), err)
	}
	if response.StatusCode/100 == 3 {
		return response, nil
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: status %d", told(r.URL), response.StatusCode)
	}
	raw, err := io.ReadAll(io.LimitReader(response.Body, mostAnswer+1))
	if err == nil && (len(raw) > mostAnswer || !json.Valid(raw)) {
		err = errAnswer
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", told(r.URL), err)
	}
	response.Body = io.NopCloser(bytes.NewReader(raw))
	return response, nil
}

// told is the address of an issuer as it may be told.
func told(u *url.URL) string {
	return (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}).String()
}
