package cli

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/words"
)

// retention says retention rules in words: 7 years from the end of the
// financial year, then erased.
func (a *app) retention(view *register.View, uses []register.RetentionUse) string {
	return a.words().Retention(view, uses)
}

// period says a period in words: 1 year, 6 months.
func (a *app) period(p register.Period) string { return a.words().Period(p) }

// laws says provisions of law as lawyers cite them.
func (a *app) laws(refs []register.LawRef) string { return a.words().Laws(refs) }

// lawsOf returns the provisions behind retention rules.
func lawsOf(view *register.View, uses []register.RetentionUse) []register.LawRef {
	return words.LawsOf(view, uses)
}
