// Command gate compares two versions of a register and fails where a recipient
// gets a category of data that it did not get before: a check for the build of
// a team that wants to hear of that before it is merged.
//
//	go run ./examples/gate OLD NEW
package main

import (
	"fmt"
	"os"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: gate OLD NEW")
		os.Exit(2)
	}
	added, err := compare(os.Args[1], os.Args[2])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	for _, line := range added {
		fmt.Println(line)
	}
	if len(added) > 0 {
		os.Exit(1)
	}
}

func compare(before, after string) ([]string, error) {
	old, err := recipients(before)
	if err != nil {
		return nil, err
	}
	now, err := recipients(after)
	if err != nil {
		return nil, err
	}
	var added []string
	for _, a := range now {
		known := old[a.ID].Data
		for _, category := range a.Data {
			if !slices.Contains(known, category) {
				added = append(added, fmt.Sprintf("%s now gets %s (%s)", a.ID, category, where(a, category)))
			}
		}
	}
	slices.Sort(added)
	return added, nil
}

// where returns the address of the first statement by which a recipient gets a
// category.
func where(a datamap.Answer, category string) string {
	i := slices.IndexFunc(a.Evidence, func(e datamap.Evidence) bool { return e.Data == category })
	if i < 0 {
		return "not shown"
	}
	return a.Evidence[i].At
}

// recipients returns who receives what, by the id of the recipient.
func recipients(path string) (map[string]datamap.Answer, error) {
	r, src, problems := register.Load(path)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	view, problems := register.Resolve(r, src, nil)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	asOf, err := register.ParseDate("2026-11-22")
	if err != nil {
		return nil, err
	}
	answers, err := datamap.Build(view).Recipients(datamap.Filter{AsOf: asOf, Evidence: datamap.EvidenceAll})
	if err != nil {
		return nil, err
	}
	byID := make(map[string]datamap.Answer)
	for _, a := range answers.Answers {
		byID[a.ID] = a
	}
	return byID, nil
}
