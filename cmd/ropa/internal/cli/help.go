package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// helpWidth is the most columns that help takes: longer lines read badly.
const helpWidth = 100

// help writes the page of a command: what it does, how it is called, its
// commands, flags and examples.
func (a *app) help(cmd *cobra.Command, _ []string) {
	width := min(a.env.width(), helpWidth)
	var b strings.Builder
	for _, line := range wrap(a.say("help."+cmd.Name()), width) {
		fmt.Fprintln(&b, line)
	}
	if long, ok := a.find("help." + cmd.Name() + ".long"); ok {
		for _, paragraph := range strings.Split(long, "\n") {
			fmt.Fprintln(&b)
			for _, line := range wrap(paragraph, width) {
				fmt.Fprintln(&b, line)
			}
		}
	}
	fmt.Fprintf(&b, "\n%s\n  %s\n", a.say("help.heading.usage"), a.usageLine(cmd))
	a.helpCommands(&b, cmd, width)
	global := cmd.Root().PersistentFlags()
	own := func(f *pflag.Flag) bool { return global.Lookup(f.Name) == nil }
	a.helpFlags(&b, a.say("help.heading.flags"), cmd.Flags(), own, width)
	a.helpFlags(&b, a.say("help.heading.global"), global, func(*pflag.Flag) bool { return true }, width)
	if lines := examples[cmd.Name()]; len(lines) > 0 {
		fmt.Fprintf(&b, "\n%s\n", a.say("help.heading.examples"))
		for _, line := range lines {
			fmt.Fprintf(&b, "  %s\n", line)
		}
	}
	a.out.WriteString(b.String())
}

// usageLine is how the command is called, with its arguments in the language
// of the output.
func (a *app) usageLine(cmd *cobra.Command) string {
	line := cmd.CommandPath()
	if arguments, ok := a.find("help." + cmd.Name() + ".arguments"); ok {
		line += " " + arguments
	}
	return line + " [" + a.say("help.flags-placeholder") + "]"
}

func (a *app) helpCommands(b *strings.Builder, cmd *cobra.Command, width int) {
	var rows [][2]string
	for _, c := range cmd.Commands() {
		if !c.Hidden && c.Name() != "help" {
			rows = append(rows, [2]string{c.Name(), c.Short})
		}
	}
	if len(rows) > 0 {
		fmt.Fprintf(b, "\n%s\n", a.say("help.heading.commands"))
		definitions(b, rows, width)
	}
}

func (a *app) helpFlags(b *strings.Builder, heading string, flags *pflag.FlagSet, shown func(*pflag.Flag) bool, width int) {
	var rows [][2]string
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || !shown(f) {
			return
		}
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		rows = append(rows, [2]string{name + a.placeholder(f), f.Usage})
	})
	if len(rows) > 0 {
		fmt.Fprintf(b, "\n%s\n", heading)
		definitions(b, rows, width)
	}
}

// placeholder names the value of a flag.
func (a *app) placeholder(f *pflag.Flag) string {
	switch f.Value.(type) {
	case *tristate:
		return "[=false]"
	case *list:
		return " " + a.say("placeholder.ids")
	case *choices:
		return " " + a.say("placeholder.words")
	case *countries:
		return " " + a.say("placeholder.countries")
	case *day:
		return " " + a.say("placeholder.date")
	case *folder:
		return " " + a.say("placeholder.folder")
	case *codes:
		return " " + a.say("placeholder.codes")
	case *code:
		return " " + a.say("placeholder.code")
	case *file:
		return " " + a.say("placeholder.file")
	case *evidence:
		return " " + a.say("placeholder.evidence")
	case *grants:
		return " " + a.say("placeholder.grants")
	}
	switch f.Value.Type() {
	case "bool":
		return ""
	case "int", "uint16", "uint32", "float64":
		return " " + a.say("placeholder.number")
	}
	if word, ok := valueNames[f.Name]; ok {
		return " " + a.say(word)
	}
	return " " + a.say("placeholder.word")
}

// valueNames name the values of flags that take a text, where that is not one word
// of several.
var valueNames = map[string]string{
	"store": "placeholder.store", "listen": "placeholder.listen", "server": "placeholder.address", "oidc-issuer": "placeholder.address",
	"tls-cert": "placeholder.file", "tls-key": "placeholder.file", "proxies": "placeholder.networks",
	"register": "placeholder.id", "activity": "placeholder.id", "party": "placeholder.id",
	"tenant": "placeholder.name", "oidc-tenant": "placeholder.name", "oidc-audience": "placeholder.name",
	"oidc-subject-claim": "placeholder.name", "oidc-roles-claim": "placeholder.name", "oidc-tenant-claim": "placeholder.name",
	"reason": "placeholder.text", "expires": "placeholder.expires",
}

// definitions writes names with what they mean: aligned, or one below the other
// where there is no room for two columns.
func definitions(b *strings.Builder, rows [][2]string, width int) {
	const readable = 30
	column := 0
	for _, row := range rows {
		column = max(column, displayWidth(row[0]))
	}
	if width-column-4 < readable {
		for _, row := range rows {
			fmt.Fprintf(b, "  %s\n", row[0])
			for _, line := range wrap(row[1], width-6) {
				fmt.Fprintf(b, "      %s\n", line)
			}
		}
		return
	}
	for _, row := range rows {
		name := row[0]
		for _, line := range wrap(row[1], width-column-4) {
			fmt.Fprintf(b, "  %s%s  %s\n", name, strings.Repeat(" ", column-displayWidth(name)), line)
			name = ""
		}
	}
}

// helpCommand is "ropa help COMMAND".
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: "help",
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, err := cmd.Root().Find(args)
			if err != nil || found == nil {
				return a.noSuchCommand(cmd.Root(), args)
			}
			if found == cmd.Root() && len(rest) > 0 {
				return a.noSuchCommand(found, rest)
			}
			return found.Help()
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, c := range cmd.Root().Commands() {
				if !c.Hidden && len(args) == 0 {
					names = append(names, c.Name()+"\t"+c.Short)
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
	}
}
