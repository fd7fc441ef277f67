package main

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/png"
	"os"
	"slices"
)

// shades is how many colours a picture keeps: a page has few, and is a third of
// the size.
const shades = 64

// save writes a picture as a small PNG.
func save(path string, shown image.Image) error {
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&b, reduced(shown)); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

// reduced is a picture in the colours that it has most of, each rounded a little.
func reduced(shown image.Image) *image.Paletted {
	r := shown.Bounds()
	counts := make(map[color.RGBA]int)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			counts[rounded(shown.At(x, y))]++
		}
	}
	all := make([]color.RGBA, 0, len(counts))
	for c := range counts {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b color.RGBA) int {
		return cmp.Or(counts[b]-counts[a], int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B))
	})
	palette := make(color.Palette, 0, shades)
	for _, c := range all[:min(len(all), shades)] {
		palette = append(palette, c)
	}
	nearest := make(map[color.RGBA]uint8, len(all))
	for _, c := range all {
		nearest[c] = uint8(palette.Index(c))
	}
	small := image.NewPaletted(image.Rect(0, 0, r.Dx(), r.Dy()), palette)
	for y := range r.Dy() {
		for x := range r.Dx() {
			small.SetColorIndex(x, y, nearest[rounded(shown.At(r.Min.X+x, r.Min.Y+y))])
		}
	}
	return small
}

// rounded is a colour with fewer steps; white and black stay.
func rounded(c color.Color) color.RGBA {
	step := func(v uint32) uint8 { return uint8((v>>8 + 8) / 17 * 17) }
	r, g, b, _ := c.RGBA()
	return color.RGBA{step(r), step(g), step(b), 255}
}
