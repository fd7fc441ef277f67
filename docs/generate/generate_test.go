package main

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestUpToDate holds that format.md says what the schema says.
func TestUpToDate(t *testing.T) {
	want, err := build("..")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../format.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("docs/format.md is not as generated; run go generate ./docs (-generated +file):\n%s", diff)
	}
}

func TestPage(t *testing.T) {
	s, err := parse([]byte(`{"$defs": {
		"Colour": {"enum": ["red", "blue"], "description": "A colour.", "x-enum-descriptions": {"red": "like fire"}},
		"Short": {"type": "string", "description": "A string.", "pattern": "^(a|b)$"},
		"Remarks": {"properties": {"note": {"$ref": "#/$defs/Short", "description": "Remark.", "x-audience": "public"}}},
		"Thing": {"description": "A thing.", "required": ["b"], "x-bare": "b", "x-key": ["b", "a"],
			"oneOf": [{"required": ["a"]}, {"required": ["b"]}],
			"properties": {
				"b": {"$ref": "#/$defs/Short", "x-ref": ["things"], "description": "Other thing.", "x-article": "Art. 1", "x-audience": "public"},
				"a": {"type": ["array", "string"], "items": {"$ref": "#/$defs/Colour"}, "description": "Colours.", "x-audience": "internal"},
				"inner": {"$ref": "#/$defs/Thing", "description": "One inside.", "x-audience": "public"},
				"note": {"$ref": "#/$defs/Remarks/properties/note"}}}}}`))
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Join([]string{
		"## Fields of every object", "",
		"| Field | Type | Meaning | Article | Who may see it |", "|---|---|---|---|---|",
		"| `note` | [Short](#short) | Remark. |  | public |", "",
		"## Objects", "", "[Thing](#thing).", "", "### Thing", "", "A thing.", "", "Stands in [Thing](#thing) `inner`.", "",
		"| Field | Type | Meaning | Article | Who may see it |", "|---|---|---|---|---|",
		"| `b` | id in `things`, required | Other thing. | Art. 1 | public |",
		"| `a` | list of [Colour](#colour), or `none` | Colours. Values: `red`, `blue`. |  | internal |",
		"| `inner` | [Thing](#thing) | One inside. |  | public |", "",
		"States exactly one of `a`, `b`. Typed as one string, it is its `b`. Named in addresses by its `b`, else its `a`.", "",
		"## Words", "", "The values of the fields that take one of a fixed list of words.", "",
		"### Colour", "", "A colour.", "", "| Value | Meaning |", "|---|---|", "| `red` | like fire |", "| `blue` |  |", "",
		"## Simple values", "", "| Name | Meaning | Form |", "|---|---|---|",
		"| <a id=\"short\"></a>Short | A string. | `^(a\\|b)$` |", "",
	}, "\n")
	if diff := cmp.Diff(want, string(s.page())); diff != "" {
		t.Errorf("page (-want +got):\n%s", diff)
	}
}

func TestParseRefuses(t *testing.T) {
	for _, bad := range []string{"", "{", "{}", `{"$defs": {}}`, `{"$defs": {"A": [1,}}`, `{"$defs": {"A": {"x": 1, "x": 2}}}`} {
		if _, err := parse([]byte(bad)); err == nil {
			t.Errorf("parse(%q) found no fault", bad)
		}
	}
}
