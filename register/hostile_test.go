package register

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/tree"
)

func has(problems diag.Problems, code diag.Code) bool {
	for _, p := range problems {
		if p.Code == code {
			return true
		}
	}
	return false
}

const head = "schema: ropa/v1\nid: x\n"

// Whatever stands in a file, the answer is a problem, and comes soon.
func TestHostileInput(t *testing.T) {
	bomb := head + "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c < 'm'; c++ {
		bomb += string(c) + ": &" + string(c) + " [" + strings.Repeat("*"+string(c-1)+", ", 9) + "]\n"
	}
	several := ""
	for i := range 3000 {
		several += fmt.Sprintf("p%d,", i)
	}
	cases := []struct {
		name, file, text string
		want             diag.Code
	}{
		{"aliases", "x.yaml", bomb, diag.Anchor},
		{"flow depth", "x.yaml", head + "x-a: " + strings.Repeat("[", 100_000), diag.TooDeep},
		{"block depth", "x.yaml", head + "x-a:\n  " + strings.Repeat("- ", 100_000) + "a", diag.TooDeep},
		{"mapping depth", "x.yaml", head + "x-a: " + strings.Repeat("{a: ", 100_000), diag.TooDeep},
		{"key depth", "x.yaml", strings.Repeat("? ", 5_000) + "a", diag.TooDeep},
		{"JSON depth", "x.json", `{"x-a": ` + strings.Repeat("[", 1_000_000), diag.TooDeep},
		{"JSON object depth", "x.json", strings.Repeat(`{"x-a":`, 1_000_000), diag.TooDeep},
		{"scalar", "x.yaml", head + "name: " + strings.Repeat("x", 65<<10), diag.ScalarTooLong},
		{"block scalar", "x.yaml", head + "name: |\n" + strings.Repeat("  x\n", 40<<10), diag.ScalarTooLong},
		{"key", "x.json", `{"schema": "ropa/v1", "id": "x", "x-` + strings.Repeat("x", 65<<10) + `": 1}`, diag.ScalarTooLong},
		{"JSON scalar", "x.json", `{"schema": "ropa/v1", "id": "` + strings.Repeat("x", 65<<10) + `"}`, diag.ScalarTooLong},
		{"commas", "x.yaml", head + "x-a: [" + strings.Repeat("a,", 5<<20) + "]", diag.TooManyNodes},
		{"dashes", "x.yaml", strings.Repeat(strings.Repeat("- ", 30)+"a\n", 500_000), diag.TooManyNodes},
		{"JSON values", "x.json", `{"x-a": [` + strings.Repeat("1,", 5<<20) + "1]}", diag.TooManyNodes},
		{"size", "x.yaml", head + strings.Repeat("# x\n", 9<<20), diag.TooLarge},
		{"expansion", "x.yaml", head + "activities: [{id: a, disclosures: [{to: [" + several + "], data: [" + several + "]}]}]", diag.TooManyNodes},
		{"nested expansion", "x.yaml", head + "activities: [{id: a, disclosures: [{to: [" + several + "], engages: [{party: [" + several + "]}]}]}]", diag.TooManyNodes},
		{"extension expansion", "x.yaml", head + "activities: [{id: a, disclosures: [{to: [" + several + "], x-a: [" + several + "]}]}]", diag.TooManyNodes},
		{"many keys", "x.yaml", head + strings.Repeat("name: x\n", 100_000), diag.DuplicateKey},
		{"number", "x.json", `{"schema": "ropa/v1", "id": "x", "organisation": {"employees": 1e999999999}}`, diag.InvalidNumber},
		{"UTF-16", "x.yaml", "\xff\xfes\x00c\x00", diag.Encoding},
		{"nothing but a mark", "x.yaml", "\ufeff", diag.NotAMapping},
		{"NUL", "x.yaml", "\x00", diag.BadCharacter},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, _, problems := Parse(c.file, []byte(c.text))
			if !has(problems, c.want) {
				t.Errorf("no problem %s in %.500v", c.want, problems)
			}
		})
	}
}

func manyKeys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "    disclosure%d: 1\n", i)
	}
	return b.String()
}

// A file of nothing but mistakes yields a list that can still be read.
func TestProblemsAreBounded(t *testing.T) {
	for name, text := range map[string]string{
		"duplicate keys":  head + strings.Repeat("name: x\n", 100_000),
		"unknown fields":  head + "activities:\n" + strings.Repeat("- {id: A}\n", 60_000),
		"unknown keys":    head + "activities:\n  - id: a\n" + manyKeys(200_000),
		"several anchors": head + "x-a:\n" + strings.Repeat("- &a b\n", 100_000),
	} {
		_, _, problems := Parse("x.yaml", []byte(text))
		if len(problems) < 10_000 || len(problems) > 2*tree.MaxProblems {
			t.Errorf("%s: %d problems", name, len(problems))
		}
	}
}

func TestMaxBytes(t *testing.T) {
	text := []byte(head)
	for n, want := range map[int64]bool{int64(len(text)): false, int64(len(text)) - 1: true, 0: false, 1 << 62: false} {
		_, _, problems := Parse("x.yaml", text, MaxBytes(n))
		if has(problems, diag.TooLarge) != want {
			t.Errorf("limit %d: %v", n, problems)
		}
		_, _, problems = LoadFS(fstest.MapFS{"x.yaml": {Data: text}}, "x.yaml", MaxBytes(n))
		if has(problems, diag.TooLarge) != want {
			t.Errorf("limit %d of a file: %v", n, problems)
		}
	}
}

// Registers that are read side by side do not disturb each other, and equal
// bytes give equal problems.
func TestParseIsDeterministic(t *testing.T) {
	text := benchRegister(40)
	text = append(text, "  - {id: Bad, status: actief, x-y: 1}\nactivites: 1\n"...)
	text = bytes.Replace(text, []byte("basis: contract"), []byte("basis: contrakt"), 3)
	_, _, first := Parse("x.yaml", text)
	if len(first) == 0 {
		t.Fatal("no problems")
	}
	for range 3 {
		if _, _, again := Parse("x.yaml", text); describeProblems(first) != describeProblems(again) {
			t.Errorf("first %v, then %v", first, again)
		}
	}
}

// manyAlike is a file in which n entries differ in nothing but what they refer
// to.
func manyAlike(n int) []byte {
	text := []byte(head + "activities:\n  - id: a\n    disclosures:\n")
	for i := range n {
		text = fmt.Appendf(text, "      - {to: p%d, as: processor}\n", i)
	}
	return text
}

// What is joined is compared with what it is joined to, so that an entry joins
// only so many: BenchmarkHostile shows that the work grows with the file.
func TestFormatManyAlike(t *testing.T) {
	const n = 5_000
	once, problems := Format("x.yaml", manyAlike(n))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if got := strings.Count(string(once), "as: processor"); got != n/mostJoined {
		t.Errorf("%d entries", got)
	}
	if twice, _ := Format("x.yaml", once); string(twice) != string(once) {
		t.Error("formatting twice is not formatting once")
	}
}
