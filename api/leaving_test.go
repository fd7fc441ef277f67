package api_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/files"
)

// slow is a store whose reading waits to be let go.
type slow struct {
	store.Reader
	begun, goOn chan struct{}
	once        sync.Once
	reads       atomic.Int32
}

func (s *slow) Read(ctx context.Context, key store.Key, v store.Version) (*store.Copy, error) {
	s.reads.Add(1)
	s.once.Do(func() { close(s.begun) })
	select {
	case <-s.goOn:
		return s.Reader.Read(ctx, key, v)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Who asks first for a register and leaves takes nothing from those who ask for the
// same and stay.
func TestLeaving(t *testing.T) {
	opened, err := files.Open(files.Options{Load: load}, webgems)
	if err != nil {
		t.Fatal(err)
	}
	registers := &slow{Reader: opened, begun: make(chan struct{}), goOn: make(chan struct{})}
	c := over(t, registers)
	leaving, leave := context.WithCancel(t.Context())
	left := make(chan int, 1)
	go func() {
		w := httptest.NewRecorder()
		r := httptest.NewRequest(http.MethodGet, "/v1/registers/webgems/processors", nil).WithContext(leaving)
		c.server.ServeHTTP(w, r)
		left <- w.Code
	}()
	<-registers.begun
	stayed := make(chan answer, 1)
	go func() { stayed <- c.get("/registers/webgems/processors") }()
	leave()
	if code := <-left; code != http.StatusServiceUnavailable {
		t.Errorf("who left: %d", code)
	}
	close(registers.goOn)
	if a := <-stayed; a.status != http.StatusOK {
		t.Errorf("who stayed: %d %s", a.status, a.body)
	}
	if n := registers.reads.Load(); n != 1 {
		t.Errorf("it was read %d times", n)
	}
}

// Methods that nobody knows are counted as one: a caller must not fill the figures.
func TestOddMethods(t *testing.T) {
	c := serving(t, webgems)
	for i := range 50 {
		r := httptest.NewRequest("X"+strings.Repeat("A", i), "/", nil)
		c.server.ServeHTTP(httptest.NewRecorder(), r)
	}
	figures := string(c.do(http.MethodGet, "/metrics", "").body)
	if n := strings.Count(figures, "ropa_http_requests_total{"); n != 1 {
		t.Errorf("%d rows for methods that there are not", n)
	}
	if !strings.Contains(figures, `method="other"`) {
		t.Error("they are not counted")
	}
}
