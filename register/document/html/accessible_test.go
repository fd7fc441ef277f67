package html_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/openropa/ropa/register/document"
)

// screens are those on which the pages are looked at.
var screens = []struct {
	scheme string
	width  int64
}{{"light", 1440}, {"dark", 1440}, {"light", 800}, {"dark", 360}}

// The rules that axe-core knows, run in Chromium on pages of all kinds, find
// nothing: on wide and narrow screens, in light and dark. The style is the one
// that the policy allows, and no page has to be moved sideways.
func TestAccessible(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join("testdata", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatalf("%v; run npm ci --prefix register/document/html/testdata", err)
	}
	b := startBrowser(t)
	short := slices.DeleteFunc(slices.Clone(attacks), func(s string) bool { return len(s) > 1000 })
	all := []string{strings.Join(short, " "), longWord[:2000], ""}
	for name, d := range map[string]*document.Document{
		"small": small(), "large": large(2), "hostile": hostileOf(all), "empty": {Title: "Leeg", Language: "nl"},
	} {
		file := filepath.Join(t.TempDir(), name+".html")
		if err := os.WriteFile(file, []byte(write(t, d)), 0o666); err != nil {
			t.Fatal(err)
		}
		for _, s := range screens {
			b.show(s.scheme, s.width, file)
			if !evaluate[bool](b, `getComputedStyle(document.querySelector(".skip")).position === "absolute"`) {
				t.Errorf("%s: the policy refuses the style", name)
			}
			if excess := evaluate[int](b, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); excess > 0 {
				t.Errorf("%s, %s, %d wide: the page is %d pixels wider than the screen", name, s.scheme, s.width, excess)
			}
			evaluate[chromedp.Void](b, string(axe))
			for _, found := range evaluate[[]string](b, violations) {
				t.Errorf("%s, %s, %d wide: %s", name, s.scheme, s.width, found)
			}
		}
	}
}

// violations is a script that tells what axe-core finds, a line for each rule
// with the first elements concerned.
const violations = `axe.run({resultTypes: ["violations"]}).then(result => result.violations.map(v =>
	v.id + ": " + v.help + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 300)).join(" | ")))`
