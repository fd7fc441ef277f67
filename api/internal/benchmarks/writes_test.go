package benchmarks

import (
	"fmt"
	"net/http"
	"time"
)

// written is how long the writes of one store took.
type written struct {
	name                     string
	changed, plain           []time.Duration
	created, imported, whole []time.Duration
	listedFirst, listedAgain []time.Duration
}

// writes measures one write at a time, over loopback, acknowledged when it is on
// the disk; beside it a plain commit of as many bytes, in turns.
func writes(d *databases) error {
	places, err := d.places()
	if err != nil {
		return err
	}
	heads := []any{"What"}
	var all []*written
	for _, p := range places {
		w, err := writesTo(p)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		heads, all = append(heads, p.name), append(all, w)
	}
	t := newTable(heads...)
	line := func(what string, of func(*written) any) {
		cells := []any{what}
		for _, w := range all {
			cells = append(cells, of(w))
		}
		t.row(cells...)
	}
	line("one entry changed, acknowledged when it is on the disk", func(w *written) any { return told(w.changed) })
	line("a plain commit of the entry's bytes to the same disk, in turns with it", func(w *written) any { return told(w.plain) })
	line("how many times as long, of the medians", func(w *written) any { return times(medianOf(w.changed), medianOf(w.plain)) })
	line(fmt.Sprintf("register of %s activities created", thousands(*activities)), func(w *written) any { return medianOf(w.created) })
	line("the same imported over it, each activity changed", func(w *written) any { return medianOf(w.imported) })
	line("read whole", func(w *written) any { return medianOf(w.whole) })
	line(fmt.Sprintf("%s activities listed, for the first time", thousands(*activities)), func(w *written) any { return medianOf(w.listedFirst) })
	line("listed again", func(w *written) any { return medianOf(w.listedAgain) })
	t.print("### Writes")
	return nil
}

func told(all []time.Duration) string {
	median, p95 := spread(all)
	return fmt.Sprintf("%s, 95th percentile %s", lasting(median), lasting(p95))
}

func writesTo(p *place) (*written, error) {
	s, err := p.another()
	if err != nil {
		return nil, err
	}
	defer s.Close()
	server, err := serveStore(s)
	if err != nil {
		return nil, err
	}
	defer server.close()
	w := &written{name: p.name}
	c := client(connections)
	for i := range 3 {
		if err := w.register(c, server.url, registerID(i)); err != nil {
			return nil, err
		}
	}
	plain, end, err := p.floor(false)
	if err != nil {
		return nil, err
	}
	defer end()
	return w, w.entry(c, server.url+"/v1/registers/"+registerID(0), plain)
}

// register makes a large register, reads it, and imports another making over it.
func (w *written) register(c *http.Client, url, id string) error {
	first, err := made(id, *activities, "")
	if err != nil {
		return err
	}
	second, err := made(id, *activities, "changed")
	if err != nil {
		return err
	}
	at := url + "/v1/registers/" + id
	var header http.Header
	for _, step := range []struct {
		into *[]time.Duration
		do   func() error
	}{
		{&w.created, func() error { _, err := send(c, http.MethodPost, url+"/v1/registers", first); return err }},
		{&w.whole, func() (err error) { _, header, err = get(c, at); return err }},
		{&w.imported, func() error {
			_, err := send(c, http.MethodPost, at+"/import", second, "If-Match", header.Get("ETag"))
			return err
		}},
		{&w.listedFirst, func() error { return list(c, at) }},
		{&w.listedAgain, func() error { return list(c, at) }},
	} {
		took, err := timed(step.do)
		if err != nil {
			return err
		}
		*step.into = append(*step.into, took)
	}
	return nil
}

// list lists all activities in one page.
func list(c *http.Client, at string) error {
	_, _, err := get(c, fmt.Sprintf("%s/entities/activities?limit=%d", at, *activities))
	return err
}

// entry changes one entry again and again, in turns with a plain commit.
func (w *written) entry(c *http.Client, at string, plain func([]byte) error) error {
	at += "/entities/activities/" + activityID(7)
	body, header, err := get(c, at)
	if err != nil {
		return err
	}
	const warm = 10
	for i := range warm + 200 {
		patch := fmt.Appendf(nil, `{"note":{"en":"change %d"}}`, i)
		took, err := timed(func() (err error) {
			header, err = send(c, http.MethodPatch, at, patch, "If-Match", header.Get("ETag"))
			return err
		})
		if err != nil {
			return err
		}
		floor, err := timed(func() error { return plain(body) })
		if err != nil {
			return err
		}
		if i >= warm {
			w.changed, w.plain = append(w.changed, took), append(w.plain, floor)
		}
	}
	return nil
}
