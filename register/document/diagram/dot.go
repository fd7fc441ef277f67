package diagram

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// mostLetters is how much of a name other programs are given.
const mostLetters = 200

// DOT writes the graph in the language of Graphviz.
func (g *Graph) DOT(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "digraph ropa {\n\tgraph [rankdir=LR, label=%s, labelloc=t, fontname=%s, newrank=true]\n", quoted(g.Title), quoted(family))
	fmt.Fprintf(out, "\tnode [shape=box, fontname=%s, fontsize=10]\n\tedge [color=%s]\n", quoted(family), quoted(grey.hex()))
	for c := range g.columns {
		for b := range max(1, len(g.columns[c].bands)) {
			g.dotBand(out, c, b)
		}
	}
	for _, e := range g.edges {
		fmt.Fprintf(out, "\t%s -> %s", id(e.from), id(e.to))
		if e.assumed {
			fmt.Fprint(out, " [style=dashed]")
		}
		fmt.Fprint(out, "\n")
	}
	fmt.Fprint(out, "}\n")
	return out.Flush()
}

// dotBand writes the nodes of a frame, or of a column without frames.
func (g *Graph) dotBand(w io.Writer, c, b int) {
	indent := "\t"
	framed := len(g.columns[c].bands) > 0
	if framed {
		fmt.Fprintf(w, "\tsubgraph cluster_%d_%d {\n\t\tlabel=%s\n\t\tcolor=%s\n", c+1, b+1, quoted(g.columns[c].bands[b].title), quoted(silver.hex()))
		indent = "\t\t"
	}
	for i := range g.nodes {
		if n := &g.nodes[i]; n.column == c && (!framed || n.band == b) {
			fmt.Fprintf(w, "%s%s [label=%s%s]\n", indent, id(i), quoted(g.lines(n)...), dotStyle(n))
		}
	}
	if framed {
		fmt.Fprint(w, "\t}\n")
	}
}

func dotStyle(n *node) string {
	fill := func(with ink) string { return ", style=filled, fillcolor=" + quoted(with.hex()) }
	switch {
	case n.kind == subjectNode:
		return fmt.Sprintf(", style=%s, fillcolor=%s", quoted("rounded,filled"), quoted(sand.hex()))
	case n.kind == activityNode:
		return fill(paleBlue)
	case n.kind == dataNode:
		return ", shape=plaintext"
	case n.place == outsideEEA:
		return fill(paleAmber)
	case n.place == unknownPlace:
		return ", style=dotted"
	}
	return ""
}

// lines are what a node says, cut where it is long; marks are told in words.
func (g *Graph) lines(n *node) []string {
	all := []string{short(clean(n.name), mostLetters)}
	for _, d := range n.details {
		all = append(all, short(clean(d), mostLetters))
	}
	if n.special {
		all = append(all, "◆ "+say(g.words, "special"))
	}
	if n.criminal {
		all = append(all, "▲ "+say(g.words, "criminal"))
	}
	return all
}

// quoted is a string of DOT: lines one below the other. Nothing in it is an escape
// of its own, or HTML.
func quoted(lines ...string) string {
	escape := strings.NewReplacer(`\`, `\\`, `"`, `\"`)
	parts := make([]string, len(lines))
	for i, line := range lines {
		parts[i] = escape.Replace(clean(line))
	}
	return `"` + strings.Join(parts, `\n`) + `"`
}
