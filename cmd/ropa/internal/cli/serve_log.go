package cli

import (
	"context"
	"fmt"
	"log"
	"log/slog"
	"regexp"
	"strings"

	"github.com/openropa/ropa/register/printable"
)

// logFlags are the flags of ropa serve that say what is logged.
type logFlags struct{ format, level choice }

func newLogFlags() logFlags {
	return logFlags{choice{"text", []string{"text", "json", "none"}}, choice{"info", []string{"info", "warn", "error"}}}
}

// logger tells of requests and faults on the standard error.
func (a *app) logger(f *logFlags) *slog.Logger {
	levels := map[string]slog.Level{"warn": slog.LevelWarn, "error": slog.LevelError}
	options := &slog.HandlerOptions{Level: levels[f.level.chosen]} // info where it is not there
	switch f.format.chosen {
	case "json":
		return slog.New(slog.NewJSONHandler(a.env.Stderr, options))
	case "text":
		return slog.New(slog.NewTextHandler(a.env.Stderr, options))
	}
	return slog.New(slog.DiscardHandler)
}

// tell says a sentence on the standard error; where programs read it, as a line of
// the log.
func (a *app) tell(f *logFlags, to *slog.Logger, level slog.Level, word string, args ...any) {
	sentence := printable.Line(a.say(word, args...))
	if f.format.chosen == "json" {
		to.Log(context.Background(), level, sentence)
		return
	}
	fmt.Fprintln(a.env.Stderr, sentence)
}

// callersAddress is where net/http and the network below it name who called.
var callersAddress = regexp.MustCompile(`(?: (?:from|serving) |->)\S+:[0-9]+`)

// connectionLog takes what net/http tells of connections, such as a handshake that
// failed, into the log, without the address of who called.
type connectionLog struct{ to *slog.Logger }

func (c connectionLog) Write(p []byte) (int, error) {
	first, _, _ := strings.Cut(string(p), "\n")
	c.to.Info("connection", "error", callersAddress.ReplaceAllString(first, ""))
	return len(p), nil
}

func connectionErrors(to *slog.Logger) *log.Logger { return log.New(connectionLog{to}, "", 0) }
