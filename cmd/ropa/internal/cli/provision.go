package cli

import "github.com/openropa/ropa/register/law"

// provision returns the citation of a provision of law, else its id.
func (a *app) provision(id string) string {
	if p, ok := law.FindProvision(id); ok {
		return p.Cite
	}
	return id
}
