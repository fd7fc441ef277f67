package datamap

import (
	"reflect"
	"runtime"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/internal/crew"
)

// reuse finds what can be used of an older map.
type reuse struct {
	byFirst, byLast map[*register.Activity]*segment
}

func newReuse(old *Map) *reuse {
	r := &reuse{
		byFirst: make(map[*register.Activity]*segment, len(old.segments)),
		byLast:  make(map[*register.Activity]*segment, len(old.segments)),
	}
	for _, s := range old.segments {
		r.byFirst[s.activities[0]] = s
		r.byLast[s.activities[len(s.activities)-1]] = s
	}
	return r
}

// whole returns the segment of the activities that come next, if the older map
// has it. The last segment of a map may end where no other could.
func (r *reuse) whole(next []*register.Activity) *segment {
	if r == nil {
		return nil
	}
	s := r.byFirst[next[0]]
	if s == nil || len(s.activities) > len(next) || !slices.Equal(s.activities, next[:len(s.activities)]) {
		return nil
	}
	if n := len(s.activities); n < len(next) && !endsSegment(next[n-1], n) {
		return nil
	}
	return s
}

// part returns a segment that begins or ends with the same activities, and how
// many.
func (r *reuse) part(activities []*register.Activity) (s *segment, before, after int) {
	if r == nil {
		return nil, 0, 0
	}
	if s = r.byFirst[activities[0]]; s == nil {
		s = r.byLast[activities[len(activities)-1]]
	}
	if s == nil || s.bloated() {
		return nil, 0, 0
	}
	most := min(len(activities), len(s.activities))
	for before < most && activities[before] == s.activities[before] {
		before++
	}
	for after < most-before && activities[len(activities)-1-after] == s.activities[len(s.activities)-1-after] {
		after++
	}
	return s, before, after
}

// compileAll makes the segments of the map, with those of an older one, or parts
// of them, where they are still right.
func (m *Map) compileAll(old *reuse) []job {
	activities := m.view.Activities()
	var jobs []job
	for len(activities) > 0 {
		if s := old.whole(activities); s != nil {
			m.segments = append(m.segments, s)
			activities = activities[len(s.activities):]
			continue
		}
		n := 1
		for n < len(activities) && !endsSegment(activities[n-1], n) {
			n++
		}
		jobs = append(jobs, job{at: len(m.segments), activities: activities[:n]})
		m.segments = append(m.segments, nil)
		activities = activities[n:]
	}
	m.run(jobs, old)
	for i := range jobs {
		if points := jobs[i].points; points != nil {
			m.segments[jobs[i].at].renumber(m.points.numbers(points))
		}
	}
	return jobs
}

// job is a segment to be made.
type job struct {
	at         int
	activities []*register.Activity
	points     []point // that have no numbers yet

	from          *segment // the older one of which it has the first and last blocks
	before, after int      // how many of them
}

// run makes segments, several at a time.
func (m *Map) run(jobs []job, old *reuse) {
	var wait crew.Crew
	queue := make(chan *job, len(jobs))
	for i := range jobs {
		queue <- &jobs[i]
	}
	close(queue)
	work := func() {
		c := m.compilers.Get().(*compiler)
		c.begin(m)
		for j := range queue {
			if s, before, after := old.part(j.activities); before+after > 0 {
				j.from, j.before, j.after = s, before, after
				m.segments[j.at] = c.splice(s, j.activities, before, after)
			} else {
				m.segments[j.at], j.points = c.segment(j.activities)
			}
		}
		c.forget()
		m.compilers.Put(c)
	}
	for range min(len(jobs), runtime.GOMAXPROCS(0)) - 1 {
		wait.Go(work)
	}
	if len(jobs) > 0 {
		work()
	}
	wait.Wait()
}

// sameShared reports whether what is said of all activities is the same.
func sameShared(a, b *register.AllActivities) bool {
	return a == b || a != nil && b != nil && reflect.DeepEqual(a, b)
}
