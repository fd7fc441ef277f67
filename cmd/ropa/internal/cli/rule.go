package cli

import "github.com/openropa/ropa/register"

// period says a period in words: 1 year, 6 months.
func (a *app) period(p register.Period) string { return a.words().Period(p) }

// laws says provisions of law as lawyers cite them.
func (a *app) laws(refs []register.LawRef) string { return a.words().Laws(refs) }
