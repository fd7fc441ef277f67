package accept_test

import (
	"net/http"
	"testing"

	"github.com/openropa/ropa/api/internal/accept"
)

func TestGzip(t *testing.T) {
	for line, want := range map[string]bool{
		"": false, "gzip": true, "br, GZIP": true, "gzip;q=0": false, "gzip; q=0.000": false, "gzip;q=0.5": true, "x-gzip": false, "identity": false, "*": false,
	} {
		if got := accept.Gzip(&http.Request{Header: http.Header{"Accept-Encoding": {line}}}); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
	if !accept.Gzip(&http.Request{Header: http.Header{"Accept-Encoding": {"br", "gzip"}}}) {
		t.Error("the second line is not read")
	}
	if accept.Gzip(&http.Request{}) {
		t.Error("a request without the header")
	}
}
