package tree

import (
	"strconv"
	"strings"

	"github.com/openropa/ropa/register/diag"
)

// Limits bound what a reader takes in, so that a hostile file costs no more
// than an honest one of the greatest size.
type Limits struct {
	// Bytes is the size of a file.
	Bytes int64
	// Nodes is the number of values and keys in a file.
	Nodes int
	// Depth is how far lists and mappings may be nested.
	Depth int
	// Scalar is the size of one value or key in bytes.
	Scalar int
}

// MaxProblems bounds how many problems are listed, so that a large file of
// nothing but mistakes does not fill the memory with them.
const MaxProblems = 20_000

// DefaultLimits hold where nothing else is said: 32 MiB are about 30,000
// activities of a kilobyte in one file. Of such with many fields and short texts
// 2,000,000 values and keys are fewer: about 18,000.
var DefaultLimits = Limits{Bytes: 32 << 20, Nodes: 2_000_000, Depth: 64, Scalar: 64 << 10}

// reader is what the readers of both formats share: problems with places, and
// nodes allocated in slabs.
type reader struct {
	name     string
	file     uint16
	limits   Limits
	nodes    int
	slab     []Node
	problems diag.Problems
	full     bool // too many nodes: stop
	// path leads to the value being read, for JSON pointers (RFC 6901).
	path []step
}

type step struct {
	key   string
	index int // -1 in a mapping
}

func (r *reader) pointer() string {
	var s strings.Builder
	for _, step := range r.path {
		s.WriteByte('/')
		if step.index >= 0 {
			s.WriteString(strconv.Itoa(step.index))
			continue
		}
		s.WriteString(strings.ReplaceAll(strings.ReplaceAll(step.key, "~", "~0"), "/", "~1"))
	}
	return s.String()
}

func (r *reader) report(code diag.Code, line, column int, args ...string) *diag.Problem {
	if len(r.problems) >= MaxProblems {
		return new(diag.Problem)
	}
	place := diag.Place{File: r.name, Line: line, Column: column}
	p := diag.New(code, "", place, args...)
	p.Pointer = r.pointer()
	r.problems = append(r.problems, p)
	return &r.problems[len(r.problems)-1]
}

// node returns a new node, or nil where the file has too many.
func (r *reader) node(kind Kind, line, column int) *Node {
	if !r.count(line, column) {
		return nil
	}
	if len(r.slab) == 0 {
		r.slab = make([]Node, 128)
	}
	n := &r.slab[0]
	r.slab = r.slab[1:]
	n.Kind, n.File, n.Line, n.Column = kind, r.file, uint32(line), uint32(column)
	return n
}

func (r *reader) count(line, column int) bool {
	if r.full {
		return false
	}
	if r.nodes++; r.nodes > r.limits.Nodes {
		r.full = true
		r.report(diag.TooManyNodes, line, column, "limit", strconv.Itoa(r.limits.Nodes))
		return false
	}
	return true
}

// duplicates reports keys that stand twice, with both places. Short mappings,
// which nearly all are, need no map.
func (r *reader) duplicates(members []Member) {
	const few = 12
	if len(members) <= few {
		for i := 1; i < len(members); i++ {
			for j := range i {
				if members[i].Key == members[j].Key {
					r.duplicate(members[i], members[j])
					break
				}
			}
		}
		return
	}
	first := make(map[string]int, len(members))
	for i, m := range members {
		if j, ok := first[m.Key]; ok {
			r.duplicate(m, members[j])
			continue
		}
		first[m.Key] = i
	}
}

func (r *reader) duplicate(again, first Member) {
	r.path = append(r.path, step{again.Key, -1})
	p := r.report(diag.DuplicateKey, int(again.Line), int(again.Column), "key", again.Key)
	r.path = r.path[:len(r.path)-1]
	p.Related = []diag.Related{{Place: diag.Place{File: r.name, Line: int(first.Line), Column: int(first.Column)}}}
}

// tooLarge reports a file that is over the limit.
func (r *reader) tooLarge(data []byte) bool {
	if r.limits.Bytes <= 0 || int64(len(data)) <= r.limits.Bytes {
		return false
	}
	r.report(diag.TooLarge, 0, 0, "limit", strconv.FormatInt(r.limits.Bytes, 10))
	return true
}
