package benchmarks

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/openropa/ropa/api/store"
)

// smallRegister is how many activities a register has of which there are many:
// about as many as the web shop.
const smallRegister = 10

// crowd is how many write at once, to how many registers. Writers to one register
// change an entry each.
type crowd struct{ writers, registers int }

var crowds = []crowd{{1, 1}, {8, 1}, {8, 8}, {64, 64}}

// writers measures how many changes a second are acknowledged, with one server on
// a database and with two.
func writers(d *databases) error {
	places, err := d.places()
	if err != nil {
		return err
	}
	t := newTable("Writers, registers", "servers", "changes a second", "refused (409)", "plain commits", "those that notify")
	for _, p := range places {
		counts := []int{1}
		if p.replicas {
			counts = append(counts, 2)
		}
		for _, servers := range counts {
			if err := p.crowds(t, servers); err != nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
		}
	}
	t.print("### Many who write")
	return nil
}

// crowds measures them on some servers, writers taking turns with the servers.
func (p *place) crowds(t *table, many int) error {
	servers, end, err := p.serve(many)
	if err != nil {
		return err
	}
	defer end()
	c := client(64)
	defer c.CloseIdleConnections()
	for _, crowd := range crowds {
		all, err := crowd.begin(c, servers, fmt.Sprintf("of-%d-%d-%d", many, crowd.writers, crowd.registers))
		if err != nil {
			return err
		}
		r, refused, err := rate(len(all), *budget, func(w int) error { return all[w].write(c) })
		if err != nil {
			return err
		}
		cells := []any{fmt.Sprintf("%s: %d, %d", p.name, crowd.writers, crowd.registers), many, r, percent(refused)}
		for _, notifying := range []bool{false, true} {
			if notifying && !p.replicas {
				break
			}
			plain, err := p.plainRate(crowd.writers, notifying)
			if err != nil {
				return err
			}
			cells = append(cells, plain)
		}
		t.row(cells...)
	}
	return nil
}

// plainRate is how many plain commits a second some connections make.
func (p *place) plainRate(writers int, notifying bool) (float64, error) {
	body := []byte(strings.Repeat("x", 2000))
	commit := make([]func([]byte) error, writers)
	for i := range commit {
		one, end, err := p.floor(notifying)
		if err != nil {
			return 0, err
		}
		defer end()
		commit[i] = one
	}
	r, _, err := rate(writers, *budget/2, func(w int) error { return commit[w](body) })
	return r, err
}

// serve serves a database from several servers.
func (p *place) serve(many int) (all []*served, end func(), err error) {
	var stores []store.Store
	end = func() {
		for _, s := range all {
			s.close()
		}
		for _, s := range stores {
			_ = s.Close()
		}
	}
	for range many {
		s, err := p.another()
		if err != nil {
			end()
			return nil, nil, err
		}
		stores = append(stores, s)
		server, err := serveStore(s)
		if err != nil {
			end()
			return nil, nil, err
		}
		all = append(all, server)
	}
	return all, end, nil
}

// begin makes the registers of a crowd, and its writers.
func (c crowd) begin(over *http.Client, servers []*served, prefix string) ([]*writer, error) {
	for i := range c.registers {
		raw, err := made(fmt.Sprintf("%s-%d", prefix, i), smallRegister, "")
		if err != nil {
			return nil, err
		}
		if _, err := send(over, http.MethodPost, servers[0].url+"/v1/registers", raw); err != nil {
			return nil, err
		}
	}
	var all []*writer
	for i := range c.writers {
		w := &writer{at: fmt.Sprintf("%s/v1/registers/%s-%d/entities/activities/%s", servers[i%len(servers)].url, prefix, i%c.registers, activityID(i/c.registers))}
		_, header, err := get(over, w.at)
		if err != nil {
			return nil, err
		}
		w.tag = header.Get("ETag")
		all = append(all, w)
	}
	return all, nil
}

// writer changes one entry again and again.
type writer struct {
	at, tag string
	count   int
}

func (w *writer) write(c *http.Client) error {
	w.count++
	header, err := send(c, http.MethodPatch, w.at, fmt.Appendf(nil, `{"note":{"en":"change %d"}}`, w.count), "If-Match", w.tag)
	if err == nil {
		w.tag = header.Get("ETag")
	}
	return err
}
