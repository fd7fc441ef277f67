package api

import (
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register/diag"
)

// mostQuery is the longest query that is read, in bytes.
const mostQuery = 16 << 10

// guarded lets only through addresses and methods that there are. The operations
// of the contract stand behind a gate of their own and are found at once; all else,
// and what there is not, is looked for with more care.
func (s *Server) guarded(contract, all *http.ServeMux) http.Handler {
	contract.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		_, pattern := all.Handler(r)
		if pattern == "" {
			s.fail(w, r, s.unrouted(all, r))
			return
		}
		s.gate(besideContract(pattern), all).ServeHTTP(w, r)
	})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !clean(r.URL.Path) || r.Method == http.MethodConnect { // the router would lead elsewhere
			s.fail(w, r, sorry(notFound, "There is no such address; the contract is at /openapi.json."))
			return
		}
		contract.ServeHTTP(w, r)
	})
}

// clean reports whether a path is written in the one way that leads there: without
// empty parts, . and ..
func clean(address string) bool {
	return path.Clean(address) == strings.TrimSuffix(address, "/") || address == "/"
}

// besideContract is what the contract does not know: it takes no parameters, and is
// for everybody, but for the figures of the server.
func besideContract(pattern string) *operation {
	op := &operation{id: pattern, role: roleNone}
	if pattern == metricsPattern {
		op.role = roleCaller
	}
	return op
}

// gates puts a gate before each operation of the contract, in two routers: the one
// that finds them at once, and the one that knows all addresses.
type gates struct {
	*http.ServeMux
	all    *http.ServeMux
	server *Server
}

// HandleFunc routes an operation of the contract.
func (g gates) HandleFunc(pattern string, handler func(http.ResponseWriter, *http.Request)) {
	op := operations()[pattern]
	if op == nil { // a test rules it out; nobody holds a role without a name
		op = &operation{id: pattern, path: pattern}
	}
	if at := direct[op.id]; at != nil {
		handler = func(w http.ResponseWriter, r *http.Request) { at(service{g.server}, w, r) }
	}
	gate := g.server.gate(op, http.HandlerFunc(handler))
	g.ServeMux.Handle(pattern, gate)
	g.all.Handle(pattern, gate)
}

// gate lets only through who may, and parameters, values and media types that the
// contract knows. Who asks comes first: strangers learn nothing.
func (s *Server) gate(op *operation, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := callOf(r.Context())
		c.operation, c.op = op.id, op
		if err := s.admit(op, r); err != nil {
			s.fail(w, r, err)
			return
		}
		if p := op.checkHeader(r.Header); p != nil {
			s.fail(w, r, p)
			return
		}
		if s.fromKept(op, w, r) {
			return
		}
		if p := op.checkPath(r); p != nil {
			s.fail(w, r, p)
			return
		}
		query, p := op.checkQuery(r.URL)
		if p != nil {
			s.fail(w, r, p)
			return
		}
		if p := op.checkBody(r); p != nil {
			s.fail(w, r, p)
			return
		}
		if _, writable := s.store.(store.Store); !writable && op.writes() {
			s.fail(w, r, store.ErrReadOnly)
			return
		}
		c.query = query
		next.ServeHTTP(w, r)
	})
}

// writes reports whether an operation changes a register.
func (op *operation) writes() bool { return op.method != "" && op.method != http.MethodGet }

