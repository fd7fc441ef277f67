package cli

import (
	"bytes"
	"cmp"
	"context"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/press"
	"github.com/openropa/ropa/register/value"
	"github.com/spf13/cobra"
)

// tellsFindings reports whether findings are asked for: by the kind of document, by
// the flag, or, in an archive for the organisation itself, unless the flag says no.
func (f *documentFlags) tellsFindings(k press.Kind, audience document.Audience) bool {
	return f.findings || k.Finds || k.Archive && audience == document.Internal && !f.noFindings
}

// documentFlags are the flags of ropa document.
type documentFlags struct {
	format, audience  choice
	asOf              day
	findings, figures bool
	// layout is that of the record; native: in the language of the authority, as
	// nobody asked for another one.
	layout choice
	native bool
	// noFindings: the flag for findings says no.
	noFindings bool
	output     file
}

func (a *app) documentCommand() *cobra.Command {
	f := &documentFlags{format: choice{"", documentFormatNames()}, audience: choice{"", audienceNames()}, layout: choice{"", layoutNames()}}
	cmd := &cobra.Command{
		Use: "document",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.need("KIND", "PATH")(cmd, args)
			}
			kind, err := documentKindOf(args)
			switch {
			case err != nil:
				return err
			case kind.Activity:
				return a.need("KIND", "PATH", "ID")(cmd, args)
			}
			return a.need("KIND", "PATH")(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			f.noFindings = cmd.Flags().Changed("findings") && !f.findings
			f.native = f.layout.chosen != "" && f.layout.chosen != document.House && !cmd.Flags().Changed("language")
			return a.document(cmd.Context(), f, args)
		},
		ValidArgsFunction: a.completeDocument,
	}
	a.documentFlags(cmd, f)
	return cmd
}

func (a *app) documentFlags(cmd *cobra.Command, f *documentFlags) {
	flags := cmd.Flags()
	flags.SortFlags = false // how, for whom, as of when, where
	flags.Var(&f.format, "format", a.say("flag.format.document"))
	flags.Var(&f.layout, "layout", a.say("flag.layout"))
	flags.Var(&f.audience, "audience", a.say("flag.audience"))
	flags.Var(&f.asOf, "as-of", a.say("flag.document-as-of"))
	flags.BoolVar(&f.findings, "findings", false, a.say("flag.findings"))
	flags.BoolVar(&f.figures, "figures", true, a.say("flag.figures"))
	flags.VarP(&f.output, "output", "o", a.say("flag.document-output"))
	a.rootFlag(cmd)
	a.complete(cmd, "format", f.format.allowed...)
	a.complete(cmd, "audience", f.audience.allowed...)
	a.completeLayout(cmd)
	a.complete(cmd, "as-of")
}

