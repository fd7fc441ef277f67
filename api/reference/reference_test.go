package reference_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/openropa/ropa/api/reference"
)

// What is somebody else's is what package.json pins.
func TestPinned(t *testing.T) {
	for _, name := range []string{"swagger-ui-bundle.js", "swagger-ui.css"} {
		want, err := os.ReadFile("../../node_modules/swagger-ui-dist/" + name)
		if err != nil {
			t.Fatalf("%v (run npm ci)", err)
		}
		packed, err := os.ReadFile(name + ".gz")
		if err != nil {
			t.Fatal(err)
		}
		r, err := gzip.NewReader(bytes.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what is pinned (go run pack.go): %v", name, err)
		}
	}
}

// Each part that the page names is served, compressed or not, and none of it
// comes from elsewhere.
func TestPage(t *testing.T) {
	mux := http.NewServeMux()
	reference.Register(mux)
	get := func(path, encoding string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.Header.Set("Accept-Encoding", encoding)
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, r)
		return w
	}
	page := get("/", "").Body.String()
	named := 0
	for _, quoted := range strings.Split(page, `"`) {
		if !strings.HasPrefix(quoted, "reference/") {
			if strings.Contains(quoted, "://") || strings.HasPrefix(quoted, "//") {
				t.Errorf("the page takes %s from elsewhere", quoted)
			}
			continue
		}
		named++
		plain, packed := get("/"+quoted, ""), get("/"+quoted, "gzip")
		if plain.Code != http.StatusOK || packed.Code != http.StatusOK || plain.Body.Len() == 0 || plain.Header().Get("Content-Encoding") != "" {
			t.Errorf("%s: %d, %d", quoted, plain.Code, packed.Code)
		}
		if refused := get("/"+quoted, "gzip;q=0"); refused.Header().Get("Content-Encoding") != "" || !bytes.Equal(refused.Body.Bytes(), plain.Body.Bytes()) {
			t.Errorf("%s is sent compressed to one that refuses that", quoted)
		}
		tag := packed.Header().Get("ETag")
		if compressed := packed.Header().Get("Content-Encoding") != ""; tag == "" || compressed == (tag == plain.Header().Get("ETag")) {
			t.Errorf("%s: tags %s and %s", quoted, tag, plain.Header().Get("ETag"))
		}
		again := httptest.NewRequest(http.MethodGet, "/"+quoted, nil)
		again.Header.Set("Accept-Encoding", "gzip")
		again.Header.Set("If-None-Match", tag)
		w := httptest.NewRecorder()
		if mux.ServeHTTP(w, again); w.Code != http.StatusNotModified || w.Body.Len() != 0 {
			t.Errorf("%s is sent again: %d", quoted, w.Code)
		}
		if policy := plain.Header().Get("Content-Security-Policy"); !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "script-src 'self' 'unsafe") {
			t.Errorf("%s: %s", quoted, policy)
		}
	}
	if named != 4 {
		t.Errorf("the page names %d parts", named)
	}
	if w := get("/reference/other.js", ""); w.Code != http.StatusNotFound {
		t.Errorf("another part: %d", w.Code)
	}
}
