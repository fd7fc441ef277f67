package layout

import (
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
	"pgregory.net/rapid"

	"github.com/openropa/ropa/register/internal/tree"
)

// TestQuotes says what needs quotes.
func TestQuotes(t *testing.T) {
	for s, want := range map[string]string{
		"bank-account": "bank-account", "two words": "two words", "it's": "it's", `say "x"`: `say "x"`, "a:b": "a:b", "a#b": "a#b", "28-3-a": "28-3-a",
		"2021/914": "2021/914", "7 jaar": "7 jaar", "P7Y": "P7Y", "é": "é", "🎉": "🎉", "Yes, we do": "Yes, we do", "a\u00a0b": "a\u00a0b", "privacy@example.org": "privacy@example.org",
		"": `""`, "05": `"05"`, "NO": `"NO"`, "y": `"y"`, "On": `"On"`, "none": `"none"`, "~": `"~"`, "Null": `"Null"`, "1e3": `"1e3"`, "0x1f": `"0x1f"`, "0o17": `"0o17"`, "1_000": `"1_000"`,
		"12:30": `"12:30"`, "-1.5": `"-1.5"`, "+31612345678": `"+31612345678"`, ".5": `".5"`, "-.INF": `"-.INF"`, "2018-05-25": `"2018-05-25"`, "2018-5-2 12:00:00": `"2018-5-2 12:00:00"`,
		"<<": `"<<"`, "=": `"="`, "- a": `"- a"`, "#a": `"#a"`, "a #b": `"a #b"`, "a: b": `"a: b"`, "a:": `"a:"`, " a": `" a"`, "a ": `"a "`, "@a": `"@a"`, "...": `"..."`,
		"a\tb": `"a\tb"`, "a\rb": `"a\rb"`, "\x07": `"\x07"`, "\u0085": `"\x85"`, "\u2028": `"\u2028"`, "\ufeff": `"\uFEFF"`, "\U000e0001": `"\U000E0001"`, `a\"`: `a\"`, `"a\`: `"\"a\\"`,
	} {
		if got := quoted(s, false); got != want {
			t.Errorf("%q is written %s, want %s", s, got, want)
		}
	}
	if got := quoted("a, b", true); got != `"a, b"` {
		t.Errorf("in brackets: %s", got)
	}
}

// TestFolds breaks a long text between its words, and only where that can be
// put back.
func TestFolds(t *testing.T) {
	long := strings.Repeat("word ", 30) + "end"
	for s, want := range map[string]bool{
		long: true, "short text": false, strings.Repeat("x", 200): false, long + "  two spaces": false, long + " ": false, " " + long: false, long + "\nnext": false, long + "\u2028": false,
	} {
		lines, ok := foldedLines(s, 4, 10)
		if ok != want {
			t.Errorf("%q: folded %v, want %v", s, ok, want)
		}
		for _, line := range lines {
			if len(line)+4 > width && ok {
				t.Errorf("too long: %q", line)
			}
		}
		if ok && strings.Join(lines, " ") != s {
			t.Errorf("%q became %q", s, lines)
		}
	}
}

// TestAppend reads what is written with the parser: every scalar is the same
// string again, in every position.
func TestAppend(t *testing.T) {
	alphabet := rapid.StringOfN(rapid.SampledFrom([]rune("ab 0159-+.:_,#'\"[]{}&*!|>%@`~?=<\\\n\t\r\u0085\u00a0\u2028\ufeff🎉éxXoOeEyYnN")), 0, 10, -1)
	rapid.Check(t, func(t *rapid.T) {
		s, key := alphabet.Draw(t, "value"), alphabet.Draw(t, "key")
		if rapid.Bool().Draw(t, "words") {
			s = strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"word", "longer-words", "a:", "#", "# x", "-", "", "\u00a0", "漢字", "\n"}), 10, 60).Draw(t, "words"), " ")
		}
		if rapid.IntRange(0, 20).Draw(t, "long") == 0 {
			key += strings.Repeat("long key ", 150)
		}
		scalar := &tree.Node{Raw: s, Quoted: true}
		n := &tree.Node{Kind: tree.Map, Members: []tree.Member{
			{Key: key, Value: scalar},
			{Key: key + "2", Value: &tree.Node{Kind: tree.List, Items: []*tree.Node{scalar, {Kind: tree.List, Items: []*tree.Node{scalar}}, {Kind: tree.Map, Members: []tree.Member{{Key: key, Value: scalar}}}}}},
		}}
		b := New(n)
		flow := rapid.Bool().Draw(t, "flow")
		b.Flow, b.Entries[1].Value.Flow = flow, true
		data := Append(nil, &Page{Root: b})
		var doc yaml.Node
		if err := yaml.Load(data, &doc); err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		root := doc.Content[0]
		list := root.Content[3]
		for i, node := range []*yaml.Node{root.Content[1], list.Content[0], list.Content[1].Content[0], list.Content[2].Content[1]} {
			if node.Value != s || node.Tag != "!!str" {
				t.Errorf("%d: %q was read as %s %q:\n%s", i, s, node.Tag, node.Value, data)
			}
		}
		if got := root.Content[0].Value; got != key {
			t.Errorf("the key %q was read as %q:\n%s", key, got, data)
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("a: {b: [1, # x\n 2]} # y\n# z\nc: |\n  # d\n'e # f': \"# g\\\"\"\n"))
	f.Add([]byte("- - a # 1\n  - ? b\n    : c\n-\n  # 2\n  d: >2-\n    e\n\n# 3\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		page, err := Parse(data)
		if err != nil {
			return
		}
		out := Append(nil, page)
		if _, err := Parse(out); err != nil && !strings.ContainsAny(string(data), "&*!%?<") {
			t.Fatalf("%v\n%s\n%s", err, data, out)
		}
	})
}
