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
// each so long.
const (
	failuresAtOnce = 10
	failureEvery   = 5 * time.Second
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
func (l *limits) spend(key string, now time.Time) time.Duration {
	taken := l.of(key).ReserveN(now, 1)
	wait := taken.DelayFrom(now)
	if wait > 0 {
		taken.CancelAt(now)
	}
	return wait
}

// wait returns how long a caller must wait, and takes nothing.
func (l *limits) wait(key string, now time.Time) time.Duration {
	limiter, found := l.by.Get(key)
	if !found {
		return 0
	}
	if missing := 1 - limiter.TokensAt(now); missing > 0 {
		return time.Duration(missing / float64(l.each) * float64(time.Second))
	}
	return 0
}

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
