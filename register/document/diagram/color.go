package diagram

import (
	"image/color"
	"strconv"
)

// ink is a colour as RGB; none paints nothing.
type ink int32

const none ink = -1

// Inks. Texts keep a contrast of 4.5:1 and more to what is below them; nothing is
// told by colour alone.
const (
	black     ink = 0x1f2328
	grey      ink = 0x57606a
	silver    ink = 0xd0d7de
	paper     ink = 0xffffff
	mist      ink = 0xf6f8fa
	blue      ink = 0x1f4e79
	paleBlue  ink = 0xe8f0f8
	sand      ink = 0xf4f1ea
	brown     ink = 0x7a6a4f
	amber     ink = 0x9a5b00
	paleAmber ink = 0xfff6e6
	plum      ink = 0x7b1e5b
)

func (c ink) hex() string {
	if c == none {
		return "none"
	}
	s := strconv.FormatInt(int64(c), 16)
	return "#" + "000000"[len(s):] + s
}

func (c ink) rgba() color.RGBA {
	return color.RGBA{R: uint8(c >> 16), G: uint8(c >> 8), B: uint8(c), A: 255}
}
