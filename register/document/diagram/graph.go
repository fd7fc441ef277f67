package diagram

import (
	"cmp"
	"slices"
	"strings"

	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// Graph is what a picture shows: nodes in columns, from the people whose data they
// are on the left to those who get the data last on the right, and the flows
// between them.
type Graph struct {
	// Title and Description are for those who cannot see the picture, too.
	Title, Description string
	// Language is that of the texts.
	Language value.Language
	// Grouped: there are too many activities or parties to show each of them.
	Grouped bool

	subtitle string
	columns  []column
	nodes    []node
	edges    []edge
	words    words.Words
	// doubtful: some edges are assumed; together: activities stand in groups.
	doubtful, together bool
}

// column is a column of nodes with what heads it.
type column struct {
	title string
	width float64
	bands []band
}

// band is a frame around nodes of a column that belong together.
type band struct {
	key, title string
	place      placeKind
}

// nodeKind tells nodes apart.
type nodeKind uint8

const (
	subjectNode nodeKind = iota
	activityNode
	partyNode
	dataNode // data on their way, told on the line
	bendNode // a line passes here
)

// placeKind says where a party is, as far as the law minds.
type placeKind uint8

const (
	inEEA placeKind = iota
	outsideEEA
	unknownPlace
)

// node is a box of the picture.
type node struct {
	kind nodeKind
	// name is what it is called, details are told below that.
	name    string
	details []string
	// special and criminal tell which data it has (Art. 9, 10).
	special, criminal bool
	column, band      int
	place             placeKind
	// about: the picture is about it.
	about bool
	// shared: it stands for all activities.
	shared bool
}

// edge is a flow from a node to one in a column further on.
type edge struct {
	from, to int
	// assumed: the register leaves something out, or is unsure.
	assumed bool
	// count is how many flows it stands for.
	count int
}

// Nodes is how many nodes there are.
func (g *Graph) Nodes() int { return len(g.nodes) }

// Edges is how many flows there are between them.
func (g *Graph) Edges() int { return len(g.edges) }

// sortBands puts the frames of all columns in one order: in the EEA, outside it, not
// stated, and those of a kind by their names.
func (g *Graph) sortBands() {
	to := make([][]int, len(g.columns))
	for c := range g.columns {
		bands := g.columns[c].bands
		order := make([]int, len(bands))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int {
			return cmp.Or(cmp.Compare(bands[a].place, bands[b].place), strings.Compare(bands[a].title, bands[b].title))
		})
		sorted := make([]band, len(bands))
		to[c] = make([]int, len(bands))
		for i, old := range order {
			sorted[i], to[c][old] = bands[old], i
		}
		g.columns[c].bands = sorted
	}
	for i := range g.nodes {
		if n := &g.nodes[i]; len(to[n.column]) > 0 {
			n.band = to[n.column][n.band]
		}
	}
}

// bandAt returns the position of a band in a column, adding it where it is new.
func (c *column) bandAt(key, title string, place placeKind) int {
	for i := range c.bands {
		if c.bands[i].key == key {
			return i
		}
	}
	c.bands = append(c.bands, band{key, title, place})
	return len(c.bands) - 1
}
