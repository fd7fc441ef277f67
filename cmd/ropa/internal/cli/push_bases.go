package cli

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/openropa/ropa/api/client"
	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register/diag"
)

// pushProblems writes the problems that a push would have. The server repeats
// nothing of what was sent, so that of a register which this one extends and which
// is not there is told from here: what it is called there, and how it gets there.
func (a *app) pushProblems(f *pushFlags, l *loaded, trial *client.Import) {
	var absent []string
	for _, fault := range trial.Problems {
		if name, ok := extended(fault, l.register.Extends); ok {
			a.noteLine(a.say("push.no-base", fault.At, store.BaseID(name), name, string(diag.BaseNotFound)))
			absent = append(absent, name)
			continue
		}
		a.faults([]client.Fault{fault})
	}
	if trial.More > 0 {
		a.noteLine(a.say("push.more-problems", trial.More))
	}
	for _, name := range absent {
		a.noteLine(a.say("push.base-first", l.baseAt(name), store.BaseID(name), shownServer(f.server)))
	}
}

// extended is the name under extends that a problem is about, where it is that there
// is no such register.
func extended(fault client.Fault, names []string) (string, bool) {
	position, ok := strings.CutPrefix(fault.Pointer, "/extends/")
	if !ok || fault.Code != string(diag.BaseNotFound) {
		return "", false
	}
	i, err := strconv.Atoi(position)
	if err != nil || i < 0 || i >= len(names) {
		return "", false
	}
	return names[i], true
}

// baseAt is the path of a register that this one extends, as the user writes that of
// this one.
func (l *loaded) baseAt(name string) string {
	folder := l.path
	if info, err := os.Stat(l.path); err != nil || !info.IsDir() {
		folder = filepath.Dir(l.path)
	}
	return filepath.Join(folder, filepath.FromSlash(name))
}
