package tree

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register/diag"
)

// outline writes a tree with its places, a node a line.
func outline(n *Node) string {
	var b strings.Builder
	var write func(n *Node, indent, label string)
	write = func(n *Node, indent, label string) {
		what := [...]string{"scalar", "list", "map"}[n.Kind]
		if n.Kind == Scalar {
			what = fmt.Sprintf("%q", n.Raw)
			if !n.Quoted {
				what = n.Raw
			}
			if n.IsNull() {
				what += " (null)"
			}
		} else if n.Flow {
			what += " in one line"
		}
		fmt.Fprintf(&b, "%s%s%s %d:%d\n", indent, label, what, n.Line, n.Column)
		for _, item := range n.Items {
			write(item, indent+"  ", "- ")
		}
		for _, m := range n.Members {
			write(m.Value, indent+"  ", fmt.Sprintf("%s(%d:%d): ", m.Key, m.Line, m.Column))
		}
	}
	if n != nil {
		write(n, "", "")
	}
	return b.String()
}

func codes(problems diag.Problems) []string {
	var all []string
	for _, p := range problems {
		all = append(all, fmt.Sprintf("%s %d:%d", p.Code, p.Place.Line, p.Place.Column))
	}
	return all
}

type readCase struct {
	name, text string
	outline    string
	problems   []string
}

