package cli

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/csv"
	"github.com/openropa/ropa/register/document/docx"
	"github.com/openropa/ropa/register/document/html"
	"github.com/openropa/ropa/register/document/json"
	"github.com/openropa/ropa/register/document/markdown"
	"github.com/openropa/ropa/register/document/pdf"
	"github.com/openropa/ropa/register/document/xlsx"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
	"github.com/spf13/cobra"
)

// documentKind is a document that can be made of a register.
type documentKind struct {
	name  string
	build func(*register.View, *datamap.Map, document.Options) (*document.Document, error)
	// audience is for whom it is, unless somebody says otherwise.
	audience document.Audience
	// activity: it is about one activity, which has to be named.
	activity bool
	// findings: it has a place for them.
	findings bool
}

var documentKinds = []documentKind{
	{name: "register", build: document.Register, audience: document.Authority, findings: true},
	{name: "activity", build: document.Activity, audience: document.Authority, activity: true, findings: true},
	{name: "processors", build: document.Processors, audience: document.Public},
	{name: "retention", build: document.Retention, audience: document.Authority},
	{name: "transfers", build: document.Transfers, audience: document.Authority},
}

// documentFormat is a form in which a document can be written.
type documentFormat struct {
	name  string
	write func(io.Writer, *document.Document) error
	// binary: it is nothing for a terminal.
	binary bool
	// endings are those of the names of its files.
	endings []string
}

var documentFormats = []documentFormat{
	{"html", html.Write, false, []string{".html", ".htm"}},
	{"docx", docx.Write, true, []string{".docx"}},
	{"xlsx", xlsx.Write, true, []string{".xlsx"}},
	{"pdf", pdf.Write, true, []string{".pdf"}},
	{"markdown", markdown.Write, false, []string{".md", ".markdown"}},
	{"csv", csv.Write, false, []string{".csv"}},
	{"json", json.Write, false, []string{".json"}},
}

// documentFlags are the flags of ropa document.
type documentFlags struct {
	format, audience choice
	asOf             day
	findings         bool
	output           file
}

func (a *app) documentCommand() *cobra.Command {
	f := &documentFlags{format: choice{"", documentFormatNames()}, audience: choice{"", audienceNames()}}
	cmd := &cobra.Command{
		Use: "document",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.need("KIND", "PATH")(cmd, args)
			}
			kind, err := documentKindOf(args[0])
			switch {
			case err != nil:
				return err
			case kind.activity:
				return a.need("KIND", "PATH", "ID")(cmd, args)
			}
			return a.need("KIND", "PATH")(cmd, args)
		},
		RunE:              func(_ *cobra.Command, args []string) error { return a.document(f, args) },
		ValidArgsFunction: a.completeDocument,
	}
	a.documentFlags(cmd, f)
	return cmd
}

func (a *app) documentFlags(cmd *cobra.Command, f *documentFlags) {
	flags := cmd.Flags()
	flags.SortFlags = false // how, for whom, as of when, where
	flags.Var(&f.format, "format", a.say("flag.format.document"))
	flags.Var(&f.audience, "audience", a.say("flag.audience"))
	flags.Var(&f.asOf, "as-of", a.say("flag.document-as-of"))
	flags.BoolVar(&f.findings, "findings", false, a.say("flag.findings"))
	flags.VarP(&f.output, "output", "o", a.say("flag.document-output"))
	a.rootFlag(cmd)
	a.complete(cmd, "format", f.format.allowed...)
	a.complete(cmd, "audience", f.audience.allowed...)
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
		if kind, err := documentKindOf(args[0]); err == nil && kind.activity {
			if l := a.load(args[1]); l.view != nil {
				return a.idsWithNames(l.view, register.KindActivities, ""), cobra.ShellCompDirectiveNoFileComp
			}
		}
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}

// document makes a document of the register at a path.
func (a *app) document(f *documentFlags, args []string) error {
	kind, err := documentKindOf(args[0])
	if err != nil {
		return err
	}
	if f.findings && !kind.findings {
		return wrongUse("use.no-findings", kind.name)
	}
	format := f.formatOf()
	if format.binary && f.output.isStdout() && a.env.Width > 0 {
		return wrongUse("use.binary-terminal", format.name)
	}
	l, err := a.open(args[1])
	if err != nil {
		return err
	}
	if err := keepsInputs(f.output, l.files); err != nil {
		return err
	}
	o := a.documentOptions(f, kind, l)
	if kind.activity {
		if o.Activity = args[2]; l.view.Activity(o.Activity) == nil {
			return wrongUse("use.no-activity", o.Activity).suggest(diag.Suggest(o.Activity, l.view.IDs(register.KindActivities)))
		}
	}
	m := datamap.Build(l.view)
	if f.findings {
		found, err := lint.Run(l.view, m, lint.Options{AsOf: o.AsOf, Profile: lint.Accountability})
		if err != nil {
			return err
		}
		o.Findings = found.Findings
	}
	d, err := kind.build(l.view, m, o)
	if err != nil {
		return err
	}
	return a.writeDocument(f, format, d)
}

func (a *app) documentOptions(f *documentFlags, kind documentKind, l *loaded) document.Options {
	o := document.Options{
		AsOf: f.asOf.Date, Language: a.language, Version: l.register.Version,
		Audience: document.Audience(cmp.Or(f.audience.chosen, string(kind.audience))),
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

func (a *app) writeDocument(f *documentFlags, format documentFormat, d *document.Document) error {
	var b bytes.Buffer
	if err := format.write(&b, d); err != nil {
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

// formatOf is the format that is asked for, else that which the name of the file
// ends in, else Markdown, which people can read as it is.
func (f *documentFlags) formatOf() documentFormat {
	ending := strings.ToLower(filepath.Ext(string(f.output)))
	chosen := f.format.chosen
	if chosen == "" {
		chosen = "markdown"
		for _, format := range documentFormats {
			if slices.Contains(format.endings, ending) {
				chosen = format.name
			}
		}
	}
	i := slices.IndexFunc(documentFormats, func(x documentFormat) bool { return x.name == chosen })
	return documentFormats[i]
}

func documentKindOf(name string) (documentKind, error) {
	for _, kind := range documentKinds {
		if kind.name == name {
			return kind, nil
		}
	}
	return documentKind{}, oneOf("use.document-kind", name, documentKindNames()...)
}

func documentKindNames() []string {
	var names []string
	for _, kind := range documentKinds {
		names = append(names, kind.name)
	}
	return names
}

func documentFormatNames() []string {
	var names []string
	for _, format := range documentFormats {
		names = append(names, format.name)
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
