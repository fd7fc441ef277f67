package register

import (
	"crypto/sha256"
	"fmt"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/layout"
	"github.com/openropa/ropa/register/internal/tree"
)

// Encoding is a way to write a register.
type Encoding uint8

// Encodings. Parse reads each of them back to an equal register.
const (
	// CanonicalJSON is the canonical form without white space: what is hashed,
	// stored and compared.
	CanonicalJSON Encoding = iota
	// JSON is the canonical form with a line for every value, for files.
	JSON
	// YAML is the authoring form, for people: a lone identifier for an entry
	// that is nothing more, one entry for several that differ in nothing but
	// what they refer to, a plain string for a text in the register's language
	// alone. A list of one stays a list, except of the words of an enumeration
	// and of retention rules (basis: contract).
	YAML
)

// String returns the name of the encoding.
func (e Encoding) String() string {
	switch e {
	case CanonicalJSON:
		return "canonical JSON"
	case JSON:
		return "JSON"
	case YAML:
		return "YAML"
	}
	return fmt.Sprintf("Encoding(%d)", uint8(e))
}

// Save writes a register. Equal registers give equal bytes. Save checks no more
// than that the register can be written: an empty list where none is no value,
// an empty text, a missing entry and text that is not UTF-8 are errors, in which
// errors.As finds the first diag.Problem with its address.
func Save(r *Register, encoding Encoding) ([]byte, error) {
	if r == nil {
		return nil, diag.New(diag.NullValue, "", diag.Place{}, "field", "register")
	}
	n, err := unbind(r)
	if err != nil {
		return nil, err
	}
	switch encoding {
	case CanonicalJSON:
		return tree.AppendJSON(nil, n, "")
	case JSON:
		data, err := tree.AppendJSON(nil, n, "  ")
		return append(data, '\n'), err
	case YAML:
		return saveYAML(r, n), nil
	}
	return nil, fmt.Errorf("no such encoding: %v", encoding)
}

// saveYAML writes the authoring form of a tree in canonical form.
func saveYAML(r *Register, n *tree.Node) []byte {
	c := collapser{language: r.Language, fresh: true}
	if c.language == "" {
		// A plain string in a register that states no language is read so.
		c.language = undetermined
	}
	root := layout.New(n)
	c.root(root)
	return layout.Append(nil, &layout.Page{Root: root})
}

// Hash returns the SHA-256 of the canonical JSON. Equal registers have equal
// hashes.
func (r *Register) Hash() ([32]byte, error) {
	data, err := Save(r, CanonicalJSON)
	if err != nil {
		return [32]byte{}, err
	}
	return sha256.Sum256(data), nil
}
