// Command law writes docs/law.md: the legal facts of register/law with their
// sources. Run it with go generate in docs.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := os.WriteFile(filepath.Join(".", "law.md"), page(), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "generate law:", err)
		os.Exit(1)
	}
}
