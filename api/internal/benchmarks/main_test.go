package benchmarks

import (
	"flag"
	"os"
	"testing"
	"time"
)

var (
	report     = flag.Bool("report", false, "print the tables instead of running tests")
	sections   = flag.String("sections", "writes,reads,writers,replicas,partitions,many", "which tables to print")
	activities = flag.Int("activities", 1000, "the number of activities of the large register")
	registers  = flag.Int("registers", 10_000, "the number of registers in one server")
	budget     = flag.Duration("budget", 2*time.Second, "the time for each measurement")
	address    = flag.String("postgres", "", "a URL of a PostgreSQL to measure, where databases may be made; a cluster of its own where it is left out")
)

func TestMain(m *testing.M) {
	flag.Parse()
	if *report {
		os.Exit(printReport())
	}
	os.Exit(m.Run())
}
