package benchmarks

import (
	"flag"
	"os"
	"strconv"
	"testing"
)

// The flags of the test binary. With -report it measures and prints the tables
// of docs/benchmarks.md instead of running tests.
var (
	report     = flag.Bool("report", false, "measure and print the tables")
	activities = flag.Int("activities", defaultActivities(), "activities of the register; also ROPA_BENCH_ACTIVITIES")
	parties    = flag.Int("parties", 5_000, "parties of the register")
	engines    = flag.String("engines", "map,joins,table,scan", "engines that are measured; map always is")
	sections   = flag.String("sections", "build,ask,mix,full,evidence,next,growth,policy,load", "tables that are printed")
	budget     = flag.Duration("budget", 0, "time for each question and engine; the default is a second")
	child      = flag.String("child", "", "what a process of its own does, to see its memory")
)

func defaultActivities() int {
	if n, err := strconv.Atoi(os.Getenv("ROPA_BENCH_ACTIVITIES")); err == nil {
		return n
	}
	return 1_000
}

func TestMain(m *testing.M) {
	flag.Parse()
	switch {
	case *child != "":
		os.Exit(runChild(*child))
	case *report:
		os.Exit(printReport())
	}
	os.Exit(m.Run())
}
