package benchmarks

import (
	"flag"
	"os"
	"testing"
)

// The flags of the test binary. With -report it measures and prints the tables
// of docs/benchmarks.md instead of running tests.
var (
	report   = flag.Bool("report", false, "measure and print the tables")
	sizes    = flag.String("sizes", "1,20,300,1000", "activities of the registers of which every format is written")
	growth   = flag.String("growth", "1000,3000,10000", "activities of the registers that show how time and memory grow")
	parties  = flag.Int("parties", 150, "parties of a register, at most; half as many as activities, 20 at least")
	sections = flag.String("sections", "build,formats,growth", "tables that are printed")
	only     = flag.String("formats", "", "formats that are measured; all where none is named")
	budget   = flag.Duration("budget", 0, "time for each measurement; the default is half a second")
	child    = flag.String("child", "", "what a process of its own writes, to see its memory")
)

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
