package lint

import (
	"slices"
	"sync"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

// keeping is what the activities of a register say together of keeping data,
// of owners and of reviews: worked out once for all rules.
type keeping struct {
	// rules are the retention rules that an activity as controller uses, by id.
	rules map[string]*keptUnder
	// longest is how long each category is kept at most, as the length of a period.
	longest map[string]value.Date
	// live is how many activities have not ended on the day. Of these, unowned do not
	// name who answers for them, and unreviewed should have been reviewed and never
	// were.
	live                int
	unowned, unreviewed []*register.Activity
	// serving are the parties that are processors in an activity that has not ended.
	serving map[string]bool
	// minimums are the periods in force on the day for which laws have records kept.
	minimums []minimum
	// enough remembers, for a minimum and a category, whether the register keeps
	// such data as long somewhere.
	enough sync.Map
}

// keptUnder is a retention rule in use.
type keptUnder struct {
	*register.RetentionRule
	length value.Date
	// loose: one use at least is in an activity that names no retention and erasure
	// policy to which it keeps.
	loose bool
	// books: the rule names laws on the books of a business, and no other law.
	books bool
}

func newKeeping(p *pass) *keeping {
	k := &keeping{
		rules: make(map[string]*keptUnder), longest: make(map[string]value.Date), serving: make(map[string]bool), minimums: minimumsOn(p.on),
	}
	approved := p.approved() != 0
	for _, a := range p.view.Activities() {
		if tentative, ended := p.standing(a); !ended {
			k.serve(p, a.Disclosures)
			k.live++
			if !owned(a) {
				k.unowned = append(k.unowned, a)
			}
			if !approved && !tentative && lastLook(a) == 0 && p.due(a) {
				k.unreviewed = append(k.unreviewed, a)
			}
		}
		if a.Role != register.ActivityRoleProcessor {
			k.keep(p, a)
		}
	}
	if all := p.view.Register().AllActivities; all != nil {
		k.serve(p, all.Disclosures)
	}
	return k
}

// mostly reports whether some activities are more than half of several.
func (k *keeping) mostly(some []*register.Activity) bool { return k.live > 1 && 2*len(some) > k.live }

func (k *keeping) serve(p *pass, disclosures []register.Disclosure) {
	for i := range disclosures {
		if d := &disclosures[i]; d.As == register.RoleProcessor && p.on.Between(d.From, d.Until) {
			k.serving[d.To] = true
		}
	}
}

func (k *keeping) keep(p *pass, a *register.Activity) {
	loose := a.RetentionPolicy == nil || a.RetentionPolicy.Document == "" || a.RetentionPolicy.Followed == value.No
	for i := range a.Data {
		d := &a.Data[i]
		for _, u := range keptBy(a, d) {
			if r := k.rule(p.view, u.Rule); r != nil {
				r.loose = r.loose || loose
				k.longest[d.Category] = max(k.longest[d.Category], r.most())
			}
		}
	}
}

func (k *keeping) rule(view *register.View, id string) *keptUnder {
	if r, ok := k.rules[id]; ok {
		return r
	}
	r := view.RetentionRule(id)
	if r == nil {
		return nil
	}
	books := len(r.Law) > 0 && !slices.ContainsFunc(r.Law, func(l register.LawRef) bool { return !isOne(l.ID, booksLaws...) })
	k.rules[id] = &keptUnder{RetentionRule: r, length: length(r.Period), books: books}
	return k.rules[id]
}

// inUse returns the rules in the order of their identifiers.
func (k *keeping) inUse() []*keptUnder {
	all := make([]*keptUnder, 0, len(k.rules))
	for _, r := range k.rules {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b *keptUnder) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	return all
}

// most is how long data may be kept under the rule.
func (r *keptUnder) most() value.Date {
	if r.Indefinite == value.Yes {
		return value.Date(99991231)
	}
	return r.length
}

func (r *keptUnder) at() string { return "retentionRules/" + r.ID }

// keptBy returns the retention of a data use: its own, else that of the
// activity.
func keptBy(a *register.Activity, d *register.DataUse) []register.RetentionUse {
	if d.Retention != nil {
		return d.Retention
	}
	return a.Retention
}

// hasEnded reports whether an activity has ended on the day.
func (p *pass) hasEnded(a *register.Activity) bool {
	_, ended := p.standing(a)
	return ended
}

// owned reports whether an activity names who answers for it: a person, a
// function or a department.
func owned(a *register.Activity) bool { return a.Owner != nil || len(a.Unit) > 0 }

// lastLook is the day on which somebody last looked at an activity as a whole:
// a review or an approval, no date for none.
func lastLook(a *register.Activity) value.Date {
	last := approvedOn(a.Approval)
	if a.Review != nil {
		last = max(last, a.Review.Last)
	}
	return last
}

func approvedOn(x *register.Approval) value.Date {
	if x == nil || x.State != register.ApprovalStateApproved {
		return 0
	}
	return x.On
}

// length makes periods comparable: the day on which one that begins on the first
// day of the century has passed, no date for no period.
func length(p value.Period) value.Date {
	if p == "" {
		return 0
	}
	return p.After(value.Date(20010101))
}

// periodName is a period in words.
func periodName(p value.Period) value.Text {
	years, months, weeks, days := p.Parts()
	var all []value.Text
	for _, x := range []struct {
		n                    int
		one, many, een, meer string
	}{
		{years, "year", "years", "jaar", "jaar"},
		{months, "month", "months", "maand", "maanden"},
		{weeks, "week", "weeks", "week", "weken"},
		{days, "day", "days", "dag", "dagen"},
	} {
		switch {
		case x.n == 1:
			all = append(all, value.Text{"en": "1 " + x.one, "nl": "1 " + x.een})
		case x.n > 1:
			all = append(all, value.Text{"en": itoa(x.n) + " " + x.many, "nl": itoa(x.n) + " " + x.meer})
		}
	}
	if all == nil {
		return value.Text{"en": "0 days", "nl": "0 dagen"}
	}
	return enumerate(all)
}

// cites reports whether some references name a provision that the legal data
// know by one of some ids.
func cites(refs []register.LawRef, ids ...string) bool {
	return slices.ContainsFunc(refs, func(r register.LawRef) bool { return r.ID != "" && slices.Contains(ids, r.ID) })
}
