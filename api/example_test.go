package api_test

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/client"
	"github.com/openropa/ropa/api/store/files"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
)

// The server is a handler beside others in a program of one's own: here of a register
// in a folder, below a prefix.
func Example() {
	load := func(path string) *files.Loaded {
		r, source, problems := register.Load(path)
		view, more := register.Resolve(r, source, nil)
		loaded := &files.Loaded{Files: source.Files(), Problems: append(problems, more...)}
		if !loaded.Problems.HasErrors() {
			loaded.View = view
		}
		return loaded
	}
	changed := func(id string, problems diag.Problems) { log.Println(id, "was read again:", problems.Err()) }
	registers, err := files.Open(files.Options{Load: load, Changed: changed}, "../examples/webgems")
	if err != nil {
		log.Fatal(err)
	}
	defer registers.Close()
	handler, err := api.New(api.Options{Store: registers}) // Authenticate, where others than this machine call
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/privacy/", http.StripPrefix("/privacy", handler))
	mux.HandleFunc("GET /hello", func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "hello") })
	server := httptest.NewServer(mux)
	defer server.Close()

	c, err := client.New(server.URL + "/privacy")
	if err != nil {
		log.Fatal(err)
	}
	for one, err := range c.Registers(context.Background()) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(one.ID, one.Organisation)
	}
	// Output:
	// webgems Ilona's WebGems
}
