// Command rules writes docs/rules.md: the rules of register/lint with what they
// say of their examples. Run it with go generate in docs.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	text, err := page()
	if err == nil {
		err = os.WriteFile(filepath.Join(".", "rules.md"), text, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "generate rules:", err)
		os.Exit(1)
	}
}
