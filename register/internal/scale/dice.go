package scale

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

// dice draws what is left to chance.
type dice struct{ *rand.Rand }

func (d *dice) below(n int) int     { return d.IntN(n) }
func (d *dice) percent(of int) bool { return d.IntN(100) < of }
func (d *dice) permille(n int) bool { return d.IntN(1000) < n }

func one[T any](d *dice, list []T) T { return list[d.IntN(len(list))] }

// some returns a part of a list in its order: one entry at least, and not all
// of several.
func some[T any](d *dice, list []T) []T {
	if len(list) < 2 {
		return slices.Clone(list)
	}
	n := 1 + d.IntN(len(list)-1)
	places := d.Perm(len(list))[:n]
	slices.Sort(places)
	part := make([]T, n)
	for i, p := range places {
		part[i] = list[p]
	}
	return part
}

// weights draws positions, each as often as its weight says.
type weights []int

// weigh returns the running sums of some weights.
func weigh(list []int) weights {
	sums, sum := make(weights, len(list)), 0
	for i, w := range list {
		sum += w
		sums[i] = sum
	}
	return sums
}

func (w weights) draw(d *dice) int {
	at, _ := slices.BinarySearch(w, 1+d.IntN(w[len(w)-1]))
	return at
}

// choice draws words, each as often as its weight says.
type choice[T any] struct {
	words   []T
	weights weights
}

// weighted is a word and how often it is drawn.
type weighted[T any] struct {
	word   T
	weight int
}

func choose[T any](list ...weighted[T]) choice[T] {
	c := choice[T]{}
	var sizes []int
	for _, w := range list {
		c.words = append(c.words, w.word)
		sizes = append(sizes, w.weight)
	}
	c.weights = weigh(sizes)
	return c
}

func (c choice[T]) draw(d *dice) T { return c.words[c.weights.draw(d)] }

// several draws distinct words.
func several(d *dice, c choice[string], n int) []string {
	all := make([]string, 0, n)
	for len(all) < n {
		if word := c.draw(d); !slices.Contains(all, word) {
			all = append(all, word)
		}
	}
	return all
}

// day draws a day of the years from one on, up to and without another.
func (d *dice) day(from, to int) register.Date {
	return value.MustDate(fmt.Sprintf("%04d-%02d-%02d", from+d.IntN(to-from), 1+d.IntN(12), 1+d.IntN(28)))
}

// remarks marks a few entries as inferred or assumed.
func (d *dice) remarks(permille int) register.Remarks {
	switch {
	case !d.permille(permille):
		return register.Remarks{}
	case d.percent(70):
		return register.Remarks{Certainty: register.CertaintyInferred}
	}
	return register.Remarks{Certainty: register.CertaintyAssumed}
}
