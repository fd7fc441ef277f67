package cli

import (
	"context"
	"errors"
	"net/netip"
	"strings"
	"time"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/auth"
	"github.com/openropa/ropa/api/store"
	"github.com/spf13/cobra"
)

// whoFlags are the flags of ropa serve that say who may ask, and how much.
type whoFlags struct {
	issuer, audience             string
	subject, tenantClaim, tenant string
	roles                        string
	rate                         float64
	proxies                      networks
}

// How long a caller is known before the store is asked again, and how many are.
// What is revoked ends after that time.
const (
	knownFor    = 5 * time.Second
	knownAtOnce = 4096
)

func (a *app) whoFlags(cmd *cobra.Command, f *whoFlags) {
	flags := cmd.Flags()
	flags.StringVar(&f.issuer, "oidc-issuer", "", a.say("flag.oidc-issuer"))
	flags.StringVar(&f.audience, "oidc-audience", "", a.say("flag.oidc-audience"))
	flags.StringVar(&f.subject, "oidc-subject-claim", "sub", a.say("flag.oidc-subject-claim"))
	flags.StringVar(&f.roles, "oidc-roles-claim", "roles", a.say("flag.oidc-roles-claim"))
	flags.StringVar(&f.tenantClaim, "oidc-tenant-claim", "", a.say("flag.oidc-tenant-claim"))
	flags.StringVar(&f.tenant, "oidc-tenant", "", a.say("flag.oidc-tenant"))
	flags.Float64Var(&f.rate, "rate", 50, a.say("flag.rate"))
	flags.Var(&f.proxies, "proxies", a.say("flag.proxies"))
}

// who says who may ask a server: those with a token of the store or of the issuer.
// Without either nobody is asked, and nothing is bounded.
func (a *app) who(ctx context.Context, f *whoFlags, tokens store.Tokens, to *api.Options) error {
	if (f.issuer == "") != (f.audience == "") {
		return wrongUse("use.oidc-both")
	}
	if f.rate < 0 || f.rate > 1e6 {
		return wrongUse("use.rate")
	}
	var all []auth.Authenticator
	if tokens != nil {
		all = append(all, auth.Tokens(tokens, a.env.Now))
	}
	if f.issuer != "" {
		issuer, err := auth.Discover(ctx, auth.OIDC{
			Issuer: f.issuer, Audience: f.audience, SubjectClaim: f.subject, TenantClaim: f.tenantClaim, Tenant: f.tenant, RolesClaim: f.roles, Now: a.env.Now,
		})
		switch {
		case errors.Is(err, auth.ErrIssuer):
			return wrongUse("use.oidc-issuer", f.issuer)
		case errors.Is(err, auth.ErrTenant):
			return wrongUse("use.tenant")
		case err != nil:
			return wrongUse("use.oidc", f.issuer, cause(err))
		}
		all = append(all, issuer)
	}
	if len(all) > 0 {
		to.Authenticate = auth.Remembered(auth.AnyOf(all...), knownFor, knownAtOnce, a.env.Now)
		to.Rate, to.Proxies = f.rate, f.proxies
	}
	return nil
}

// networks is a flag that takes networks, separated by commas: 10.0.0.0/8.
type networks []netip.Prefix

func (n *networks) String() string {
	var all []string
	for _, one := range *n {
		all = append(all, one.String())
	}
	return strings.Join(all, ",")
}
func (n *networks) Type() string { return "string" }
func (n *networks) Set(s string) error {
	for one := range strings.SplitSeq(s, ",") {
		one = strings.TrimSpace(one)
		network, err := netip.ParsePrefix(one)
		if address, plain := netip.ParseAddr(one); plain == nil {
			network, err = netip.PrefixFrom(address, address.BitLen()), nil
		}
		if err != nil {
			return wrongUse("use.network", one)
		}
		*n = append(*n, network.Masked())
	}
	return nil
}
