package cli

import (
	"github.com/spf13/cobra"

	"github.com/openropa/ropa/register/document"
)

// layoutNames are the names of the layouts of the record.
func layoutNames() []string {
	var names []string
	for _, l := range document.Layouts() {
		names = append(names, l.Name)
	}
	return names
}

// completeLayout completes --layout with the names of the layouts and whose they
// are.
func (a *app) completeLayout(cmd *cobra.Command) {
	_ = cmd.RegisterFlagCompletionFunc("layout", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		var names []string
		for _, l := range document.Layouts() {
			about := l.Authority
			if about == "" {
				about = a.say("layout.house")
			}
			names = append(names, l.Name+"\t"+about)
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	})
}
