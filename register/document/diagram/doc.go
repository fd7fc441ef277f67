// Package diagram draws pictures of a register: from whom data come, in which
// activities they are used, who receives them and to whom they are passed on; and
// small charts of how long data are kept and of the countries to which they go.
//
// A Graph holds what is shown. It can be written as DOT or Mermaid, for other
// programs to draw, or laid out and drawn here as SVG or PNG. The same register,
// day, language and audience give the same bytes. Nothing is kept between calls,
// so that any number of pictures can be drawn at the same time.
package diagram
