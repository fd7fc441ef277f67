package api

import (
	"bytes"
	"compress/gzip"
	"container/list"
	"net/http"
	"strconv"
	"sync"

	"github.com/openropa/ropa/register/value"
)

// content is an answer as it is sent.
type content struct {
	mediaType string
	body      []byte
	// header is what it carries beside the tag and the media type.
	header http.Header
	// lent is the buffer in which the body stands, for as long as it is sent once and
	// by one request; nil where the body is its own.
	lent *[]byte

	once       sync.Once
	compressed []byte
}

// own makes the body the content's own, to be kept or sent by others.
func (c *content) own() {
	if c.lent != nil {
		c.body = bytes.Clone(c.body)
		c.giveBack()
	}
}

// giveBack gives back the buffer of a body that is not the content's own. Nobody
// reads it any more.
func (c *content) giveBack() {
	if c.lent == nil {
		return
	}
	if cap(*c.lent) > mostPooled {
		*c.lent = nil
	}
	buffers.Put(c.lent)
	c.lent = nil
}

// gzipped is the body compressed, made once; nil where that saves nothing.
func (c *content) gzipped() []byte {
	c.once.Do(func() {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		_, err := w.Write(c.body)
		if closeErr := w.Close(); err != nil || closeErr != nil || b.Len() >= len(c.body) {
			return
		}
		c.compressed = b.Bytes()
	})
	return c.compressed
}

// asked is what decides an answer: the version of a register of a tenant, the
// address, the query as it was written, the language, and the day where the answer
// depends on it.
type asked struct {
	tenant, tag, path, query string
	language                 value.Language
	day                      value.Date
}

// answer is content with the tag under which it is sent, and the lines of the
// header that are the same each time.
type answer struct {
	*content
	lines                       [4][1]string // of these four
	tag                         string
	etag, length, kind, version []string
	// page: a browser may show it, for it is no JSON.
	page bool
}

func newAnswer(c *content, tag string, revision int64) *answer {
	a := &answer{content: c, tag: tag, page: c.mediaType != "application/json"}
	a.lines = [4][1]string{{`"` + tag + `"`}, {strconv.Itoa(len(c.body))}, {c.mediaType}, {strconv.FormatInt(revision, 10)}}
	a.etag, a.length, a.kind = a.lines[0][:], a.lines[1][:], a.lines[2][:]
	if revision > 0 {
		a.version = a.lines[3][:]
	}
	return a
}

// kept are the answers that were asked for last, of all registers. Those of more
// than a quarter of the room are not kept.
type kept struct {
	most  int64
	mu    sync.Mutex
	size  int64
	by    map[asked]*list.Element
	order list.List // of *keptAnswer, the last asked for in front
}

type keptAnswer struct {
	asked asked
	*answer
	size int64
}

func newKept(most int64) *kept { return &kept{most: most, by: make(map[asked]*list.Element)} }

func (k *kept) get(q asked) *answer {
	k.mu.Lock()
	defer k.mu.Unlock()
	e := k.by[q]
	if e == nil {
		return nil
	}
	k.order.MoveToFront(e)
	return e.Value.(*keptAnswer).answer
}

func (k *kept) put(q asked, a *answer) {
	// What is compressed and what surrounds it comes on top.
	size := int64(len(a.body)*4/3 + len(q.tenant) + len(q.tag) + len(q.path) + len(q.query) + 1024)
	if size > k.most/4 {
		return
	}
	a.own()
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.by[q] != nil {
		return
	}
	k.by[q] = k.order.PushFront(&keptAnswer{q, a, size})
	k.size += size
	for k.size > k.most {
		oldest := k.order.Back()
		old := oldest.Value.(*keptAnswer)
		delete(k.by, old.asked)
		k.order.Remove(oldest)
		k.size -= old.size
	}
}
