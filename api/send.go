package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"github.com/openropa/ropa/api/internal/accept"
	"github.com/openropa/ropa/api/store"
)

// contractTag tells this contract from any other.
var contractTag = sync.OnceValue(func() string {
	sum := sha256.Sum256(contract)
	return hex.EncodeToString(sum[:8])
})

// tagged is the tag of what is made of some things.
func tagged(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:12])
}

// asking is a question to a version of a register: what decides its answer.
type asking struct {
	w    http.ResponseWriter
	r    *http.Request
	snap *snapshot
}

// about begins a question about a register, in the version that the query asks
// for. It tells the caller where there is none.
func (s *Server) about(w http.ResponseWriter, r *http.Request, register string) (*asking, url.Values, bool) {
	query := queryOf(r)
	v, p := versionOf(query)
	if p != nil {
		s.fail(w, r, p)
		return nil, nil, false
	}
	snap, err := s.snapshot(r.Context(), keyOf(r, register), v)
	if err != nil {
		s.fail(w, r, s.missing(r.Context(), keyOf(r, register), v, err))
		return nil, nil, false
	}
	return &asking{w: w, r: r, snap: snap}, query, true
}

// answer sends what is made of a version of a register, or tells that the caller
// has it. What was made once for a version, an address, a language and a day is
// kept.
func (s *Server) answer(a *asking, make func() (*content, error)) {
	q := s.asked(a.r, a.snap.Tag)
	tag := q.hash()
	if matches(a.r.Header.Get("If-None-Match"), tag) || current(a.r, tag) != nil { // told without making it
		s.send(a.w, a.r, &content{}, tag, a.snap)
		return
	}
	found := s.kept.get(q)
	if found == nil {
		var err error
		if found, err = s.made(a, &q, tag, make); err != nil {
			s.fail(a.w, a.r, err)
			return
		}
	} else {
		s.metrics.kept.Inc()
	}
	if s.sendAnswer(a.w, a.r, found) {
		found.giveBack()
	}
}

// asked is what decides the answer to a request about a version of a register.
// The day is part of it where the operation answers as of today unless it is asked
// otherwise.
func (s *Server) asked(r *http.Request, tag string) asked {
	c := callOf(r.Context())
	q := asked{c.whoever().Tenant, tag, r.URL.Path, r.URL.RawQuery, languageOf(r), 0}
	if c.op != nil && c.op.dated {
		q.day = s.today(r)
	}
	return q
}

// hash is the tag of the answer.
func (q *asked) hash() string {
	return tagged(q.tag, q.path+"?"+q.query, string(q.language), q.day.String(), contractTag())
}

// fromKept sends an answer that was made before, without the work of reading the
// request a second time, and reports whether there was one. Only a request that the
// gate let through was answered, and the same letters ask the same.
func (s *Server) fromKept(op *operation, w http.ResponseWriter, r *http.Request) bool {
	if !op.kept || asksVersion(r.URL.RawQuery) {
		return false
	}
	info, err := s.store.Head(r.Context(), keyOf(r, r.PathValue("register")), store.Version{})
	if err != nil {
		return false
	}
	found := s.kept.get(s.asked(r, info.Tag))
	if found == nil {
		return false
	}
	s.metrics.kept.Inc()
	s.sendAnswer(w, r, found)
	return true
}

// asksVersion reports whether a query may ask for a version that is not the
// newest. Written otherwise, as with percent signs, it does so unnoticed: then
// nothing is found, for what was made of another version is kept under its tag.
func asksVersion(query string) bool {
	return query != "" && (strings.Contains(query, "revision=") || strings.Contains(query, "at=") || strings.Contains(query, "approved="))
}

// leastToCompress is the size from which a body is compressed.
const leastToCompress = 1 << 10

// Lines of the header that are the same each time. Nobody changes them.
var (
	varyLine  = []string{"Accept-Encoding, Accept-Language, Authorization"}
	cacheLine = []string{"private, no-cache"}
	gzipLine  = []string{"gzip"}
)

