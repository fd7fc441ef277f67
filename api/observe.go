package api

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net/http"
	"time"
)

// Lines of the header that are the same each time. Nobody changes them.
var (
	noSniffLine    = []string{"nosniff"}
	noReferrerLine = []string{"no-referrer"}
	noFrameLine    = []string{"DENY"}
	// dataPolicyLine is of what no browser should do anything with; pagePolicyLine of
	// documents and pictures, which carry their own styles.
	dataPolicyLine = []string{"default-src 'none'; frame-ancestors 'none'; sandbox"}
	pagePolicyLine = []string{"default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox"}
)

// observed gives each request an identifier, bounds its time, keeps a panic from
// ending the server, and tells the log and the metrics what came of it. Neither is
// told the query or the body.
func (s *Server) observed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begun := time.Now()
		c := &call{Context: r.Context(), id: newRequestID(r.Header.Get("X-Request-Id")), operation: "none", deadline: begun.Add(s.timeout)}
		defer c.end()
		r = r.WithContext(c)
		seen := &seenWriter{ResponseWriter: w}
		header := w.Header()
		header["X-Request-Id"] = []string{c.id}
		header["X-Content-Type-Options"], header["Content-Security-Policy"] = noSniffLine, dataPolicyLine
		s.metrics.begin()
		defer func() {
			if fault := recover(); fault != nil {
				s.log.LogAttrs(c, slog.LevelError, "panic", slog.String("request", c.id), slog.String("operation", c.operation), slog.String("stack", traceOf(fault)))
				if !seen.began {
					s.fail(seen, r, fmt.Errorf("panic in %s", c.operation))
				}
			}
			took := time.Since(begun)
			method := methodOf(r)
			s.metrics.end(c.operation, method, seen.code(), took)
			s.log.LogAttrs(c, slog.LevelInfo, "request", slog.String("request", c.id), slog.String("method", method),
				slog.String("operation", c.operation), slog.Int("status", seen.code()), slog.Int64("bytes", seen.bytes), slog.Duration("took", took))
		}()
		next.ServeHTTP(seen, r)
	})
}

// methodOf is the method of a request as it is counted and logged. One that nobody
// knows is "other": callers must not fill the figures with words of their own.
func methodOf(r *http.Request) string {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return r.Method
	}
	return "other"
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
