package own

import (
	"testing"

	"github.com/openropa/ropa/register/internal/schema"
)

// Expressions see every field that the format has, by its name there.
func TestEveryFieldIsSeen(t *testing.T) {
	seen := 0
	for name, shape := range known().byName {
		o := schema.Lookup(name)
		if o == nil {
			if name != "Reached" && name != "ReachedCountry" {
				t.Errorf("%s is not in the schema", name)
			}
			continue
		}
		seen++
		for i := range o.Fields {
			if f, ok := shape.fields[o.Fields[i].Name]; !ok || f.schema != &o.Fields[i] {
				t.Errorf("%s.%s is not seen", name, o.Fields[i].Name)
			}
		}
		if len(shape.fields) != len(o.Fields)+1 { // x
			t.Errorf("%s has %d fields, not %d", name, len(shape.fields), len(o.Fields)+1)
		}
	}
	if seen < 40 {
		t.Errorf("only %d objects are seen", seen)
	}
}