// checkQuery reads a query and tells what is wrong with it: parameters that the
// operation does not know, values that it does not take.
func (op *operation) checkQuery(u *url.URL) (url.Values, *problem) {
	if u.RawQuery == "" && len(op.needs) == 0 {
		return nil, nil
	}
	if len(u.RawQuery) > mostQuery {
		return nil, sorry(requestInvalid, "The query is too long.").
			because("query-too-long", fmt.Sprintf("The query is longer than %d bytes.", mostQuery))
	}
	query, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return nil, sorry(requestInvalid, "The query cannot be read.").
			because("query-unreadable", "A percent sign needs two hexadecimal digits, and parameters are separated by &.")
	}
	var p problem
	for _, name := range sortedKeys(query) {
		known := op.query[name]
		switch {
		case known == nil:
			p.about(printable(name), "unknown-parameter", "The operation has no such parameter.", diag.Suggest(name, sortedKeys(op.query)))
		case len(query[name]) > 1:
			p.about(name, "repeated-parameter", "It stands more than once; several values are separated by commas.", nil)
		default:
			known.check(query[name][0], &p)
		}
	}
	for _, name := range op.needs {
		if !query.Has(name) {
			p.about(name, "missing-parameter", "It is required.", nil)
		}
	}
	if len(p.errors) == 0 {
		return query, nil
	}
	found := sorry(requestInvalid, "The query has parameters or values that the operation does not take.")
	found.errors = p.errors
	return nil, found
}

// check tells what is wrong with the value of a parameter.
func (k *parameter) check(v string, p *problem) {
	values := []string{v}
	if k.list {
		values = strings.Split(v, ",")
	}
	for _, one := range values {
		if one == "" && k.required {
			p.about(k.name, "invalid-parameter", "The value is empty; it is required.", nil)
			return
		}
		if one == "" {
			p.about(k.name, "invalid-parameter", "A value is empty; leave the parameter out to restrict nothing.", nil)
			return
		}
		if expected, suggestions := k.rule.check(one); expected != "" {
			p.about(k.name, "invalid-parameter", "Expected "+expected+".", suggestions)
			return
		}
	}
}

// checkHeader tells what is wrong with the parameters in the header. Others are
// none of the operation's business.
func (op *operation) checkHeader(h http.Header) *problem {
	sent := false
	for name := range op.headers {
		sent = sent || len(h[name]) > 0
	}
	if !sent { // as of most requests for answers that are there already
		return nil
	}
	p := sorry(requestInvalid, "The header has values that the operation does not take.")
	for _, name := range sortedKeys(op.headers) {
		lines := h.Values(name)
		if len(lines) > 1 && slices.Contains(listHeaders, name) { // one list (RFC 9110, 5.3)
			lines = []string{strings.Join(lines, ", ")}
			h[name] = lines
		}
		if len(lines) > 1 {
			p.about(name, "repeated-parameter", "The header stands more than once.", nil)
			continue
		}
		for _, v := range lines {
			if expected, _ := op.headers[name].rule.check(v); expected != "" {
				p.about(name, "invalid-parameter", "Expected "+expected+".", nil)
			}
		}
	}
	if len(p.errors) == 0 {
		return nil
	}
	return p
}

// checkBody tells whether the media type of a body is one that the operation
// takes.
func (op *operation) checkBody(r *http.Request) *problem {
	if len(op.takes) == 0 {
		return nil
	}
	if p := encoded(r.Header); p != nil {
		return p
	}
	if len(r.Header["Content-Type"]) > 1 { // readers on the way may have taken another one
		return sorry(requestInvalid, "The header has values that the operation does not take.").
			about("Content-Type", "repeated-parameter", "The header stands more than once.", nil)
	}
	media, parameters, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	charset := strings.ToLower(parameters["charset"])
	if err != nil || !slices.Contains(op.takes, media) || charset != "" && charset != "utf-8" {
		p := sorry(mediaTypeUnknown, "The body must be %s.", strings.Join(op.takes, " or "))
		p.header = http.Header{"Accept": {strings.Join(op.takes, ", ")}}
		return p
	}
	return nil
}

// sortedKeys are the keys of a map in order, for the same problems every time.
func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// printable is the name of a parameter as it may stand in a problem: one that looks
// like a name. What else was sent in its place is not repeated.
func printable(name string) string {
	if name == "" || !repeatableName.MatchString(name) {
		return "…"
	}
	return name
}
