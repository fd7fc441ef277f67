package benchmarks

import (
	"fmt"
	"net/http"
	"sync"
	"time"
)

// replicas measures two servers on one database: how long after a change was
// acknowledged by one the other one answers with it, and what reading costs while
// others write.
func replicas(d *databases) error {
	if d.missing != nil {
		return nil
	}
	p, err := d.postgres("")
	if err != nil {
		return err
	}
	servers, end, err := p.serve(2)
	if err != nil {
		return err
	}
	defer end()
	c := client(connections)
	defer c.CloseIdleConnections()
	for id, many := range map[string]int{"small": smallRegister, "other": smallRegister, "large": *activities} {
		raw, err := made(id, many, "")
		if err != nil {
			return err
		}
		if _, err := send(c, http.MethodPost, servers[0].url+"/v1/registers", raw); err != nil {
			return err
		}
	}
	if err := seen(c, servers); err != nil {
		return err
	}
	return reading(c, servers)
}

func entryAt(s *served, id string) string {
	return s.url + "/v1/registers/" + id + "/entities/activities/" + activityID(3)
}

// seen measures when what one server acknowledged is what the other one answers.
func seen(c *http.Client, servers []*served) error {
	t := newTable("Register", "changes", "median", "95th percentile", "the longest")
	for _, id := range []string{"small", "large"} {
		var all []time.Duration
		w := &writer{at: entryAt(servers[0], id)}
		_, header, err := get(c, w.at)
		if err != nil {
			return err
		}
		w.tag = header.Get("ETag")
		for range 100 {
			if _, _, err := get(c, entryAt(servers[1], id)); err != nil { // so that it remembers
				return err
			}
			if err := w.write(c); err != nil {
				return err
			}
			took, err := timed(func() error { return until(c, entryAt(servers[1], id), w.tag) })
			if err != nil {
				return err
			}
			all = append(all, took)
		}
		median, p95 := spread(all)
		t.row(fmt.Sprintf("%s activities", thousands(map[string]int{"small": smallRegister, "large": *activities}[id])), len(all), median, p95, all[len(all)-1])
	}
	t.print("### Two servers on one database\n\nFrom the acknowledgement by one server to the answer of the other")
	return nil
}

// until asks until the answer has a tag.
func until(c *http.Client, url, tag string) error {
	for end := time.Now().Add(time.Minute); time.Now().Before(end); {
		_, header, err := get(c, url)
		if err != nil {
			return err
		}
		if header.Get("ETag") == tag {
			return nil
		}
	}
	return fmt.Errorf("%s: the change is not seen", url)
}

// reading measures what one server answers while the other one writes.
func reading(c *http.Client, servers []*served) error {
	t := newTable("Reads of one server", "a second", "changes a second on the other")
	for _, q := range []struct{ name, read, written string }{
		{"nobody writes", "small", ""},
		{"others write to another register", "small", "other"},
		{"others write to the same register, of %s activities", "small", "small"},
		{"nobody writes, %s activities", "large", ""},
		{"others write to the same register, of %s activities", "large", "large"},
	} {
		name := q.name
		if q.read == "large" {
			name = fmt.Sprintf(name, thousands(*activities))
		} else if q.written == q.read {
			name = fmt.Sprintf(name, thousands(smallRegister))
		}
		stop, written := make(chan struct{}), &writer{}
		var wg sync.WaitGroup
		var writing error
		if q.written != "" {
			written.at = entryAt(servers[0], q.written)
			_, header, err := get(c, written.at)
			if err != nil {
				return err
			}
			written.tag = header.Get("ETag")
			wg.Go(func() { writing = written.steadily(c, stop) })
		}
		begun := time.Now()
		r, err := getRate(servers[1].url+"/v1/registers/"+q.read+"/recipients?evidence=0&limit=4&receives=payment-card", *budget)
		close(stop)
		wg.Wait()
		if err != nil || writing != nil {
			return fmt.Errorf("%s: %w %w", name, err, writing)
		}
		t.row(name, r, float64(written.count)/time.Since(begun).Seconds())
	}
	t.print("Reads while others write")
	return nil
}

// steadily writes twenty times a second: many people at once.
func (w *writer) steadily(c *http.Client, stop <-chan struct{}) error {
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-stop:
			return nil
		case <-tick.C:
			if err := w.write(c); err != nil {
				return err
			}
		}
	}
}
