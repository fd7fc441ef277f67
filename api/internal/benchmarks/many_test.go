package benchmarks

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"
)

// ownActivities is how many activities the web shop has.
func ownActivities() int {
	shop, err := webgems()
	if err != nil {
		return 0
	}
	return len(shop.Activities)
}

// many measures many registers in one server: what it holds in memory once each of
// them was asked something, and how fast it answers then.
func many(d *databases) error {
	p := d.sqlite()
	s, err := p.another()
	if err != nil {
		return err
	}
	defer s.Close()
	made, err := timed(func() error { return fill(s, *registers, ownActivities()) })
	if err != nil {
		return err
	}
	before := heap()
	server, err := serveStore(s)
	if err != nil {
		return err
	}
	defer server.close()
	fmt.Printf("%s registers of %d activities made in %s, %s before the first question\n\n", thousands(*registers), ownActivities(), lasting(made), before)
	t := newTable("Asked", "registers", "requests a second", "heap in use", "memory of the process")
	for round, q := range []struct{ name, receives string }{
		{"a question of each", "name"}, {"another question, in another order", "postal-address"}, {"the first question again", "name"},
	} {
		if err := asked(t, server, q.name, q.receives, round); err != nil {
			return err
		}
	}
	if err := hot(t, server); err != nil {
		return err
	}
	t.print("### Many registers in one server")
	return listing(server)
}

// asked asks each register a question in random order.
func asked(t *table, server *served, name, receives string, round int) error {
	order := rand.New(rand.NewPCG(1, uint64(round))).Perm(*registers)
	done := 0
	for upTo := range checkpoints(*registers) {
		if round > 0 && upTo < *registers {
			continue
		}
		took, err := timed(func() error { return ask(server, order[done:upTo], receives) })
		if err != nil {
			return err
		}
		h := heap()
		t.row(name, upTo, float64(upTo-done)/took.Seconds(), h.live, h.process)
		done = upTo
	}
	return nil
}

// checkpoints are 100, 1,000 and so on up to all.
func checkpoints(all int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for n := 100; n < all; n *= 10 {
			if !yield(n) {
				return
			}
		}
		yield(all)
	}
}

// hot asks the same few registers, which stay ready.
func hot(t *table, server *served) error {
	few := make([]int, 0, 2000)
	for i := range cap(few) {
		few = append(few, i%20)
	}
	took, err := timed(func() error { return ask(server, few, "name") })
	if err != nil {
		return err
	}
	h := heap()
	t.row("the same twenty registers again and again", 20, float64(len(few))/took.Seconds(), h.live, h.process)
	return nil
}

func ask(server *served, which []int, receives string) error {
	c := client(connections)
	defer c.CloseIdleConnections()
	errs := make([]error, connections)
	var wg sync.WaitGroup
	for w := range connections {
		wg.Go(func() {
			for i := w; i < len(which) && errs[w] == nil; i += connections {
				_, _, errs[w] = get(c, server.url+"/v1/registers/"+registerID(which[i])+"/recipients?evidence=0&limit=10&receives="+receives)
			}
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

// listing lists all registers, page by page, and looks for one.
func listing(server *served) error {
	c := client(1)
	var all []time.Duration
	count := 0
	next := server.url + "/v1/registers?limit=100"
	for next != "" {
		var header http.Header
		took, err := timed(func() (err error) { _, header, err = get(c, next); return err })
		if err != nil {
			return err
		}
		all, count = append(all, took), count+1
		next = ""
		if link, _, ok := strings.Cut(header.Get("Link"), ">"); ok {
			next = server.url + strings.TrimPrefix(link, "<")
		}
	}
	var sum time.Duration
	for _, one := range all {
		sum += one
	}
	t := newTable("Listing", "time")
	t.row(fmt.Sprintf("the first page of a hundred registers of %s", thousands(*registers)), all[0])
	t.row("a page, median", medianOf(all))
	t.row(fmt.Sprintf("all %d pages", count), sum)
	for _, name := range []string{"a register looked for by name", "another one"} {
		took, err := timed(func() error {
			_, _, err := get(c, server.url+"/v1/registers?q="+registerID(count))
			return err
		})
		if err != nil {
			return err
		}
		t.row(name, took)
	}
	t.print("Listing registers")
	return changing(c, server)
}

// changing changes entries of registers among all the others.
func changing(c *http.Client, server *served) error {
	var all []time.Duration
	w := &writer{}
	for i := range 200 {
		if i%10 == 0 { // another register, ready once it was read
			w = &writer{at: fmt.Sprintf("%s/v1/registers/%s/entities/activities/%s", server.url, registerID(i*37%*registers), activityID(3))}
			_, header, err := get(c, w.at)
			if err != nil {
				return err
			}
			w.tag = header.Get("ETag")
		}
		took, err := timed(func() error { return w.write(c) })
		if err != nil {
			return err
		}
		all = append(all, took)
	}
	t := newTable("Change", "time")
	t.row(fmt.Sprintf("one entry of one of %s registers changed", thousands(*registers)), told(all))
	t.print("Changing one of many")
	return nil
}

// held is what the process holds in memory.
type held struct{ live, process string }

func (h held) String() string { return h.live + " of heap, " + h.process + " of the process" }

func heap() held {
	runtime.GC()
	runtime.GC() // what the first one let go by finalizers
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return held{megabytes(m.HeapAlloc), resident()}
}

// resident is the memory of the process, on Linux.
func resident() string {
	raw, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return "unknown"
	}
	for line := range strings.Lines(string(raw)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, _ := strconv.ParseUint(strings.Fields(rest)[0], 10, 64)
			return megabytes(kb << 10)
		}
	}
	return "unknown"
}
