package diagram

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Mermaid writes the graph in the language of Mermaid.
func (g *Graph) Mermaid(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "flowchart LR\n  accTitle: %s\n  accDescr: %s\n", told(short(g.Title, mostLetters)), told(short(g.Description, 1500)))
	for c := range g.columns {
		for b := range max(1, len(g.columns[c].bands)) {
			g.mermaidBand(out, c, b)
		}
	}
	for _, e := range g.edges {
		arrow := "-->"
		if e.assumed {
			arrow = "-.->"
		}
		fmt.Fprintf(out, "  %s %s %s\n", id(e.from), arrow, id(e.to))
	}
	for _, class := range []struct {
		name, style string
		fits        func(*node) bool
	}{
		{"subject", "fill:" + sand.hex() + ",stroke:" + brown.hex(), func(n *node) bool { return n.kind == subjectNode }},
		{"activity", "fill:" + paleBlue.hex() + ",stroke:" + blue.hex(), func(n *node) bool { return n.kind == activityNode }},
		{"outside", "fill:" + paleAmber.hex() + ",stroke:" + amber.hex() + ",stroke-width:3px", func(n *node) bool { return n.kind == partyNode && n.place == outsideEEA }},
		{"unknown", "fill:" + paper.hex() + ",stroke:" + grey.hex() + ",stroke-dasharray:2 3", func(n *node) bool { return n.kind == partyNode && n.place == unknownPlace }},
	} {
		var ids []string
		for i := range g.nodes {
			if class.fits(&g.nodes[i]) {
				ids = append(ids, id(i))
			}
		}
		if len(ids) > 0 {
			fmt.Fprintf(out, "  classDef %s %s,color:%s\n  class %s %s\n", class.name, class.style, black.hex(), strings.Join(ids, ","), class.name)
		}
	}
	return out.Flush()
}

// mermaidBand writes the nodes of a frame, or of a column without frames.
func (g *Graph) mermaidBand(w io.Writer, c, b int) {
	indent := "  "
	framed := len(g.columns[c].bands) > 0
	if framed {
		fmt.Fprintf(w, "  subgraph g%d_%d[\"%s\"]\n", c+1, b+1, inMermaid(g.columns[c].bands[b].title))
		indent = "    "
	}
	for i := range g.nodes {
		n := &g.nodes[i]
		if n.column != c || framed && n.band != b {
			continue
		}
		left, right := `["`, `"]`
		if n.kind == subjectNode {
			left, right = `(["`, `"])`
		}
		lines := g.lines(n)
		for j := range lines {
			lines[j] = inMermaid(lines[j])
		}
		fmt.Fprintf(w, "%s%s%s%s%s\n", indent, id(i), left, strings.Join(lines, "<br/>"), right)
	}
	if framed {
		fmt.Fprint(w, "  end\n")
	}
}

// inMermaid is a text between quotation marks, in which every character that means
// something to Mermaid, Markdown or HTML is written as its number.
func inMermaid(s string) string {
	var b strings.Builder
	for _, r := range clean(s) {
		if strings.ContainsRune("\"#<>&`\\*_~[]{}|%;$", r) {
			fmt.Fprintf(&b, "#%d;", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// told is a text for screen readers: it ends with its line and knows no escapes.
func told(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("\"#<>&`\\{}|%;$", r) {
			return ' '
		}
		return r
	}, clean(s))
}
