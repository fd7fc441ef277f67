package diag

import (
	"cmp"
	"slices"
	"strings"
)

// Suggest returns the candidates that somebody may have meant by name, the
// likeliest first, at most three: those that differ by few letters, whatever
// their case and hyphens.
func Suggest(name string, candidates []string) []string {
	type guess struct {
		name     string
		distance int
	}
	plain := fold(name)
	if plain == "" || len(plain) > 60 {
		return nil
	}
	if names := fromDutch(plain, candidates); len(names) > 0 {
		return names
	}
	limit := max(1, min(3, len(plain)/3))
	var guesses []guess
	for _, c := range candidates {
		other := fold(c)
		if len(other)-len(plain) > limit || len(plain)-len(other) > limit {
			continue
		}
		if d := distance(plain, other); d <= limit {
			guesses = append(guesses, guess{c, d})
		}
	}
	slices.SortFunc(guesses, func(a, b guess) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.name, b.name))
	})
	guesses = slices.Compact(guesses)
	var names []string
	for _, g := range guesses[:min(3, len(guesses))] {
		if g.distance <= guesses[0].distance+1 {
			names = append(names, g.name)
		}
	}
	return names
}

// fold takes out what people vary: case, hyphens, underscores, spaces.
func fold(s string) string { return separators.Replace(strings.ToLower(s)) }

var separators = strings.NewReplacer("-", "", "_", "", " ", "")

// distance is the number of letters to add, drop, change or swap with a
// neighbour to make b of a (optimal string alignment).
func distance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
