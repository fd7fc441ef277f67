// Command gallery writes docs/gallery: what ropa makes of the web shop, and a
// page that shows it. Run it with go generate in docs. With -pictures it also
// makes the pictures of pages; that takes Chromium, LibreOffice and poppler.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	withPictures := flag.Bool("pictures", false, "also make the pictures of pages")
	flag.Parse()
	if err := run("..", "gallery", *withPictures); err != nil {
		fmt.Fprintln(os.Stderr, "generate gallery:", err)
		os.Exit(1)
	}
}

// run writes the gallery to a folder; root is that of the module.
func run(root, folder string, withPictures bool) error {
	m, err := newMaker(root)
	if err != nil {
		return err
	}
	defer m.close()
	if err := m.texts(folder); err != nil {
		return err
	}
	if withPictures {
		return m.pictures(folder)
	}
	return nil
}
