package api

import (
	"net/http"
	"strconv"
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
	answers  *prometheus.CounterVec
	refused  prometheus.Counter
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
		answers:  prometheus.NewCounterVec(prometheus.CounterOpts{Name: "ropa_answers_total", Help: "Answers by where they came from: made, or kept."}, []string{"from"}),
		refused:  prometheus.NewCounter(prometheus.CounterOpts{Name: "ropa_authentications_refused_total", Help: "Requests with a token that is not valid."}),
	}
	m.registry.MustRegister(m.requests, m.seconds, m.inFlight, m.answers, m.refused, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

func (m *metrics) begin() { m.inFlight.Inc() }

func (m *metrics) end(operation, method string, status int, took time.Duration) {
	m.inFlight.Dec()
	m.requests.WithLabelValues(operation, method, strconv.Itoa(status)).Inc()
	m.seconds.WithLabelValues(operation).Observe(took.Seconds())
}
