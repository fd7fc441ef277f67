package api

import (
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register"
)

// precondition tells where a write names no version, or another one than that
// which is there. Both headers hold (RFC 9110, 13.2.2).
func precondition(r *http.Request, tag string) *problem {
	given, none := r.Header.Get("If-Match"), r.Header.Get("If-None-Match")
	if p := readable(given, "If-Match"); p != nil {
		return p
	}
	switch {
	case none == "*":
		return sorry(preconditionFailed, "It is there already.")
	case given == "":
		return sorry(preconditionRequired, "Send If-Match with the ETag of the version that you read.").about("If-Match", "missing-header", "It is required.", nil)
	case !matches(given, tag):
		return sorry(preconditionFailed, "Read it again, and make the change on the version that is there now.")
	case matches(none, tag):
		return sorry(preconditionFailed, "It is the version that If-None-Match rules out.")
	}
	return nil
}

// current tells where a read names another version than the one that there is (RFC
// 9110, 13.1.1): nobody has to, so most name none.
func current(r *http.Request, tag string) *problem {
	lines := r.Header["If-Match"]
	if len(lines) == 0 {
		return nil
	}
	given := strings.Join(lines, ", ")
	if p := readable(given, "If-Match"); p != nil {
		return p
	}
	if !matches(given, tag) {
		return sorry(preconditionFailed, "If-Match names another version than the one that is there.")
	}
	return nil
}

// absent tells where a write that makes something names a version all the same:
// there is none.
func absent(r *http.Request) *problem {
	given := r.Header.Get("If-Match")
	if p := readable(given, "If-Match"); p != nil || given == "" {
		return p
	}
	return sorry(preconditionFailed, "If-Match names a version, and there is none.")
}

// entityTags are the form of a header that names versions (RFC 9110, 13.1.1). What
// proxies make of tags when they compress answers counts as well: W/ before, or
// "-gzip" at the end. The bytes differ then, the version does not.
var entityTags = regexp.MustCompile(`^\s*(\*|(W/)?"[^"]*"(\s*,\s*(W/)?"[^"]*")*)\s*$`)

// readable tells where a header names versions in another form.
func readable(given, name string) *problem {
	if given == "" || entityTags.MatchString(given) {
		return nil
	}
	return sorry(requestInvalid, "The header has values that the operation does not take.").
		about(name, "invalid-parameter", "Expected the ETag that was read, with its quotation marks; or *.", nil)
}

// tagOfRegister is the tag of a register as a whole: that of its version.
func (s *snapshot) tagOfRegister() string { return tagOfRegister(s.Info) }

func tagOfRegister(info store.Info) string { return tagged("register", info.Tag) }

// mostReferences is how many references a conflict lists.
const mostReferences = 100

// referredTo tells by whom an entry is referred to.
func referredTo(view *register.View, kind register.Kind, key string) *problem {
	p := sorry(conflict, "Other entries refer to it.")
	for _, ref := range view.References() {
		if ref.ID != key || !slices.Contains(ref.Kinds, kind) || len(p.errors) >= mostReferences {
			continue
		}
		if other := shadows(view, ref, kind); other {
			continue
		}
		p.errors = append(p.errors, ProblemDetail{Code: "referred-to", Detail: "This entry refers to it.", At: &ref.At, Href: hrefOf(ref.At)})
	}
	if len(p.errors) == 0 {
		return nil
	}
	return p
}

// shadows reports whether a reference that may name several kinds names an entry
// of another kind.
func shadows(view *register.View, ref register.Reference, kind register.Kind) bool {
	for _, other := range ref.Kinds {
		if other == kind {
			return false
		}
		if view.Lookup(other, ref.ID) != nil {
			return true
		}
	}
	return false
}

// sendWritten sends an entry as it became.
func (s *Server) sendWritten(w http.ResponseWriter, status int, body []byte, tag string, after *snapshot) {
	header := w.Header()
	header.Set("Content-Type", "application/json")
	header.Set("Cache-Control", "private, no-cache")
	if tag != "" {
		header.Set("ETag", strconv.Quote(tag))
	}
	if after.Revision > 0 {
		header.Set("Ropa-Revision", strconv.FormatInt(after.Revision, 10))
	}
	header.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body) // whoever left does not read it
}

func (s *Server) sendRemoved(w http.ResponseWriter, revision int64) {
	if revision > 0 {
		w.Header().Set("Ropa-Revision", strconv.FormatInt(revision, 10))
	}
	w.WriteHeader(http.StatusNoContent)
}
