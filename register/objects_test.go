package register

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/diag"
)

// TestObjectsHaveWords: a problem names an object in words for people, not by
// the name of its type.
func TestObjectsHaveWords(t *testing.T) {
	var schema struct {
		Defs map[string]struct {
			Properties map[string]any
		} `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	objects := 0
	for name, d := range schema.Defs {
		if d.Properties == nil || name == "Remarks" {
			continue
		}
		objects++
		p := diag.New(diag.MissingField, "", diag.Place{}, "object", name, "field", "f")
		if en, nl := p.Message("en"), p.Message("nl"); strings.HasPrefix(en, name+" ") || strings.HasPrefix(nl, name+" ") || en == nl {
			t.Errorf("%s has no words: %s", name, en)
		}
	}
	if objects < 50 {
		t.Errorf("only %d objects looked at", objects)
	}
}
