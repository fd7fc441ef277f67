package client_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/openropa/ropa/api/client"
	"github.com/openropa/ropa/register/datamap"
)

// A server cannot lead its caller on for ever.
func TestPagesEnd(t *testing.T) {
	const entries = `[{"id":"a"},{"id":"b"}]`
	for name, page := range map[string]func(n int) (entries string, total int, next string){
		"nothing, and more":   func(n int) (string, int, string) { return `[]`, 1 << 40, fmt.Sprint(n) },
		"more than there are": func(n int) (string, int, string) { return entries, 5, fmt.Sprint(n) },
		"more each time":      func(n int) (string, int, string) { return entries, 2*n + 2, fmt.Sprint(n) },
		"the same again":      func(int) (string, int, string) { return entries, 1 << 40, "x" },
		"no total":            func(int) (string, int, string) { return entries, 0, "" },
	} {
		asked := 0
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			asked++
			list, total, next := page(asked)
			_, _ = io.WriteString(w, fmt.Sprintf(`{"question":"processors","items":%s,"answers":%s,"total":%d,"next":%q}`, list, list, total, next))
		}))
		c, err := client.New(server.URL)
		if err != nil {
			t.Fatal(err)
		}
		shop := c.Register("webgems")
		if _, err := shop.Ask(t.Context(), datamap.Processors, datamap.Filter{}); !errors.Is(err, client.ErrPages) || asked > 3 {
			t.Errorf("answers, %s: %v after %d", name, err, asked)
		}
		asked = 0
		last := error(nil)
		for _, err := range shop.Parties().All(t.Context()) {
			last = err
		}
		if !errors.Is(last, client.ErrPages) || asked > 3 {
			t.Errorf("entries, %s: %v after %d", name, last, asked)
		}
		server.Close()
	}
}
