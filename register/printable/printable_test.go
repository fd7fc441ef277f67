package printable_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/printable"
)

const evil = "a\x1b[31mb\u202ec\u2028d\U000e0041e\ufeff\x7f\x00f\tg\nh"

func TestLine(t *testing.T) {
	if got, want := printable.Line(evil), "a\ufffd[31mb\ufffdc\ufffdd\ufffde\ufffd\ufffd\ufffdf g h"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := printable.Line("Ilona's WebGems – €"); got != "Ilona's WebGems – €" {
		t.Errorf("what disturbs nobody changed: %q", got)
	}
}

// JSON means the same without what disturbs.
func TestJSON(t *testing.T) {
	data, err := json.MarshalIndent(map[string]string{"name": evil}, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	data = []byte(strings.ReplaceAll(string(data), `\u2028`, "\u2028"))
	got := printable.JSON(data)
	if i := strings.IndexFunc(string(got), func(r rune) bool { return r != '\n' && printable.Disturbs(r) }); i >= 0 {
		t.Errorf("disturbs at %d: %q", i, got)
	}
	var back map[string]string
	if err := json.Unmarshal(got, &back); err != nil || back["name"] != evil {
		t.Errorf("%q, %v", back["name"], err)
	}
	if plain := []byte("{\n}"); &printable.JSON(plain)[0] != &plain[0] {
		t.Error("what disturbs nobody is copied")
	}
}

// Tabs and the ends of lines are white space of JSON, and stay it.
func TestJSONWhiteSpace(t *testing.T) {
	for in, want := range map[string]string{
		"{\n\t\"a\": 1\n}":               "{\n\t\"a\": 1\n}",
		"{\r\n\t\"a\":\t\"\x7f\"\r\n}\r": "{ \n\t\"a\":\t\"\\u007f\" \n} ",
	} {
		if got := printable.JSON([]byte(in)); string(got) != want || !json.Valid(got) {
			t.Errorf("%q is written as %q, want %q", in, got, want)
		}
	}
}

func TestCell(t *testing.T) {
	for _, s := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "  =1", "\tx", "\rx", "\nx"} {
		if got := printable.Cell(s); got != "'"+s {
			t.Errorf("%q is written as %q", s, got)
		}
	}
	for _, s := range []string{"", "a=1", "'=1", "e-mail"} {
		if got := printable.Cell(s); got != s {
			t.Errorf("%q is written as %q", s, got)
		}
	}
}
