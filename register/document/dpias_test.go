package document

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

// The impact assessments of each example.
func TestDPIAsOfExamples(t *testing.T) {
	for _, name := range []string{"webgems", "harbour-clinic", "bakery"} {
		view, chart := example(t, name)
		for _, o := range []Options{{AsOf: day, Language: "nl"}, {AsOf: day, Language: "en", Audience: Internal, Version: "3", Hash: "0123"}} {
			d, err := DPIAs(t.Context(), view, chart, o)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, "dpias-"+name+"."+string(o.Language)+".txt", dump(d))
		}
	}
}

// assessed is a register whose activities each say something else of an assessment.
func assessed() *register.Register {
	r := &register.Register{ID: "x", Language: "en", Documents: []*register.Document{{ID: "report", Kind: register.DocumentKindDpia}}}
	for _, x := range []struct {
		id string
		d  *register.DPIA
	}{
		{"finished-by-day", &register.DPIA{Done: value.MustDate("2026-11-22")}},
		{"finished-by-status", &register.DPIA{Status: register.DPIAStatusDone}},
		{"finished-by-report", &register.DPIA{Report: "report"}},
		{"in-progress-until-its-day", &register.DPIA{Done: value.MustDate("2026-11-23"), Status: register.DPIAStatusDone}},
		{"planned", &register.DPIA{Status: register.DPIAStatusPlanned}},
		{"needed", &register.DPIA{Needed: register.Yes}},
		{"not-needed", &register.DPIA{Needed: register.No}},
		{"not-needed-for-a-reason", &register.DPIA{Reason: value.Text{"en": "small"}}},
		{"silent", nil},
		{"silent-but-for-criteria", &register.DPIA{Criteria: []register.DPIACriterion{}}},
		{"elsewhere", nil}, {"elsewhere-for-another", nil}, {"over", nil},
	} {
		r.Activities = append(r.Activities, &register.Activity{ID: x.id, DPIA: x.d})
	}
	r.Activities[10].Role = register.ActivityRoleProcessor
	r.Activities[11].Controllers = []string{"other"}
	r.Activities[12].Status = register.StatusEnded
	return r
}

// An assessment is finished, under way, not needed or silent as the register says
// on the day.
func TestStatesOfAssessments(t *testing.T) {
	view, chart := resolvedQuietly(assessed())
	b, err := newBuilder(t.Context(), view, chart, Options{AsOf: day})
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	for _, x := range newAssessments(b).list {
		seen[x.state] = true
		if !strings.HasPrefix(x.ID, x.state) {
			t.Errorf("%s is %s", x.ID, x.state)
		}
	}
	if len(seen) != len(assessmentStates) {
		t.Errorf("%v, want all of %v", seen, assessmentStates)
	}
}

func resolvedQuietly(r *register.Register) (*register.View, *datamap.Map) {
	view, _ := register.Resolve(r, nil, nil)
	return view, datamap.Build(view)
}

// All that an authority may know of an assessment is told, nothing that is internal,
// and nothing at all to the public.
func TestDPIAsTellAllToWhoMayKnow(t *testing.T) {
	f, r := newFull()
	view, chart := resolved(r)
	texts := make(map[Audience]string)
	for _, audience := range []Audience{Authority, Internal} {
		d, err := DPIAs(t.Context(), view, chart, Options{AsOf: day, Audience: audience})
		if err != nil {
			t.Fatal(err)
		}
		texts[audience] = dump(d)
	}
	for _, l := range f.leaves {
		if l.marker == "" {
			continue
		}
		if l.object == "DPIA" && l.audience != Internal && !strings.Contains(texts[Authority], l.marker) {
			t.Errorf("%s is not told to an authority", l.path)
		}
		if (l.object == "DPIA" || l.object == "Risk") && !strings.Contains(texts[Internal], l.marker) {
			t.Errorf("%s is not told", l.path)
		}
		if l.audience == Internal && strings.Contains(texts[Authority], l.marker) {
			t.Errorf("%s is told to an authority", l.path)
		}
	}
	for name, build := range map[string]func(context.Context, *register.View, *datamap.Map, Options) (*Document, error){"dpias": DPIAs, "findings": Findings} {
		if _, err := build(t.Context(), view, chart, Options{AsOf: day, Audience: Public}); !errors.Is(err, ErrNotPublic) {
			t.Errorf("%s for the public: %v", name, err)
		}
		if _, err := build(t.Context(), view, chart, Options{}); !errors.Is(err, ErrNoDate) {
			t.Errorf("%s without a day: %v", name, err)
		}
	}
}

// Findings stand by severity and then by activity, and those that are accepted
// apart: what has been accepted is told to an authority, notes on it are not.
func TestFindings(t *testing.T) {
	r := assessed()
	r.Waivers = []*register.Waiver{
		{Rule: "RET-001", At: "activities/silent/data/name", Reason: value.Text{"en": "WHY"}, By: "WHO", On: value.MustDate("2026-01-02"), Until: value.MustDate("2027-01-02"), Remarks: register.Remarks{Open: value.Text{"en": "OPEN"}}},
		{Rule: "REG-001", At: "register", Reason: value.Text{"en": "OLD"}, Until: value.MustDate("2026-01-01")},
	}
	view, chart := resolvedQuietly(r)
	finding := func(code diag.Code, s diag.Severity, at string) diag.Finding {
		return diag.Finding{Code: code, Severity: s, At: at, Says: value.Text{"en": "says " + string(code)}, Mend: value.Text{"en": "mend"}, Articles: []string{"Art. 30(1)(f) GDPR"}}
	}
	d, err := Findings(t.Context(), view, chart, Options{AsOf: day, Language: "en", Findings: diag.Findings{
		finding("B-2", diag.Error, "activities/silent"), finding("A-1", diag.Warning, "activities/planned/dpia"),
		finding("B-1", diag.Error, "activities/planned"), finding("B-0", diag.Error, ""),
	}})
	if err != nil {
		t.Fatal(err)
	}
	text := dump(d)
	at := -1
	for _, part := range []string{"# Findings {findings}", "# Missing {findings-error}", "says B-0", "says B-1", "says B-2", "# Probably missing or wrong", "says A-1", "# Accepted findings", "WHY | WHO", "OLD"} {
		next := strings.Index(text, part)
		if next <= at {
			t.Errorf("%q is not where it belongs:\n%s", part, text)
		}
		at = next
	}
	if strings.Contains(text, "OPEN") || !strings.Contains(text, "Accepted findings: 1\n") {
		t.Errorf("notes are told, or what is over counts:\n%s", text)
	}
	var rows []string
	d.Walk(func(s *Section, _ int) {
		for _, block := range s.Blocks {
			if table, ok := block.(Table); ok && strings.HasPrefix(table.ID, "findings-") {
				for _, row := range table.Rows {
					rows = append(rows, row.At)
				}
			}
		}
	})
	if want := []string{"", "activities/planned", "activities/silent", "activities/planned/dpia"}; !slices.Equal(rows, want) {
		t.Error(cmp.Diff(want, rows))
	}
}
