package inspection

import "testing"

// Each label is said in each language.
func TestLabels(t *testing.T) {
	for code, entry := range labels {
		for i, s := range entry {
			if s == "" {
				t.Errorf("%s lacks language %d", code, i)
			}
		}
	}
	for _, code := range []string{"register", "layout", "processors", "transfers", "retention", "dpias", "findings", "whole", "sums"} {
		for _, code := range []string{code, code + ".about"} {
			if _, ok := labels[code]; !ok {
				t.Errorf("no words for %s", code)
			}
		}
	}
}
