package cli

import (
	"context"

	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/lint"
)

// documentFindings are what lint finds, as a document tells it: a list, be it empty.
func documentFindings(ctx context.Context, l *loaded, m *datamap.Map, o document.Options) (diag.Findings, error) {
	found, err := lint.Run(ctx, l.view, m, lint.Options{AsOf: o.AsOf, Profile: lint.Accountability})
	if err != nil {
		return nil, err
	}
	return append(diag.Findings{}, found.Findings...), nil
}
