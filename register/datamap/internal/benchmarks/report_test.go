package benchmarks

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/internal/scale"
)

// reporter measures and prints. It stands in for the testing.TB of the code
// that it shares with the tests, of which it needs Helper, Fatal and Cleanup.
type reporter struct {
	testing.TB
	options  scale.Options
	register *register.Register
	view     *register.View
	flows    int
	built    mapEngine
	others   []named
	each     time.Duration
}

// named is an engine with its name.
type named struct {
	name string
	engine
}

func (*reporter) Helper() {}

func (*reporter) Cleanup(func()) {}

func (*reporter) Fatal(args ...any) {
	fmt.Fprintln(os.Stderr, args...)
	os.Exit(1)
}

func (r *reporter) Fatalf(format string, args ...any) { r.Fatal(fmt.Sprintf(format, args...)) }

// wants reports whether a word is in a list that a flag gives.
func wants(list, word string) bool { return slices.Contains(strings.Split(list, ","), word) }

// printReport prints the tables that -sections names.
func printReport() int {
	r := &reporter{options: scale.Options{Seed: 1, Activities: *activities, Parties: *parties}, each: time.Second}
	if *budget > 0 {
		r.each = *budget
	}
	r.register = scale.Register(r.options)
	r.view = resolved(r, r.register)
	r.flows = countFlows(r.view)
	r.machine()
	for _, section := range []struct {
		name  string
		print func()
	}{
		{"build", r.build}, {"load", r.load}, {"policy", r.policy}, {"ask", r.ask}, {"mix", r.mix},
		{"full", r.full}, {"evidence", r.evidence}, {"next", r.next}, {"growth", r.growth},
	} {
		if wants(*sections, section.name) {
			section.print()
		}
	}
	return 0
}

// machine tells what is measured, and on what.
func (r *reporter) machine() {
	uses, disclosures := 0, 0
	for _, a := range r.view.Activities() {
		uses, disclosures = uses+len(a.Data), disclosures+len(a.Disclosures)
	}
	fmt.Printf("%s, %s/%s, %d processors\n", runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.GOMAXPROCS(0))
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, d := range info.Deps {
			if d.Path == "modernc.org/sqlite" {
				fmt.Printf("%s %s\n", d.Path, d.Version)
			}
		}
	}
	fmt.Printf("%d activities, %d data uses, %d disclosures, %d parties, %d flows\n",
		len(r.view.Activities()), uses, disclosures, len(r.register.Parties), r.flows)
}

// title begins a section.
func title(format string, args ...any) { fmt.Printf("\n## "+format+"\n", args...) }

// table prints rows of cells between tabs.
func table(rows ...string) {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintln(w, row)
	}
	w.Flush()
}

// cells joins the cells of a row.
func cells(values ...any) string {
	var texts []string
	for _, v := range values {
		switch v := v.(type) {
		case time.Duration:
			texts = append(texts, short(v))
		default:
			texts = append(texts, fmt.Sprint(v))
		}
	}
	return strings.Join(texts, "\t")
}

// build measures the building of the map and what it takes of the heap beside
// the model.
func (r *reporter) build() {
	title("Build")
	before := heap()
	var m *datamap.Map
	s := repeat(3, 0, func() { m = datamap.Build(r.view) })
	taken := heap() - before
	runtime.KeepAlive(m)
	table(
		cells("median of 3", s.median()),
		cells("longest", s[len(s)-1]),
		cells("heap beyond the model", fmt.Sprintf("%.1f MB", float64(taken)/1e6)),
		cells("a flow", fmt.Sprintf("%.1f bytes", float64(taken)/float64(max(1, r.flows)))),
	)
}

// ready makes the engines, once.
func (r *reporter) ready() {
	if r.built.Map != nil {
		return
	}
	r.built = mapEngine{datamap.Build(r.view)}
	if wants(*engines, "scan") {
		r.others = append(r.others, named{"scan", newScan(r.view)})
	}
	if wants(*engines, "joins") || wants(*engines, "table") {
		start := time.Now()
		db := openDatabase(r, r.view)
		fmt.Printf("\nSQLite loaded, indexed and analysed in %s\n", short(time.Since(start)))
		if wants(*engines, "table") {
			r.others = append([]named{{"table", db.table()}}, r.others...)
		}
		if wants(*engines, "joins") {
			r.others = append([]named{{"joins", db.joins()}}, r.others...)
		}
	}
}

