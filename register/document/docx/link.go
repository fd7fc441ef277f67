package docx

import (
	"net/url"
	"strings"
)

// longestLink is as long as Word takes an address to be.
const longestLink = 2000

// address returns link as an address that Word accepts, and whether it is one:
// a file with an address that is not well formed is "corrupt" to Word.
func address(link string) (string, bool) {
	u, err := url.Parse(link)
	if err != nil || u.User != nil {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "https":
		if u.Opaque != "" || !hostname(u.Host) {
			return "", false
		}
	case "mailto":
		name, host, found := strings.Cut(u.Opaque, "@")
		if !found || name == "" || !hostname(host) {
			return "", false
		}
	default:
		return "", false
	}
	s := u.String()
	return s, len(s) <= longestLink && !strings.ContainsFunc(s, notInAddress)
}

// hostname reports whether s is the plain name of a host, with or without a port.
func hostname(s string) bool {
	other := func(r rune) bool {
		return !(r == '.' || r == '-' || r == ':' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z')
	}
	return s != "" && !strings.ContainsFunc(s, other)
}

func notInAddress(r rune) bool {
	return r <= ' ' || r >= 0x7F || strings.ContainsRune("\"<>\\^`{|}", r)
}
