package pdf

import "testing"

func TestVisual(t *testing.T) {
	for in, want := range map[string]string{
		"plain (text)":     "plain (text)",
		"a שלום b":         "a םולש b",
		"שלום עולם":        "םלוע םולש",
		"a שלום 2026 עולם": "a םלוע 2026 םולש",
		"x אב (גד) y":      "x (דג) בא y",
		"אב, cd, הו":       "בא, cd, וה",
		"ש\u05c1ב c":       "בש\u05c1 c",
	} {
		var gs []glyph
		for _, r := range in {
			gs = append(gs, glyph{r: r})
		}
		got := ""
		for _, g := range visual(gs) {
			got += string(g.r)
		}
		if got != want {
			t.Errorf("%q is drawn %q, want %q", in, got, want)
		}
	}
}
