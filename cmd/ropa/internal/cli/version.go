package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func (a *app) versionCommand() *cobra.Command {
	format := &choice{"text", []string{"text", "json"}}
	cmd := &cobra.Command{
		Use:  "version",
		Args: a.need(),
		RunE: func(*cobra.Command, []string) error { return a.version(format.chosen) },
	}
	cmd.Flags().Var(format, "format", a.say("flag.format.text-json"))
	a.complete(cmd, "format", format.allowed...)
	return cmd
}

// build is what the program knows of how it was built.
type build struct {
	Version  string `json:"version"`
	Revision string `json:"revision"`
	Time     string `json:"time"`
	Modified bool   `json:"modified"`
	Format   string `json:"format"`
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

func buildOf() build {
	b := build{Version: "devel", Format: "ropa/v1", Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		b.Version = v
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Revision = s.Value
		case "vcs.time":
			b.Time = s.Value
		case "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	return b
}

func (a *app) version(format string) error {
	b := buildOf()
	if format == "json" {
		return a.writeJSON(b)
	}
	fmt.Fprintf(&a.out, "ropa %s (%s %s, %s %s, %s)\n", b.Version, a.say("version.format"), b.Format, a.say("version.built-with"), b.Go, b.Platform)
	return nil
}
