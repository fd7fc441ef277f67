// Command layouts writes docs/layouts.md: the layouts of authorities, and which
// field of the format fills each of their columns. Run it with go generate in
// docs.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := os.WriteFile(filepath.Join(".", "layouts.md"), page(), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "generate layouts:", err)
		os.Exit(1)
	}
}
