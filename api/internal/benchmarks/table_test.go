package benchmarks

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// table is a table of Markdown: the first column holds words, the others figures.
type table struct{ rows [][]string }

func newTable(heads ...any) *table {
	t := &table{}
	t.row(heads...)
	return t
}

func (t *table) row(cells ...any) {
	var row []string
	for _, c := range cells {
		row = append(row, cell(c))
	}
	t.rows = append(t.rows, row)
}

func cell(c any) string {
	switch v := c.(type) {
	case time.Duration:
		return lasting(v)
	case float64:
		return perSecond(v)
	case int:
		return thousands(v)
	}
	return fmt.Sprint(c)
}

// print prints the table under a title.
func (t *table) print(title string) {
	fmt.Fprintf(os.Stdout, "%s\n\n", title)
	for i, row := range t.rows {
		for len(row) < len(t.rows[0]) {
			row = append(row, "")
		}
		fmt.Fprintf(os.Stdout, "| %s |\n", strings.Join(row, " | "))
		if i == 0 {
			fmt.Fprintf(os.Stdout, "| ---%s |\n", strings.Repeat(" | ---:", len(row)-1))
		}
	}
	fmt.Fprintln(os.Stdout)
}

// lasting is a time with three digits that count.
func lasting(d time.Duration) string {
	switch {
	case d >= time.Second:
		return fmt.Sprintf("%.3g s", d.Seconds())
	case d >= time.Millisecond:
		return fmt.Sprintf("%.3g ms", float64(d)/float64(time.Millisecond))
	}
	return fmt.Sprintf("%.3g µs", float64(d)/float64(time.Microsecond))
}

func perSecond(r float64) string { return thousands(int(r+0.5)) + "/s" }
func percent(r float64) string   { return fmt.Sprintf("%.0f %%", 100*r) }
func megabytes(n uint64) string  { return thousands(int(n>>20)) + " MB" }
func times(a, b time.Duration) string {
	return fmt.Sprintf("%.2g×", float64(a)/float64(b))
}

// thousands is a number with a comma between groups of three.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}

// spread is the median and the 95th percentile of some times.
func spread(all []time.Duration) (median, p95 time.Duration) {
	if len(all) == 0 {
		return 0, 0
	}
	slices.Sort(all)
	return all[len(all)/2], all[len(all)*95/100]
}

func medianOf(all []time.Duration) time.Duration {
	median, _ := spread(all)
	return median
}
