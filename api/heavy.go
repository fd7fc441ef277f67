package api

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/prometheus/client_golang/prometheus"
	"golang.org/x/sync/singleflight"
)

// heavy bounds what is worked on at once where one request takes much memory, or
// much time of a processor: documents, pictures, findings, whole registers. What is
// kept is sent without it.
type heavy struct {
	// places are taken by those who work, room by the bodies that are held.
	places, room *shares
	// asked are the answers that somebody waits for, by caller; made those that are
	// being made.
	asked, made singleflight.Group
	refused     prometheus.Counter
}

// Bounds of heavy work.
const (
	// waitingForEach is how many requests may wait for each place.
	waitingForEach = 16
	// roomForBodies is how many bytes of bodies are held at once, where one may not be
	// so large that two of them take more.
	roomForBodies = 64 << 20
	// mostBodiesWaiting is how many requests may wait for that.
	mostBodiesWaiting = 64
	// smallBody is the size up to which nobody counts bodies.
	smallBody = 64 << 10
	// someRegister and largeRegister are the sizes in memory from which it is heavy to
	// look through a register once, and to follow all data in it.
	someRegister, largeRegister = 1 << 20, 32 << 20
)

// newHeavy lets so many work at once, 0 for one for each processor; two at least,
// unless somebody asks for one.
func newHeavy(places int, mostBody int64, figures prometheus.Registerer) *heavy {
	places = cmp.Or(max(places, 0), max(2, runtime.GOMAXPROCS(0)))
	h := &heavy{
		places:  newShares(int64(places), places*waitingForEach),
		room:    newShares(max(roomForBodies, 2*mostBody), mostBodiesWaiting),
		refused: prometheus.NewCounter(prometheus.CounterOpts{Name: "ropa_heavy_refused_total", Help: "Requests refused because too many waited for heavy work."}),
	}
	waiting := prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "ropa_heavy_waiting", Help: "Requests that wait for heavy work to be done."},
		func() float64 { return float64(h.places.waiting.Load() + h.room.waiting.Load()) })
	figures.MustRegister(h.refused, waiting)
	return h
}

// busy is the kind of problem where too much is being asked.
var busy = &kindOfProblem{503, "busy", [2]string{"The server has too much to do", "De server heeft te veel te doen"}}

// take takes some of what is scarce for whoever makes a request.
func (s *Server) take(of *shares, r *http.Request, n int64) (give func(), err error) {
	give, err = of.take(r.Context(), s.askerOf(r), n)
	if errors.Is(err, errBusy) {
		s.heavy.refused.Inc()
		err = &problem{kind: busy, detail: "Too many wait already; try again.", header: http.Header{"Retry-After": {"5"}}}
	}
	return give, err
}

// heavily does heavy work for a request when there is a place for it. Nothing is to
// be sent meanwhile: whoever reads slowly would hold the place.
func (s *Server) heavily(r *http.Request, work func() error) error {
	leave, err := s.take(s.heavy.places, r, 1)
	if err != nil {
		return err
	}
	defer leave()
	return work()
}

// roomFor makes room for the body of a request, until the request is answered.
func (s *Server) roomFor(r *http.Request) error {
	n := r.ContentLength
	if n > s.mostBody {
		return sorry(bodyTooLarge, "The body is larger than %d bytes.", s.mostBody)
	}
	if n < 0 {
		n = s.mostBody
	}
	if n <= smallBody {
		return nil
	}
	give, err := s.take(s.heavy.room, r, n)
	if err == nil {
		callOf(r.Context()).atEnd(give)
	}
	return err
}

// made makes the answer to a question and keeps it. Where that is heavy it takes a
// place, and all who ask the same meanwhile get the same answer.
func (s *Server) made(a *asking, q *asked, tag string, make func() (*content, error)) (*answer, error) {
	if !a.heavy() {
		return s.makeNow(a, q, tag, make)
	}
	ctx, same := a.r.Context(), q.tenant+"\x00"+q.path+"\x00"+tag
	for {
		// Once for each caller, for whom it waits in the row of that caller alone; and
		// once for all whose turn it is.
		flight := s.heavy.asked.DoChan(s.askerOf(a.r)+"\x00"+same, func() (found any, err error) {
			defer recovered(&err)
			err = s.heavily(a.r, func() (err error) {
				found, err, _ = s.heavy.made.Do(same, func() (_ any, err error) {
					defer recovered(&err)
					if found := s.kept.get(*q); found != nil {
						return found, nil
					}
					made, err := s.makeNow(a, q, tag, make)
					if err == nil {
						made.own() // others may send it too
					}
					return made, err
				})
				return err
			})
			return found, err
		})
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case done := <-flight:
			if done.Err == nil {
				return done.Val.(*answer), nil
			}
			if ctx.Err() != nil || !over(done.Err) {
				return nil, done.Err
			}
			// Whoever asked first has left, or had less time.
		}
	}
}

// recovered makes an error of a panic, which on its own would end the server.
func recovered(err *error) {
	if fault := recover(); fault != nil {
		*err = fmt.Errorf("panic while an answer was made\n%s", traceOf(fault))
	}
}

// traceOf tells where a panic that is being recovered was, in a goroutine that was
// waited for as well. What it says is not logged: it may hold what somebody wrote.
func traceOf(fault any) string {
	trace := string(debug.Stack())
	if f, ok := fault.(interface{ Trace() []byte }); ok {
		trace = string(f.Trace()) + "\n" + trace
	}
	return trace
}

// over reports whether an error tells that the time of a request was over.
func over(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

func (s *Server) makeNow(a *asking, q *asked, tag string, make func() (*content, error)) (*answer, error) {
	c, err := make()
	if err != nil {
		return nil, err
	}
	found := newAnswer(c, tag, a.snap.Revision)
	s.kept.put(*q, found)
	s.metrics.made.Inc()
	return found, nil
}

// heavy reports whether it takes much to make an answer.
func (a *asking) heavy() bool {
	op, query := callOf(a.r.Context()).operation, queryOf(a.r)
	switch op {
	case "makeDocument", "drawDiagram":
		return true
	case "listFindings", "exportRegister", "readRegister", "search":
		return a.snap.size >= someRegister
	}
	all := query.Get("receives") == "" && query.Get("data") == "" && query.Get("brief") != "true"
	return strings.HasPrefix(op, "ask") && all && a.snap.size >= largeRegister
}
