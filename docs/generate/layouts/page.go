package main

import (
	"fmt"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/document"
)

const head = `# Layouts

The record of processing activities in the form that an authority knows: its columns or forms, in its order and in its language.
This page is generated from the package [register/document](../register/document/doc.go), so it says what the program does.

` + "```sh" + `
ropa document register examples/webgems --layout gba --format xlsx -o gba.xlsx
ropa document register examples/webgems --layout dsk --format docx --language en -o dsk.docx
` + "```" + `

- Without ` + "`--layout`" + ` the register comes in its own layout, ` + "`ropa`" + `, which tells every field. A template asks for less; its document says so at the end.
- Without ` + "`--language`" + ` a layout is in the language of the authority. Where there are no words in it (Italian, Spanish), it is in English,
  and the head of each column holds that of the authority beside its own.
- A layout is for controllers (Art. 30(1)) or for processors (Art. 30(2)). Activities of the other kind are counted at the end of the document.
- Activities that have ended stand in a part of their own, unless the template has a column for the status. Planned ones are marked.
- *Required*: the law or the template asks for it in every case, and the document says *not stated* where the register does not say it.
- A column of which the reader may see no field (` + "`--audience`" + `) is left out, and the document names it.
- These are the columns of the templates, described in our words where a sheet could not be had. They are no forms of those authorities, and none of them has approved them.

`

// page renders the whole page.
func page() []byte {
	var b strings.Builder
	b.WriteString(head)
	b.WriteString("| Layout | Whose | Part of the record | Language | What stands on a row or a form |\n|---|---|---|---|---|\n")
	all := document.Layouts()
	for i := range all {
		l := &all[i]
		if l.Authority == "" {
			fmt.Fprintf(&b, "| `%s` | ours | both | any | all fields: an overview, a sheet for each activity, annexes |\n", l.Name)
			continue
		}
		fmt.Fprintf(&b, "| [`%s`](#%s) | %s | %s | %s | %s |\n", l.Name, anchor(l), cell(l.Authority), part(l), language(l), grains[l.Grain])
	}
	for i := range all {
		if all[i].Authority != "" {
			section(&b, &all[i])
		}
	}
	return []byte(b.String())
}

// section renders one layout.
func section(b *strings.Builder, l *document.Layout) {
	fmt.Fprintf(b, "\n<a id=\"%s\"></a>\n\n## %s: %s\n\n%s: %s. %s.\n", anchor(l), l.Name, l.Authority, capital(part(l)), grains[l.Grain], capital(language(l)))
	table(b, l, "Header", l.Header)
	table(b, l, "List of all activities", l.List)
	name := "Columns"
	if l.Grain == document.FormPerActivity || l.Grain == document.FormPerClient {
		name = "Lines of each form"
	}
	table(b, l, name, l.Columns)
}

// table renders columns with what fills them.
func table(b *strings.Builder, l *document.Layout, title string, columns []document.LayoutColumn) {
	if len(columns) == 0 {
		return
	}
	fmt.Fprintf(b, "\n**%s**\n\n| # | Column | In the language of the authority | Filled from | |\n|---|---|---|---|---|\n", title)
	for i := range columns {
		c := &columns[i]
		fmt.Fprintf(b, "| %d | %s | %s | %s | %s |\n", i+1, cell(within(l, c)+c.Title.In("en")), cell(native(l, c)), fields(c), remarks(c))
	}
}

// within is the heading under which a column stands, before its title.
func within(l *document.Layout, c *document.LayoutColumn) string {
	for i := range l.Groups {
		if l.Groups[i].ID == c.Group {
			return l.Groups[i].Title.In("en") + ": "
		}
	}
	return ""
}

// native is the head of a column in the language of the authority.
func native(l *document.Layout, c *document.LayoutColumn) string {
	if c.Original != "" {
		return c.Original
	}
	if l.Language == "en" {
		return ""
	}
	if s := c.Title.In(l.Language); s != c.Title.In("en") || l.Language != "it" && l.Language != "es" {
		return s
	}
	return ""
}

func fields(c *document.LayoutColumn) string {
	if c.Unfillable != "" {
		return "**not filled**"
	}
	names := make([]string, len(c.Fields))
	for i, f := range c.Fields {
		names[i] = "`" + f + "`"
	}
	return strings.Join(names, ", ")
}

func remarks(c *document.LayoutColumn) string {
	var all []string
	if c.Required {
		all = append(all, "required")
	}
	for _, s := range []string{c.Unfillable, c.Remark} {
		if s != "" {
			all = append(all, s)
		}
	}
	return cell(strings.Join(all, "; "))
}

var grains = map[document.Grain]string{
	document.RowPerActivity:  "a table with a row for each activity",
	document.RowPerPurpose:   "a table with a row for each purpose",
	document.RowPerClient:    "a table with a row for each client of an activity",
	document.FormPerActivity: "a form for each activity",
	document.FormPerClient:   "a form for each client of an activity",
}

var languages = map[string]string{"en": "English", "nl": "Dutch", "de": "German", "fr": "French", "it": "Italian", "es": "Spanish"}

func language(l *document.Layout) string {
	name := languages[string(l.Language)]
	if name == "Italian" || name == "Spanish" {
		return "English, with the heads in " + name
	}
	return name
}

func part(l *document.Layout) string {
	switch l.Role {
	case register.ActivityRoleController:
		return "controller"
	case register.ActivityRoleProcessor:
		return "processor"
	}
	return "both"
}

func anchor(l *document.Layout) string { return "layout-" + l.Name }

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// cell renders a text in a table: no markup, no soft hyphens.
func cell(s string) string {
	return strings.NewReplacer("|", `\|`, "<", "&lt;", "*", `\*`, "_", `\_`, "\u00ad", "").Replace(s)
}
