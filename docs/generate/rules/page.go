package main

import (
	"fmt"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

const head = `# Rules

What ` + "`ropa lint`" + ` looks for: %d rules. [Lint](lint.md) says how to use it. This page is generated from the catalogue in the package
[register/lint](../register/lint/doc.go), so it says what the program says; ` + "`ropa lint --explain CODE`" + ` tells the same of one rule, in English or Dutch.

- **Code**: stable. It is never used again for something else. Waivers, baselines and ` + "`--rule`" + ` name it.
- **Severity**: *error*, the law asks for it and the register does not show it; *warning*, it likely asks for it, or the register shows it in part;
  *info* (told as a remark), worth a look. A finding about an activity that is only planned, or whose approval is a draft, is a warning at most.
  Where a sentence weighs less than its rule, that stands behind it.
- **Profile**: the narrowest one that holds the rule. ` + "`art30`" + ` is what Art. 30 itself lists, ` + "`accountability`" + ` (the default) holds also what a controller
  must be able to show, ` + "`nl`" + ` also Dutch law.
- The sentences under *It says* are those that the examples of the rule get. The example shows what is missing (+) or wrong (-);
  without those changes the rule finds something, with them it does not. Tests run all of them. Where nothing else is said, they are looked at as of %s.

A finding says that the register does not show something. It passes no verdict on an organisation, and a register without findings proves nothing.

`

// usualDay is the day of the examples that say no other.
var usualDay = value.MustDate("2026-11-22")

// group is the rules whose codes begin alike.
type group struct{ prefix, title, about string }

var groups = []group{
	{"REG", "The record itself", "What the record must contain."},
	{"BAS", "Legal basis", "Whether each purpose has a basis, and what the basis needs."},
	{"CON", "Consent", "Whether consent is free, proven and as easy to withdraw as to give."},
	{"SPC", "Special data", "Special categories, criminal data, national numbers, and data that are called something else."},
	{"RET", "Retention", "How long data are kept, since when, and what happens then."},
	{"PRC", "Processors and other recipients", "Contracts, chains of processors, roles."},
	{"TRF", "Transfers", "What leaves the European Economic Area, and on what that rests."},
	{"RGT", "Rights and notices", "What people are told and what they can ask."},
	{"DPI", "Impact assessments", "Whether one is there where it has to be."},
	{"GOV", "Governance", "Officer, representative, upkeep."},
	{"EPR", "Devices and direct marketing", "The ePrivacy Directive and the Telecommunicatiewet."},
	{"MIN", "Data minimisation", "Not more than needed."},
	{"CLM", "Public claims", "What the organisation promises in public (`claims`), held against the rest of the register."},
	{"NTC", "Published texts", "A privacy policy held against the register, where `--notice` names one. These rules find words and understand no sentences: a finding says what to look at."},
	{"OPN", "Open questions", "What whoever wrote the register left open."},
	{"WVR", "Waivers", "Whether waivers still make sense. Findings of these rules cannot be waived."},
}

// page renders the whole page.
func page() ([]byte, error) {
	var b strings.Builder
	rules := lint.Rules()
	fmt.Fprintf(&b, head, len(rules), usualDay)
	b.WriteString("## Index\n")
	told := 0
	for _, g := range groups {
		fmt.Fprintf(&b, "\n**[%s](#%s)**\n\n| Code | Title | Severity | Profile | Sources |\n|---|---|---|---|---|\n", g.title, g.anchor())
		for _, r := range g.rules(rules) {
			fmt.Fprintf(&b, "| [%s](#%s) | %s | %s | %s | %s |\n", r.Code, anchor(r.Code), cell(en(r.Title)), r.Severity, r.Profile, cell(law.CiteAll(r.Articles, "en")))
			told++
		}
	}
	if told != len(rules) {
		return nil, fmt.Errorf("%d of %d rules belong to a group", told, len(rules))
	}
	for _, g := range groups {
		fmt.Fprintf(&b, "\n<a id=\"%s\"></a>\n\n## %s: %s\n\n%s\n", g.anchor(), g.prefix, g.title, g.about)
		for _, r := range g.rules(rules) {
			if err := section(&b, r); err != nil {
				return nil, fmt.Errorf("%s: %w", r.Code, err)
			}
		}
	}
	return []byte(b.String()), nil
}

// section renders one rule.
func section(b *strings.Builder, r *lint.Rule) error {
	fmt.Fprintf(b, "\n<a id=\"%s\"></a>\n\n### %s %s\n\n", anchor(r.Code), r.Code, escaped(en(r.Title)))
	fmt.Fprintf(b, "%s\n\n*%s* in profile `%s`. Asked by %s: %s.\n\nIt says:\n\n", escaped(en(r.Why)), r.Severity, r.Profile, sources[r.Source], law.CiteAll(r.Articles, "en"))
	said, err := sentences(r)
	if err != nil {
		return err
	}
	for _, s := range said {
		fmt.Fprintf(b, "- %s", escaped(s.says))
		if s.severity != r.Severity {
			fmt.Fprintf(b, " (%s)", s.severity)
		}
		if s.mend != "" {
			fmt.Fprintf(b, "\\\n  *Fix:* %s", escaped(s.mend))
		}
		b.WriteString("\n")
	}
	x := examples(r)[0]
	fmt.Fprintf(b, "\n%s\n\n```diff\n%s```\n", exampleTitle(x), excerpt(x, r.Text))
	return nil
}

func exampleTitle(x lint.Example) string {
	if x.AsOf != usualDay {
		return fmt.Sprintf("An example, as of %s:", x.AsOf)
	}
	return "An example:"
}

var sources = map[lint.Source]string{lint.Law: "the law", lint.Guidance: "guidance of authorities", lint.Case: "a judgment"}

func (g group) anchor() string { return "group-" + strings.ToLower(g.prefix) }

func (g group) rules(all []*lint.Rule) []*lint.Rule {
	var of []*lint.Rule
	for _, r := range all {
		if strings.HasPrefix(string(r.Code), g.prefix+"-") {
			of = append(of, r)
		}
	}
	return of
}

func anchor(code diag.Code) string { return strings.ToLower(string(code)) }

func en(t value.Text) string { return t.In("en") }

// cell renders a text in a table.
func cell(s string) string { return strings.ReplaceAll(escaped(s), "|", `\|`) }

var escapes = strings.NewReplacer("<", "&lt;", "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`)

// escaped keeps a text from being read as markup.
func escaped(s string) string { return escapes.Replace(s) }
