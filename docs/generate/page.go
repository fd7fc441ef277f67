package main

import (
	"fmt"
	"slices"
	"strings"
)

// schema is the definition of the format.
type schema struct {
	defs    *value
	remarks *value // the fields that every object has
}

// page renders the generated part of the reference.
func (s *schema) page() []byte {
	var b strings.Builder
	b.WriteString("## Fields of every object\n\n")
	s.fields(&b, s.defs.get("Remarks"))
	b.WriteString("\n## Objects\n")
	objects := s.objects()
	fmt.Fprintf(&b, "\n%s.\n", strings.Join(links(objects), ", "))
	for _, name := range objects {
		s.object(&b, name)
	}
	b.WriteString("\n## Words\n\nThe values of the fields that take one of a fixed list of words.\n")
	for _, name := range s.defs.names {
		if s.isEnum(name) {
			s.words(&b, name)
		}
	}
	b.WriteString("\n## Simple values\n\n| Name | Meaning | Form |\n|---|---|---|\n")
	for _, name := range s.defs.names {
		if !s.isObject(name) && !s.isEnum(name) {
			s.simple(&b, name)
		}
	}
	return []byte(b.String())
}

// objects names the kinds of objects, in the order of the schema.
func (s *schema) objects() []string {
	var objects []string
	for _, name := range s.defs.names {
		if s.isObject(name) && name != "Remarks" {
			objects = append(objects, name)
		}
	}
	return objects
}

func (s *schema) isObject(name string) bool { return s.defs.get(name).has("properties") }

// isEnum leaves out the codes of countries: nobody reads a list of 250.
func (s *schema) isEnum(name string) bool {
	return s.defs.get(name).has("enum") && len(s.defs.get(name).get("enum").entries) < 100
}

// object renders one kind of object.
func (s *schema) object(b *strings.Builder, name string) {
	def := s.defs.get(name)
	fmt.Fprintf(b, "\n### %s\n\n%s\n\n", name, def.get("description").raw)
	if places := s.places(name); len(places) > 0 {
		fmt.Fprintf(b, "Stands in %s.\n\n", strings.Join(places, ", "))
	}
	s.fields(b, def)
	if notes := s.notes(name, def); len(notes) > 0 {
		fmt.Fprintf(b, "\n%s\n", strings.Join(notes, " "))
	}
}

// fields renders the fields that the object does not share with every other.
func (s *schema) fields(b *strings.Builder, def *value) {
	b.WriteString("| Field | Type | Meaning | Article | Who may see it |\n|---|---|---|---|---|\n")
	properties := def.get("properties")
	for _, name := range properties.names {
		if properties != s.remarks && s.remarks.has(name) {
			continue
		}
		f := properties.get(name)
		kind := s.kind(f)
		if slices.Contains(def.get("required").list(), name) {
			kind += ", required"
		}
		fmt.Fprintf(b, "| `%s` | %s | %s | %s | %s |\n", name, kind,
			cell(f.get("description").raw+s.values(f)), cell(f.get("x-article").raw), f.get("x-audience").raw)
	}
}

// values lists the words that a field takes, where they are few.
func (s *schema) values(f *value) string {
	name := target(f)
	if f.has("items") {
		name = target(f.get("items"))
	}
	words := s.defs.get(name).get("enum").list()
	if !s.isEnum(name) || len(words) > 8 {
		return ""
	}
	return " Values: " + code(words) + "."
}

// notes say what the annotations of an object mean for those who type it.
func (s *schema) notes(name string, def *value) []string {
	var notes []string
	if one := def.get("oneOf").entries; len(one) > 0 {
		fields := make([]string, len(one))
		for i, o := range one {
			fields[i] = o.get("required").list()[0]
		}
		notes = append(notes, fmt.Sprintf("States exactly one of %s.", code(fields)))
	}
	bare, text := def.get("x-bare").raw, def.get("x-bare-text").raw
	switch {
	case bare != "" && text != "":
		notes = append(notes, fmt.Sprintf("Typed as one string, it is its `%s` where the string is an identifier, else its `%s`.", bare, text))
	case bare != "":
		notes = append(notes, fmt.Sprintf("Typed as one string, it is its `%s`.", bare))
	}
	if key := def.get("x-key").list(); len(key) > 0 && name != "Register" {
		notes = append(notes, fmt.Sprintf("Named in addresses by its %s.", strings.ReplaceAll(code(key), "`, `", "`, else its `")))
	}
	return notes
}

// places lists the fields that hold such an object.
func (s *schema) places(object string) []string {
	var places []string
	for _, name := range s.defs.names {
		properties := s.defs.get(name).get("properties")
		for _, field := range properties.names {
			f := properties.get(field)
			if target(f) == object || target(f.get("items")) == object {
				places = append(places, fmt.Sprintf("%s `%s`", link(name), field))
			}
		}
	}
	return places
}

// words renders an enumeration.
func (s *schema) words(b *strings.Builder, name string) {
	def := s.defs.get(name)
	fmt.Fprintf(b, "\n### %s\n\n%s\n\n| Value | Meaning |\n|---|---|\n", name, def.get("description").raw)
	for _, word := range def.get("enum").list() {
		fmt.Fprintf(b, "| `%s` | %s |\n", word, cell(def.get("x-enum-descriptions").get(word).raw))
	}
}

// simple renders a value that is neither an object nor one of a few words.
func (s *schema) simple(b *strings.Builder, name string) {
	def := s.defs.get(name)
	form := ""
	if p := def.get("pattern").raw; p != "" && !strings.Contains(p, "x00") {
		form = "`" + p + "`"
	}
	fmt.Fprintf(b, "| <a id=\"%s\"></a>%s | %s | %s |\n", strings.ToLower(name), name, cell(def.get("description").raw), cell(form))
}
