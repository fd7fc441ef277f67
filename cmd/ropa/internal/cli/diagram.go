package cli

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/diagram"
	"github.com/openropa/ropa/register/value"
	"github.com/spf13/cobra"
)

// drawingTime is how long a picture may take; the largest take a second.
const drawingTime = time.Minute

// diagramFormat is a form in which a graph can be written.
type diagramFormat struct {
	name    string
	endings []string
	binary  bool
	write   func(context.Context, io.Writer, *diagram.Graph) error
}

var diagramFormats = []diagramFormat{
	{"svg", []string{".svg"}, false, func(ctx context.Context, w io.Writer, g *diagram.Graph) error {
		p, err := g.Draw(ctx)
		if err != nil {
			return err
		}
		_, err = w.Write(p.SVG())
		return err
	}},
	{"png", []string{".png"}, true, func(ctx context.Context, w io.Writer, g *diagram.Graph) error {
		p, err := g.Draw(ctx)
		if err != nil {
			return err
		}
		data, err := p.PNG()
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	}},
	{"dot", []string{".dot", ".gv"}, false, func(_ context.Context, w io.Writer, g *diagram.Graph) error { return g.DOT(w) }},
	{"mermaid", []string{".mmd", ".mermaid"}, false, func(_ context.Context, w io.Writer, g *diagram.Graph) error { return g.Mermaid(w) }},
}

// diagramFlags are the flags of ropa diagram.
type diagramFlags struct {
	activity, party      string
	by, format, audience choice
	asOf                 day
	output               file
}

func (a *app) diagramCommand() *cobra.Command {
	f := &diagramFlags{
		by: choice{"eea", []string{string(diagram.ByEEA), string(diagram.ByCountry)}}, audience: choice{"", audienceNames()},
	}
	for _, format := range diagramFormats {
		f.format.allowed = append(f.format.allowed, format.name)
	}
	cmd := &cobra.Command{
		Use:  "diagram",
		Args: a.need("PATH"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.diagram(cmd.Context(), f, args[0]) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false // what, how, for whom, as of when, where
	flags.StringVar(&f.activity, "activity", "", a.say("flag.diagram-activity"))
	flags.StringVar(&f.party, "party", "", a.say("flag.diagram-party"))
	flags.Var(&f.by, "by", a.say("flag.by"))
	flags.Var(&f.format, "format", a.say("flag.format.diagram"))
	flags.Var(&f.audience, "audience", a.say("flag.audience"))
	flags.Var(&f.asOf, "as-of", a.say("flag.diagram-as-of"))
	flags.VarP(&f.output, "output", "o", a.say("flag.diagram-output"))
	a.rootFlag(cmd)
	a.completePictured(cmd, "activity", register.KindActivities)
	a.completePictured(cmd, "party", register.KindParties)
	a.complete(cmd, "by", f.by.allowed...)
	a.complete(cmd, "format", f.format.allowed...)
	a.complete(cmd, "audience", f.audience.allowed...)
	a.complete(cmd, "as-of")
	return cmd
}

// completePictured completes a flag with the ids of the register on the line.
func (a *app) completePictured(cmd *cobra.Command, flag string, kind register.Kind) {
	_ = cmd.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			if l := a.load(args[0]); l.view != nil {
				return a.idsWithNames(l.view, kind, ""), cobra.ShellCompDirectiveNoFileComp
			}
		}
		return nil, cobra.ShellCompDirectiveNoFileComp
	})
}

// diagram draws a picture of the register at a path.
func (a *app) diagram(ctx context.Context, f *diagramFlags, path string) error {
	format := f.formatOf()
	if format.binary && f.output.isStdout() && a.env.Width > 0 {
		return wrongUse("use.binary-terminal", format.name)
	}
	l, err := a.open(path)
	if err != nil {
		return err
	}
	if err := keepsInputs(f.output, l.files); err != nil {
		return err
	}
	o := diagram.Options{
		AsOf: f.asOf.Date, Language: a.documentLanguage, Audience: document.Audience(cmp.Or(f.audience.chosen, string(document.Authority))),
		Activity: f.activity, Party: f.party, By: diagram.Grouping(f.by.chosen),
	}
	if o.AsOf.IsZero() {
		o.AsOf = value.DateOf(a.env.Now())
	}
	g, err := diagram.New(l.view, datamap.Build(l.view), o)
	if err != nil {
		return undrawn(err, l.view)
	}
	ctx, cancel := context.WithTimeout(ctx, drawingTime)
	defer cancel()
	var b bytes.Buffer
	if err := format.write(ctx, &b, g); err != nil {
		return err
	}
	switch {
	case !f.output.isStdout():
		return writeWhole(string(f.output), b.Bytes())
	case format.binary:
		a.out.Write(b.Bytes())
	default:
		a.writeFile(b.Bytes())
	}
	return nil
}

// undrawn tells in the words of the command line why there is no picture.
func undrawn(err error, view *register.View) error {
	var unknown *diagram.UnknownError
	switch {
	case errors.Is(err, diagram.ErrBoth):
		return wrongUse("use.activity-and-party")
	case errors.As(err, &unknown):
		kind := register.Kind(unknown.Kind)
		known := view.Lookup(kind, unknown.ID) != nil // but not in the picture
		switch {
		case known && kind == register.KindParties:
			return wrongUse("use.no-party-shown", unknown.ID)
		case known:
			return wrongUse("use.no-activity-shown", unknown.ID)
		case kind == register.KindParties:
			return wrongUse("use.no-party", unknown.ID).suggest(view.Suggest(unknown.ID, kind))
		}
		return wrongUse("use.no-activity", unknown.ID).suggest(view.Suggest(unknown.ID, kind))
	}
	return err
}

// formatOf is the format that is asked for, else that which the name of the file
// ends in, else SVG.
func (f *diagramFlags) formatOf() diagramFormat {
	ending := strings.ToLower(filepath.Ext(string(f.output)))
	for _, format := range diagramFormats {
		if f.format.chosen == format.name || f.format.chosen == "" && slices.Contains(format.endings, ending) {
			return format
		}
	}
	return diagramFormats[0]
}
