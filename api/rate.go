package api

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"golang.org/x/time/rate"

	"github.com/openropa/ropa/api/internal/recent"
)

// mostCallers is of how many callers, and of how many addresses, it is known how
// much they asked: those that asked last.
const mostCallers = 1 << 14

// The failures to authenticate that an address may have at once, and one more after
// each so long. Beyond that it is told to wait, but a valid token is taken.
const (
	failuresAtOnce = 10
	failureEvery   = 5 * time.Second
)

// The wrong tokens of an address that are looked up at once, and one more after each
// so long. Beyond that no token is looked up of which nothing is known, for that
// asks the store. Those who share an address with one who tries wrong tokens notice
// nothing before.
const (
	lookupsAtOnce = 100
	lookupEvery   = 20 * time.Millisecond
)

// limits are how much each of some callers may ask.
type limits struct {
	each  rate.Limit
	burst int
	by    *recent.Map[string, *rate.Limiter]
}

func newLimits(each rate.Limit, burst int) *limits {
	return &limits{each, burst, recent.New[string, *rate.Limiter](mostCallers)}
}

func (l *limits) of(key string) *rate.Limiter {
	return l.by.GetOr(key, func() *rate.Limiter { return rate.NewLimiter(l.each, l.burst) })
}

// spend takes one from what a caller may ask, and returns how long to wait where
// there is none.
func (l *limits) spend(key string, now time.Time) time.Duration { return spend(l.of(key), now) }

func spend(from *rate.Limiter, now time.Time) time.Duration {
	taken := from.ReserveN(now, 1)
	wait := taken.DelayFrom(now)
	if wait > 0 {
		taken.CancelAt(now)
	}
	return wait
}

// lookupsOf is the key of the lookups of an address among the failures.
func lookupsOf(address string) string { return "lookups " + address }

// lookups returns how long an address must wait until another token of which nothing
// is known is looked up. It takes nothing.
func (s *Server) lookups(address string) time.Duration {
	left, found := s.failures.by.Get(lookupsOf(address))
	if !found {
		return 0
	}
	missing := 1 - left.TokensAt(s.now())
	return max(0, time.Duration(missing*float64(lookupEvery)))
}

// failed notes a wrong token of an address, and that it was looked up, and returns
// how long the address must wait where there were too many.
func (s *Server) failed(address string, lookedUp bool) time.Duration {
	now := s.now()
	if lookedUp { // those that were on the way together count all, though nothing is left
		s.failures.by.GetOr(lookupsOf(address), newLookups).ReserveN(now, 1)
	}
	return s.failures.spend(address, now)
}

func newLookups() *rate.Limiter { return rate.NewLimiter(rate.Every(lookupEvery), lookupsAtOnce) }

// addressOf is where a request comes from. What a proxy says of that counts where
// the proxy is trusted. Of IPv6 it is the network, for a machine has many addresses.
func (s *Server) addressOf(r *http.Request) string {
	address := peer(r.RemoteAddr)
	var named []string
	for _, header := range r.Header["X-Forwarded-For"] {
		named = append(named, strings.Split(header, ",")...)
	}
	for len(named) > 0 && s.trusts(address) {
		next, err := netip.ParseAddr(strings.TrimSpace(named[len(named)-1]))
		if err != nil {
			break
		}
		address, named = next.Unmap().WithZone(""), named[:len(named)-1]
	}
	if address.Is6() {
		network, err := address.Prefix(64)
		if err == nil {
			return network.String()
		}
	}
	return address.String()
}

// peer is the address at the other end; the zero one where it has none, as of a
// Unix socket.
func peer(remote string) netip.Addr {
	host, _, err := net.SplitHostPort(remote)
	if err != nil {
		return netip.Addr{}
	}
	address, err := netip.ParseAddr(host)
	if err != nil {
		return netip.Addr{}
	}
	return address.Unmap().WithZone("")
}

// trusts reports whether an address is one of a proxy.
func (s *Server) trusts(address netip.Addr) bool {
	for _, network := range s.proxies {
		if network.Contains(address) {
			return true
		}
	}
	return false
}
