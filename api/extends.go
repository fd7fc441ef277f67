package api

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
)

// extending lets a register name those of its tenant that it extends by their
// identifiers: webgems becomes ./webgems, as files have it. What goes out is a
// register that files can hold too.
func extending(whole *wholeBody) *wholeBody {
	plain := func(name string) bool {
		return name != "" && name != builtInTerms && !strings.Contains(name, "/")
	}
	if !slices.ContainsFunc(whole.register.Extends, plain) {
		return whole
	}
	named := *whole.register
	named.Extends = slices.Clone(named.Extends)
	for i, name := range named.Extends {
		if plain(name) {
			named.Extends[i] = "./" + name
		}
	}
	return &wholeBody{&named, ofExtends(whole.register, whole.in)}
}

// builtInTerms is the name of the built-in vocabulary under extends.
const builtInTerms = "common"

// ofExtends are the pointers of problems of a register in which names were made
// paths. A path is counted in addresses, from 1.
func ofExtends(sent *register.Register, in pointing) pointing {
	return func(p diag.Problem) (string, bool) {
		if position, ok := strings.CutPrefix(p.At, "extends/"); ok && p.Layer == "" {
			if n, err := strconv.Atoi(position); err == nil && n >= 1 && n <= len(sent.Extends) {
				return "/extends/" + strconv.Itoa(n-1), true
			}
		}
		return in(p)
	}
}
