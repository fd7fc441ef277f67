package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

// NoticeFingerprint returns the fingerprint of what a notice must tell as the
// register has it on a day: a short text to keep under fingerprint of the notice
// when it is written. It changes when the notice has to (Art. 5(1)(a), 13, 14).
//
// It is made of what the activities say that the notice describes (those that
// name it under notices, and those to which allActivities gives it) and that are
// carried out on the day: each purpose with its legal bases, each recipient to
// which a disclosure is in force, and each retention rule with its period,
// limit, events and criterion. What is said twice counts once, and the order,
// names, notes and the ids of activities don't count. It is "" where the notice
// describes no such activity.
func NoticeFingerprint(view *register.View, notice string, asOf value.Date) string {
	p := &pass{view: view, on: asOf}
	var lines []string
	for _, a := range view.Activities() {
		if p.ongoing(a) && !p.future(a) && slices.Contains(view.Notices(a), notice) {
			lines = p.noticeLines(lines, a)
		}
	}
	if lines == nil {
		return ""
	}
	slices.Sort(lines)
	sum := sha256.Sum256([]byte(strings.Join(slices.Compact(lines), "\n")))
	return "v1-" + hex.EncodeToString(sum[:10])
}

func (p *pass) noticeLines(lines []string, a *register.Activity) []string {
	for i := range a.Purposes {
		u := &a.Purposes[i]
		bases := slices.Clone(u.Basis)
		slices.Sort(bases)
		lines = append(lines, fmt.Sprintf("purpose %s %s", u.Purpose, bases))
	}
	for _, d := range p.view.Disclosures(a) {
		if p.on.Between(d.From, d.Until) {
			lines = append(lines, "recipient "+d.To)
		}
	}
	lines = p.retentionLines(lines, a.Retention)
	for i := range a.Data {
		lines = p.retentionLines(lines, a.Data[i].Retention)
	}
	return lines
}

func (p *pass) retentionLines(lines []string, uses []register.RetentionUse) []string {
	for i := range uses {
		r := p.view.RetentionRule(uses[i].Rule)
		if r == nil {
			continue
		}
		line := fmt.Sprintf("retention %s %s %s %d", uses[i].Rule, r.Period, r.Limit, r.Indefinite)
		for j := range r.StartsAt {
			line += fmt.Sprintf(" %s%q", r.StartsAt[j].Event, p.written(r.StartsAt[j].Text))
		}
		lines = append(lines, fmt.Sprintf("%s %s %q", line, r.Whichever, p.written(r.Criterion)))
	}
	return lines
}

// written returns a text in the language of the register, so that a translation
// that is added changes nothing.
func (p *pass) written(t value.Text) string { return t.In(p.view.Register().Language) }
