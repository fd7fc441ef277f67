package own

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/interpreter"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/internal/crew"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

// rule is a rule of the file, ready to run.
type rule struct {
	lint.Rule
	subject *subject
	program cel.Program
}

// Variants of what a rule says when it cannot be worked out: a gap may be hidden
// behind it, so it counts as much as one.
const (
	failed    = "failed"
	tooCostly = "costly"
)

var (
	failure = lint.Sentence{
		Says: value.Text{
			"en": "rule {rule} cannot be worked out for “{entry}”{others}: {detail}",
			"nl": "regel {rule} is niet uit te rekenen voor “{entry}”{others}: {detail}",
		},
		Mend: value.Text{
			"en": "change the expression under when so that it also holds for this entry, with has() for example",
			"nl": "pas de expressie onder when aan zodat die ook voor deze regel van het register geldt, bijvoorbeeld met has()",
		},
	}
	costly = lint.Sentence{
		Says: value.Text{
			"en": "rule {rule} takes more work than one rule may and was not applied",
			"nl": "regel {rule} kost meer rekenwerk dan een regel mag en is niet toegepast",
		},
		Mend: value.Text{
			"en": "make the expression under when simpler, with fewer lists within lists",
			"nl": "maak de expressie onder when eenvoudiger, met minder lijsten binnen lijsten",
		},
	}
)

// fault is an evaluation that failed.
type fault struct {
	hit   lint.Hit
	entry value.Text
	err   error
}

// outcome is what a rule found in some entries.
type outcome struct {
	hits   []lint.Hit
	faults []fault
}

// look applies the rule to all that it is for.
func (r *rule) look(c *lint.Check) {
	run := &run{rule: r, world: newWorld(c)}
	var found outcome
	switch r.subject.word {
	case "register":
		run.judge(&found, &scope{world: run.world}, func() entry { return run.ofRegister() })
	case "party":
		run.reaches = c.Reaches()
		for _, a := range arrivals(run.view, run.reaches) {
			run.judge(&found, &scope{world: run.world, arrival: a}, func() entry { return run.ofArrival(a) })
		}
	default:
		found = run.activities()
	}
	r.report(c, run, &found)
}

// report tells what was found. What could not be worked out is told once, at the
// first entry: one slip in an expression is one thing to mend.
func (r *rule) report(c *lint.Check, run *run, found *outcome) {
	if run.cost.Load() {
		c.Report(lint.Hit{Variant: tooCostly, Key: tooCostly, Args: map[string]value.Text{"rule": plain(string(r.Code))}})
		return
	}
	for _, h := range found.hits {
		c.Report(h)
	}
	if len(found.faults) == 0 {
		return
	}
	first := found.faults[0]
	h := first.hit
	h.Variant, h.Key = failed, failed
	h.Args = map[string]value.Text{
		"rule": plain(string(r.Code)), "entry": first.entry, "detail": tell(shorten(first.err.Error())), "others": others(len(found.faults) - 1),
	}
	c.Report(h)
}

// inDutch are the words of what goes wrong in an evaluation.
var inDutch = strings.NewReplacer(
	"no such key: ", "deze sleutel is er niet: ",
	"index out of bounds: ", "dit volgnummer is er niet: ",
	"division by zero", "delen door nul",
	"the register knows no term ", "het register kent geen term ",
	"the register knows no category of data ", "het register kent geen categorie gegevens ",
	", did you mean ", ", bedoelde u ",
	" is no mark", " is geen kenmerk", "; there are ", "; er zijn ",
	" is no country code", " is geen landcode",
	" is no period such as ", " is geen termijn zoals ", " or P30D", " of P30D",
	" is no date", " is geen datum",
	"the expression is ", "de expressie is ", ", not true or false", ", niet waar of onwaar",
)

func tell(detail string) value.Text {
	return value.Text{"en": detail, "nl": inDutch.Replace(detail)}
}

func others(n int) value.Text {
	if n == 0 {
		return value.Text{"en": "", "nl": ""}
	}
	return value.Text{"en": " and " + limit(n) + " more", "nl": " en nog " + limit(n)}
}

// run is one application of a rule to a register.
type run struct {
	*world
	rule *rule
	// cost tells that an evaluation was too costly, or all of them together; nothing
	// is evaluated after it. Spent is what they have cost so far.
	cost  atomic.Bool
	spent atomic.Uint64
}

// entry is what a rule looks at, as findings tell it.
type entry struct {
	hit  lint.Hit
	name value.Text
}

