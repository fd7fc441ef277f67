package benchmarks

import (
	"io"
	"net"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"
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

func (s *served) close() { _ = s.server.Close() }

// client keeps its connections and asks for nothing compressed.
func client() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: connections, DisableCompression: true}}
}

// get returns the body of an address and its header.
func get(c *http.Client, url string) ([]byte, http.Header, int, error) {
	r, err := c.Get(url)
	if err != nil {
		return nil, nil, 0, err
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	return body, r.Header, r.StatusCode, err
}

// rate is how many requests a second an address answers.
func rate(url string, each time.Duration) (float64, error) {
	c := client()
	var n atomic.Int64
	var failed atomic.Value
	ask := func(until time.Time) {
		for time.Now().Before(until) {
			_, _, status, err := get(c, url)
			if err != nil {
				failed.Store(err)
				return
			}
			if status == http.StatusOK {
				n.Add(1)
			}
		}
	}
	all := func(for_ time.Duration) {
		until := time.Now().Add(for_)
		var wg sync.WaitGroup
		for range connections {
			wg.Go(func() { ask(until) })
		}
		wg.Wait()
	}
	all(each / 4) // warm
	n.Store(0)
	begun := time.Now()
	all(each)
	took := time.Since(begun)
	if err, ok := failed.Load().(error); ok {
		return 0, err
	}
	return float64(n.Load()) / took.Seconds(), nil
}

// median and 95th percentile of some times.
func spread(times []time.Duration) (median, p95 time.Duration) {
	slices.Sort(times)
	return times[len(times)/2], times[len(times)*95/100]
}
