// Command report reads the events of go test -json and tells how the tests
// went: failures with their output, then one line of counts. It fails where a
// test failed or was skipped, or where none ran.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
)

type event struct {
	Action  string
	Package string
	Test    string
	Output  string
	Elapsed float64
}

func main() {
	if !report(os.Stdin, os.Stdout) {
		os.Exit(1)
	}
}

func report(in io.Reader, out io.Writer) bool {
	output := make(map[string]*strings.Builder)
	var passed, failed, skipped int
	broken := false
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var e event
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			fmt.Fprintln(out, lines.Text())
			continue
		}
		key := e.Package + " " + e.Test
		switch e.Action {
		case "output", "build-output":
			if output[key] == nil {
				output[key] = new(strings.Builder)
			}
			output[key].WriteString(e.Output)
		case "pass":
			if e.Test != "" {
				passed++
				delete(output, key)
			} else {
				fmt.Fprintf(out, "ok   %s %.1fs\n", e.Package, e.Elapsed)
			}
		case "skip":
			if e.Test != "" {
				skipped++
				fmt.Fprintf(out, "SKIP %s\n", key)
			}
		case "fail", "build-fail":
			broken = true
			if e.Test != "" {
				failed++
			}
			fmt.Fprintf(out, "FAIL %s\n", key)
			if o := output[key]; o != nil {
				fmt.Fprint(out, o.String())
			}
		}
	}
	if broken && failed == 0 {
		for key, o := range output {
			if strings.HasSuffix(key, " ") {
				fmt.Fprint(out, o.String())
			}
		}
	}
	fmt.Fprintf(out, "%d passed, %d failed, %d skipped\n", passed, failed, skipped)
	switch {
	case skipped > 0:
		fmt.Fprintln(out, "a skipped test proves nothing: mend or remove it")
	case passed == 0:
		fmt.Fprintln(out, "no test ran")
	}
	return lines.Err() == nil && !broken && failed == 0 && skipped == 0 && passed > 0
}