// judge evaluates the expression; true is a finding.
func (r *run) judge(found *outcome, s *scope, what func() entry) {
	if r.cost.Load() {
		return
	}
	out, details, err := r.rule.program.Eval(s)
	if details != nil && details.ActualCost() != nil && r.spent.Add(*details.ActualCost()) > maxTotal {
		r.cost.Store(true)
		return
	}
	switch {
	case err == nil && out == types.True:
		found.hits = append(found.hits, what().hit)
	case err == nil && out == types.False:
	case err == nil:
		r.fail(found, what(), fmt.Errorf("the expression is %s, not true or false", out.Type().TypeName()))
	case isCost(err):
		r.cost.Store(true)
	default:
		r.fail(found, what(), err)
	}
}

func (r *run) fail(found *outcome, e entry, err error) {
	found.faults = append(found.faults, fault{e.hit, e.name, err})
}

// isCost reports whether an evaluation was stopped for what it took.
func isCost(err error) bool {
	var stopped interpreter.EvalCancelledError
	return errors.As(err, &stopped)
}

// chunk is how many activities are looked at in one go.
const chunk = 64

// activities looks at all activities that have not ended, on all processors. The
// outcome is in the order of the register.
func (r *run) activities() outcome {
	all := r.view.Activities()
	parts := make([]outcome, (len(all)+chunk-1)/chunk)
	var next atomic.Int64
	var wait crew.Crew
	for range min(runtime.GOMAXPROCS(0), len(parts)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(parts); i = int(next.Add(1)) - 1 {
				for _, a := range all[i*chunk : min((i+1)*chunk, len(all))] {
					r.activity(&parts[i], a)
				}
			}
		})
	}
	wait.Wait()
	var found outcome
	for i := range parts {
		found.hits = append(found.hits, parts[i].hits...)
		found.faults = append(found.faults, parts[i].faults...)
	}
	found.once()
	return found
}

// once leaves out what was found again at the same address: a disclosure that
// allActivities states is looked at with each activity, and mended once. It
// weighs as much as with the activity with which it weighs most.
func (o *outcome) once() {
	first := make(map[string]int)
	kept := o.hits[:0]
	for _, h := range o.hits {
		i, again := first[h.At]
		switch {
		case !again:
			first[h.At] = len(kept)
			kept = append(kept, h)
		case kept[i].Tentative && !h.Tentative:
			kept[i] = h
		}
	}
	o.hits = kept
}

func (r *run) activity(found *outcome, of *register.Activity) {
	a := r.look(of)
	if a.Ended {
		return
	}
	switch s := (scope{world: r.world, activity: a}); r.rule.subject.word {
	case "activity":
		r.judge(found, &s, func() entry { return r.within(a, a.At, "", nil) })
	case "purposeUse":
		for i := range a.Purposes {
			u := &a.Purposes[i]
			s.purposeUse = u
			r.judge(found, &s, func() entry { return r.within(a, a.PurposeAt(i), "purpose", r.named(u.Purpose)) })
		}
	case "dataUse":
		for i := range a.Data {
			d := &a.Data[i]
			s.dataUse = d
			r.judge(found, &s, func() entry { return r.within(a, a.DataAt(i), "category", r.named(d.Category)) })
		}
	case "disclosure":
		for _, d := range a.Flows {
			s.disclosure = d.Disclosure
			r.judge(found, &s, func() entry { return r.within(a, d.At, "party", r.named(d.To)) })
		}
	}
}

// within is an activity, or something within it that has a name of its own.
func (r *run) within(a *lint.Activity, at, word string, name value.Text) entry {
	e := entry{lint.Hit{At: at, Tentative: a.Tentative, Args: map[string]value.Text{"activity": wrap(a.Activity).called(a.ID)}}, name}
	if name == nil {
		e.name = e.hit.Args["activity"]
		return e
	}
	e.hit.Args[word] = name
	return e
}

func (r *run) ofRegister() entry {
	name := r.register.called(r.view.Register().ID)
	return entry{lint.Hit{Args: map[string]value.Text{"organisation": r.organisation.called(r.view.Register().ID)}}, name}
}

func (r *run) ofArrival(a *arrival) entry {
	var countries []string
	for _, c := range a.countries {
		if !slices.Contains(countries, string(c.Country)) {
			countries = append(countries, string(c.Country))
		}
	}
	slices.Sort(countries)
	name := wrap(a.party).called(a.party.ID)
	return entry{lint.Hit{At: "parties/" + a.party.ID, Args: map[string]value.Text{"party": name, "countries": plain(strings.Join(countries, ", "))}}, name}
}
