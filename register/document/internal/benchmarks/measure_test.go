package benchmarks

import (
	"fmt"
	"runtime"
	"slices"
	"time"
)

// sample is how long something took, each time.
type sample []time.Duration

func (s sample) median() time.Duration {
	sorted := slices.Sorted(slices.Values(s))
	return sorted[len(sorted)/2]
}

// timed does something once, and tells how long it took and how many bytes it
// allocated.
func timed(work func() error) (time.Duration, uint64, error) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	err := work()
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	return took, after.TotalAlloc - before.TotalAlloc, err
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

func megabytes(n uint64) string {
	switch mb := float64(n) / 1e6; {
	case mb < 0.1:
		return fmt.Sprintf("%.0f KB", float64(n)/1e3)
	case mb < 10:
		return fmt.Sprintf("%.1f MB", mb)
	default:
		return fmt.Sprintf("%.0f MB", mb)
	}
}
