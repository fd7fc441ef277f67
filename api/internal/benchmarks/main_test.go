package benchmarks

import (
	"flag"
	"os"
	"testing"
	"time"
)

var (
	report     = flag.Bool("report", false, "print the tables instead of running tests")
	activities = flag.Int("activities", 1000, "the number of activities of the register")
	budget     = flag.Duration("budget", 2*time.Second, "the time for each measurement")
	databases  = flag.String("postgres", "", "the address of a PostgreSQL database to measure writes on, beside SQLite")
)

func TestMain(m *testing.M) {
	flag.Parse()
	if *report {
		os.Exit(printReport())
	}
	os.Exit(m.Run())
}
