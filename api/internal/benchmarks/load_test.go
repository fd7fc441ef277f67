package benchmarks

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/store"
)

// connections is how many requests are on their way at a time.
const connections = 8

// served is a handler behind a port of this machine.
type served struct {
	server *http.Server
	url    string
}

func serve(h http.Handler) (*served, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &served{&http.Server{Handler: h}, "http://" + listener.Addr().String()}
	go func() { _ = s.server.Serve(listener) }()
	return s, nil
}

// serveStore serves the registers of a store.
func serveStore(s store.Store) (*served, error) {
	server, err := api.New(api.Options{Store: s})
	if err != nil {
		return nil, err
	}
	return serve(server)
}

func (s *served) close() { _ = s.server.Close() }

// client keeps its connections and asks for nothing compressed.
func client(connections int) *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: connections, DisableCompression: true}}
}

// get returns the body of an address and its header.
func get(c *http.Client, url string) ([]byte, http.Header, error) {
	r, err := c.Get(url)
	if err != nil {
		return nil, nil, err
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err == nil && r.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %d %.300s", url, r.StatusCode, body)
	}
	return body, r.Header, err
}

// refusal is an answer that something was not done.
type refusal struct {
	status int
	said   string
}

func (r *refusal) Error() string { return r.said }

// send sends a body and expects that it went well.
func send(c *http.Client, method, url string, body []byte, headers ...string) (http.Header, error) {
	r, err := http.NewRequest(method, url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	if method == http.MethodPatch {
		r.Header.Set("Content-Type", "application/merge-patch+json")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := c.Do(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	said, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode >= 300 {
		err = &refusal{answer.StatusCode, fmt.Sprintf("%s %s: %d %.300s", method, url, answer.StatusCode, said)}
	}
	return answer.Header, err
}

// timed is how long something takes.
func timed(work func() error) (time.Duration, error) {
	begun := time.Now()
	err := work()
	return time.Since(begun), err
}

// rate is how often a second some workers together get something done. Where they
// are refused because others were first, they begin again; refused is the share of that.
func rate(workers int, each time.Duration, work func(worker int) error) (perSecond, refused float64, err error) {
	var n, conflicts atomic.Int64
	errs := make([]error, workers)
	all := func(last time.Duration) {
		until := time.Now().Add(last)
		var wg sync.WaitGroup
		for w := range workers {
			wg.Go(func() {
				for errs[w] == nil && time.Now().Before(until) {
					var no *refusal
					if errs[w] = work(w); errs[w] == nil {
						n.Add(1)
					} else if errors.As(errs[w], &no) && no.status == http.StatusConflict {
						errs[w] = nil
						conflicts.Add(1)
					}
				}
			})
		}
		wg.Wait()
	}
	all(each / 4) // warm
	n.Store(0)
	conflicts.Store(0)
	took, _ := timed(func() error { all(each); return nil })
	for _, err := range errs {
		if err != nil {
			return 0, 0, err
		}
	}
	return float64(n.Load()) / took.Seconds(), float64(conflicts.Load()) / float64(max(1, n.Load()+conflicts.Load())), nil
}

// getRate is how many requests a second an address answers.
func getRate(url string, each time.Duration) (float64, error) {
	c := client(connections)
	defer c.CloseIdleConnections()
	buffers := make([][64 << 10]byte, connections)
	r, _, err := rate(connections, each, func(worker int) error {
		a, err := c.Get(url)
		if err != nil {
			return err
		}
		defer a.Body.Close()
		for err == nil { // read, and not kept: the reader must not be what is measured
			_, err = a.Body.Read(buffers[worker][:])
		}
		if err == io.EOF && a.StatusCode == http.StatusOK {
			return nil
		}
		return fmt.Errorf("%s: %d %w", url, a.StatusCode, err)
	})
	return r, err
}
