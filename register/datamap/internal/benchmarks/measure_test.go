package benchmarks

import (
	"fmt"
	"runtime"
	"slices"
	"time"
)

// sample is how long something took, shortest first.
type sample []time.Duration

// repeat times something: at least so often, then until the time is used up,
// and a few thousand times at most. It begins with a clean heap.
func repeat(least int, budget time.Duration, work func()) sample {
	runtime.GC()
	var s sample
	for begun := time.Now(); len(s) < least || time.Since(begun) < budget && len(s) < 5_000; {
		start := time.Now()
		work()
		s = append(s, time.Since(start))
	}
	slices.Sort(s)
	return s
}

// at returns a percentile.
func (s sample) at(percent int) time.Duration { return s[min(len(s)-1, len(s)*percent/100)] }

func (s sample) median() time.Duration { return s.at(50) }

// ratios are how many times as long others take, smallest first.
type ratios []float64

func (r ratios) at(percent int) float64 {
	slices.Sort(r)
	return r[min(len(r)-1, len(r)*percent/100)]
}

func ratio(other, ours time.Duration) float64 {
	return float64(other) / float64(max(1, ours))
}

// times formats a ratio.
func times(r float64) string {
	if r >= 10 {
		return fmt.Sprintf("%.0f×", r)
	}
	return fmt.Sprintf("%.1f×", r)
}

// short formats a duration in three digits.
func short(d time.Duration) string {
	for _, unit := range []struct {
		of   time.Duration
		name string
	}{{time.Second, "s"}, {time.Millisecond, "ms"}, {time.Microsecond, "µs"}} {
		if d >= unit.of {
			return fmt.Sprintf("%.3g %s", float64(d.Round(unit.of/1000))/float64(unit.of), unit.name)
		}
	}
	return fmt.Sprintf("%d ns", d.Nanoseconds())
}

// heap returns the bytes in use after what is no longer needed has gone.
func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// allocations returns how many allocations one run makes.
func allocations(work func()) uint64 {
	const runs = 5
	work()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range runs {
		work()
	}
	runtime.ReadMemStats(&after)
	return (after.Mallocs - before.Mallocs) / runs
}

// megabytes returns how much is allocated while something is done once.
func megabytes(work func()) string {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	work()
	runtime.ReadMemStats(&after)
	return fmt.Sprintf("%.1f", float64(after.TotalAlloc-before.TotalAlloc)/1e6)
}
