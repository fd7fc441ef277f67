package lint

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync/atomic"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/crew"
	"github.com/openropa/ropa/register/value"
)

// Options say how a register is looked at.
type Options struct {
	// AsOf is the day as of which the register is looked at. Required.
	AsOf value.Date
	// Profile is the set of rules; Accountability where it is left out.
	Profile Profile
	// Rules are the only rules applied, whatever their profile, where there are any.
	Rules []diag.Code
	// Exclude are rules that are not applied.
	Exclude []diag.Code
	// More are rules of the organisation itself.
	More []*Rule
	// Found are findings of other packages, such as those about a published text,
	// that are waived, left out and sorted like those of the rules.
	Found diag.Findings
}

// Report is what Run found.
type Report struct {
	AsOf    value.Date
	Profile Profile
	// Rules are those that were applied.
	Rules []*Rule
	// Findings in the order in which a reader of the register meets them.
	Findings diag.Findings
	// Waived are findings that somebody decided to accept.
	Waived []Waived
}

// Run looks at a register as of a day. The map is that of the view. The error
// is ErrNoDate, an *UnknownProfileError, an *UnknownRuleError where the options name a
// rule that does not exist, or that of the context, which is asked between rules and
// between groups of activities.
func Run(ctx context.Context, view *register.View, m *datamap.Map, o Options) (*Report, error) {
	if o.AsOf.IsZero() {
		return nil, ErrNoDate
	}
	if o.Profile == "" {
		o.Profile = Accountability
	}
	rules, err := o.rules()
	if err != nil {
		return nil, err
	}
	p := newPass(view, m, &o)
	p.rules, p.known, p.ownCodes = rules, codesOf(slices.Concat(catalogue, o.More)), len(o.More) > 0
	found, err := p.walk(ctx, rules)
	if err != nil {
		return nil, err
	}
	found = append(found, o.alsoFound()...)
	r := &Report{AsOf: o.AsOf, Profile: o.Profile, Rules: rules}
	r.Findings, r.Waived = p.waive(found)
	r.Findings.Sort()
	return r, nil
}

// alsoFound returns the findings of other packages that are asked for.
func (o *Options) alsoFound() diag.Findings {
	return slices.DeleteFunc(slices.Clone(o.Found), func(f diag.Finding) bool {
		return len(o.Rules) > 0 && !slices.Contains(o.Rules, f.Code) || slices.Contains(o.Exclude, f.Code)
	})
}

// rules returns the rules to apply.
func (o *Options) rules() ([]*Rule, error) {
	if !slices.Contains(Profiles(), o.Profile) {
		return nil, &UnknownProfileError{o.Profile}
	}
	all := slices.Concat(catalogue, o.More)
	for _, codes := range [][]diag.Code{o.Rules, o.Exclude} {
		for _, code := range codes {
			if !slices.ContainsFunc(all, func(r *Rule) bool { return r.Code == code }) {
				return nil, unknownRule(code, all)
			}
		}
	}
	return slices.DeleteFunc(all, func(r *Rule) bool {
		if r.Text || len(o.Rules) > 0 && !slices.Contains(o.Rules, r.Code) || slices.Contains(o.Exclude, r.Code) {
			return true
		}
		return len(o.Rules) == 0 && !o.Profile.Includes(r.Profile)
	}), nil
}

// chunk is how many activities are looked at in one go.
const chunk = 64

// walk applies rules to everything once, on all processors: first what is about
// the register as a whole, which takes longest.
func (p *pass) walk(ctx context.Context, rules []*Rule) (diag.Findings, error) {
	var jobs []func(*Check)
	var ofActivities []*Rule
	for _, r := range rules {
		if r.Register != nil {
			jobs = append(jobs, func(c *Check) { c.rule = r; r.Register(c) })
		}
		if r.Activity != nil {
			ofActivities = append(ofActivities, r)
		}
	}
	jobs = append(jobs, func(c *Check) { p.walkParties(c, rules) })
	if len(ofActivities) > 0 {
		for part := range slices.Chunk(p.view.Activities(), chunk) {
			jobs = append(jobs, func(c *Check) { p.walkActivities(c, part, ofActivities) })
		}
	}
	found := make([]diag.Findings, len(jobs)) // in the order of the jobs, whoever does them
	var next atomic.Int64
	var wait crew.Crew
	for range min(runtime.GOMAXPROCS(0), len(jobs)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(jobs) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				c := &Check{pass: p}
				jobs[i](c)
				found[i] = c.found
			}
		})
	}
	wait.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return slices.Concat(found...), nil
}

func (p *pass) walkActivities(c *Check, activities []*register.Activity, rules []*Rule) {
	for _, a := range activities {
		c.activity = p.activityOf(a)
		for _, r := range rules {
			c.rule = r
			r.Activity(c, c.activity)
		}
	}
}

// walkParties applies rules to the parties that data reach.
func (p *pass) walkParties(c *Check, rules []*Rule) {
	rules = slices.DeleteFunc(slices.Clone(rules), func(r *Rule) bool { return r.Party == nil })
	if len(rules) == 0 {
		return
	}
	seen := make(map[string]bool)
	for _, x := range p.reaches() {
		party := p.view.Party(x.Party)
		if party == nil || seen[x.Party] {
			continue
		}
		seen[x.Party] = true
		for _, r := range rules {
			c.rule = r
			r.Party(c, party)
		}
	}
}

// ErrNoDate tells that the day is missing as of which to look.
var ErrNoDate = fmt.Errorf("no date as of which to look at the register")

// UnknownRuleError tells that options name a rule that does not exist.
type UnknownRuleError struct {
	Code        diag.Code
	Suggestions []string
}

func (e *UnknownRuleError) Error() string { return fmt.Sprintf("no rule %q", string(e.Code)) }

func unknownRule(code diag.Code, rules []*Rule) error {
	return &UnknownRuleError{code, diag.Suggest(string(code), codesOf(rules))}
}

func codesOf(rules []*Rule) []string {
	codes := make([]string, len(rules))
	for i, r := range rules {
		codes[i] = string(r.Code)
	}
	return codes
}

// UnknownProfileError tells that options name a profile that does not exist.
type UnknownProfileError struct{ Profile Profile }

func (e *UnknownProfileError) Error() string { return fmt.Sprintf("no profile %q", string(e.Profile)) }
