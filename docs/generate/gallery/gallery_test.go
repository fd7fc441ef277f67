package main

import (
	"image"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// kept is the gallery as it is kept.
const kept = "../../gallery"

// TestGallery holds that the gallery is what the program makes: the files to the
// byte, the pictures of pages nearly, for those who draw them differ in letters and
// edges.
func TestGallery(t *testing.T) {
	made := t.TempDir()
	if err := run("../../..", made, true); err != nil {
		t.Fatal(err)
	}
	files := 0
	for _, pattern := range []string{"*", "pictures/*"} {
		same(t, made, kept, pattern)
		same(t, kept, made, pattern)
	}
	names, err := filepath.Glob(filepath.Join(made, "*.*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		files++
		equal(t, name, filepath.Join(kept, filepath.Base(name)))
	}
	if files < 40 {
		t.Errorf("only %d files", files)
	}
	for i := range exhibits {
		for _, p := range exhibits[i].pages {
			alike(t, filepath.Join(made, p.file()), filepath.Join(kept, p.file()))
		}
	}
}

// same holds that each file of a folder is in another.
func same(t *testing.T, here, there, pattern string) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(here, pattern))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		rest, err := filepath.Rel(here, name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(filepath.Join(there, rest)); err != nil {
			t.Errorf("%s is in %s alone (make gallery)", rest, here)
		}
	}
}

func equal(t *testing.T, name, other string) {
	t.Helper()
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(other)
	if err != nil {
		t.Error(err)
		return
	}
	if string(want) != string(got) {
		diff := cmp.Diff(strings.Split(string(got), "\n"), strings.Split(string(want), "\n"))
		t.Errorf("%s is not as made (make gallery) (-kept +made):\n%.3000s", other, diff)
	}
}

// alike holds that two pictures show about the same, and something.
func alike(t *testing.T, name, other string) {
	t.Helper()
	a, b := decoded(t, name), decoded(t, other)
	if a == nil || b == nil {
		return
	}
	if a.Bounds().Dx() != b.Bounds().Dx() || math.Abs(float64(a.Bounds().Dy()-b.Bounds().Dy())) > 0.1*float64(b.Bounds().Dy()) {
		t.Errorf("%s: %v, kept %v", name, a.Bounds(), b.Bounds())
		return
	}
	x, y := greys(a), greys(b)
	if c := contrast(x); c < 0.003 {
		t.Errorf("%s is blank: contrast %.4f", name, c)
	}
	if d := differs(x, y); d > most {
		t.Errorf("%s differs from what is kept by %.2f (make gallery)", name, d)
	}
}

// most is how much pictures may differ, as a share of what there is to see.
const most = 0.6

func differs(x, y []float64) float64 { return distance(x, y) / contrast(y) }

func decoded(t *testing.T, name string) image.Image {
	t.Helper()
	info, err := os.Stat(name)
	if err != nil {
		t.Error(err)
		return nil
	}
	if info.Size() > 120<<10 {
		t.Errorf("%s takes %d bytes", name, info.Size())
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	shown, _, err := image.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return shown
}

// grid is into how many fields a picture is divided each way: coarse enough to
// forgive another font.
const grid = 20

// greys is how light each field of a picture is, from 0 to 1.
func greys(shown image.Image) []float64 {
	r := shown.Bounds()
	sums, counts := make([]float64, grid*grid), make([]float64, grid*grid)
	for y := range r.Dy() {
		for x := range r.Dx() {
			red, green, blue, _ := shown.At(r.Min.X+x, r.Min.Y+y).RGBA()
			at := y*grid/r.Dy()*grid + x*grid/r.Dx()
			sums[at] += float64(red+green+blue) / (3 * 0xffff)
			counts[at]++
		}
	}
	for i := range sums {
		sums[i] /= counts[i]
	}
	return sums
}

func distance(x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		sum += math.Abs(x[i] - y[i])
	}
	return sum / float64(len(x))
}

// contrast is how much the fields differ from one that is empty.
func contrast(x []float64) float64 {
	blank := make([]float64, len(x))
	for i := range blank {
		blank[i] = x[0]
	}
	return distance(x, blank)
}

var mdLink = regexp.MustCompile(`\]\(([^)\s]+)\)`)

// TestIndex holds that what the page leads to is there, and that it shows all.
func TestIndex(t *testing.T) {
	page := string(index())
	links := mdLink.FindAllStringSubmatch(page, -1)
	for _, m := range links {
		if _, err := os.Stat(filepath.Join(kept, m[1])); err != nil {
			t.Errorf("%s leads nowhere", m[1])
		}
	}
	for i := range exhibits {
		if exhibits[i].title() == "" {
			t.Errorf("%s has no title", exhibits[i].name)
		}
	}
	if len(links) < 40 {
		t.Errorf("only %d links", len(links))
	}
}

// TestAlike holds that the comparison of pictures sees a page that is gone or
// another one, and forgives a shift.
func TestAlike(t *testing.T) {
	lines := func(from, height int) []float64 {
		shown := image.NewGray(image.Rect(0, 0, 400, 400))
		for i := range shown.Pix {
			shown.Pix[i] = 255
		}
		for y := from; y < from+height; y++ {
			if y%10 < 5 {
				for x := 40; x < 360; x++ {
					shown.Pix[y*shown.Stride+x] = 0
				}
			}
		}
		return greys(shown)
	}
	page := lines(40, 300)
	if d := differs(lines(52, 300), page); d > most {
		t.Errorf("a shift by a line differs by %.2f", d)
	}
	if d := differs(lines(40, 100), page); d <= most {
		t.Errorf("a third of the page differs by %.2f", d)
	}
	if c := contrast(lines(40, 0)); c != 0 {
		t.Errorf("an empty page has contrast %.3f", c)
	}
}
