package main

import (
	"fmt"
	"strings"
)

// kind says in words what a field holds.
func (s *schema) kind(f *value) string {
	if f.has("items") {
		kind := "list of " + s.kind(f.get("items"))
		if len(f.get("type").entries) > 1 {
			kind += ", or `none`"
		}
		return kind
	}
	if of := f.get("x-ref").list(); len(of) > 0 {
		return "id in " + strings.ReplaceAll(code(of), "`, `", "` or `")
	}
	if name := target(f); name != "" {
		return link(name)
	}
	switch f.get("type").raw {
	case "boolean":
		return "true or false"
	case "integer":
		return fmt.Sprintf("number, %s to %s", f.get("minimum").raw, f.get("maximum").raw)
	}
	if f.has("const") {
		return "`" + f.get("const").raw + "`"
	}
	return f.get("type").raw
}

// target names the definition that a field refers to.
func target(f *value) string {
	ref := f.get("$ref").raw
	name, ok := strings.CutPrefix(ref, "#/$defs/")
	if !ok || strings.Contains(name, "/") {
		return ""
	}
	return name
}

// link refers to the section of a definition.
func link(name string) string { return fmt.Sprintf("[%s](#%s)", name, strings.ToLower(name)) }

func links(names []string) []string {
	links := make([]string, len(names))
	for i, name := range names {
		links[i] = link(name)
	}
	return links
}

// code renders words as code, with commas between them.
func code(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return "`" + strings.Join(words, "`, `") + "`"
}

// cell renders a text in a table.
func cell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }
