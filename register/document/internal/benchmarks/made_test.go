package benchmarks

import (
	"context"
	"errors"
	"fmt"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/internal/scale"
	"github.com/openropa/ropa/register/value"
)

// made is a register with its data map.
type made struct {
	view  *register.View
	chart *datamap.Map
}

var options = document.Options{AsOf: value.MustDate("2026-11-22"), Language: "en", Audience: document.Authority}

// made makes a register of so many activities.
func makeRegister(activities int) (*made, error) {
	r := scale.Register(scale.Options{Seed: 1, Activities: activities, Parties: max(20, min(*parties, activities/2)), Accounts: true})
	view, problems := register.Resolve(r, nil, nil)
	if problems.HasErrors() {
		return nil, problems.Err()
	}
	return &made{view, datamap.Build(view)}, nil
}

// builders are the documents of which the building is measured.
var builders = []struct {
	kind  string
	build func(context.Context, *register.View, *datamap.Map, document.Options) (*document.Document, error)
}{
	{"register", document.Register}, {"processors", document.Processors}, {"retention", document.Retention},
	{"transfers", document.Transfers}, {"activity", document.Activity},
}

// build makes a document of the register.
func (m *made) build(kind string) (*document.Document, error) {
	for _, b := range builders {
		if b.kind == kind {
			o := options
			o.Activity = m.view.Activities()[0].ID
			return b.build(context.Background(), m.view, m.chart, o)
		}
	}
	return nil, errors.New("no document " + kind)
}

// again makes the same map anew, of which nothing has been asked.
func (m *made) again() *made { return &made{m.view, datamap.Build(m.view)} }

// size tells how much a document holds.
func size(c *contents) string {
	rows, cells := 0, 0
	for i := range c.tables {
		rows += len(c.tables[i].rows)
		cells += len(c.tables[i].rows) * len(c.tables[i].heads)
	}
	return fmt.Sprintf("%d sections, %d tables, %d rows, %d cells, %d other texts", c.sections, len(c.tables), rows, cells, c.texts)
}
