package tree

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestJSON reads values and writes them again in both layouts.
func TestJSON(t *testing.T) {
	for _, c := range []struct{ in, compact, indented string }{
		{` { "b" : 1 , "a" : [ ] , "c" : { } } `, `{"b":1,"a":[],"c":{}}`, "{\n  \"b\": 1,\n  \"a\": [],\n  \"c\": {}\n}"},
		{`[1.0, -0, 1E400, 12345678901234567890, true, false, null]`, `[1.0,-0,1E400,12345678901234567890,true,false,null]`, "[\n  1.0,\n  -0,\n  1E400,\n  12345678901234567890,\n  true,\n  false,\n  null\n]"},
		{`"\u00e9 \/ \u2028 <&> \n \u0001"`, "\"é / \u2028 <&> \\n \\u0001\"", "\"é / \u2028 <&> \\n \\u0001\""},
		{`{"a":{"b":["x"]}}`, `{"a":{"b":["x"]}}`, "{\n  \"a\": {\n    \"b\": [\n      \"x\"\n    ]\n  }\n}"},
		{`["05", "null", "true", "1e3"]`, `["05","null","true","1e3"]`, "[\n  \"05\",\n  \"null\",\n  \"true\",\n  \"1e3\"\n]"},
	} {
		n, err := JSONValue([]byte(c.in))
		if err != nil {
			t.Errorf("%s: %v", c.in, err)
			continue
		}
		for indent, want := range map[string]string{"": c.compact, "  ": c.indented} {
			got, err := AppendJSON(nil, n, indent)
			if diff := cmp.Diff(want, string(got)); diff != "" || err != nil {
				t.Errorf("%s, %v (-want +got):\n%s", c.in, err, diff)
			}
		}
	}
}

// TestJSONScalars writes what YAML leaves plain.
func TestJSONScalars(t *testing.T) {
	for raw, want := range map[string]string{
		"05": `"05"`, "+1": `"+1"`, "1.": `"1."`, ".5": `".5"`, "0x1f": `"0x1f"`, "1e": `"1e"`, "1e+": `"1e+"`, "-": `"-"`, "NO": `"NO"`, "True": `"True"`, "2018-05-25": `"2018-05-25"`,
		"0": "0", "-1.5e-3": "-1.5e-3", "true": "true", "": "null", "~": "null", "Null": "null",
	} {
		got, err := AppendJSON(nil, &Node{Raw: raw}, "")
		if err != nil || string(got) != want {
			t.Errorf("%q is written %s, %v; want %s", raw, got, err, want)
		}
	}
	if _, err := AppendJSON(nil, &Node{Raw: "\xff", Quoted: true}, ""); err == nil {
		t.Error("bytes that are no UTF-8 were written")
	}
}

func TestJSONValueErrors(t *testing.T) {
	for _, in := range []string{"", "{", "[1", "1 2", `{"a":1,"a":2}`, `"\ud800"`, "\"\xff\"", "{]", `{"a"}`, strings.Repeat("[", 20000)} {
		if _, err := JSONValue([]byte(in)); err == nil {
			t.Errorf("%.20q was read", in)
		}
	}
}

func FuzzJSONValue(f *testing.F) {
	f.Add([]byte(`{"a": [1, "x", null, {"b": 1e3}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		n, err := JSONValue(data)
		if err != nil {
			return
		}
		once, err := AppendJSON(nil, n, "")
		if err != nil {
			t.Fatal(err)
		}
		again, err := JSONValue(once)
		if diff := cmp.Diff(n, again); diff != "" || err != nil {
			t.Fatalf("%v (-read +again):\n%s", err, diff)
		}
	})
}
