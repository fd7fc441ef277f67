package api

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"

	"github.com/openropa/ropa/api/store"
)

// listHeaders are the headers that may stand on several lines: they are lists.
var listHeaders = []string{"Accept-Language", "If-Match", "If-None-Match"}

// readMethods are those that every store takes, where an address has them.
const readMethods = "GET, HEAD"

// unrouted is the problem of an address or a method that there is not.
func (s *Server) unrouted(mux *http.ServeMux, r *http.Request) *problem {
	recorder := httptest.NewRecorder()
	mux.ServeHTTP(recorder, &http.Request{Method: r.Method, URL: r.URL, Host: r.Host, Header: http.Header{}})
	if recorder.Code != http.StatusMethodNotAllowed {
		return sorry(notFound, "There is no such address; the contract is at /openapi.json.")
	}
	allow := recorder.Header().Get("Allow")
	if _, writable := s.store.(store.Store); !writable {
		if !strings.Contains(allow, http.MethodGet) {
			return onlyFiles("")
		}
		allow = readMethods
	}
	p := sorry(methodUnknown, "The address takes %s.", allow)
	p.header = http.Header{"Allow": {allow}}
	return p
}

// onlyFiles is the problem of a write to registers that are read from files. Allow
// are the methods that the address takes there.
func onlyFiles(allow string) *problem {
	p := sorry(readOnly, "The server reads these registers from files; change the files.")
	p.header = http.Header{"Allow": {allow}}
	return p
}

// readableAt are the methods that the address of a request takes where nothing can
// be written; "" for none.
func readableAt(r *http.Request) string {
	if op := callOf(r.Context()).op; op != nil && operations()[http.MethodGet+" "+op.path] == nil {
		return ""
	}
	return readMethods
}

// checkPath tells what is wrong with the numbers in an address.
func (op *operation) checkPath(r *http.Request) *problem {
	for _, number := range op.numbers {
		if expected, _ := number.rule.check(r.PathValue(number.name)); expected != "" {
			return sorry(requestInvalid, "The address has a value that the operation does not take.").
				about(number.name, "invalid-parameter", "Expected "+expected+".", nil)
		}
	}
	return nil
}

// encoded is the problem of a body that is compressed, which none may be: it would
// be large before anybody could tell (RFC 9110, 12.5.3 and 15.5.16).
func encoded(h http.Header) *problem {
	codings := strings.Split(strings.ToLower(strings.Join(h.Values("Content-Encoding"), ",")), ",")
	if !slices.ContainsFunc(codings, func(c string) bool { c = strings.TrimSpace(c); return c != "" && c != "identity" }) {
		return nil
	}
	p := sorry(mediaTypeUnknown, "The body must not be compressed.").
		about("Content-Encoding", "invalid-parameter", "Leave the header out and send the body as it is.", nil)
	p.header = http.Header{"Accept-Encoding": {"identity"}}
	return p
}
