package main

import (
	"fmt"
	"strings"

	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// sheet is a page that is being written.
type sheet struct{ strings.Builder }

func (s *sheet) heading(title, sentence string) {
	fmt.Fprintf(s, "\n## %s\n\n%s\n\n", title, sentence)
}

// titles begins a table; every table ends with where its facts come from.
func (s *sheet) titles(titles ...string) {
	titles = append(titles, "Source", "Verified")
	s.line(titles)
	s.WriteString(strings.Repeat("|---", len(titles)) + "|\n")
}

func (s *sheet) row(v law.Verified, cells ...string) {
	on := v.On.String()
	if v.On.IsZero() {
		on = "not verified"
	}
	s.line(append(cells, v.Source, on))
}

func (s *sheet) line(cells []string) {
	for _, cell := range cells {
		s.WriteString("| " + strings.ReplaceAll(cell, "|", `\|`) + " ")
	}
	s.WriteString("|\n")
}

// span is the time of a fact in words.
func span(t law.Term) string {
	switch {
	case t.From == 0 && t.Until == 0:
		return ""
	case t.Until == 0:
		return "from " + t.From.String()
	case t.From == 0:
		return "until " + t.Until.String()
	}
	return t.From.String() + " to " + t.Until.String()
}

func code(id string) string {
	if id == "" {
		return ""
	}
	return "`" + id + "`"
}

func codes(ids []string) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = code(id)
	}
	return strings.Join(words, ", ")
}

func yes(v bool) string {
	if v {
		return "yes"
	}
	return ""
}

func en(t value.Text) string { return t.In("en") }

// country is a code with its name in English.
func country(c value.Country) string {
	region, err := language.ParseRegion(string(c))
	if err != nil {
		return string(c)
	}
	return fmt.Sprintf("%s %s", c, display.English.Regions().Name(region))
}

// listed joins what is not empty.
func listed(parts ...string) string {
	var all []string
	for _, p := range parts {
		if p != "" {
			all = append(all, p)
		}
	}
	return strings.Join(all, "; ")
}
