package benchmarks

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/sqlite"
	"github.com/openropa/ropa/register"
)

func printReport() int {
	if err := reportAll(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func reportAll() error {
	folder, err := os.MkdirTemp("", "ropa-benchmarks")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	registers, err := sqlite.Open(context.Background(), filepath.Join(folder, "ropa.db"))
	if err != nil {
		return err
	}
	defer registers.Close()
	fmt.Printf("%d activities, %d processors, %s %s/%s\n\n", *activities, runtime.NumCPU(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	if err := writes("SQLite", registers); err != nil {
		return err
	}
	return reads(registers)
}

// made is the register of the benchmarks in canonical form: the activities of the
// web shop, again and again under other identifiers.
func made(id string) ([]byte, error) {
	r, _, problems := register.Load("../../../examples/webgems")
	if problems.HasErrors() {
		return nil, problems.Err()
	}
	r.ID = id
	own := r.Activities
	r.Activities = nil
	for i := range *activities {
		a := *own[i%len(own)]
		a.ID, a.Number = activityID(i), ""
		r.Activities = append(r.Activities, &a)
	}
	// What refers to one activity by its identifier would lead nowhere.
	r.Waivers, r.Rights = nil, nil
	return register.Save(r, register.CanonicalJSON)
}

func activityID(i int) string { return fmt.Sprintf("activity-%d", i) }

func writes(name string, registers store.Store) error {
	server, err := api.New(api.Options{Store: registers})
	if err != nil {
		return err
	}
	s, err := serve(server)
	if err != nil {
		return err
	}
	defer s.close()
	c := client()
	raw, err := made("large")
	if err != nil {
		return err
	}
	begun := time.Now()
	if _, err := send(c, http.MethodPost, s.url+"/v1/registers", raw, nil); err != nil {
		return err
	}
	created := time.Since(begun)
	at := s.url + "/v1/registers/large/entities/activities/" + activityID(7)
	_, header, _, err := get(c, at)
	if err != nil {
		return err
	}
	tag := header.Get("ETag")
	var times []time.Duration
	for i := range 100 {
		body := fmt.Appendf(nil, `{"note":{"en":"change %d"}}`, i)
		begun := time.Now()
		h, err := send(c, http.MethodPatch, at, body, map[string]string{"If-Match": tag})
		if err != nil {
			return err
		}
		times = append(times, time.Since(begun))
		tag = h.Get("ETag")
	}
	median, p95 := spread(times)
	begun = time.Now()
	_, header, _, err = get(c, s.url+"/v1/registers/large")
	if err != nil {
		return err
	}
	whole := time.Since(begun)
	begun = time.Now()
	if _, err := send(c, http.MethodPost, s.url+"/v1/registers/large/import", raw, map[string]string{"If-Match": header.Get("ETag")}); err != nil {
		return err
	}
	imported := time.Since(begun)
	begun = time.Now()
	if _, _, _, err := get(c, s.url+"/v1/registers/large/entities/activities?limit=1000"); err != nil {
		return err
	}
	listed := time.Since(begun)
	table("store", "one entry changed", "95th percentile", "register created", "imported", "read whole", "1,000 listed")
	row(name, median, p95, created, imported, whole, listed)
	return flush()
}

// send sends a body and expects that it went well.
func send(c *http.Client, method, url string, body []byte, headers map[string]string) (http.Header, error) {
	r, err := http.NewRequest(method, url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	if method == http.MethodPatch {
		r.Header.Set("Content-Type", "application/merge-patch+json")
	}
	for name, value := range headers {
		r.Header.Set(name, value)
	}
	answer, err := c.Do(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	var b bytes.Buffer
	if _, err := b.ReadFrom(answer.Body); err != nil {
		return nil, err
	}
	if answer.StatusCode >= 300 {
		return nil, fmt.Errorf("%s %s: %d %.300s", method, url, answer.StatusCode, b.String())
	}
	return answer.Header, nil
}

// reads measures answers that are kept and answers that are made, beside a bare
// handler that writes the same bytes.
func reads(registers store.Store) error {
	keeping, err := api.New(api.Options{Store: registers})
	if err != nil {
		return err
	}
	making, err := api.New(api.Options{Store: registers, Answers: 1})
	if err != nil {
		return err
	}
	table("question", "bytes", "bare", "kept", "of bare", "made", "of bare")
	for _, q := range []struct{ name, path string }{
		{"who gets a rare category", "recipients?evidence=0&limit=4&receives=payment-card"},
		{"who gets a common category", "recipients?evidence=1&limit=60&receives=name"},
		{"a list of activities", "entities/activities?limit=400"},
	} {
		if err := read(q.name, "/v1/registers/large/"+q.path, keeping, making); err != nil {
			return err
		}
	}
	return flush()
}

func read(name, path string, keeping, making http.Handler) error {
	kept, err := serve(keeping)
	if err != nil {
		return err
	}
	defer kept.close()
	fresh, err := serve(making)
	if err != nil {
		return err
	}
	defer fresh.close()
	body, _, status, err := get(client(), kept.url+path)
	if err != nil || status != http.StatusOK {
		return fmt.Errorf("%s: %d %w %.200s", path, status, err, body)
	}
	bare, err := serve(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(body)
	}))
	if err != nil {
		return err
	}
	defer bare.close()
	rates := make([]float64, 3)
	for i, url := range []string{bare.url, kept.url + path, fresh.url + path} {
		if rates[i], err = rate(url, *budget); err != nil {
			return err
		}
	}
	row(name, len(body), perSecond(rates[0]), perSecond(rates[1]), percent(rates[1]/rates[0]), perSecond(rates[2]), percent(rates[2]/rates[0]))
	return nil
}

func perSecond(r float64) string { return fmt.Sprintf("%.0f/s", r) }
func percent(r float64) string   { return fmt.Sprintf("%.0f %%", 100*r) }

var out *tabwriter.Writer

func table(heads ...string) {
	out = tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', 0)
	fmt.Fprintln(out, "| "+strings.Join(heads, "\t| ")+"\t|")
	fmt.Fprintln(out, strings.Repeat("| ---\t", len(heads))+"|")
}

func row(cells ...any) {
	for i, c := range cells {
		if d, ok := c.(time.Duration); ok {
			cells[i] = fmt.Sprintf("%.3g ms", float64(d.Microseconds())/1000)
		}
		fmt.Fprintf(out, "| %v\t", cells[i])
	}
	fmt.Fprintln(out, "|")
}

func flush() error {
	err := out.Flush()
	fmt.Println()
	return err
}
