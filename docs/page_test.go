package docs_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// block is a fenced block of a page.
type block struct {
	page     string
	language string
	line     int // of the fence
	lines    []string
}

// text returns what stands in the block.
func (b block) text() string { return strings.Join(b.lines, "\n") + "\n" }

// name is the file that the first line of the block names: # shop.yaml.
func (b block) name() string {
	if len(b.lines) == 0 {
		return ""
	}
	name, ok := strings.CutPrefix(b.lines[0], "# ")
	if !ok || strings.Contains(name, " ") || filepath.Ext(name) != ".yaml" || !filepath.IsLocal(name) {
		return ""
	}
	return name
}

// isRegister reports whether the block is a whole register.
func (b block) isRegister() bool {
	if b.language != "yaml" {
		return false
	}
	for _, line := range b.lines {
		if line != "" && !strings.HasPrefix(line, "#") {
			return line == "schema: ropa/v1"
		}
	}
	return false
}

// isProgram reports whether the block is a whole program.
func (b block) isProgram() bool {
	return b.language == "go" && slices.Contains(b.lines, "package main")
}

// isRun reports whether the block is run or checked.
func (b block) isRun() bool { return b.language == "console" || b.isRegister() || b.isProgram() }

// command is a line of a console block with the output that the page shows.
type command struct {
	line   int
	input  string
	output []string
}

// commands returns the commands of a console block.
func (b block) commands(t *testing.T) []command {
	t.Helper()
	var commands []command
	for i, line := range b.lines {
		if input, ok := strings.CutPrefix(line, "$ "); ok {
			commands = append(commands, command{line: b.line + 1 + i, input: input})
			continue
		}
		if len(commands) == 0 {
			t.Fatalf("%s:%d: a console block begins with $", b.page, b.line)
		}
		last := &commands[len(commands)-1]
		last.output = append(last.output, line)
	}
	return commands
}

// blocks returns the fenced blocks of a page.
func blocks(t *testing.T, page string) []block {
	t.Helper()
	return scan(t, page, string(read(t, page)))
}

func scan(t *testing.T, page, text string) []block {
	t.Helper()
	var all []block
	var open *block
	for i, line := range strings.Split(text, "\n") {
		language, fence := strings.CutPrefix(line, "```")
		switch {
		case fence && open == nil:
			open = &block{page: page, language: language, line: i + 1}
		case fence:
			all, open = append(all, *open), nil
		case open != nil:
			open.lines = append(open.lines, line)
		}
	}
	if open != nil {
		t.Fatalf("%s:%d: the block is not closed", page, open.line)
	}
	return all
}

// pages returns the pages that people write, as paths from this folder.
func pages(t *testing.T) []string {
	t.Helper()
	all, err := filepath.Glob("*.md")
	if err != nil {
		t.Fatal(err)
	}
	// The generated reference repeats the page above it.
	all = slices.DeleteFunc(all, func(name string) bool { return name == "format.md" })
	return append(all, "../README.md", "../CONTRIBUTING.md", "../CHANGELOG.md")
}
