package cli

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/openropa/ropa/api/auth"
	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register/printable"
	"github.com/spf13/cobra"
)

// tokenFlags are the flags of ropa token.
type tokenFlags struct {
	store, tenant string
	roles         grants
	expires       string
	format        choice
}

// grants is a flag that takes roles, each in a register.
type grants struct{ list }

// tokenActions are what can be done with tokens, and the argument that it takes.
var tokenActions = map[string]string{"create": "NAME", "list": "", "revoke": "ID"}

func tokenActionNames() []string { return []string{"create", "list", "revoke"} }

func (a *app) tokenCommand() *cobra.Command {
	f := &tokenFlags{format: choice{"text", []string{"text", "json", "csv", "markdown"}}}
	cmd := &cobra.Command{
		Use: "token",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.need("ACTION")(cmd, args)
			}
			if err := oneOf("use.token-action", args[0], tokenActionNames()...); err != nil {
				return err
			}
			names := []string{"ACTION"}
			if name := tokenActions[args[0]]; name != "" {
				names = append(names, name)
			}
			if err := a.need(names...)(cmd, args); err != nil {
				return err
			}
			if err := a.fromEnvironment(cmd); err != nil {
				return err
			}
			return a.needStore(cmd, f.store)
		},
		ValidArgs: tokenActionNames(),
		RunE:      func(cmd *cobra.Command, args []string) error { return a.tokens(cmd, f, args) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false // where, for whom, what, how long
	a.storeFlag(cmd, &f.store)
	flags.StringVar(&f.tenant, "tenant", "", a.say("flag.tenant"))
	flags.Var(&f.roles, "role", a.say("flag.token-role"))
	flags.StringVar(&f.expires, "expires", "90d", a.say("flag.expires"))
	flags.Var(&f.format, "format", a.say("flag.format.all"))
	a.complete(cmd, "role", "reader:*", "editor:*", "approver:*", "admin:*")
	a.complete(cmd, "expires", "30d", "90d", "365d", "never")
	a.complete(cmd, "format", f.format.allowed...)
	return cmd
}

func (a *app) tokens(cmd *cobra.Command, f *tokenFlags, args []string) error {
	if !auth.ValidTenant(f.tenant) {
		return wrongUse("use.tenant")
	}
	ctx := cmd.Context()
	kept, err := a.tokenStore(cmd, f.store, args[0])
	if err != nil {
		return err
	}
	switch args[0] {
	case "create":
		err = a.createToken(ctx, kept, f, args[1])
	case "revoke":
		err = kept.RevokeToken(ctx, f.tenant, args[1], a.env.Now())
		if errors.Is(err, store.ErrNoToken) {
			err = wrongUse("use.no-token", args[1])
		} else if err == nil {
			fmt.Fprintln(a.env.Stderr, printable.Line(a.say("token.revoked", args[1])))
		}
	default:
		err = a.listTokens(ctx, kept, f)
	}
	return errors.Join(err, kept.Close())
}

// tokenStore opens the store. The first token may come before the store; a name with
// a slip must not seem to be a store without tokens.
func (a *app) tokenStore(cmd *cobra.Command, name, action string) (store.Store, error) {
	if action == "create" {
		return a.openStore(cmd.Context(), name)
	}
	return a.storeThere(cmd, name)
}

// createToken makes a token and tells it: the only time that it can be read.
func (a *app) createToken(ctx context.Context, kept store.Store, f *tokenFlags, name string) error {
	given, err := auth.ParseGrants(f.roles.list)
	if err != nil {
		return wrongUse("use.grant")
	}
	now := a.env.Now()
	expires, err := expiry(f.expires, now)
	if err != nil {
		return err
	}
	secret, token, err := auth.NewToken(f.tenant, name, given, now, expires)
	switch {
	case errors.Is(err, auth.ErrName):
		return wrongUse("use.token-name")
	case errors.Is(err, auth.ErrExpiry):
		return wrongUse("use.expires", f.expires)
	case err != nil:
		return err
	}
	if err := kept.AddToken(ctx, token); err != nil {
		return err
	}
	fmt.Fprintln(&a.out, secret)
	end := a.say("token.never")
	if !token.Expires.IsZero() {
		end = token.Expires.Format(time.DateOnly)
	}
	a.noteLine(a.say("token.made", token.ID, end))
	return a.noteRoles(ctx, kept, f.tenant, given)
}

// noteRoles tells where the roles of a new token open nothing, or not yet: a token
// may come before its register, or name it with a slip.
func (a *app) noteRoles(ctx context.Context, kept store.Reader, tenant string, given auth.Grants) error {
	if len(given) == 0 {
		a.noteLine(a.say("token.no-role"))
	}
	for _, id := range slices.Sorted(maps.Keys(given)) {
		if id == auth.All {
			continue
		}
		_, err := kept.Head(ctx, store.Key{Tenant: tenant, Register: id}, store.Version{})
		if errors.Is(err, store.ErrNotFound) {
			a.noteLine(a.say("token.no-register", id))
		} else if err != nil {
			return err
		}
	}
	return nil
}

// mostDays is the longest that a token with an end may last: ten years.
const mostDays = 3650

// expiry is when a token ends: after a number of days (90d), on a date, or never,
// which must be said.
func expiry(s string, now time.Time) (time.Time, error) {
	if s == "never" {
		return time.Time{}, nil
	}
	if days, found := strings.CutSuffix(s, "d"); found {
		if n, err := strconv.Atoi(days); err == nil && n > 0 && n <= mostDays {
			return now.Add(time.Duration(n) * 24 * time.Hour), nil
		}
	}
	if on, err := time.Parse(time.DateOnly, s); err == nil && on.After(now) && on.Before(now.AddDate(0, 0, mostDays)) {
		return on, nil
	}
	return time.Time{}, wrongUse("use.expires", s)
}

// listTokens lists the tokens of a tenant; what they are is not known.
func (a *app) listTokens(ctx context.Context, kept store.Tokens, f *tokenFlags) error {
	all, err := kept.ListTokens(ctx, f.tenant)
	if err != nil {
		return err
	}
	if f.format.chosen == "json" {
		return a.writeJSON(tokenList(all))
	}
	t := &table{titles: []string{"id", "name", "roles", "made", "expires", "used", "revoked"}}
	if f.format.chosen != "csv" {
		for i, column := range t.titles {
			t.titles[i] = a.say("token.column." + column)
		}
	}
	for _, one := range tokenList(all) {
		t.rows = append(t.rows, []string{one.ID, one.Name, strings.Join(one.Roles, " "), one.Made, one.Expires, one.Used, one.Revoked})
	}
	switch {
	case f.format.chosen == "csv":
		return a.writeCSV(t)
	case len(t.rows) == 0:
		fmt.Fprintln(&a.out, a.say("token.none"))
	case f.format.chosen == "markdown":
		a.writeMarkdown(t)
	default:
		a.writeText(t)
	}
	return nil
}

// listedToken is a token in a list; dates are "" for never.
type listedToken struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Roles   []string `json:"roles"`
	Made    string   `json:"made"`
	Expires string   `json:"expires,omitempty"`
	Used    string   `json:"used,omitempty"`
	Revoked string   `json:"revoked,omitempty"`
}

func tokenList(all []store.Token) []listedToken {
	date := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.UTC().Format(time.DateOnly)
	}
	listed := make([]listedToken, 0, len(all))
	for _, t := range all {
		listed = append(listed, listedToken{t.ID, t.Name, append([]string{}, t.Roles...), date(t.Made), date(t.Expires), date(t.Used), date(t.Revoked)})
	}
	return listed
}
