// Command generate derives from register.schema.json what has to agree with it:
// the table of fields, the keys and JSON methods of the Go types, and the schema
// for editors. It is run by go generate in the folder of package register.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/openropa/ropa/register/internal/schema"
)

const header = "// Code generated from register.schema.json by register/internal/schema/generate; DO NOT EDIT.\n\n"

func main() {
	dir := flag.String("dir", ".", "folder of package register")
	flag.Parse()
	files, err := generate(*dir)
	if err == nil {
		err = write(*dir, files)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// generate returns the generated files by their path below dir.
func generate(dir string) (map[string][]byte, error) {
	data, err := os.ReadFile(filepath.Join(dir, "register.schema.json"))
	if err != nil {
		return nil, err
	}
	d, err := schema.ParseModel(data)
	if err != nil {
		return nil, err
	}
	types, err := goTypes(dir)
	if err != nil {
		return nil, err
	}
	files := make(map[string][]byte)
	for path, build := range map[string]func() ([]byte, error){
		"internal/schema/fields.gen.go":  func() ([]byte, error) { return fields(d) },
		"keys.gen.go":                    func() ([]byte, error) { return keys(d, types) },
		"json.gen.go":                    func() ([]byte, error) { return methods(d) },
		"register.authoring.schema.json": func() ([]byte, error) { return authoring(data, d) },
	} {
		if files[path], err = build(); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	return files, nil
}

// write writes the files that changed.
func write(dir string, files map[string][]byte) error {
	for path, data := range files {
		path = filepath.Join(dir, filepath.FromSlash(path))
		if old, err := os.ReadFile(path); err == nil && string(old) == string(data) {
			continue
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
