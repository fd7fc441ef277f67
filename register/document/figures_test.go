package document

import "testing"

// TestFigures: documents show the pictures that they are given, and nothing in their
// place where they are given none.
func TestFigures(t *testing.T) {
	_, r := newFull()
	view, m := resolved(r)
	tall, broad := &Figure{ID: "tall", Title: "Tall", Width: 300, Height: 600}, &Figure{ID: "broad", Title: "Broad", Width: 600, Height: 300}
	for _, test := range []struct {
		name  string
		build func(Options) (*Document, error)
		given Figures
		want  string
		wide  bool
	}{
		{"register", func(o Options) (*Document, error) { return Register(t.Context(), view, m, o) }, Figures{Map: tall}, "tall", false},
		{"register", func(o Options) (*Document, error) { return Register(t.Context(), view, m, o) }, Figures{Map: broad}, "broad", true},
		{"activity", func(o Options) (*Document, error) { return Activity(t.Context(), view, m, o) }, Figures{Activity: func(string) *Figure { return tall }}, "tall", true},
		{"activity", func(o Options) (*Document, error) { return Activity(t.Context(), view, m, o) }, Figures{Activity: func(string) *Figure { return nil }}, "", false},
		{"retention", func(o Options) (*Document, error) { return Retention(t.Context(), view, m, o) }, Figures{Retention: broad}, "broad", true},
		{"transfers", func(o Options) (*Document, error) { return Transfers(t.Context(), view, m, o) }, Figures{Transfers: broad}, "broad", false},
	} {
		for _, given := range []Figures{test.given, {}} {
			o := Options{AsOf: 20261122, Language: "en", Activity: "activities-controller", Figures: given}
			d, err := test.build(o)
			if err != nil {
				t.Fatal(err)
			}
			var found []string
			d.Walk(func(s *Section, _ int) {
				for _, b := range s.Blocks {
					if f, ok := b.(Figure); ok {
						if found = append(found, f.ID); s.Wide != test.wide {
							t.Errorf("%s: %s stands on a wide page: %v", test.name, f.ID, s.Wide)
						}
					}
				}
			})
			want := test.want
			if given.Map == nil && given.Activity == nil && given.Retention == nil && given.Transfers == nil {
				want = ""
			}
			if want == "" && len(found) > 0 || want != "" && (len(found) != 1 || found[0] != want) {
				t.Errorf("%s: figures %v, not %q", test.name, found, want)
			}
		}
	}
}
