package cli

import (
	"context"
	"errors"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/openropa/ropa/api/store"
	"github.com/spf13/cobra"
)

// historyFlags are the flags of ropa history.
type historyFlags struct {
	store, tenant string
	format        choice
	// kept is a file of what verify told before.
	kept file
}

// historyActions are what can be done with a history.
var historyActions = []string{"list", "verify"}

func (a *app) historyCommand() *cobra.Command {
	f := &historyFlags{format: choice{"text", []string{"text", "json", "csv"}}}
	cmd := &cobra.Command{
		Use: "history",
		Args: func(cmd *cobra.Command, args []string) error {
			if err := a.fromEnvironment(cmd); err != nil {
				return err
			}
			if len(args) == 0 {
				return a.wrongCall(cmd, "use.missing", strings.Join(historyActions, "|"))
			}
			if err := oneOf("use.choice", args[0], historyActions...); err != nil {
				return err
			}
			if args[0] == "list" {
				return a.need("list", "REGISTER")(cmd, args)
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return historyActions, cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error { return a.history(cmd, f, args[0], args[1:]) },
	}
	cmd.Flags().SortFlags = false // where, then whose, then how it is told
	a.storeFlag(cmd, &f.store)
	cmd.Flags().StringVar(&f.tenant, "tenant", "", a.say("flag.history-tenant"))
	cmd.Flags().Var(&f.format, "format", a.say("flag.history-format"))
	cmd.Flags().Var(&f.kept, "kept", a.say("flag.history-kept"))
	a.complete(cmd, "format", f.format.allowed...)
	return cmd
}

func (a *app) history(cmd *cobra.Command, f *historyFlags, action string, registers []string) (err error) {
	s, err := a.storeThere(cmd, f.store)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	kept, err := readKept(f.kept)
	if err != nil {
		return err
	}
	if action == "list" {
		return a.historyList(cmd.Context(), s, store.Key{Tenant: f.tenant, Register: registers[0]}, f.format.chosen)
	}
	keys, err := a.historyKeys(cmd, s, f.tenant, registers)
	if err != nil {
		return err
	}
	if len(registers) == 0 {
		keys = kept.with(keys, cmd.Flags().Changed("tenant"), f.tenant)
	}
	return a.historyVerify(cmd.Context(), s, keys, kept, f.format.chosen)
}

// storeThere opens a store that must be there already.
func (a *app) storeThere(cmd *cobra.Command, name string) (store.Store, error) {
	if err := a.needStore(cmd, name); err != nil {
		return nil, err
	}
	if path, ok := strings.CutPrefix(name, "sqlite:"); ok {
		if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
			return nil, wrongUse("use.no-such-store", path)
		}
	}
	return a.openStore(cmd.Context(), name)
}

// keeper is a store that knows the registers of all tenants, also those that were
// removed.
type keeper interface {
	Keys(ctx context.Context) ([]store.Key, error)
}

// historyKeys are the registers whose history is verified: those that are named,
// else those of the tenant that is named, else all.
func (a *app) historyKeys(cmd *cobra.Command, s store.Store, tenant string, registers []string) ([]store.Key, error) {
	var keys []store.Key
	for _, id := range registers {
		keys = append(keys, store.Key{Tenant: tenant, Register: id})
	}
	if len(keys) > 0 {
		return keys, nil
	}
	all, ok := s.(keeper)
	if !ok {
		return nil, store.ErrReadOnly
	}
	keys, err := all.Keys(cmd.Context())
	if cmd.Flags().Changed("tenant") {
		keys = slices.DeleteFunc(keys, func(key store.Key) bool { return key.Tenant != tenant })
	}
	return keys, err
}

// listedRevision is a revision as history list tells it.
type listedRevision struct {
	Revision   int64     `json:"revision"`
	On         time.Time `json:"on"`
	By         string    `json:"by"`
	Action     string    `json:"action"`
	At         string    `json:"at,omitempty"`
	Changes    int       `json:"changes"`
	Reason     string    `json:"reason,omitempty"`
	ApprovedBy string    `json:"approvedBy,omitempty"`
	Hash       string    `json:"hash"`
}

// removed is the action of a removal, which is what is left of all revisions up to it.
const removed = "remove"

// historyPage is how many revisions are read at a time.
const historyPage = 500

// historyList writes the revisions of a register, the newest first, and then the
// removals of those of its name before.
func (a *app) historyList(ctx context.Context, s store.Store, key store.Key, format string) error {
	all := []listedRevision{}
	for {
		page, total, err := s.Revisions(ctx, key, store.RevisionQuery{From: len(all), Most: historyPage})
		if err != nil {
			return err
		}
		for _, r := range page {
			all = append(all, listedRevision{r.Number, r.On, r.By, string(r.Action), r.At, r.Count, r.Reason, r.ApprovedBy, r.Hash})
		}
		if len(page) == 0 || len(all) >= total {
			break
		}
	}
	removals, err := s.Removals(ctx, key)
	if err != nil {
		return err
	}
	for _, r := range removals {
		all = append(all, listedRevision{Revision: r.Revision, On: r.On, By: r.By, Action: removed, Reason: r.Reason, Hash: r.Hash})
	}
	if len(all) == 0 {
		return wrongUse("use.no-register", key.Register)
	}
	if format == "json" {
		return a.writeJSON(all)
	}
	t := &table{whole: map[int]bool{0: true, 1: true}}
	for _, name := range []string{"revision", "on", "by", "action", "at", "reason", "approved"} {
		t.titles = append(t.titles, a.say("history.column."+name))
	}
	for _, r := range all {
		action, what := a.changed(&r, format)
		t.add(strconv.FormatInt(r.Revision, 10), r.On.UTC().Format(time.RFC3339), r.By, action, what, r.Reason, r.ApprovedBy)
	}
	if format == "csv" {
		return a.writeCSV(t)
	}
	a.writeText(t)
	return nil
}

// changed tells what a revision did, and to what: in words, but for programs.
func (a *app) changed(r *listedRevision, format string) (action, what string) {
	counted := r.At == "" && r.Action != removed
	if format != "text" {
		if counted {
			return r.Action, strconv.Itoa(r.Changes)
		}
		return r.Action, r.At
	}
	if counted && r.Changes > 0 {
		return a.say("history.action." + r.Action), a.count(r.Changes, "change")
	}
	return a.say("history.action." + r.Action), r.At
}

func historyName(key store.Key) string {
	if key.Tenant == "" {
		return key.Register
	}
	return key.Tenant + "/" + key.Register
}
