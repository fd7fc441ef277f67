package client

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"time"
)

// sender sends requests, again where that helps.
type sender struct {
	http                   *http.Client
	token, agent, language string
	most                   int
	first                  time.Duration
	sleep                  func(context.Context, time.Duration) error
}

// mostWait is how long is waited at most before a request is sent again.
const mostWait = time.Minute

// Do sends a request. What the server refuses is a *Problem.
func (s *sender) Do(r *http.Request) (*http.Response, error) {
	s.dress(r)
	for tried := 0; ; tried++ {
		answer, err := s.http.Do(r)
		var led *RedirectError
		if errors.As(err, &led) {
			return nil, led // alone: around it stands the address that the server told
		}
		wait, again := s.again(r, answer, err, tried)
		if !again {
			return judged(answer, err)
		}
		if answer != nil {
			_, _ = io.CopyN(io.Discard, answer.Body, 64<<10) // so that the connection can be used again
			answer.Body.Close()
		}
		if err := s.sleep(r.Context(), wait); err != nil {
			return nil, err
		}
		if r, err = anew(r); err != nil {
			return nil, err
		}
	}
}

// dress gives a request the headers that all have.
func (s *sender) dress(r *http.Request) {
	r.Header.Set("User-Agent", s.agent)
	if s.token != "" {
		r.Header.Set("Authorization", "Bearer "+s.token)
	}
	if s.language != "" && r.Header.Get("Accept-Language") == "" {
		r.Header.Set("Accept-Language", s.language)
	}
}

// anew is a request to be sent again, with its body from the beginning.
func anew(r *http.Request) (*http.Request, error) {
	again := r.Clone(r.Context())
	if r.GetBody != nil {
		body, err := r.GetBody()
		if err != nil {
			return nil, err
		}
		again.Body = body
	}
	return again, nil
}

// again tells whether a request is sent again, and after how long.
func (s *sender) again(r *http.Request, answer *http.Response, err error, tried int) (time.Duration, bool) {
	if tried >= s.most || hopeless(err) || r.Context().Err() != nil || r.Body != nil && r.Body != http.NoBody && r.GetBody == nil {
		return 0, false
	}
	repeatable := r.Method == http.MethodGet || r.Method == http.MethodHead || r.Header.Get("Idempotency-Key") != ""
	wait := s.backoff(tried)
	if err != nil {
		var dial *net.OpError
		unsent := errors.As(err, &dial) && dial.Op == "dial"
		return wait, repeatable || unsent
	}
	switch answer.StatusCode {
	case http.StatusTooManyRequests: // refused before it was carried out
	case http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		if !repeatable {
			return 0, false
		}
	default:
		return 0, false
	}
	if told, ok := retryAfter(answer.Header.Get("Retry-After")); ok {
		wait = told
	}
	return wait, wait <= mostWait
}

// hopeless reports whether it will not go better another time.
func hopeless(err error) bool {
	var distrusted *tls.CertificateVerificationError
	return errors.Is(err, errHops) || errors.Is(err, http.ErrSchemeMismatch) || errors.As(err, &distrusted)
}

// backoff is the wait before the next try: twice as long each time, and not the
// same for all who were refused together.
func (s *sender) backoff(tried int) time.Duration {
	wait := min(s.first<<min(tried, 16), mostWait)
	return wait*3/4 + rand.N(wait/2+1)
}

// retryAfter reads the header of this name: seconds, or a date.
func retryAfter(value string) (time.Duration, bool) {
	if seconds, err := strconv.Atoi(value); err == nil && seconds >= 0 && seconds < 1<<30 {
		return time.Duration(seconds) * time.Second, true
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(time.Until(at), 0), true
	}
	return 0, false
}

func sleep(ctx context.Context, wait time.Duration) error {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