// send sends content with its tag.
func (s *Server) send(w http.ResponseWriter, r *http.Request, c *content, tag string, snap *snapshot) {
	revision := int64(0)
	if snap != nil {
		revision = snap.Revision
	}
	s.sendAnswer(w, r, newAnswer(c, tag, revision))
}

// sendAnswer sends an answer, or tells that the caller has it. It reports whether
// nobody reads the body any more: of a caller who left, HTTP/2 may be sending a part
// of it still.
func (s *Server) sendAnswer(w http.ResponseWriter, r *http.Request, a *answer) (over bool) {
	if p := current(r, a.tag); p != nil {
		s.fail(w, r, p)
		return true
	}
	header := w.Header()
	maps.Copy(header, a.header)
	header["Vary"], header["Cache-Control"] = varyLine, cacheLine
	if a.version != nil {
		header["Ropa-Revision"] = a.version
	}
	if a.page {
		header["Content-Security-Policy"], header["X-Frame-Options"], header["Referrer-Policy"] = pagePolicyLine, noFrameLine, noReferrerLine
	}
	if held := first(r.Header, "If-None-Match"); matches(held, a.tag) {
		header["Etag"] = a.etag
		if strings.Contains(held, a.tag+gzipMark) && accept.Gzip(r) { // what it holds is what it would get
			header["Etag"] = []string{strconv.Quote(a.tag + gzipMark)}
		}
		w.WriteHeader(http.StatusNotModified)
		return true
	}
	body, etag, length := a.body, a.etag, a.length
	if len(body) >= leastToCompress && accept.Gzip(r) && compressible(a.mediaType) {
		if compressed := a.gzipped(); compressed != nil {
			body = compressed
			header["Content-Encoding"] = gzipLine
			etag, length = []string{strconv.Quote(a.tag + gzipMark)}, []string{strconv.Itoa(len(body))}
		}
	}
	header["Etag"], header["Content-Type"], header["Content-Length"] = etag, a.kind, length
	w.WriteHeader(http.StatusOK)
	if r.Method == http.MethodHead {
		return true
	}
	_, err := w.Write(body)
	return err == nil
}

// gzipMark ends the tag of what is sent compressed: other bytes, another tag
// (RFC 9110, 8.8.3.3). It counts for nothing where tags are compared.
const gzipMark = "-gzip"

// matches reports whether a list of tags holds one, or all (*).
func matches(list, tag string) bool {
	if list == "" {
		return false
	}
	for one := range strings.SplitSeq(list, ",") {
		one = strings.TrimPrefix(strings.TrimSpace(one), "W/")
		if one == "*" || strings.TrimSuffix(strings.Trim(one, `"`), gzipMark) == tag && tag != "" {
			return true
		}
	}
	return false
}

// first is the first line of a header, by its name in the usual letters.
func first(h http.Header, name string) string {
	if lines := h[name]; len(lines) > 0 {
		return lines[0]
	}
	return ""
}

// compressible reports whether content of a media type shrinks.
func compressible(media string) bool {
	media, _, _ = strings.Cut(media, ";")
	return strings.HasPrefix(media, "text/") || strings.HasSuffix(media, "json") || strings.HasSuffix(media, "xml") || strings.HasSuffix(media, "yaml")
}

// buffers are where content is put together before it is known how large it is.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// mostPooled is the size up to which a buffer is used again.
const mostPooled = 4 << 20

// jsonOf is content as JSON.
func jsonOf(v any, header http.Header) (*content, error) {
	c, err := jsonBy(header, func(b []byte) ([]byte, error) {
		w := bytes.NewBuffer(b)
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		err := encoder.Encode(v)
		return w.Bytes(), err
	})
	if err != nil {
		return nil, err
	}
	c.own()
	return c, nil
}

// jsonBy is content as JSON, which is appended to some bytes. They are lent until
// the content is made to own them or is given back.
func jsonBy(header http.Header, appendTo func([]byte) ([]byte, error)) (*content, error) {
	room := buffers.Get().(*[]byte)
	b, err := appendTo((*room)[:0])
	if cap(b) > cap(*room) {
		*room = b
	}
	c := &content{mediaType: "application/json", body: b, header: header, lent: room}
	if err != nil {
		c.giveBack()
		return nil, err
	}
	return c, nil
}
