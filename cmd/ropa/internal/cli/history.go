package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
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
	a.complete(cmd, "format", f.format.allowed...)
	return cmd
}

func (a *app) history(cmd *cobra.Command, f *historyFlags, action string, registers []string) (err error) {
	s, err := a.storeThere(cmd, f.store)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if action == "list" {
		return a.historyList(cmd.Context(), s, store.Key{Tenant: f.tenant, Register: registers[0]}, f.format.chosen)
	}
	keys, err := a.historyKeys(cmd, s, f.tenant, registers)
	if err != nil {
		return err
	}
	return a.historyVerify(cmd.Context(), s, keys, f.format.chosen)
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

// keeper is a store that knows the registers of all tenants.
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
	if all, ok := s.(keeper); ok && len(keys) == 0 && !cmd.Flags().Changed("tenant") {
		return all.Keys(cmd.Context())
	}
	if len(keys) > 0 {
		return keys, nil
	}
	infos, err := s.List(cmd.Context(), tenant)
	for _, info := range infos {
		keys = append(keys, info.Key)
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

// historyPage is how many revisions are read at a time.
const historyPage = 500

// historyList writes the revisions of a register, the newest first.
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
		at := r.At
		if at == "" {
			at = strconv.Itoa(r.Changes)
		}
		t.add(strconv.FormatInt(r.Revision, 10), r.On.UTC().Format(time.RFC3339), r.By, r.Action, at, r.Reason, r.ApprovedBy)
	}
	if format == "csv" {
		return a.writeCSV(t)
	}
	a.writeText(t)
	return nil
}

// verified is what history verify tells of a register.
type verified struct {
	Tenant   string `json:"tenant,omitempty"`
	Register string `json:"register"`
	Revision int64  `json:"revision"`
	// Hash is that of the newest revision, Problem what is wrong.
	Hash    string `json:"hash,omitempty"`
	Problem string `json:"problem,omitempty"`
}

// historyVerify compares histories with their hashes. Results are on the standard
// output; what is wrong is on the standard error too.
func (a *app) historyVerify(ctx context.Context, s store.Store, keys []store.Key, format string) error {
	all, wrong := []verified{}, 0
	for _, key := range keys {
		one := verified{Tenant: key.Tenant, Register: key.Register}
		newest, _, err := s.Revisions(ctx, key, store.RevisionQuery{Most: 1})
		if err == nil {
			err = s.Verify(ctx, key)
		}
		switch {
		case errors.Is(err, store.ErrTampered):
			wrong++
			one.Problem = strings.TrimPrefix(err.Error(), store.ErrTampered.Error()+": ")
			fmt.Fprintln(a.env.Stderr, clean(a.say("history.tampered", historyName(key), one.Problem)))
		case errors.Is(err, store.ErrNotFound):
			return wrongUse("use.no-register", key.Register)
		case err != nil:
			return err
		}
		if len(newest) > 0 {
			one.Revision, one.Hash = newest[0].Number, newest[0].Hash
		}
		all = append(all, one)
	}
	if err := a.writeVerified(all, format); err != nil || wrong == 0 {
		return err
	}
	return &reportedError{exitProblems}
}

func historyName(key store.Key) string {
	if key.Tenant == "" {
		return key.Register
	}
	return key.Tenant + "/" + key.Register
}

// shownHash is how much of a hash people see; programs are told all of it.
const shownHash = 16

func (a *app) writeVerified(all []verified, format string) error {
	if format == "json" {
		return a.writeJSON(all)
	}
	t := &table{whole: map[int]bool{0: true, 1: true, 3: true}}
	for _, name := range []string{"register", "revision", "state", "hash"} {
		t.titles = append(t.titles, a.say("history.column."+name))
	}
	for _, one := range all {
		state := a.say("history.fine")
		if one.Problem != "" {
			state = one.Problem
		}
		hash := one.Hash
		if format == "text" {
			hash = hash[:min(shownHash, len(hash))]
		}
		t.add(historyName(store.Key{Tenant: one.Tenant, Register: one.Register}), strconv.FormatInt(one.Revision, 10), state, hash)
	}
	if format == "csv" {
		return a.writeCSV(t)
	}
	a.writeText(t)
	return nil
}
