package benchmarks

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
)

// sectionsInOrder are the tables in the order in which they stand in the docs.
var sectionsInOrder = []struct {
	name  string
	print func(*databases) error
}{
	{"reads", reads},
	{"writes", writes},
	{"writers", writers},
	{"replicas", replicas},
	{"partitions", partitions},
	{"many", many},
}

func printReport() int {
	if err := reportAll(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func reportAll() (err error) {
	d, err := openDatabases()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.close()) }()
	fmt.Printf("%d activities, %d processors, %s %s/%s\n\n", *activities, runtime.NumCPU(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	if d.missing != nil {
		fmt.Printf("Without PostgreSQL: %v\n\n", d.missing)
	} else {
		fmt.Printf("%s\n\n", d.version)
	}
	asked := strings.Split(*sections, ",")
	for _, s := range sectionsInOrder {
		if !slices.Contains(asked, s.name) {
			continue
		}
		if err := s.print(d); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return nil
}
