package cli

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/openropa/ropa/register/printable"
)

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		text string
		most int
		want []string
	}{
		{"", 10, []string{""}},
		{"one two three", 8, []string{"one two", "three"}},
		{"examples/webgems/parties.yaml:149", 18, []string{"examples/webgems/", "parties.yaml:149"}},
		{"bank-account", 6, []string{"bank-", "accoun", "t"}},
		{"名前と住所", 4, []string{"名前", "と住", "所"}},
		{"a\tb", 10, []string{"a b"}},
	} {
		if diff := cmp.Diff(test.want, wrap(test.text, test.most)); diff != "" {
			t.Errorf("wrap(%q, %d): %s", test.text, test.most, diff)
		}
	}
}

// TestTableFits: whatever the cells and the width, no line is wider than the
// terminal and no letter of a cell is lost.
func TestTableFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.IntRange(1, 8).Draw(t, "columns")
		width := rapid.IntRange(12, 160).Draw(t, "width")
		cell := rapid.OneOf(rapid.StringMatching(`[a-zà-ü名 ,/-]{0,60}`), rapid.String())
		table := &table{titles: make([]string, columns)}
		for i := range table.titles {
			table.titles[i] = rapid.StringMatching(`[A-Z]{1,6}`).Draw(t, "title")
		}
		for range rapid.IntRange(0, 4).Draw(t, "rows") {
			row := make([]string, columns)
			for i := range row {
				row[i] = cell.Draw(t, "cell")
			}
			table.rows = append(table.rows, row)
		}
		var b strings.Builder
		table.write(&b, width, false)
		for _, line := range strings.Split(b.String(), "\n") {
			if displayWidth(line) > width {
				t.Fatalf("a line of %d columns where %d fit: %q", displayWidth(line), width, line)
			}
		}
		want := 0
		for _, row := range table.rows {
			for _, cell := range row {
				want += letters(printable.Line(cell))
			}
		}
		if got := letters(b.String()); got < want {
			t.Fatalf("%d letters of %d are written", got, want)
		}
	})
}

// letters counts the characters that are not blank.
func letters(s string) int { return len([]rune(strings.Join(strings.Fields(s), ""))) }

func TestTableLayout(t *testing.T) {
	table := &table{titles: []string{"ID", "NAME"}}
	table.add("mollie", "Mollie")
	table.add("credit-assessors", "companies that assess whether a customer can pay later")
	var b strings.Builder
	table.write(&b, 44, false)
	want := `ID                NAME
mollie            Mollie
credit-assessors  companies that assess
                  whether a customer can pay
                  later
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
	b.Reset()
	table.write(&b, 14, false) // too narrow for two columns
	want = `ID: mollie
NAME: Mollie

ID:
  credit-
  assessors
NAME:
  companies
  that assess
  whether a
  customer can
  pay later
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

func TestEscapesOfTheTerminalAreTakenOut(t *testing.T) {
	table := &table{titles: []string{"NAME"}}
	table.add("evil\x1b[2Jname\u202e")
	var b strings.Builder
	table.write(&b, 80, false)
	if strings.ContainsAny(b.String(), "\x1b\u202e") {
		t.Errorf("%q", b.String())
	}
	for _, r := range []rune{0x1b, 0x7f, 0x9b, 0x61c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x2067, 0xfeff, 0xe0041} {
		if got := printable.Line("a" + string(r)); got != "a\ufffd" {
			t.Errorf("%U is written %q", r, got)
		}
	}
	if got := printable.Line("é\u200dक"); got != "é\u200dक" {
		t.Errorf("%q", got)
	}
}

// JSON and the text of files reach a terminal too.
func TestNothingActsOnATerminal(t *testing.T) {
	const evil = "a\x7f\u009b2J\u202e\u200f\U000e0041é\u2028"
	a := &app{env: Env{Width: 80}}
	if err := a.writeJSON(map[string]string{"name": evil}); err != nil {
		t.Fatal(err)
	}
	var read map[string]string
	if err := json.Unmarshal(a.out.Bytes(), &read); err != nil || read["name"] != evil {
		t.Errorf("%s is read as %q: %v", a.out.String(), read["name"], err)
	}
	a.writeFile([]byte("# " + evil + "\n\n  b: c"))
	if err := a.writeCSV(&table{titles: []string{"name"}, rows: [][]string{{evil + "\x1b"}}}); err != nil {
		t.Fatal(err)
	}
	if i := strings.IndexFunc(a.out.String(), func(r rune) bool { return r != '\n' && printable.Disturbs(r) }); i >= 0 {
		t.Errorf("%q", a.out.String()[i:])
	}
	if !strings.HasSuffix(a.out.String(), "\n\n  b: cname\na��2J���é��\n") {
		t.Errorf("%q", a.out.String())
	}
}

// A party may get data in as many flows as the register has.
func TestRowsOfManyFlows(t *testing.T) {
	var rows flowRows
	for i := range 10_000 {
		row := flowRow{name: "a", data: []string{"name"}, where: []string{strconv.Itoa(i % 5_000)}}
		rows.merge(row, row.where, func(x *flowRow) { x.data = append(x.data, row.data...) })
	}
	if len(rows.rows) != 5_000 || len(rows.rows[7].data) != 2 {
		t.Errorf("%d rows", len(rows.rows))
	}
}

func TestGuarded(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "Mollie": "Mollie", "=1+1": "'=1+1", "+31": "'+31", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "\tx": "'\tx", "a=b": "a=b", "\rx": "'\rx",
		" =1": "' =1", "＝1": "'＝1", " x": " x",
	} {
		if got := printable.Cell(cell); got != want {
			t.Errorf("printable.Cell(%q) = %q, want %q", cell, got, want)
		}
	}
}

func TestEscaped(t *testing.T) {
	for cell, want := range map[string]string{
		"a|b": `a\|b`, "a\nb": "a b", `a\`: `a\\`, "[x](y)": `\[x\](y)`, "<b>": `\<b\>`, "&lt;": `\&lt;`,
	} {
		if got := escaped(cell); got != want {
			t.Errorf("escaped(%q) = %q, want %q", cell, got, want)
		}
	}
}
