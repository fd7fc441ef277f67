// Command generate writes docs/format.md: the page format.head.md, and below it
// every object, field and word of the schema. Run it with go generate in docs.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// run writes format.md in dir, the folder docs.
func run(dir string) error {
	page, err := build(dir)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "format.md"), page, 0o644)
}

// build makes the page from the files in and beside dir.
func build(dir string) ([]byte, error) {
	head, err := os.ReadFile(filepath.Join(dir, "format.head.md"))
	if err != nil {
		return nil, err
	}
	raw, err := os.ReadFile(filepath.Join(dir, "..", "register", "register.schema.json"))
	if err != nil {
		return nil, err
	}
	s, err := parse(raw)
	if err != nil {
		return nil, err
	}
	return append(head, s.page()...), nil
}