func checkReading(t *testing.T, cases []readCase, read func(string, uint16, []byte, Limits) (*Node, diag.Problems)) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			n, problems := read("f", 0, []byte(c.text), Limits{Bytes: 1000, Nodes: 40, Depth: 4, Scalar: 40})
			if diff := cmp.Diff(strings.TrimLeft(c.outline, "\n"), outline(n)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.problems, codes(problems)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReadYAML(t *testing.T) {
	checkReading(t, []readCase{
		{"plain text is kept", "\ufeffa: 05\r\nNO: [no, 1e3, 2018-05-25, '1', \"2\"]\r\n", `
map 1:1
  a(1:1): 05 1:4
  NO(2:1): list in one line 2:5
    - no 2:6
    - 1e3 2:10
    - 2018-05-25 2:15
    - "1" 2:27
    - "2" 2:32
`, nil},
		{"columns count characters", "é: {ü: ß, x: y}\n", `
map 1:1
  é(1:1): map in one line 1:4
    ü(1:5): ß 1:8
    x(1:11): y 1:14
`, nil},
		{"null", "a:\nb: ~\nc: 'null'\nd: null\n", `
map 1:1
  a(1:1):  (null) 1:3
  b(2:1): ~ (null) 2:4
  c(3:1): "null" 3:4
  d(4:1): null (null) 4:4
`, nil},
		{"blocks", "a: |\n  x\n  y\nb: >-\n  x\n  y\n", `
map 1:1
  a(1:1): "x\ny\n" 1:4
  b(4:1): "x y" 4:4
`, nil},
		{"nothing", "# only words\n", "", nil},
		{"anchors", "a: &x {b: 1}\nc: *x\n<<: *x\n*x : d\ne: [*x, 2]\n", `
map 1:1
  a(1:1): map in one line 1:4
    b(1:8): 1 1:11
  e(5:1): list in one line 5:4
    - 2 5:9
`, []string{"anchor 1:4", "anchor 2:4", "anchor 3:5", "anchor 3:1", "anchor 4:1", "anchor 5:5"}},
		{"a quoted merge key is a key", "'<<': 1\n", "map 1:1\n  <<(1:1): 1 1:7\n", nil},
		{"tags", "a: !!str 1\nb: !x {c: 1}\n!!str d: 1\n", `
map 1:1
  a(1:1): 1 1:4
  b(2:1): map in one line 2:4
    c(2:8): 1 2:11
  d(3:1): 1 3:10
`, []string{"tag 1:4", "tag 2:4", "tag 3:1"}},
		{"keys", "? [a]\n: 1\n? {b: c}\n: 2\n~: 3\n'': 4\n", "map 1:1\n",
			[]string{"key-not-string 1:3", "key-not-string 3:3", "key-not-string 5:1", "key-not-string 6:1"}},
		{"keys twice", "a: 1\n'a': 2\n", "map 1:1\n  a(1:1): 1 1:4\n  a(2:1): 2 2:6\n", []string{"duplicate-key 2:1"}},
		{"several documents", "a: 1\n---\nb: 2\n", "map 1:1\n  a(1:1): 1 1:4\n", []string{"several-documents 2:1"}},
		{"a broken second document", "a: 1\n---\nb: [\n", "", []string{"syntax 4:1"}},
		{"depth", "[[[[1]]]]", `
list in one line 1:1
  - list in one line 1:2
    - list in one line 1:3
      - list in one line 1:4
        - 1 1:5
`, nil},
		{"too deep", "[[[[[1]]]]]", `
list in one line 1:1
  - list in one line 1:2
    - list in one line 1:3
      - list in one line 1:4
        - list 1:5
`, []string{"too-deep 1:5"}},
		{"far too deep", strings.Repeat("[", 60), "", []string{"too-deep 1:7"}},
		{"too long", "a: " + strings.Repeat("x", 41), "map 1:1\n  a(1:1): " + strings.Repeat("x", 41) + " 1:4\n", []string{"scalar-too-long 1:4"}},
		{"too many", strings.Repeat("- a\n", 40), "", []string{"too-many-nodes 40:3"}},
		{"far too many", "[" + strings.Repeat("a,", 200) + "]", "", []string{"too-many-nodes 0:0"}},
		{"too large", strings.Repeat("#", 1001), "", []string{"too-large 0:0"}},
		{"syntax", "a: [1\nb: 2\n", "", []string{"syntax 2:2"}},
		{"no UTF-8", "é: 1\nb: \xff\n", "", []string{"encoding 2:4"}},
		{"control character", "é: \x02\n", "", []string{"bad-character 1:4"}},
		{"NUL", "a: \"x\\0\"\n", "map 1:1\n  a(1:1): \"x\\x00\" 1:4\n", []string{"bad-character 1:4"}},
		{"lone surrogate", "a: \"x\\ud800\"\n", "", []string{"bad-character 1:8"}},
	}, ReadYAML)
}

func TestReadJSON(t *testing.T) {
	checkReading(t, []readCase{
		{"values", "\ufeff{\"a\": [1, -2.50e3, true, null, \"x\\n\\u00e9\"],\n \"é\": \"\", \"b\": {}}\n", `
map in one line 1:1
  a(1:2): list in one line 1:7
    - 1 1:8
    - -2.50e3 1:11
    - true 1:20
    - null (null) 1:26
    - "x\né" 1:32
  é(2:2): "" 2:7
  b(2:11): map in one line 2:16
`, nil},
		{"keys twice", "{\"a\": 1,\n \"\\u0061\": 2}", "map in one line 1:1\n  a(1:2): 1 1:7\n  a(2:2): 2 2:12\n", []string{"duplicate-key 2:2"}},
		{"something behind", "{}\n  x", "", []string{"syntax 2:3"}},
		{"two documents", "{} {}", "", []string{"syntax 1:4"}},
		{"no document", "  ", "", []string{"syntax 1:3"}},
		{"unfinished", "{\"a\": [1", "", []string{"syntax 1:9"}},
		{"numbers", "[05]", "", []string{"syntax 1:3"}},
		{"comments", "{} // x", "", []string{"syntax 1:4"}},
		{"single quotes", "{'a': 1}", "", []string{"syntax 1:2"}},
		{"too deep", "[[[[[1]]]]]", "", []string{"too-deep 1:5"}},
		{"too many", "[" + strings.Repeat("1,", 41) + "1]", "", []string{"too-many-nodes 1:80"}},
		{"too long", "[\"" + strings.Repeat("x", 41) + "\"]", "list in one line 1:1\n  - \"" + strings.Repeat("x", 41) + "\" 1:2\n", []string{"scalar-too-long 1:2"}},
		{"too large", strings.Repeat(" ", 1001), "", []string{"too-large 0:0"}},
		{"no UTF-8", "{\"é\": \"\xff\"}", "", []string{"encoding 1:8"}},
		{"NUL", "[\"\\u0000\"]", "list in one line 1:1\n  - \"\\x00\" 1:2\n", []string{"bad-character 1:2"}},
		{"lone surrogate", "[\"\\udc00\"]", "", []string{"bad-character 1:3"}},
		{"surrogates", "[\"\\ud83d\\ude00\"]", "list in one line 1:1\n  - \"😀\" 1:2\n", nil},
	}, ReadJSON)
}

// Both places of a key that stands twice are named.
func TestDuplicateKeysNameBothPlaces(t *testing.T) {
	many := "{"
	for i := range 30 {
		many += fmt.Sprintf("\"k%d\": 1, ", i)
	}
	for text, want := range map[string]string{"{\"a\": 1, \"a\": 2}": "f:1:2", many + "\"k1\": 2}": "f:1:11"} {
		_, problems := ReadJSON("f", 0, []byte(text), DefaultLimits)
		if len(problems) != 1 || len(problems[0].Related) != 1 || problems[0].Related[0].Place.String() != want {
			t.Errorf("%v, want one that is related to %s", problems, want)
		}
	}
}

// JSON is YAML: what both readers take, they take alike, but for literals and
// numbers, whose text both keep.
func FuzzReadersAgree(f *testing.F) {
	for _, s := range []string{`{"a": [1, true, null, "x"]}`, `{"é": {"b": "c\nd"}}`, `[]`, `"x"`, "{\"a\": \"\\u00e9\"}", "a: b", "a: [1, 2", "- &x 1"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := Limits{Bytes: 1 << 16, Nodes: 1 << 12, Depth: 64, Scalar: 1 << 10}
		y, problemsY := ReadYAML("f", 0, data, limits)
		j, problemsJ := ReadJSON("f", 0, data, limits)
		if j != nil && j.Kind == Scalar || strings.ContainsAny(string(data), "\\\t\u0085\u2028\u2029\ufeff\x7f") {
			return // YAML folds lines and escapes in ways of its own
		}
		if len(problemsY)+len(problemsJ) > 0 || y == nil || j == nil {
			return
		}
		if diff := cmp.Diff(outline(j), outline(y)); diff != "" {
			t.Error(diff)
		}
	})
}