// completeDocument completes the kind, and the activity of an extract.
func (a *app) completeDocument(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	switch len(args) {
	case 0:
		var names []string
		for _, name := range documentKindNames() {
			names = append(names, name+"\t"+a.say("document."+name))
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	case 1:
		return nil, cobra.ShellCompDirectiveDefault
	case 2:
		if kind, err := documentKindOf(args); err == nil && kind.Activity {
			if l := a.load(args[1]); l.view != nil {
				return a.idsWithNames(l.view, register.KindActivities, ""), cobra.ShellCompDirectiveNoFileComp
			}
		}
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}

// document makes a document of the register at a path.
func (a *app) document(ctx context.Context, f *documentFlags, args []string) error {
	kind, err := documentKindOf(args)
	if err != nil {
		return err
	}
	if f.findings && !kind.Findings {
		return wrongUse("use.no-findings", kind.Name)
	}
	if f.layout.chosen != "" && !kind.Layouts {
		return wrongUse("use.no-layout", kind.Name)
	}
	format := f.formatOf()
	if kind.Archive {
		if f.format.chosen != "" {
			return wrongUse("use.no-format", kind.Name)
		}
		format = press.Archive()
	}
	if format.Binary && f.output.isStdout() && a.env.Width > 0 {
		return wrongUse("use.binary-terminal", format.Name)
	}
	l, err := a.open(args[1])
	if err != nil {
		return err
	}
	if err := keepsInputs(f.output, l.files); err != nil {
		return err
	}
	o := a.documentOptions(f, kind, l)
	if kind.Activity {
		if o.Activity = args[2]; l.view.Activity(o.Activity) == nil {
			return wrongUse("use.no-activity", o.Activity).suggest(l.view.Suggest(o.Activity, register.KindActivities))
		}
	}
	// Whoever stops it finds no file that is half written, nor one under another name.
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // who cannot wait signals again
	p := a.watch()
	defer p.end()
	p.step(0, 0, a.say("progress.build"))
	m := datamap.Build(l.view)
	if f.tellsFindings(kind, o.Audience) {
		if o.Findings, err = documentFindings(ctx, l, m, o); err != nil {
			return err
		}
	}
	if f.figures {
		drawing, cancel := context.WithTimeout(ctx, drawingTime)
		defer cancel()
		if o.Figures, err = press.Figures(drawing, kind, format, l.view, m, o); err != nil {
			return unmade(kind, err)
		}
	}
	p.step(0, 0, a.say("progress.write"))
	return unmade(kind, a.writeOutput(f, func(w io.Writer) error {
		return press.Write(ctx, w, kind, format, l.view, m, o, p.step)
	}))
}

// unmade tells that a document that is not for the public was asked for them, or
// that somebody stopped it.
func unmade(kind press.Kind, err error) error {
	switch {
	case errors.Is(err, document.ErrNotPublic):
		return wrongUse("use.not-public", kind.Name)
	case errors.Is(err, context.Canceled):
		return wrongUse("use.stopped")
	}
	return err
}

func (a *app) documentOptions(f *documentFlags, kind press.Kind, l *loaded) document.Options {
	o := document.Options{
		AsOf: f.asOf.Date, Language: a.documentLanguage, Version: l.register.Version,
		Audience: document.Audience(cmp.Or(f.audience.chosen, string(kind.Audience))),
	}
	o.Layout = f.layout.chosen
	if f.native {
		o.Language = ""
	}
	if o.AsOf.IsZero() {
		o.AsOf = value.DateOf(a.env.Now())
	}
	// A register that was read can be written, and so has a hash.
	if sum, err := l.register.Hash(); err == nil {
		o.Hash = hex.EncodeToString(sum[:])
	}
	return o
}

// writeOutput writes into the file that is asked for, as it comes, or else to the
// standard output. A format for programs never gets to a terminal.
func (a *app) writeOutput(f *documentFlags, write func(io.Writer) error) error {
	if !f.output.isStdout() {
		return writeBy(string(f.output), write)
	}
	if a.env.Width == 0 {
		before := a.out.Len()
		err := write(&a.out)
		if err != nil {
			a.out.Truncate(before)
		}
		return err
	}
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	a.writeFile(b.Bytes())
	return nil
}

// formatOf is the format that is asked for, else that which the name of the file
// ends in, else Markdown, which people can read as it is.
func (f *documentFlags) formatOf() press.Format {
	ending := strings.ToLower(filepath.Ext(string(f.output)))
	chosen := f.format.chosen
	if chosen == "" {
		chosen = "markdown"
		for _, format := range press.Formats() {
			if slices.Contains(format.Endings, ending) {
				chosen = format.Name
			}
		}
	}
	format, _ := press.FindFormat(chosen) // the flag takes no other
	return format
}

func documentKindOf(args []string) (press.Kind, error) {
	if kind, ok := press.FindKind(args[0]); ok {
		return kind, nil
	}
	return press.Kind{}, firstOf("use.document-kind", args, documentKindNames()...)
}

func documentKindNames() []string {
	var names []string
	for _, kind := range press.Kinds() {
		names = append(names, kind.Name)
	}
	return names
}

func documentFormatNames() []string {
	var names []string
	for _, format := range press.Formats() {
		names = append(names, format.Name)
	}
	return names
}

func audienceNames() []string {
	var names []string
	for _, audience := range document.Audiences() {
		names = append(names, string(audience))
	}
	return names
}
