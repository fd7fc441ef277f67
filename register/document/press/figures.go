package press

import (
	"context"
	"errors"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/diagram"
)

// Figures draws the pictures of a document, none for formats that show none. The
// error is that of a context that ends first, or document.ErrNoDate.
func Figures(ctx context.Context, k Kind, f Format, view *register.View, m *datamap.Map, o document.Options) (document.Figures, error) {
	var drawn document.Figures
	if !f.Figures {
		return drawn, nil
	}
	artist := &artist{
		ctx: ctx, view: view, chart: m, image: f.Name != "html", // which needs no images beside the drawings
		of: diagram.Options{AsOf: o.AsOf, Language: o.Language, Audience: o.Audience},
	}
	house := o.Layout == "" || o.Layout == document.House
	if (k.Name == "register" || k.Archive) && house {
		drawn.Map = artist.whole()
	}
	if k.Activity {
		drawn.Activity = artist.one(o.Activity)
	}
	if k.Name == "retention" || k.Archive {
		drawn.Retention = artist.figure("retention-chart", func() (*diagram.Picture, error) { return diagram.RetentionChart(view, m, artist.of) })
	}
	if k.Name == "transfers" || k.Archive {
		drawn.Transfers = artist.figure("transfers-chart", func() (*diagram.Picture, error) { return diagram.TransfersChart(view, m, artist.of) })
	}
	var unknown *diagram.UnknownError
	if errors.As(artist.err, &unknown) { // the document tells so
		return document.Figures{}, nil
	}
	return drawn, artist.err
}

// artist draws until something goes wrong.
type artist struct {
	ctx   context.Context
	view  *register.View
	chart *datamap.Map
	image bool
	of    diagram.Options
	err   error
}

func (a *artist) whole() *document.Figure {
	return a.figure("map-picture", func() (*diagram.Picture, error) { return diagram.Draw(a.ctx, a.view, a.chart, a.of) })
}

// one draws one activity.
func (a *artist) one(activity string) func(id string) *document.Figure {
	of := a.of
	of.Activity = activity
	figure := a.figure("picture-of-"+activity, func() (*diagram.Picture, error) { return diagram.Draw(a.ctx, a.view, a.chart, of) })
	if figure == nil {
		return nil
	}
	return func(id string) *document.Figure {
		if id != activity {
			return nil
		}
		return figure
	}
}

func (a *artist) figure(id string, draw func() (*diagram.Picture, error)) *document.Figure {
	if a.err != nil {
		return nil
	}
	p, err := draw()
	if err != nil || p == nil {
		a.err = err
		return nil
	}
	figure, err := p.Figure(id, a.image)
	a.err = err
	return figure
}
