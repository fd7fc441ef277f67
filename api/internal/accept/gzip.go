// Package accept reads what a caller accepts.
package accept

import (
	"net/http"
	"strings"
)

// Gzip reports whether a request takes its answer compressed with gzip (RFC 9110,
// section 12.5.3); what a * in place of gzip allows is not used.
func Gzip(r *http.Request) bool {
	for _, line := range r.Header["Accept-Encoding"] {
		for one := range strings.SplitSeq(line, ",") {
			coding, weight, _ := strings.Cut(strings.TrimSpace(one), ";")
			if strings.EqualFold(strings.TrimSpace(coding), "gzip") {
				return strings.TrimRight(strings.TrimSpace(weight), "0.") != "q="
			}
		}
	}
	return false
}