// same holds that all engines answer a question alike. It returns the number
// of answers and the time in which the map, then each of the others, gives them
// for the first time.
func (r *reporter) same(q *question) (int, sample) {
	start := time.Now()
	want := ask(r, r.built, q)
	took := sample{time.Since(start)}
	for _, e := range r.others {
		start = time.Now()
		got := ask(r, e, q)
		took = append(took, time.Since(start))
		if digest(got) != digest(want) {
			r.Fatalf("%s: %d answers by the map, %d by %s, or others", q.name, len(want), len(got), e.name)
		}
	}
	return len(want), took
}

// timed asks a question again and again.
func (r *reporter) timed(e engine, q *question, least int, budget time.Duration) sample {
	return repeat(least, budget, r.asking(e, q))
}

// asking returns what is timed: of the map the answers themselves, without a
// list of their ids.
func (r *reporter) asking(e engine, q *question) func() {
	if m, ok := e.(mapEngine); ok {
		return func() { r.answer(m.Map, q) }
	}
	return func() {
		if _, err := e.answer(q); err != nil {
			r.Fatal(err)
		}
	}
}

func (r *reporter) answer(m *datamap.Map, q *question) {
	if _, err := m.Ask(q.filter()); err != nil {
		r.Fatal(err)
	}
}

// fresh asks a question of maps of which nothing has been asked, each the next
// one of the same view: no answers are kept there.
func (r *reporter) fresh(of *datamap.Map, q *question, least int, budget time.Duration) sample {
	runtime.GC()
	var s sample
	for begun := time.Now(); len(s) < least || time.Since(begun) < budget && len(s) < 2_000; {
		m := of.Next(of.View())
		start := time.Now()
		r.answer(m, q)
		s = append(s, time.Since(start))
	}
	slices.Sort(s)
	return s
}

// freshAllocations returns how many allocations such an answer takes.
func (r *reporter) freshAllocations(q *question) uint64 {
	var maps []*datamap.Map
	for range 6 {
		maps = append(maps, r.built.Next(r.view))
	}
	i := 0
	return allocations(func() {
		r.answer(maps[i], q)
		i++
	})
}

// ask prints how long each question takes each engine.
func (r *reporter) ask() {
	r.ready()
	title("Questions: median and 90th percentile; ratios to the map, of the medians and of the 90th percentiles")
	rows := []string{r.heading("question", "answers", "first of all", "map", "p90", "allocs", "again")}
	list := questions(r.options.Parties)
	found, first := make([]int, len(list)), make([]sample, len(list))
	for i := range list {
		found[i], first[i] = r.same(&list[i])
	}
	for i, q := range list {
		n, took := found[i], first[i]
		ours, again := r.fresh(r.built.Map, &q, 20, r.each), r.timed(r.built, &q, 20, r.each/10)
		row := cells(q.name, n, took[0], ours.median(), ours.at(90), r.freshAllocations(&q), again.median())
		for j, e := range r.others {
			theirs := r.timed(e, &q, enough(took[1+j], 2*time.Second, 5), r.each)
			row += "\t" + cells(theirs.median(), theirs.at(90), times(ratio(theirs.median(), ours.median())), times(ratio(theirs.at(90), ours.at(90))))
		}
		rows = append(rows, row)
	}
	table(rows...)
}

// enough is how often something is timed at least: fewer times where it takes
// long.
func enough(took, long time.Duration, least int) int {
	if took > long {
		return 3
	}
	return least
}

// heading names the columns of each engine.
func (r *reporter) heading(columns ...string) string {
	row := strings.Join(columns, "\t")
	for _, e := range r.others {
		row += "\t" + e.name + "\tp90\t×\t× p90"
	}
	return row
}

// mix prints how a hundred questions compare, each with the same question.
func (r *reporter) mix() {
	r.ready()
	list := mix(r.view, r.options.Parties, 11)
	title("A mix of %d questions: of their medians the median and the 90th percentile, of the ratios the median and the 10th percentile", len(list))
	all := make([]sample, 1+len(r.others))
	compared := make([]ratios, len(r.others))
	for i := range list {
		q := &list[i]
		_, took := r.same(q)
		ours := r.fresh(r.built.Map, q, 7, r.each/20).median()
		all[0] = append(all[0], ours)
		for j, e := range r.others {
			theirs := took[1+j]
			if theirs < r.each/3 { // what takes long is timed once
				theirs = r.timed(e, q, 3, r.each/20).median()
			}
			all[1+j] = append(all[1+j], theirs)
			compared[j] = append(compared[j], ratio(theirs, ours))
		}
	}
	for i := range all {
		slices.Sort(all[i])
	}
	rows := []string{"engine\tmedian\tp90\t×\t× of the slowest tenth", cells("map", all[0].median(), all[0].at(90))}
	for j, e := range r.others {
		rows = append(rows, cells(e.name, all[1+j].median(), all[1+j].at(90), times(compared[j].at(50)), times(compared[j].at(10))))
	}
	table(rows...)
}
