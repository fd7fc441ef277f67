package report

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/printable"
	"github.com/openropa/ropa/register/value"
)

// words are what the writers say beside the findings themselves.
var words = map[string]value.Text{
	"error":    {"en": "error", "nl": "fout"},
	"errors":   {"en": "errors", "nl": "fouten"},
	"warning":  {"en": "warning", "nl": "waarschuwing"},
	"warnings": {"en": "warnings", "nl": "waarschuwingen"},
	"info":     {"en": "remark", "nl": "opmerking"},
	"infos":    {"en": "remarks", "nl": "opmerkingen"},

	"nothing":  {"en": "no findings", "nl": "geen bevindingen"},
	"waived":   {"en": "%d accepted", "nl": "%d aanvaard"},
	"known":    {"en": "%d in the baseline", "nl": "%d in de baseline"},
	"fix":      {"en": "fix", "nl": "herstel"},
	"see":      {"en": "see", "nl": "zie"},
	"asOf":     {"en": "profile %s, as of %s", "nl": "profiel %s, per %s"},
	"rule":     {"en": "Rule", "nl": "Regel"},
	"severity": {"en": "Severity", "nl": "Ernst"},
	"count":    {"en": "Findings", "nl": "Bevindingen"},
	"accepted": {"en": "Accepted", "nl": "Aanvaard"},
	"by":       {"en": "by %s", "nl": "door %s"},
	"until":    {"en": "until %s", "nl": "tot en met %s"},
	"register": {"en": "the register", "nl": "het register"},
}

func (c *Content) say(word string, args ...any) string {
	s := words[word].In(c.Language, "en")
	if len(args) > 0 {
		return fmt.Sprintf(s, args...)
	}
	return s
}

// severities are those from heavy to light.
var severities = []diag.Severity{diag.Error, diag.Warning, diag.Info}

// sum is how many findings there are: 3 errors, 1 warning; 2 accepted.
func (c *Content) sum() string {
	var parts []string
	for _, s := range severities {
		switch n := c.Findings.Count(s); n {
		case 0:
		case 1:
			parts = append(parts, "1 "+c.say(s.String()))
		default:
			parts = append(parts, fmt.Sprintf("%d %s", n, c.say(s.String()+"s")))
		}
	}
	if len(parts) == 0 {
		parts = append(parts, c.say("nothing"))
	}
	s := strings.Join(parts, ", ")
	if n := len(c.Waived); n > 0 {
		s += "; " + c.say("waived", n)
	}
	if c.Known > 0 {
		s += "; " + c.say("known", c.Known)
	}
	return s
}

// basis says by what the register was looked at.
func (c *Content) basis() string { return c.say("asOf", string(c.Profile), c.AsOf) }

// Summary is one line that says how many findings there are of which severity,
// and by what the register was looked at.
func (c *Content) Summary() string {
	line := c.sum() + " (" + c.basis() + ")"
	if c.Of != "" {
		line = c.Of + ": " + line
	}
	return printable.Line(line)
}

// where is the place of a finding, else its address, else that of the register.
func (c *Content) where(place diag.Place, at string) string {
	switch {
	case !place.IsZero():
		return printable.Line(slashed(place.String()))
	case at != "":
		return printable.Line(at)
	case c.Of != "":
		return printable.Line(c.Of)
	}
	return c.say("register")
}

// slashed writes a path with slashes.
func slashed(path string) string { return filepath.ToSlash(path) }
