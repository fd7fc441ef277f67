package api

import (
	"bytes"
	"compress/gzip"
	"container/list"
	"net/http"
	"sync"
)

// content is an answer as it is sent.
type content struct {
	mediaType string
	body      []byte
	// header is what it carries beside the tag and the media type.
	header http.Header

	once       sync.Once
	compressed []byte
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

// kept are the answers of one snapshot that were asked for last, by what was
// asked. Those of more than a quarter of the room are not kept.
type kept struct {
	most  int
	mu    sync.Mutex
	size  int
	by    map[string]*list.Element
	order list.List // of *keptAnswer
}

type keptAnswer struct {
	asked   string
	content *content
	size    int
}

func newKept(most int) *kept { return &kept{most: most, by: make(map[string]*list.Element)} }

func (k *kept) get(asked string) *content {
	k.mu.Lock()
	defer k.mu.Unlock()
	e := k.by[asked]
	if e == nil {
		return nil
	}
	k.order.MoveToFront(e)
	return e.Value.(*keptAnswer).content
}

func (k *kept) put(asked string, c *content) {
	// What is compressed and what surrounds it comes on top.
	size := len(c.body)*4/3 + len(asked) + 256
	if size > k.most/4 {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.by[asked] != nil {
		return
	}
	k.by[asked] = k.order.PushFront(&keptAnswer{asked, c, size})
	k.size += size
	for k.size > k.most {
		oldest := k.order.Back()
		old := oldest.Value.(*keptAnswer)
		delete(k.by, old.asked)
		k.order.Remove(oldest)
		k.size -= old.size
	}
}
