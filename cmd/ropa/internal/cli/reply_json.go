package cli

import "github.com/openropa/ropa/api/wire"

// json is the reply as JSON: the same as the server answers.
func (r *reply) json() wire.Answers {
	answers := *r.answers
	answers.Names = nil
	return answers
}
