package cli

import "github.com/openropa/ropa/register/words"

// provision returns the citation of a provision of law, else its id.
func (a *app) provision(id string) string { return words.Provision(id) }
