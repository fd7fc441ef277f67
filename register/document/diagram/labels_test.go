package diagram

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/words"
)

// TestLabels: every label has words in all languages, is used, and takes the same
// arguments in each.
func TestLabels(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var code strings.Builder
	for _, file := range files {
		if text, err := os.ReadFile(file); err != nil {
			t.Fatal(err)
		} else if file != "labels.go" {
			code.Write(text)
		}
	}
	verbs := regexp.MustCompile(`%[a-z]`)
	for name, entry := range labels {
		if name == "column.blank" {
			continue
		}
		for i, language := range words.Languages() {
			if entry[i] == "" {
				t.Errorf("%s: no words in %s", name, language)
			}
			if strings.Join(verbs.FindAllString(entry[i], -1), "") != strings.Join(verbs.FindAllString(entry[0], -1), "") {
				t.Errorf("%s: other arguments in %s", name, language)
			}
		}
		head, tail, _ := strings.Cut(name, ".")
		if !strings.Contains(code.String(), `"`+name+`"`) && (!strings.Contains(code.String(), `"`+head+`."`) || !strings.Contains(code.String(), `"`+tail+`"`)) {
			t.Errorf("%s is not used", name)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		text string
		most int
		want int
	}{{"short", 3, 1}, {"several words that take more than one line of text", 3, 3}, {strings.Repeat("x", 500), 2, 2}, {strings.Repeat("word ", 500), 3, 3}, {"", 3, 0}} {
		lines := wrap(test.text, 9, false, 100, test.most)
		if len(lines) != test.want {
			t.Errorf("%.20q: %d lines, not %d", test.text, len(lines), test.want)
		}
		for _, line := range lines {
			if widthOf(line, 9, false) > 101 {
				t.Errorf("%q is too wide", line)
			}
		}
	}
}

// TestLetters: the typeface has the letters of the languages of documents and of
// names in Polish, Greek and Bulgarian.
func TestLetters(t *testing.T) {
	for _, r := range "ëïáéèüößæœçñąćęłńóśźżΑΩάέήίόύώαωАЯаящъь…–’“”·" {
		f := face(false)
		if glyph, err := f.GlyphIndex(nil, r); err != nil || glyph == 0 {
			t.Errorf("no letter %q", r)
		}
	}
}
