package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// Look returns an activity as it stands on the day, for rules that walk over the
// activities themselves. It is safe for concurrent use.
func (c *Check) Look(a *register.Activity) *Activity { return c.activityOf(a) }

// Reaches tells all parties that data reach on the day, directly or through
// others, as datamap.Map.Reaches does. The caller must not change it.
func (c *Check) Reaches() []datamap.Reach { return c.reaches() }
