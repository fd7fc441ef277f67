package tree

import (
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// AppendJSON appends the JSON of a node to dst. With an indent every member and
// element has a line of its own; without one there is no white space at all.
// Members stay in their order, so the same tree gives the same bytes. A scalar
// that was not written as a string and is a number, true, false or null stays
// one; every other scalar is a string. The only error is text that is not
// UTF-8.
func AppendJSON(dst []byte, n *Node, indent string) ([]byte, error) {
	return appendJSON(dst, n, indent, 0)
}

func appendJSON(dst []byte, n *Node, indent string, depth int) ([]byte, error) {
	switch n.Kind {
	case Map:
		return appendMembers(dst, n.Members, indent, depth)
	case List:
		return appendItems(dst, n.Items, indent, depth)
	}
	if !n.Quoted {
		if n.IsNull() {
			return append(dst, "null"...), nil
		}
		if IsJSONLiteral(n.Raw) {
			return append(dst, n.Raw...), nil
		}
	}
	return jsontext.AppendQuote(dst, n.Raw)
}

func appendMembers(dst []byte, members []Member, indent string, depth int) (_ []byte, err error) {
	dst = append(dst, '{')
	for i, m := range members {
		dst = separate(dst, i, indent, depth+1)
		if dst, err = jsontext.AppendQuote(dst, m.Key); err != nil {
			return dst, err
		}
		dst = append(dst, ':')
		if indent != "" {
			dst = append(dst, ' ')
		}
		if dst, err = appendJSON(dst, m.Value, indent, depth+1); err != nil {
			return dst, err
		}
	}
	return append(closeLine(dst, len(members), indent, depth), '}'), nil
}

func appendItems(dst []byte, items []*Node, indent string, depth int) (_ []byte, err error) {
	dst = append(dst, '[')
	for i, item := range items {
		dst = separate(dst, i, indent, depth+1)
		if dst, err = appendJSON(dst, item, indent, depth+1); err != nil {
			return dst, err
		}
	}
	return append(closeLine(dst, len(items), indent, depth), ']'), nil
}

func separate(dst []byte, i int, indent string, depth int) []byte {
	if i > 0 {
		dst = append(dst, ',')
	}
	return newLine(dst, indent, depth)
}

func closeLine(dst []byte, n int, indent string, depth int) []byte {
	if n == 0 {
		return dst
	}
	return newLine(dst, indent, depth)
}

func newLine(dst []byte, indent string, depth int) []byte {
	if indent == "" {
		return dst
	}
	dst = append(dst, '\n')
	for range depth {
		dst = append(dst, indent...)
	}
	return dst
}

// IsJSONLiteral reports whether s is true, false, null or a number of JSON.
func IsJSONLiteral(s string) bool {
	switch s {
	case "true", "false", "null":
		return true
	}
	return isJSONNumber(s)
}

func isJSONNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole, rest := digits(s)
	if whole == "" || len(whole) > 1 && whole[0] == '0' {
		return false
	}
	if after, ok := strings.CutPrefix(rest, "."); ok {
		var fraction string
		if fraction, rest = digits(after); fraction == "" {
			return false
		}
	}
	if rest != "" && (rest[0] == 'e' || rest[0] == 'E') {
		rest = rest[1:]
		if rest != "" && (rest[0] == '+' || rest[0] == '-') {
			rest = rest[1:]
		}
		var exponent string
		if exponent, rest = digits(rest); exponent == "" {
			return false
		}
	}
	return rest == ""
}

func digits(s string) (digits, rest string) {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return s[:i], s[i:]
}
