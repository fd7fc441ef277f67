package lint_test

import (
	"testing"

	"github.com/openropa/ropa/register/diag"
)

func TestImpactAssessments(t *testing.T) {
	activity := func(more string) string {
		return "activities:\n  - {id: a, subjects: pupil, data: religion, " + more + "}\n"
	}
	cases := []struct {
		name string
		code diag.Code
		text string
		asOf string
		want int
	}{
		{"two criteria", "DPI-001", activity("name: a"), "2026-11-22", 1},
		{"few people", "DPI-001", activity("largeScale: false"), "2026-11-22", 0},
		{"few people, needed all the same", "DPI-001", activity("largeScale: false, dpia: {needed: true}"), "2026-11-22", 1},
		{"few people who are watched", "DPI-001", activity("largeScale: false, purposes: [camera-surveillance]"), "2026-11-22", 1},
		{"done later than the day", "DPI-001", activity("dpia: {done: 2026-12-01}"), "2026-11-22", 1},
		{"done by the day", "DPI-001", activity("dpia: {done: 2026-12-01}"), "2026-12-01", 0},
		{"a reason", "DPI-001", activity("dpia: {reason: one class}"), "2026-11-22", 0},
		{"not needed, without a reason", "DPI-001", activity("dpia: {needed: false}"), "2026-11-22", 1},
		{"planned, and so is the assessment", "DPI-001", activity("status: planned, dpia: {needed: true, status: planned}"), "2026-11-22", 0},
		{"planned, without one", "DPI-001", activity("status: planned"), "2026-11-22", 1},
		{"ended", "DPI-001", activity("status: ended"), "2026-11-22", 0},
		{"for another", "DPI-001", activity("role: processor"), "2026-11-22", 0},
		{"one criterion", "DPI-001", "activities: [{id: a, subjects: customer, data: religion}]\n", "2026-11-22", 0},
		{"one by a bundle", "DPI-001", "dataCategories: [{id: set, includes: [name, religion]}]\nactivities: [{id: a, subjects: pupil, data: set}]\n", "2026-11-22", 1},
		{"the list tells it", "DPI-001", "activities: [{id: a, subjects: patient, data: health-data, largeScale: true}]\n", "2026-11-22", 1},
		{"the list", "DPI-002", "activities: [{id: a, subjects: patient, data: diagnosis, largeScale: true}]\n", "2026-11-22", 1},
		{"not on a large scale", "DPI-002", "activities: [{id: a, subjects: patient, data: diagnosis}]\n", "2026-11-22", 0},
		{"before the list", "DPI-002", "activities: [{id: a, subjects: patient, data: diagnosis, largeScale: true}]\n", "2019-11-26", 0},
		{"another authority", "DPI-002", "organisation: {name: X, country: BE}\nactivities: [{id: a, subjects: patient, data: diagnosis, largeScale: true}]\n", "2026-11-22", 0},
		{"a reason why it is not listed", "DPI-002", "activities: [{id: a, purposes: [camera-surveillance], dpia: {reason: the yard is closed to the public}}]\n", "2026-11-22", 0},
		{"a reason does not take away what is stated", "DPI-002", "activities: [{id: a, dpia: {listItems: [nl-ap-2], reason: small}}]\n", "2026-11-22", 1},
		{"criteria that are not ticked", "DPI-003", activity("dpia: {criteria: none}"), "2026-11-22", 1},
		{"criteria left out", "DPI-003", activity("dpia: {done: 2026-01-01}"), "2026-11-22", 0},
		{"a purpose that a reason settles", "DPI-003", "activities: [{id: a, purposes: [camera-surveillance], subjects: employee, dpia: {criteria: none, reason: doors only}}]\n", "2026-11-22", 0},
		{"consulted later", "DPI-003", activity("dpia: {residualRisk: high, consultation: 2026-12-01}"), "2026-11-22", 1},
		{"consulted", "DPI-003", activity("dpia: {residualRisk: high, consultation: 2026-11-01}"), "2026-11-22", 0},
		{"the risk changes later", "DPI-003", activity("risk: {changed: 2027-01-01}, dpia: {done: 2026-01-01}"), "2026-11-22", 0},
	}
	for _, c := range cases {
		if got, what := count(t, c.code, c.text, c.asOf); got != c.want {
			t.Errorf("%s: %d findings, not %d\n%s", c.name, got, c.want, what)
		}
	}
}
