package api_test

import (
	"net/http"
	"testing"
)

// Documents that differ are saved under names that differ: another language or day
// does not overwrite what was fetched before.
func TestFileNames(t *testing.T) {
	c := serving(t, webgems)
	for address, want := range map[string]string{
		"register?format=pdf&language=nl&as-of=2026-11-22":                    `attachment; filename="webgems-register-nl-2026-11-22.pdf"`,
		"register?format=pdf&language=en&as-of=2026-11-23":                    `attachment; filename="webgems-register-en-2026-11-23.pdf"`,
		"register?language=nl&as-of=2026-11-22":                               `inline; filename="webgems-register-nl-2026-11-22.html"`,
		"retention?format=csv&language=nl&as-of=2026-11-22":                   `attachment; filename="webgems-retention-nl-2026-11-22.csv"`,
		"activity?activity=payments&format=docx&as-of=2026-11-22&language=nl": `attachment; filename="webgems-activity-payments-nl-2026-11-22.docx"`,
		"register?layout=dsk&format=xlsx&as-of=2026-11-22":                    `attachment; filename="webgems-register-dsk-de-2026-11-22.xlsx"`,
		"inspection?language=nl&as-of=2026-11-22":                             `attachment; filename="webgems-inspection-nl-2026-11-22.zip"`,
	} {
		a := c.get("/registers/webgems/documents/"+address).is(t, http.StatusOK)
		if got := a.header.Get("Content-Disposition"); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}
