package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

// running returns the activities that have not ended on the day: those of the
// controller, or all.
func (p *pass) running(processors bool) []*register.Activity {
	var all []*register.Activity
	for _, a := range p.view.Activities() {
		if _, ended := p.standing(a); !ended && (processors || a.Role != register.ActivityRoleProcessor) {
			all = append(all, a)
		}
	}
	return all
}

// quotedActivities joins the names of activities, in quotation marks.
func (p *pass) quotedActivities(all []*register.Activity) value.Text {
	texts := make([]value.Text, len(all))
	for i, a := range all[:min(len(all), shown)] { // the others are only counted
		texts[i] = quoted(p.name(register.KindActivities, a.ID))
	}
	return enumerate(texts)
}

// quoted puts a text in quotation marks in each language of findings.
func quoted(t value.Text) value.Text {
	marked := make(value.Text, 2)
	for _, l := range Languages() {
		marked[l] = "“" + t.In(l) + "”"
	}
	return marked
}

// addressesOf returns the addresses of the first few activities.
func addressesOf(all []*register.Activity) []string {
	var list []string
	for _, a := range all[:min(len(all), shown)] {
		list = append(list, "activities/"+a.ID)
	}
	return list
}

// allTentative reports whether activities are all planned or drafts.
func (p *pass) allTentative(all []*register.Activity) bool {
	for _, a := range all {
		if tentative, _ := p.standing(a); !tentative {
			return false
		}
	}
	return true
}
