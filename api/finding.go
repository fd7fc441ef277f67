package api

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	openapi "github.com/oapi-codegen/runtime/types"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

// ListFindings tells what the register does not show.
func (s service) ListFindings(w http.ResponseWriter, r *http.Request, id RegisterParam, _ ListFindingsParams) {
	a, query, ok := s.about(w, r, id)
	if !ok {
		return
	}
	day := s.dayOf(r, query)
	s.answer(a, func() (*content, error) {
		report, err := lint.Run(r.Context(), a.snap.view, a.snap.chart(), lintOptions(query, day))
		if err != nil {
			return nil, lintProblem(err)
		}
		return findingsPage(a, query, report)
	})
}

func lintOptions(query url.Values, day value.Date) lint.Options {
	o := lint.Options{AsOf: day, Profile: lint.Profile(query.Get("profile"))}
	if o.Profile == "" {
		o.Profile = lint.Accountability
	}
	if codes := query.Get("rules"); codes != "" {
		for code := range strings.SplitSeq(codes, ",") {
			o.Rules = append(o.Rules, diag.Code(code))
		}
	}
	return o
}

func lintProblem(err error) error {
	var unknown *lint.UnknownRuleError
	if errors.As(err, &unknown) {
		return sorry(requestInvalid, "The query names a rule that there is not.").about("rules", "unknown-rule", "There is no such rule.", nil)
	}
	return err
}

// findingsPage is a page of findings, waived ones at the end where they are asked
// for.
func findingsPage(a *asking, query url.Values, report *lint.Report) (*content, error) {
	language := languageOf(a.r)
	least := severities[query.Get("severity")]
	all := []Finding{}
	for i := range report.Findings {
		if f := &report.Findings[i]; f.Severity >= least {
			all = append(all, findingOf(f, language))
		}
	}
	if query.Get("waived") == "true" {
		all = append(all, waivedOf(report.Waived, a, language, least)...)
	}
	p, fault := pageOf(query, listed(a.r, a.snap.Tag, report.AsOf.String()), len(all))
	if fault != nil {
		return nil, fault
	}
	list := FindingList{AsOf: openapi.Date{Time: report.AsOf.Time()}, Profile: string(report.Profile), Items: all[p.from:p.to], Total: len(all)}
	header := http.Header{"Content-Language": {string(findingLanguage(language))}}
	if next := p.next(header, len(all)); next != "" {
		list.Next = &next
	}
	return jsonOf(list, header)
}

var severities = map[string]diag.Severity{"": diag.Info, "info": diag.Info, "warning": diag.Warning, "error": diag.Error}

func findingOf(f *diag.Finding, language value.Language) Finding {
	out := Finding{
		Code: string(f.Code), Severity: FindingSeverity(f.Severity.String()), At: f.At, Href: hrefOf(f.At),
		Message: f.Message(language), Fix: f.Fix(language), Articles: append([]string{}, f.Articles...), Fingerprint: f.Fingerprint(),
	}
	if f.Place.File != "" {
		out.File, out.Line = &f.Place.File, &f.Place.Line
	}
	return out
}

func waivedOf(list []lint.Waived, a *asking, language value.Language, least diag.Severity) []Finding {
	var all []Finding
	for i := range list {
		w := &list[i]
		if w.Finding.Severity < least {
			continue
		}
		f := findingOf(&w.Finding, language)
		f.Waived = true
		if reason := w.Waiver.Reason.In(language, a.snap.view.Register().Language); reason != "" {
			f.Reason = &reason
		}
		if !w.Waiver.Until.IsZero() {
			f.Until = &openapi.Date{Time: w.Waiver.Until.Time()}
		}
		all = append(all, f)
	}
	return all
}

// findingLanguage is the language in which findings are told to somebody who
// reads another one: Dutch or English.
func findingLanguage(language value.Language) value.Language {
	if language == "nl" {
		return "nl"
	}
	return "en"
}
