package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
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
	// also decides the answer beside version, address, query and language: the day.
	also string
}

// about begins a question about a register, in the version that the query asks
// for. It tells the caller where there is none.
func (s *Server) about(w http.ResponseWriter, r *http.Request, register string) (*asking, url.Values, bool) {
	query := r.URL.Query()
	v, p := versionOf(query)
	if p != nil {
		s.fail(w, r, p)
		return nil, nil, false
	}
	snap, err := s.snapshot(r.Context(), keyOf(r, register), v)
	if err != nil {
		s.fail(w, r, err)
		return nil, nil, false
	}
	return &asking{w: w, r: r, snap: snap}, query, true
}

// answer sends what is made of a version of a register, or tells that the caller
// has it. What was made once for a version, an address and a language is kept.
func (s *Server) answer(a *asking, make func() (*content, error)) {
	asked := a.asked()
	tag := tagged(a.snap.Tag, asked, contractTag())
	if matches(a.r.Header.Get("If-None-Match"), tag) {
		s.send(a.w, a.r, &content{}, tag, a.snap)
		return
	}
	c := a.snap.kept.get(asked)
	if c == nil {
		var err error
		if c, err = make(); err != nil {
			s.fail(a.w, a.r, err)
			return
		}
		a.snap.kept.put(asked, c)
		s.metrics.answers.WithLabelValues("made").Inc()
	} else {
		s.metrics.answers.WithLabelValues("kept").Inc()
	}
	s.send(a.w, a.r, c, tag, a.snap)
}

// asked is what decides the answer beside the version: address, query, language,
// day.
func (a *asking) asked() string {
	return a.r.URL.Path + "?" + a.r.URL.RawQuery + "\x00" + string(languageOf(a.r)) + "\x00" + a.also
}

// fromKept sends an answer that was made before, without the work of reading the
// request a second time, and reports whether there was one.
func (s *Server) fromKept(op *operation, w http.ResponseWriter, r *http.Request) bool {
	if op.writes() || !strings.HasPrefix(op.path, "/v1/registers/{register}/") {
		return false
	}
	query := r.URL.Query()
	v, p := versionOf(query)
	if p != nil {
		return false
	}
	key := keyOf(r, r.PathValue("register"))
	info, err := s.store.Head(r.Context(), key, v)
	if err != nil {
		return false
	}
	a := &asking{w: w, r: r, snap: s.snapshots.get(snapshotKey{key, info.Tag})}
	if a.snap == nil {
		return false
	}
	if op.query["as-of"] != nil {
		a.also = s.dayOf(query).String()
	}
	asked := a.asked()
	c := a.snap.kept.get(asked)
	if c == nil {
		return false
	}
	s.metrics.answers.WithLabelValues("kept").Inc()
	s.send(w, r, c, tagged(a.snap.Tag, asked, contractTag()), a.snap)
	return true
}

// leastToCompress is the size from which a body is compressed.
const leastToCompress = 1 << 10

// send sends an answer with its tag.
func (s *Server) send(w http.ResponseWriter, r *http.Request, c *content, tag string, snap *snapshot) {
	header := w.Header()
	for name, values := range c.header {
		header[name] = values
	}
	header.Set("Vary", "Accept-Encoding, Accept-Language, Authorization")
	header.Set("Cache-Control", "private, no-cache")
	if snap != nil && snap.Revision > 0 {
		header.Set("Ropa-Revision", strconv.FormatInt(snap.Revision, 10))
	}
	if matches(r.Header.Get("If-None-Match"), tag) {
		header.Set("ETag", strconv.Quote(tag))
		w.WriteHeader(http.StatusNotModified)
		return
	}
	body := c.body
	if len(body) >= leastToCompress && takesGzip(r) && compressible(c.mediaType) {
		if compressed := c.gzipped(); compressed != nil {
			body = compressed
			header.Set("Content-Encoding", "gzip")
			tag += gzipMark
		}
	}
	header.Set("ETag", strconv.Quote(tag))
	header.Set("Content-Type", c.mediaType)
	header.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // whoever left does not read it
	}
}

// gzipMark ends the tag of what is sent compressed: other bytes, another tag
// (RFC 9110, 8.8.3.3). It counts for nothing where tags are compared.
const gzipMark = "-gzip"

// matches reports whether a list of tags holds one, or all (*).
func matches(list, tag string) bool {
	for one := range strings.SplitSeq(list, ",") {
		one = strings.TrimPrefix(strings.TrimSpace(one), "W/")
		if one == "*" || strings.TrimSuffix(strings.Trim(one, `"`), gzipMark) == tag && tag != "" {
			return true
		}
	}
	return false
}

// takesGzip reports whether the caller takes gzip.
func takesGzip(r *http.Request) bool {
	for one := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		coding, weight, _ := strings.Cut(strings.TrimSpace(one), ";")
		if strings.EqualFold(strings.TrimSpace(coding), "gzip") {
			return strings.TrimRight(strings.TrimSpace(weight), "0.") != "q="
		}
	}
	return false
}

// compressible reports whether content of a media type shrinks.
func compressible(media string) bool {
	media, _, _ = strings.Cut(media, ";")
	return strings.HasPrefix(media, "text/") || strings.HasSuffix(media, "json") || strings.HasSuffix(media, "xml") || strings.HasSuffix(media, "yaml")
}

// jsonOf is content as JSON.
func jsonOf(v any, header http.Header) (*content, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return nil, err
	}
	return &content{mediaType: "application/json", body: b.Bytes(), header: header}, nil
}
