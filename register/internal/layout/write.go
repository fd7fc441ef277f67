package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/openropa/ropa/register/internal/tree"
)

// width is the length up to which a collection or a text stands on one line.
const width = 110

// Append appends the file to dst: block style, two spaces a level, lists one
// level deeper than their key, strings in quotes only where they need them,
// texts of several lines as literal blocks and longer ones as folded blocks,
// both only where they give exactly the same text back.
func Append(dst []byte, p *Page) []byte {
	w := &yamlWriter{out: dst, base: len(dst), fresh: true}
	w.comments(p.Top, 0)
	w.blank = p.Gap
	if w.isFlow(p.Root, 0) || p.Root.Kind == tree.Scalar {
		w.line(0, oneLine(p.Root, false))
	} else {
		w.block(p.Root, 0)
	}
	w.comments(p.Bottom, 0)
	return w.out
}

// yamlWriter writes lines.
type yamlWriter struct {
	out  []byte
	base int
	// blank: an empty line is due before the next line; fresh: the next line
	// is the first of its block, before which no empty line stands.
	blank, fresh bool
	// prefix begins the next line instead of spaces: the dash of an element.
	prefix string
}

func (w *yamlWriter) line(indent int, text string) {
	if w.blank && !w.fresh {
		w.out = append(w.out, '\n')
	}
	w.blank, w.fresh = false, false
	spaces := strings.Repeat(" ", indent)
	if w.prefix != "" {
		spaces, w.prefix = w.prefix, ""
	}
	w.out = append(append(append(w.out, spaces...), text...), '\n')
}

func (w *yamlWriter) comments(comments []Comment, indent int) {
	for _, c := range comments {
		w.blank = w.blank || c.Blank
		w.line(indent, c.Text)
	}
}

func (w *yamlWriter) block(b *Block, indent int) {
	apart := false
	for i, e := range b.Entries {
		if b.Kind == tree.List {
			hoist(e)
		}
		if i+1 < len(b.Entries) {
			// Below this entry is above the next: who reads the file again
			// cannot tell one from the other.
			next := b.Entries[i+1]
			next.Head = append(e.Foot, next.Head...)
			e.Foot = nil
		}
		several := e.Apart && w.several(e, indent)
		if i > 0 && (several || apart) {
			w.blank = true
		}
		apart = several
		w.comments(e.Head, indent)
		w.blank = w.blank || e.Blank
		if b.Kind == tree.List {
			w.element(e, indent)
		} else {
			w.member(e, indent)
		}
		w.comments(e.Foot, indent)
	}
}

// hoist moves the comments that stand between the dash of an element and its
// first key above the dash.
func hoist(e *Entry) {
	if e.Value.Kind != tree.Map || len(e.Value.Entries) == 0 {
		return
	}
	first := e.Value.Entries[0]
	if e.Line != "" && !e.Value.Flow {
		e.Head = append(e.Head, Comment{Text: e.Line})
		e.Line = ""
	}
	if len(first.Head) > 0 {
		first.Head[0].Blank = false
		e.Head = append(e.Head, first.Head...)
		first.Head = nil
	}
	first.Blank = false
}

// several reports whether an entry takes several lines.
func (w *yamlWriter) several(e *Entry, indent int) bool {
	switch v := e.Value; {
	case v.Kind == tree.Scalar:
		return false
	case w.isFlow(v, indent+len(e.Key)+3):
		return false
	case e.Key != "":
		return true
	default:
		return len(v.Entries) > 1 || w.several(v.Entries[0], indent+2)
	}
}

func (w *yamlWriter) element(e *Entry, indent int) {
	v := e.Value
	if v.Kind == tree.Map && !w.isFlow(v, indent+2) {
		prefix := strings.Repeat(" ", indent) + "- "
		if w.prefix != "" {
			prefix = w.prefix + "- "
		}
		if w.blank && !w.fresh {
			w.out = append(w.out, '\n')
		}
		w.blank, w.fresh, w.prefix = false, true, prefix
		w.block(v, indent+2)
		return
	}
	w.value(e, "-", indent)
}

// value writes what follows the key or the dash.
func (w *yamlWriter) value(e *Entry, lead string, indent int) {
	v, tail := e.Value, ""
	if e.Line != "" {
		tail = " " + e.Line
	}
	if v.Kind == tree.Scalar && !v.Plain {
		if header, lines, ok := literalLines(v.Text); ok {
			w.line(indent, lead+" "+header+tail)
			for _, line := range lines {
				w.text(line, indent+2)
			}
			return
		}
		if lines, ok := foldedLines(v.Text, indent+2, indent+utf8.RuneCountInString(lead)+1); ok {
			w.line(indent, lead+" >-"+tail)
			for _, line := range lines {
				w.text(line, indent+2)
			}
			return
		}
	}
	if v.Kind == tree.Scalar || w.isFlow(v, indent+utf8.RuneCountInString(lead)+1) {
		text := oneLine(v, false)
		if text != "" {
			text = " " + text
		}
		w.line(indent, lead+text+tail)
		return
	}
	w.line(indent, lead+tail)
	w.fresh = true
	w.block(v, indent+2)
}

// text writes a line of a literal block.
func (w *yamlWriter) text(line string, indent int) {
	if line != "" {
		w.out = append(w.out, strings.Repeat(" ", indent)...)
	}
	w.out = append(append(w.out, line...), '\n')
}

// isFlow reports whether a collection stands on one line that begins at column.
func (w *yamlWriter) isFlow(b *Block, column int) bool {
	switch {
	case b.Kind == tree.Scalar:
		return false
	case len(b.Entries) == 0:
		return true
	case !b.Flow || b.HasComments():
		return false
	}
	return column+utf8.RuneCountInString(oneLine(b, false)) <= width
}

// oneLine returns a block as one line.
func oneLine(b *Block, flow bool) string {
	switch b.Kind {
	case tree.Scalar:
		if b.Plain {
			return b.Text
		}
		return quoted(b.Text, flow)
	case tree.List:
		items := make([]string, len(b.Entries))
		for i, e := range b.Entries {
			items[i] = oneLine(e.Value, true)
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	members := make([]string, len(b.Entries))
	for i, e := range b.Entries {
		members[i] = strings.TrimRight(quotedKey(e.Key, true)+": "+oneLine(e.Value, true), " ")
	}
	return "{" + strings.Join(members, ", ") + "}"
}

// longest is the length above which a key needs a line of its own: YAML gives
// up on others after 1,024 characters.
const longest = 500

// member writes a key with its value.
func (w *yamlWriter) member(e *Entry, indent int) {
	key := quotedKey(e.Key, false)
	if len(key) <= longest {
		w.value(e, key+":", indent)
		return
	}
	w.line(indent, "? "+key)
	w.value(e, ":", indent)
}

// Words reports whether a list holds nothing but scalars without white space,
// so that it reads well on one line.
func (b *Block) Words() bool {
	return b.Kind == tree.List && !slices.ContainsFunc(b.Entries, func(e *Entry) bool {
		return e.Value.Kind != tree.Scalar || strings.ContainsAny(e.Value.Text, " \t\n")
	})
}
