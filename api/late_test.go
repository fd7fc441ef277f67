package api_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
)

// A body that is small waits for nothing in the server: that it did not arrive in time
// is no failure of the server. A large one may have waited for room.
func TestBodiesThatComeTooLate(t *testing.T) {
	c, _ := keeping(t)
	for length, want := range map[int64]int{100: http.StatusBadRequest, 1 << 20: http.StatusServiceUnavailable, -1: http.StatusServiceUnavailable} {
		r := httptest.NewRequest(http.MethodPost, "/v1/registers/shop/entities/parties", io.MultiReader(strings.NewReader(`{"id":`), tooLate{}))
		r.ContentLength = length
		r.Header.Set("Content-Type", "application/json")
		c.send(r).is(t, want)
	}
}

// tooLate is a body of which nothing more comes before the time is over.
type tooLate struct{}

func (tooLate) Read([]byte) (int, error) { return 0, os.ErrDeadlineExceeded }
