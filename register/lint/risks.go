package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

// criteria is a set of the nine criteria of WP248: bit n for number n.
type criteria uint16

func criterion(id register.DPIACriterion) criteria {
	if c, ok := law.FindDPIACriterion(string(id)); ok {
		return 1 << c.Number
	}
	return 0
}

func (c criteria) count() int {
	n := 0
	for ; c != 0; c &= c - 1 {
		n++
	}
	return n
}

// says returns what the criteria mean, in their order.
func (c criteria) says() []value.Text {
	var all []value.Text
	for _, x := range law.DPIACriteria() {
		if c&(1<<x.Number) != 0 {
			all = append(all, inQuotes(x.Says))
		}
	}
	return all
}

// words returns the criteria as the format writes them.
func (c criteria) words() []value.Text {
	var all []value.Text
	for _, x := range law.DPIACriteria() {
		if c&(1<<x.Number) != 0 {
			all = append(all, plain(x.ID))
		}
	}
	return all
}

// risks knows which terms point to a criterion by themselves. Terms that only
// may do so (a rating, an address that is watched) point to none.
type risks struct {
	terms map[register.Kind]map[string]criteria
	// items holds for terms the items of the list of the authority to which they
	// point.
	items map[register.Kind]map[string][]string
}

// The signs of a criterion: these terms and what is narrower.
var riskTerms = map[register.Kind]map[string]register.DPIACriterion{
	register.KindDataCategories: {
		"credit-score":    register.DPIACriterionEvaluationOrScoring,
		"profile-segment": register.DPIACriterionEvaluationOrScoring,
	},
	register.KindPurposes: {
		"credit-assessment":     register.DPIACriterionEvaluationOrScoring,
		"customer-segmentation": register.DPIACriterionEvaluationOrScoring,
		"targeted-advertising":  register.DPIACriterionEvaluationOrScoring,
		"performance-review":    register.DPIACriterionEvaluationOrScoring,
		"camera-surveillance":   register.DPIACriterionSystematicMonitoring,
		"staff-monitoring":      register.DPIACriterionSystematicMonitoring,
	},
	register.KindOperations: {
		"profiling":  register.DPIACriterionEvaluationOrScoring,
		"monitoring": register.DPIACriterionSystematicMonitoring,
		"matching":   register.DPIACriterionMatchingOrCombining,
	},
}

// The signs of an item of the list of the Dutch authority.
var itemTerms = map[register.Kind]map[string]string{
	register.KindDataCategories: {
		"credit-score":           "nl-ap-4",
		"financial-position":     "nl-ap-5",
		"genetic-data":           "nl-ap-6",
		"health-data":            "nl-ap-7",
		"location":               "nl-ap-12",
		"communication-metadata": "nl-ap-13",
		"biometric-data":         "nl-ap-17",
	},
	register.KindPurposes: {
		"fraud-prevention":     "nl-ap-3",
		"credit-assessment":    "nl-ap-4",
		"camera-surveillance":  "nl-ap-9",
		"staff-monitoring":     "nl-ap-11",
		"targeted-advertising": "nl-ap-16",
	},
}

func newRisks(p *pass) *risks {
	r := &risks{terms: map[register.Kind]map[string]criteria{}, items: map[register.Kind]map[string][]string{}}
	for _, k := range []register.Kind{register.KindDataCategories, register.KindDataSubjects, register.KindPurposes, register.KindOperations} {
		r.terms[k], r.items[k] = map[string]criteria{}, map[string][]string{}
		signs := inherited(&p.terms, k, func(above signsOf, id string) signsOf { return above.with(k, id) })
		for _, e := range p.view.Entities(k) {
			r.learn(p, k, e.Key(), signs)
		}
	}
	return r
}

// signsOf are the criteria and the items of the list for which a term stands, or
// one above it.
type signsOf struct {
	met   criteria
	items []string
}

func (s signsOf) with(k register.Kind, id string) signsOf {
	if sign, ok := riskTerms[k][id]; ok {
		s.met |= criterion(sign)
	}
	if item := itemTerms[k][id]; item != "" {
		s.items = withAll(s.items, []string{item})
	}
	return s
}

