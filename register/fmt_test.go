package register_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/internal/registertest"
)

// TestFormat formats testdata/fmt/NAME.in and compares with NAME.out.
func TestFormat(t *testing.T) {
	inputs, err := filepath.Glob("testdata/fmt/*.in.*")
	if err != nil || len(inputs) == 0 {
		t.Fatalf("no test data: %v", err)
	}
	for _, input := range inputs {
		t.Run(filepath.Base(input), func(t *testing.T) {
			want, err := os.ReadFile(strings.Replace(input, ".in.", ".out.", 1))
			if err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(input)
			if err != nil {
				t.Fatal(err)
			}
			got := format(t, input, data)
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("formatted (-want +got):\n%s", diff)
			}
			checkFormat(t, input, data)
		})
	}
}

func format(t failer, name string, data []byte) []byte {
	t.Helper()
	out, problems := register.Format(name, data)
	if err := problems.Err(); err != nil {
		t.Fatalf("Format: %v\n%s", err, data)
	}
	return out
}

// checkFormat holds what is true of every file: the meaning is kept, and
// formatting again changes nothing.
func checkFormat(t failer, name string, data []byte) []byte {
	t.Helper()
	once := format(t, name, data)
	if again := format(t, name, once); !bytes.Equal(once, again) {
		t.Fatalf("formatted again (-once +twice):\n%s", cmp.Diff(string(once), string(again)))
	}
	before, _, _ := register.Parse(name, data)
	after, _, _ := register.Parse(name, once)
	if diff := cmp.Diff(before, after); diff != "" {
		t.Fatalf("meaning (-before +after):\n%s\n%s\n%s", diff, data, once)
	}
	return once
}

// TestFormatSaved formats what Save has written.
func TestFormatSaved(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := registertest.Register().Draw(t, "register")
		yaml := save(t, r, register.YAML)
		got := checkFormat(t, "x.yaml", yaml)
		if r.Language != "" && !bytes.Equal(yaml, got) {
			t.Fatalf("Save and Format differ (-saved +formatted):\n%s", cmp.Diff(string(yaml), string(got)))
		}
		json := save(t, r, register.JSON)
		if got := checkFormat(t, "x.json", json); !bytes.Equal(json, got) {
			t.Fatalf("Save and Format differ (-saved +formatted):\n%s", cmp.Diff(string(json), string(got)))
		}
		// JSON is YAML in flow style: the layout of one long line.
		checkFormat(t, "x.yaml", escape(save(t, r, register.CanonicalJSON)))
	})
}

// escape writes the characters that YAML forbids or takes for the end of a line
// as escapes.
func escape(json []byte) []byte {
	var b bytes.Buffer
	for _, c := range string(json) {
		if c >= 0x7f && c <= 0xa0 || c == 0x2028 || c == 0x2029 || c == 0xfeff || c == 0xfffe || c == 0xffff {
			fmt.Fprintf(&b, `\u%04x`, c)
			continue
		}
		b.WriteRune(c)
	}
	return b.Bytes()
}

// TestFormatComments puts comments into files and finds all of them again.
func TestFormatComments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := registertest.Register().Draw(t, "register")
		lines := strings.Split(string(save(t, r, register.YAML)), "\n")
		var b strings.Builder
		literal, n := -1, 0
		for _, line := range lines {
			indent := len(line) - len(strings.TrimLeft(line, " "))
			inLiteral := literal >= 0 && (indent > literal || line == "")
			if !inLiteral {
				literal = -1
			}
			if strings.HasSuffix(line, "|") || strings.HasSuffix(line, "|-") || strings.HasSuffix(line, ">-") {
				literal = indent
			}
			plain := !inLiteral && literal < 0 && !strings.ContainsAny(line, `"'`)
			if plain && rapid.IntRange(0, 3).Draw(t, "above") == 0 {
				n++
				b.WriteString(strings.Repeat(" ", indent) + "# above\n")
			}
			b.WriteString(line)
			if plain && line != "" && rapid.IntRange(0, 3).Draw(t, "behind") == 0 {
				n++
				b.WriteString(" # behind")
			}
			b.WriteString("\n")
		}
		got := checkFormat(t, "x.yaml", []byte(b.String()))
		if found := bytes.Count(got, []byte("# above")) + bytes.Count(got, []byte("# behind")); found != n {
			t.Fatalf("%d of %d comments left:\n%s", found, n, got)
		}
	})
}

// TestFormatProblems leaves alone what is no register.
func TestFormatProblems(t *testing.T) {
	for _, data := range []string{"", "# only a comment\n", "[]", "schema: ropa/v2\n", "schema: ropa/v1\nid: x\nactivites: []\n", "schema: ropa/v1\nid: &a x\n", "{"} {
		out, problems := register.Format("x.yaml", []byte(data))
		if out != nil || !problems.HasErrors() {
			t.Errorf("Format(%q) = %q, %v", data, out, problems)
		}
	}
	if _, problems := register.Format("part.yaml", []byte("schema: ropa/v1\nparties: [{id: a}]\n")); problems.HasErrors() {
		t.Errorf("a part of a register: %v", problems)
	}
}

func FuzzFormat(f *testing.F) {
	for _, pattern := range []string{"testdata/fmt/*"} {
		paths, _ := filepath.Glob(pattern)
		for _, path := range paths {
			if data, err := os.ReadFile(path); err == nil {
				f.Add(path, data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if out, problems := register.Format(name, data); out == nil != problems.HasErrors() {
			t.Fatalf("%q, %v", out, problems)
		} else if out != nil {
			checkFormat(t, name, data)
		}
	})
}
