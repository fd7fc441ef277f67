package api

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

// rule is what the contract says of the values of a parameter.
type rule struct {
	contractSchema
	pattern *regexp.Regexp
}

func newRule(s contractSchema) rule {
	r := rule{contractSchema: s}
	if s.Pattern != "" {
		r.pattern = regexp.MustCompile(s.Pattern)
	}
	return r
}

// check returns what was expected where a value is not what the rule asks for.
// What was sent is not repeated.
func (r *rule) check(v string) (expected string, suggestions []string) {
	switch r.Type {
	case "boolean":
		if v != "true" && v != "false" {
			return "true or false", nil
		}
	case "integer":
		n, err := strconv.ParseInt(v, 10, 64)
		if err != nil || strconv.FormatInt(n, 10) != v || r.Minimum != nil && n < *r.Minimum || r.Maximum != nil && n > *r.Maximum {
			return r.numbers(), nil
		}
	case "string":
		return r.checkText(v)
	}
	return "", nil
}

func (r *rule) checkText(v string) (expected string, suggestions []string) {
	n := utf8.RuneCountInString(v)
	switch {
	case !utf8.ValidString(v) || strings.ContainsRune(v, 0):
		return "text in UTF-8", nil
	case len(r.Enum) > 0 && !slices.Contains(r.Enum, v):
		return "one of " + strings.Join(r.Enum, ", "), diag.Suggest(v, r.Enum)
	case n < r.MinLength:
		return "a value", nil
	case r.MaxLength > 0 && n > r.MaxLength:
		return fmt.Sprintf("at most %d characters", r.MaxLength), nil
	case r.pattern != nil && !r.pattern.MatchString(v):
		return "a value of the form " + r.Pattern, nil
	case r.Format == "date":
		if _, err := value.ParseDate(v); err != nil {
			return "a date, YYYY-MM-DD", nil
		}
	case r.Format == "date-time":
		if _, err := time.Parse(time.RFC3339, v); err != nil {
			return "a time such as 2026-11-22T10:00:00Z", nil
		}
	}
	return "", nil
}

// numbers says which numbers there are.
func (r *rule) numbers() string {
	switch {
	case r.Minimum != nil && r.Maximum != nil:
		return fmt.Sprintf("a whole number from %d to %d", *r.Minimum, *r.Maximum)
	case r.Minimum != nil:
		return fmt.Sprintf("a whole number of at least %d", *r.Minimum)
	}
	return "a whole number"
}
