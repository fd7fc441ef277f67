// Package operation knows how the operations of the contract are named after kinds of
// entries and questions, for those that generate code from it.
package operation

import (
	"fmt"
	"go/format"
	"os"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// Entries returns what the operations call the entries of a kind, and one of them:
// Parties and Party.
func Entries(kind register.Kind) (many, one string) {
	many = upper(string(kind))
	if stem, ok := strings.CutSuffix(many, "ies"); ok {
		return many, stem + "y"
	}
	return many, strings.TrimSuffix(many, "s")
}

// Question returns how a question is named in Go, and in the contract, which may be
// another name.
func Question(q datamap.Question) (inGo, inContract string) {
	inGo = upper(string(q))
	switch q {
	case datamap.Data:
		return inGo, "DataCategories"
	case datamap.Subjects:
		return inGo, "DataSubjects"
	}
	return inGo, inGo
}

// Write formats Go code and writes it to a file.
func Write(file string, code []byte) error {
	source, err := format.Source(code)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return os.WriteFile(file, source, 0o644)
}

func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
