package api

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/openropa/ropa/api/auth"
)

// call is what is known of a request while it is answered.
type call struct {
	id, operation string
	// caller is who makes it, once that is known.
	caller *auth.Caller
}

type callKey struct{}

func callOf(ctx context.Context) *call {
	if c, ok := ctx.Value(callKey{}).(*call); ok {
		return c
	}
	return &call{}
}

// requestID is the identifier of a request.
func requestID(ctx context.Context) string { return callOf(ctx).id }

// operationOf notes which operation a request calls.
func operationOf(ctx context.Context, id string) { callOf(ctx).operation = id }

// observed gives each request an identifier, bounds its time, keeps a panic from
// ending the server, and tells the log and the metrics what came of it. Neither is
// told the query or the body.
func (s *Server) observed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begun := time.Now()
		c := &call{id: newRequestID(r.Header.Get("X-Request-Id")), operation: "none"}
		ctx, cancel := context.WithTimeout(context.WithValue(r.Context(), callKey{}, c), s.timeout)
		defer cancel()
		r = r.WithContext(ctx)
		seen := &seenWriter{ResponseWriter: w}
		header := w.Header()
		header.Set("X-Request-Id", c.id)
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("X-Frame-Options", "DENY")
		header.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox")
		s.metrics.begin()
		defer func() {
			if fault := recover(); fault != nil {
				s.log.LogAttrs(ctx, slog.LevelError, "panic", slog.String("request", c.id), slog.String("operation", c.operation), slog.String("stack", string(debug.Stack())))
				if !seen.began {
					s.fail(seen, r, fmt.Errorf("panic in %s", c.operation))
				}
			}
			took := time.Since(begun)
			s.metrics.end(c.operation, r.Method, seen.code(), took)
			s.log.LogAttrs(ctx, slog.LevelInfo, "request", slog.String("request", c.id), slog.String("method", r.Method),
				slog.String("operation", c.operation), slog.Int("status", seen.code()), slog.Int64("bytes", seen.bytes), slog.Duration("took", took))
		}()
		next.ServeHTTP(seen, r)
	})
}

// newRequestID takes over an identifier that a proxy gave, where it is sane.
func newRequestID(given string) string {
	if n := len(given); n >= 8 && n <= 64 && sane(given) {
		return given
	}
	var b [12]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

func sane(s string) bool {
	for _, r := range s {
		if (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '-' && r != '_' {
			return false
		}
	}
	return true
}

// seenWriter notes what is written.
type seenWriter struct {
	http.ResponseWriter
	status int
	bytes  int64
	began  bool
}

// WriteHeader notes the status.
func (w *seenWriter) WriteHeader(status int) {
	if !w.began {
		w.began, w.status = true, status
	}
	w.ResponseWriter.WriteHeader(status)
}

// Write counts the bytes.
func (w *seenWriter) Write(b []byte) (int, error) {
	w.began = true
	n, err := w.ResponseWriter.Write(b)
	w.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (w *seenWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func (w *seenWriter) code() int {
	if w.status == 0 {
		return http.StatusOK
	}
	return w.status
}