func (r *risks) learn(p *pass, k register.Kind, id string, signs map[string]signsOf) {
	var met criteria
	for _, x := range p.terms.members(k, id) {
		met |= signs[x].met
		if items := signs[x].items; items != nil {
			r.items[k][id] = withAll(r.items[k][id], items)
		}
	}
	switch k {
	case register.KindDataCategories: // Art. 9, 10: criterion 4
		if p.terms.marked(id, register.DataMarkSpecial) || p.terms.marked(id, register.DataMarkCriminal) {
			met |= criterion(register.DPIACriterionSensitiveData)
		}
	case register.KindDataSubjects: // criterion 7 names children and employees
		for _, mark := range []register.SubjectMark{register.SubjectMarkMinor, register.SubjectMarkVulnerable, register.SubjectMarkEmployee} {
			if p.terms.markedSubject(id, mark) {
				met |= criterion(register.DPIACriterionVulnerableSubjects)
			}
		}
	}
	if met != 0 {
		r.terms[k][id] = met
	}
}

// derived returns the criteria that what an activity says of itself meets. Those
// of hard do not depend on how a purpose or operation is meant.
func (p *pass) derived(a *Activity) (all, hard criteria) {
	r := p.risks()
	for i := range a.Data {
		hard |= r.terms[register.KindDataCategories][a.Data[i].Category]
	}
	for i := range a.Subjects {
		hard |= r.terms[register.KindDataSubjects][a.Subjects[i].Subject]
	}
	for i := range a.AutomatedDecisions {
		hard |= decisionCriteria(&a.AutomatedDecisions[i])
	}
	if a.LargeScale == register.Yes {
		hard |= largeScale
	}
	all = hard
	for i := range a.Purposes {
		all |= r.terms[register.KindPurposes][a.Purposes[i].Purpose]
	}
	for i := range a.Operations {
		all |= r.terms[register.KindOperations][a.Operations[i].Operation]
	}
	return all, hard
}

var (
	largeScale = criterion(register.DPIACriterionLargeScale)
	decisions  = criterion(register.DPIACriterionAutomatedDecisions)
	scoring    = criterion(register.DPIACriterionEvaluationOrScoring)
	sensitive  = criterion(register.DPIACriterionSensitiveData)
	vulnerable = criterion(register.DPIACriterionVulnerableSubjects)
)

// decisionCriteria returns the criteria that an automated decision meets. The
// second one does not ask that no person takes part (Art. 35(3)(a)).
func decisionCriteria(d *register.AutomatedDecision) criteria {
	var met criteria
	if d.Significant == register.Yes {
		met |= decisions
	}
	if d.Profiling == register.Yes {
		met |= scoring
	}
	return met
}

// ticked returns the criteria that the register states, and whether it states
// any or none.
func ticked(d *register.DPIA) (met criteria, stated bool) {
	if d == nil {
		return 0, false
	}
	for _, c := range d.Criteria {
		met |= criterion(c)
	}
	return met, d.Criteria != nil
}

// assessed reports whether the register shows an assessment on the day.
func (p *pass) assessed(d *register.DPIA) bool {
	switch {
	case d == nil:
		return false
	case !d.Done.IsZero():
		return d.Done <= p.on
	case d.Status != "":
		return d.Status == register.DPIAStatusDone
	}
	return d.Report != ""
}

// underWay reports whether an assessment has begun or is planned.
func underWay(d *register.DPIA) bool {
	return d != nil && (d.Status == register.DPIAStatusPlanned || d.Status == register.DPIAStatusInProgress || !d.Done.IsZero())
}

// assesses reports whether an assessment of an activity is for the organisation
// to make: it decides on it, and goes on with it.
func (p *pass) assesses(a *Activity) bool {
	return !a.Ended && !a.IsProcessor() && (len(a.Controllers) == 0 || len(a.JointWith) > 0)
}

// dpiaAt returns where the assessment of an activity stands, or belongs.
func (a *Activity) dpiaAt() string {
	if a.DPIA == nil {
		return a.At
	}
	return a.At + "/dpia"
}
