package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

// Options say which document is made, and for whom.
type Options struct {
	// AsOf is the day as of which it is true. Required.
	AsOf value.Date
	// Language is that of the document, one of words.Languages (nl, also as nl-BE);
	// English for others.
	Language value.Language
	// Audience is who will read it; Authority where it is left out.
	Audience Audience
	// Layout is the name of one of Layouts, for Register; that of the house where it
	// is left out. In the layout of an authority, Language is that of the authority
	// where it is left out.
	Layout string
	// Activity is the identifier of the activity of an extract.
	Activity string
	// Findings are told in an annex, where there are any.
	Findings diag.Findings
	// Figures are the pictures that are shown, where there are any.
	Figures Figures
	// Version and Hash identify the contents of the register, where they are known.
	Version, Hash string
}

// Audience is who will read a document. Each sees what the ones before it see.
type Audience string

// Values of Audience, from few to many facts.
const (
	Public    Audience = "public"    // what anybody may know: drafts and plans are left out too
	Authority Audience = "authority" // what a supervisory authority may ask for (Art. 30(4))
	Internal  Audience = "internal"  // everything, with notes and open questions
)

// Audiences returns all audiences.
func Audiences() []Audience { return []Audience{Public, Authority, Internal} }

// sees reports whether an audience sees what is meant for another.
func (a Audience) sees(other Audience) bool {
	all := Audiences()
	return slices.Index(all, other) <= slices.Index(all, a)
}

// shows reports whether an audience sees an activity: the public sees none that
// is planned, not yet approved, or that the register says not to publish.
func (o *Options) shows(a *register.Activity) bool {
	if o.Audience != Public {
		return true
	}
	return a.Status != register.StatusPlanned && a.Publish != register.No &&
		(a.Approval == nil || a.Approval.State == "" || a.Approval.State == register.ApprovalStateApproved)
}
