package benchmarks

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
)

// printReport prints the tables that -sections names.
func printReport() int {
	if *budget <= 0 {
		*budget = time.Second / 2
	}
	machine()
	for _, s := range []struct {
		name  string
		print func() error
	}{{"build", reportBuilding}, {"formats", reportFormats}, {"growth", reportGrowth}} {
		if !slices.Contains(strings.Split(*sections, ","), s.name) {
			continue
		}
		if err := s.print(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
	}
	return 0
}

// machine tells on what is measured, and with which libraries.
func machine() {
	fmt.Printf("%s, %s/%s, %d processors\n", runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.GOMAXPROCS(0))
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, d := range info.Deps {
			if d.Path == "github.com/xuri/excelize/v2" || d.Path == "codeberg.org/go-pdf/fpdf" {
				fmt.Printf("%s %s\n", d.Path, d.Version)
			}
		}
	}
}

func numbers(list string) ([]int, error) {
	var all []int
	for s := range strings.SplitSeq(list, ",") {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			return nil, errors.New("no number of activities: " + s)
		}
		all = append(all, n)
	}
	return all, nil
}

// reportBuilding tells how long the trees of documents take, each of a data map
// of which nothing has been asked, without the time for the map.
func reportBuilding() error {
	all, err := numbers(*sizes + "," + *growth)
	if err != nil {
		return err
	}
	slices.Sort(all)
	fmt.Println("\n## Building")
	t := begin("activities", "document", "median", "for each activity", "allocated")
	for _, n := range slices.Compact(all) {
		m, err := makeRegister(n)
		if err != nil {
			return err
		}
		for _, b := range builders {
			var s sample
			var bytes uint64
			for spent := time.Duration(0); len(s) < 3 || spent < *budget && len(s) < 1000; {
				fresh := m.again()
				runtime.GC()
				took, allocated, err := timed(func() error { _, err := fresh.build(b.kind); return err })
				if err != nil {
					return err
				}
				s, bytes, spent = append(s, took), allocated, spent+took
			}
			t.row(n, b.kind, s.median(), s.median()/time.Duration(n), megabytes(bytes))
		}
	}
	return t.end()
}

// reportFormats writes every format, in turn with its library.
func reportFormats() error {
	all, err := numbers(*sizes)
	if err != nil {
		return err
	}
	for _, n := range all {
		in, err := inputsFor(n)
		if err != nil {
			return err
		}
		fmt.Printf("\n## %d activities: %s\n", n, size(in.contents))
		t := begin("format", "median", "for each activity", "written", "allocated", "library", "median", "written", "×")
		for _, f := range chosen() {
			if err := reportFormat(t, &f, in, n); err != nil {
				return err
			}
		}
		if err := t.end(); err != nil {
			return err
		}
	}
	return nil
}

func inputsFor(activities int) (*inputs, error) {
	m, err := makeRegister(activities)
	if err != nil {
		return nil, err
	}
	d, err := m.build("register")
	if err != nil {
		return nil, err
	}
	in := &inputs{document: d, contents: contentsOf(d)}
	in.packed, err = packedOf(d)
	return in, err
}

func reportFormat(t *lines, f *format, in *inputs, n int) error {
	var ours, theirs sample
	var written, alone counter
	var bytes uint64
	for begun := time.Now(); len(ours) < 3 || time.Since(begun) < 2**budget && len(ours) < 1000; {
		written, alone = 0, 0
		runtime.GC()
		took, allocated, err := timed(func() error { return f.write(context.Background(), &written, in.document) })
		if err != nil {
			return err
		}
		runtime.GC()
		library, _, err := timed(func() error { return f.alone(&alone, in) })
		if err != nil {
			return err
		}
		ours, theirs, bytes = append(ours, took), append(theirs, library), allocated
	}
	t.row(f.name, ours.median(), ours.median()/time.Duration(n), megabytes(uint64(written)), megabytes(bytes),
		f.library, theirs.median(), megabytes(uint64(alone)), fmt.Sprintf("%.1f×", float64(ours.median())/float64(max(1, theirs.median()))))
	return nil
}

// lines prints rows of cells one below the other.
type lines struct{ w *tabwriter.Writer }

func begin(heads ...any) *lines {
	t := &lines{tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)}
	t.row(heads...)
	return t
}

func (t *lines) row(cells ...any) {
	for i, c := range cells {
		if i > 0 {
			fmt.Fprint(t.w, "\t")
		}
		if d, ok := c.(time.Duration); ok {
			c = short(d)
		}
		fmt.Fprint(t.w, c)
	}
	fmt.Fprintln(t.w)
}

func (t *lines) end() error { return t.w.Flush() }
