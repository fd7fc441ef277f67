package main

import (
	"fmt"
	"strings"
)

const indexHead = `# Gallery

What ropa makes of one register: [examples/webgems](../../examples/webgems), a web shop told from a privacy policy, with all that the policy leaves out.
So the documents say *not stated* often: that is what a reader of such a policy would have to ask.
All are as of 22 November 2026, in English (en) and Dutch (nl). How they are made, for whom, and what each format can: [documents](../documents.md).

Below each title stands the command; ` + "`--format`" + `, or the ending of the file, names another format. The files in Markdown can be read here;
those in HTML, one file each, are to be saved and opened. All of it is made anew by ` + "`make gallery`" + `, and compared in CI.
`

// index is the page that shows the gallery.
func index() []byte {
	var b strings.Builder
	b.WriteString(indexHead)
	for i := range exhibits {
		x := &exhibits[i]
		fmt.Fprintf(&b, "\n## %s\n\n%s For: %s\n\n", x.title(), x.what, lowered(x.whom))
		ending := x.endings[0]
		if ending == listing {
			ending = "zip"
		}
		language := x.languages[0]
		fmt.Fprintf(&b, "```sh\nropa %s\n```\n\n", strings.Join(x.command(language, x.name+"."+ending), " "))
		b.WriteString(x.links() + "\n")
		if x.endings[0] == "svg" {
			fmt.Fprintf(&b, "\n![%s](%s)\n", x.what, x.file("en", "svg"))
		}
		for _, p := range x.pages {
			fmt.Fprintf(&b, "\n%s:\n\n![%s](%s)\n", p.says, p.says, p.file())
		}
	}
	return []byte(b.String())
}

var titles = map[string]string{
	"map": "Map", "payments-map": "Map of an activity", "lightspeed-map": "Map of a party", "register": "Register",
	"payments": "Extract of one activity", "notice": "Privacy notice", "processors": "Processors", "retention": "Retention schedule",
	"transfers": "Transfers", "dpias": "Impact assessments", "findings": "Findings", "layout-nl": "Layout of the Netherlands",
	"layout-ico": "Layout of the United Kingdom", "inspection": "Inspection",
}

func (x *exhibit) title() string { return titles[x.name] }

// links are the files of an exhibit.
func (x *exhibit) links() string {
	var all []string
	for _, language := range x.languages {
		var files []string
		for _, ending := range x.endings {
			files = append(files, fmt.Sprintf("[%s](%s)", ending, x.file(language, ending)))
		}
		all = append(all, language+": "+strings.Join(files, ", "))
	}
	return strings.Join(all, " · ")
}

func lowered(s string) string { return strings.ToLower(s[:1]) + s[1:] }
