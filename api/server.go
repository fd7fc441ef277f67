package api

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/netip"
	"runtime"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"
	"golang.org/x/time/rate"

	"github.com/openropa/ropa/api/auth"
	"github.com/openropa/ropa/api/reference"
	"github.com/openropa/ropa/api/store"
)

// Options are what a server needs.
type Options struct {
	// Store keeps the registers. Required.
	Store store.Reader
	// Now tells the time; time.Now where it is nil.
	Now func() time.Time
	// Log is told of requests and of faults; nothing is where it is nil. It is never
	// told what a register says, nor what was submitted.
	Log *slog.Logger
	// Memory is about how many bytes of registers are kept ready for questions, those
	// that were asked last, 0 for 512 MiB; Answers is how many bytes of answers are
	// kept, 0 for 128 MiB. One register is ready however large it is.
	Memory, Answers int64
	// Timeout bounds the work on a request, 0 for a minute.
	Timeout time.Duration
	// Authenticate tells who calls. Where it is nil nobody is asked, and everybody is
	// an admin of the tenant "": for files on this machine alone.
	Authenticate auth.Authenticator
	// Rate is how many requests a second each caller may make in the long run, and
	// Burst how many at once, 0 for twice the rate. Where Rate is 0 there is no bound.
	Rate  float64
	Burst int
	// Proxies are the networks whose word counts for where a request comes from
	// (X-Forwarded-For).
	Proxies []netip.Prefix
	// Heavy is how many requests that take much may be worked on at once: documents,
	// pictures, findings, whole registers. One caller has half of these places, one at
	// least; the others wait. 0 is one for each processor, two at least.
	Heavy int
	// MaxBody is the largest body that is read, in bytes; 0 for 32 MiB.
	MaxBody int64
}

// ErrNoStore tells that the options name no store.
var ErrNoStore = errors.New("no store")

// Server answers what openapi.yaml says. It is an http.Handler, safe for
// concurrent use. Its paths may stand below a prefix that [http.StripPrefix] takes
// away; the headers Link and Location do not name the prefix then.
type Server struct {
	store     store.Reader
	now       func() time.Time
	log       *slog.Logger
	snapshots *snapshots
	kept      *kept
	metrics   *metrics
	turns     *turns
	ready     readiness
	// loads are how many registers are got ready at a time.
	loads    *semaphore.Weighted
	creating *making
	heavy    *heavy
	handler  http.Handler
	timeout  time.Duration
	mostBody int64
	// authenticate is nil where nobody is asked; rates where there is no bound.
	authenticate    auth.Authenticator
	rates, failures *limits
	proxies         []netip.Prefix
}

// New returns a server. The error is ErrNoStore.
func New(o Options) (*Server, error) {
	if o.Store == nil {
		return nil, ErrNoStore
	}
	s := &Server{
		store: o.Store, now: o.Now, log: o.Log, timeout: cmp.Or(o.Timeout, time.Minute), mostBody: cmp.Or(o.MaxBody, mostBody),
		snapshots: newSnapshots(cmp.Or(o.Memory, 512<<20)),
		kept:      newKept(cmp.Or(o.Answers, 128<<20)),
		metrics:   newMetrics(),
		turns:     newTurns(),
		loads:     semaphore.NewWeighted(int64(runtime.GOMAXPROCS(0))),
		creating:  newMaking(),

		authenticate: o.Authenticate, failures: newLimits(rate.Every(failureEvery), failuresAtOnce), proxies: o.Proxies,
	}
	s.heavy = newHeavy(o.Heavy, s.mostBody, s.metrics.registry)
	if o.Rate > 0 {
		s.rates = newLimits(rate.Limit(o.Rate), cmp.Or(o.Burst, max(1, int(2*o.Rate))))
	}
	if s.now == nil {
		s.now = time.Now
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	s.handler = s.observed(s.guarded(s.routes()))
	return s, nil
}

// ServeHTTP answers a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// routes are the operations of the contract; and, with them, what stands beside
// them.
func (s *Server) routes() (contract, all *http.ServeMux) {
	contract, all = http.NewServeMux(), http.NewServeMux()
	HandlerWithOptions(service{s}, StdHTTPServerOptions{
		BaseRouter: gates{contract, all, s},
		ErrorHandlerFunc: func(w http.ResponseWriter, r *http.Request, err error) {
			s.fail(w, r, parameterProblem(err))
		},
	})
	all.HandleFunc("GET /openapi.json", s.contract)
	reference.Register(all)
	all.HandleFunc("GET /registers", s.listing)
	all.Handle(metricsPattern, s.metrics.handler())
	return contract, all
}

// service are the operations of the contract.
type service struct{ *Server }

var _ ServerInterface = service{}

// parameterProblem is what generated code finds wrong with a parameter; the gate
// has found nearly all of it before.
func parameterProblem(err error) *problem {
	name := ""
	var (
		invalid  *InvalidParamFormatError
		required *RequiredParamError
		header   *RequiredHeaderError
		many     *TooManyValuesForParamError
	)
	switch {
	case errors.As(err, &invalid):
		name = invalid.ParamName
	case errors.As(err, &required):
		name = required.ParamName
	case errors.As(err, &header):
		name = header.ParamName
	case errors.As(err, &many):
		name = many.ParamName
	}
	return sorry(requestInvalid, "The parameter %s is not of the form that the contract gives.", name).
		about(name, "invalid-parameter", "See the contract at /openapi.json.", nil)
}

// fail tells of an error.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	var p *problem
	if over := r.Context().Err(); over != nil && !errors.As(err, &p) {
		err = fmt.Errorf("%w: %w", over, err) // whatever broke, broke for that
	}
	switch {
	case errors.As(err, &p):
	case errors.Is(err, store.ErrNotFound):
		p = sorry(notFound, "There is no such register.").about("register", "unknown-register", "There is no such register, or not for the caller.", nil)
	case errors.Is(err, store.ErrReadOnly):
		p = onlyFiles(readableAt(r))
	case errors.Is(err, store.ErrUnavailable):
		p = &problem{kind: unavailable, detail: "Try again; a write that was sent may have been made.", header: http.Header{"Retry-After": {"2"}}, cause: err}
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		p = &problem{kind: unavailable, detail: "It took too long.", header: http.Header{"Retry-After": {"5"}}, cause: err}
	default:
		p = &problem{kind: internalFault, detail: "The fault is in the log under the identifier of the request.", cause: err}
	}
	if p.kind.status >= 500 && p.kind != busy && !errors.Is(err, context.Canceled) { // who left is no fault
		s.log.LogAttrs(r.Context(), slog.LevelError, "failed", slog.String("request", requestID(r.Context())), slog.String("error", err.Error()))
	}
	p.write(w, r, languageOf(r), requestID(r.Context()))
}

func (s *Server) contract(w http.ResponseWriter, r *http.Request) {
	s.sendAnswer(w, r, contractAnswer())
}

// contractAnswer is the contract as it is sent, made and compressed once.
var contractAnswer = sync.OnceValue(func() *answer {
	return newAnswer(&content{mediaType: "application/json", body: contract}, tagged("contract", contractTag()), 0)
})
