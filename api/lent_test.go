package api_test

import (
	"bytes"
	"errors"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/store/files"
)

// Answers that are made in room that is used again do not get into one another,
// whether they are kept or not, and whoever asks meanwhile.
func TestAnswersDoNotMix(t *testing.T) {
	for name, room := range map[string]int64{"kept": 0, "not kept": 1} {
		registers, err := files.Open(files.Options{Load: load}, webgems)
		if err != nil {
			t.Fatal(err)
		}
		server, err := api.New(api.Options{Store: registers, Now: now, Answers: room})
		if err != nil {
			t.Fatal(err)
		}
		ask := func(path string) []byte {
			r := httptest.NewRequest(http.MethodGet, "/v1/registers/webgems/"+path, nil)
			w := httptest.NewRecorder()
			server.ServeHTTP(w, r)
			if w.Code != http.StatusOK {
				t.Errorf("%s: %s: %d %s", name, path, w.Code, w.Body)
			}
			return w.Body.Bytes()
		}
		paths := []string{
			"recipients", "recipients?limit=3", "processors?names=true", "activities", "activities?recipient=mollie", "flows?limit=1000", "flows?limit=7",
			"data-categories?brief=true", "retention", "entities/parties", "revisions", "findings", "search?q=mollie",
		}
		first := make(map[string][]byte)
		for _, path := range paths {
			first[path] = bytes.Clone(ask(path))
		}
		var all sync.WaitGroup
		for i := range 4 {
			all.Go(func() {
				for n := range 3 * len(paths) {
					path := paths[(n*(i+1)+i)%len(paths)]
					if got := ask(path); !bytes.Equal(got, first[path]) {
						t.Errorf("%s: %s: another answer", name, path)
					}
				}
			})
		}
		all.Wait()
	}
}

// gone is a caller who left while a body was being sent, as over HTTP/2: what was
// given to be written is still read after that.
type gone struct {
	http.ResponseWriter
	sent, was []byte
}

func (g *gone) Write(b []byte) (int, error) {
	g.sent, g.was = b, bytes.Clone(b)
	return 0, errors.New("gone")
}

// Nobody's answer gets into what is still being sent to somebody who left.
func TestNothingIntoWhatIsSent(t *testing.T) {
	registers, err := files.Open(files.Options{Load: load}, webgems)
	if err != nil {
		t.Fatal(err)
	}
	server, err := api.New(api.Options{Store: registers, Now: now, Answers: 1}) // none is kept
	if err != nil {
		t.Fatal(err)
	}
	ask := func(w http.ResponseWriter, path string) {
		server.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/v1/registers/webgems/"+path, nil))
	}
	for range 20 {
		left := &gone{ResponseWriter: httptest.NewRecorder()}
		ask(left, "recipients")
		ask(httptest.NewRecorder(), "activities")
		if len(left.was) == 0 || !bytes.Equal(left.sent, left.was) {
			t.Fatalf("%d bytes, and others than were given", len(left.was))
		}
	}
}
