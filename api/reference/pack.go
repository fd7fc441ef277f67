//go:build ignore

// Pack compresses the parts of the reference page that are somebody else's, from
// node_modules, so that they are small in the program.
package main

import (
	"bytes"
	"compress/gzip"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	for _, name := range []string{"swagger-ui-bundle.js", "swagger-ui.css"} {
		if err := pack(name); err != nil {
			log.Fatal("pack: ", err)
		}
	}
}

func pack(name string) error {
	raw, err := os.ReadFile(filepath.Join("../../node_modules/swagger-ui-dist", name))
	if err != nil {
		return err
	}
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(raw); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(name+".gz", b.Bytes(), 0o644)
}
