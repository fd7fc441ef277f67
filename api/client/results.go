package client

import (
	"context"
	"io"
	"iter"
	"net/http"

	"github.com/openropa/ropa/api/client/internal/calls"
	"github.com/openropa/ropa/register"
)

// Finding is one thing that the register does not show.
type Finding struct {
	// Code is the rule, such as RET-001.
	Code string `json:"code"`
	// Severity is error, warning or info.
	Severity string `json:"severity"`
	// At is the address of the entry; "" for the register as a whole.
	At       string   `json:"at"`
	Message  string   `json:"message"`
	Fix      string   `json:"fix"`
	Articles []string `json:"articles"`
	// Fingerprint is the same as long as the finding is.
	Fingerprint string `json:"fingerprint"`
	// Waived tells that somebody accepted it, for this Reason, until this day.
	Waived bool          `json:"waived"`
	Reason string        `json:"reason"`
	Until  register.Date `json:"until"`
	// File and Line are where it stands, "" and 0 where the store has no files.
	File string `json:"file"`
	Line int    `json:"line"`
}

// FindingFilter selects findings; what is left out restricts nothing.
type FindingFilter struct {
	AsOf register.Date
	// Profile is how much is asked for; "" for that of the server.
	Profile string
	Rules   []string
	// Severity is the least that counts.
	Severity string
	// Waived adds findings that are accepted.
	Waived bool
}

// Findings are what the register does not show.
func (r Register) Findings(ctx context.Context, f FindingFilter) iter.Seq2[Finding, error] {
	return pages[Finding](func(cursor *string, limit int) (*http.Response, error) {
		return r.client.calls.ListFindings(ctx, r.id, &calls.ListFindingsParams{
			AsOf: dayOf(f.AsOf), Profile: given(calls.ListFindingsParamsProfile(f.Profile)), Rules: listed(f.Rules),
			Severity: given(calls.ListFindingsParamsSeverity(f.Severity)), Waived: given(f.Waived), Cursor: cursor, Limit: &limit,
			Revision: r.moment.revision, At: r.moment.at, Approved: r.moment.approved,
		})
	})
}

// Hit is an entry in which words were found.
type Hit struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
	Name string `json:"name"`
	At   string `json:"at"`
	// Field is where the words stand.
	Field string `json:"field"`
}

// Search finds words in the entries of the register.
func (r Register) Search(ctx context.Context, words string) iter.Seq2[Hit, error] {
	return pages[Hit](func(cursor *string, limit int) (*http.Response, error) {
		return r.client.calls.Search(ctx, r.id, &calls.SearchParams{
			Q: words, Cursor: cursor, Limit: &limit, Revision: r.moment.revision, At: r.moment.at, Approved: r.moment.approved,
		})
	})
}

// DocumentOptions say how a document or a picture is made; what is left out is
// chosen by the server. The contract has the values.
type DocumentOptions struct {
	// Format is html, docx, xlsx, pdf, markdown, csv or json; of a picture svg, png,
	// dot or mermaid.
	Format string
	// Layout is that of the register: ropa, nl, ico and others. Not for pictures.
	Layout   string
	Language string
	// Audience is public, authority or internal.
	Audience string
	// Activity is what a document or a picture is about, Party what a picture is about.
	Activity, Party string
	AsOf            register.Date
	// Findings adds what the register does not show. Not for pictures.
	Findings bool
}

// Document writes a document: register, activity, processors, notice, retention,
// transfers, dpias or inspection.
func (r Register) Document(ctx context.Context, name string, o DocumentOptions, to io.Writer) (Version, error) {
	answer, err := r.client.calls.MakeDocument(ctx, r.id, calls.DocumentParam(name), &calls.MakeDocumentParams{
		Format: given(calls.MakeDocumentParamsFormat(o.Format)), Layout: given(calls.MakeDocumentParamsLayout(o.Layout)),
		Language: given(calls.MakeDocumentParamsLanguage(o.Language)), Audience: given(calls.MakeDocumentParamsAudience(o.Audience)),
		Activity: given(o.Activity), AsOf: dayOf(o.AsOf), Findings: given(o.Findings),
		Revision: r.moment.revision, At: r.moment.at, Approved: r.moment.approved,
	})
	return copied(answer, err, to)
}

// Diagram writes a picture of the data map.
func (r Register) Diagram(ctx context.Context, o DocumentOptions, to io.Writer) (Version, error) {
	answer, err := r.client.calls.DrawDiagram(ctx, r.id, &calls.DrawDiagramParams{
		Format: given(calls.DrawDiagramParamsFormat(o.Format)), Language: given(calls.DrawDiagramParamsLanguage(o.Language)),
		Audience: given(calls.DrawDiagramParamsAudience(o.Audience)), Activity: given(o.Activity), Party: given(o.Party), AsOf: dayOf(o.AsOf),
		Revision: r.moment.revision, At: r.moment.at, Approved: r.moment.approved,
	})
	return copied(answer, err, to)
}
