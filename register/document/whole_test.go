package document_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/document"
)

// No format leaves out silently what is no block: Go takes a pointer for one too.
func TestWritersWriteAll(t *testing.T) {
	for name, d := range map[string]*document.Document{
		"no document":    nil,
		"document.Table": {Sections: []document.Section{{ID: "a", Sections: []document.Section{{ID: "b", Blocks: []document.Block{&document.Table{}}}}}}},
		"<nil>":          {Sections: []document.Section{{ID: "a", Blocks: []document.Block{nil}}}},
	} {
		for _, f := range formats {
			var b bytes.Buffer
			if err := f.write(t.Context(), &b, d); err == nil || !strings.Contains(err.Error(), name) || b.Len() > 0 {
				t.Errorf("%s as %s: %v, and %d bytes", name, f.name, err, b.Len())
			}
		}
	}
}
