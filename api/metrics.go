package api

import (
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// metrics are what /metrics shows, in a registry of the server's own.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	inFlight prometheus.Gauge
	refused  prometheus.Counter
	// made and kept count answers by where they came from.
	made, kept prometheus.Counter
	// known are the counters of what was counted before.
	known sync.Map // of counted by counting
}

// counting is what requests are counted by.
type counting struct {
	operation, method string
	status            int
}

// counted are the figures of some requests.
type counted struct {
	requests prometheus.Counter
	seconds  prometheus.Observer
}

// metricsPattern is where they are.
const metricsPattern = "GET /metrics"

func newMetrics() *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "ropa_http_requests_total", Help: "Requests by operation and status."}, []string{"operation", "method", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "ropa_http_request_seconds", Help: "How long requests take, by operation.",
			Buckets: []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30},
		}, []string{"operation"}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{Name: "ropa_http_requests_in_flight", Help: "Requests that are being answered."}),
		refused:  prometheus.NewCounter(prometheus.CounterOpts{Name: "ropa_authentications_refused_total", Help: "Requests with a token that is not valid."}),
	}
	answers := prometheus.NewCounterVec(prometheus.CounterOpts{Name: "ropa_answers_total", Help: "Answers by where they came from: made, or kept."}, []string{"from"})
	m.made, m.kept = answers.WithLabelValues("made"), answers.WithLabelValues("kept")
	m.registry.MustRegister(m.requests, m.seconds, m.inFlight, answers, m.refused, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

func (m *metrics) begin() { m.inFlight.Inc() }

func (m *metrics) end(operation, method string, status int, took time.Duration) {
	m.inFlight.Dec()
	key := counting{operation, method, status}
	known, found := m.known.Load(key)
	if !found {
		known, _ = m.known.LoadOrStore(key, counted{m.requests.WithLabelValues(operation, method, strconv.Itoa(status)), m.seconds.WithLabelValues(operation)})
	}
	known.(counted).requests.Inc()
	known.(counted).seconds.Observe(took.Seconds())
}
