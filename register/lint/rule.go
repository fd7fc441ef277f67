package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

// Rule is one thing that the law asks for and a register can show.
type Rule struct {
	// Code is stable and never used again for something else: REG-001.
	Code diag.Code
	// Title says in a few words what is missing.
	Title value.Text
	// Why says what the law asks for and what for, in a sentence or two.
	Why value.Text
	// Articles are the provisions: "Art. 30(1)(a) GDPR", "Art. 46 UAVG".
	Articles []string
	// Source says where the demand comes from.
	Source Source
	// Severity is how much a finding weighs. An Error about an activity that is
	// planned or whose approval is a draft is told as a Warning.
	Severity diag.Severity
	// Profile is the narrowest profile to which the rule belongs; every one where it is
	// left out.
	Profile Profile
	// Sentences are what findings say, by variant; "" for the usual one.
	Sentences map[string]Sentence
	// Text: it holds a published text against the register. Package notice applies
	// it, Run does not, and it looks at nothing of its own accord.
	Text bool

	// Register looks at the register as a whole, Activity at one activity, Party at
	// one party that receives data, at any depth, and is called for each; Waiver at
	// one waiver, after all other rules have told what they find. A rule has at
	// least one of them.
	Register func(*Check)
	Activity func(*Check, *Activity)
	Party    func(*Check, *register.Party)
	Waiver   func(*Check, *Waiver)
}

// Sentence is what a finding says and how it is mended, by language, with the
// names of args in braces.
type Sentence struct{ Says, Mend value.Text }

// Source says where a demand comes from.
type Source string

// Values of Source.
const (
	Law      Source = "law"      // the text of the law
	Guidance Source = "guidance" // what authorities say that they expect
	Case     Source = "case"     // a judgment
	Own      Source = "own"      // the organisation itself: package own
)

// Profile is a set of rules. Each holds those of the ones before it.
type Profile string

// Values of Profile, from narrow to wide.
const (
	Art30          Profile = "art30"          // what a record must contain (Art. 30)
	Accountability Profile = "accountability" // what a controller must be able to show (Art. 5(2), 24): the default
	NL             Profile = "nl"             // with Dutch law: UAVG, Telecommunicatiewet, AWR, the authority's list
)

// Profiles returns the profiles from narrow to wide.
func Profiles() []Profile { return []Profile{Art30, Accountability, NL} }

// Includes reports whether a profile holds the rules of another.
func (p Profile) Includes(other Profile) bool {
	all := Profiles()
	return slices.Index(all, other) <= slices.Index(all, p)
}

// Rules returns all rules in the order of their codes. They are shared and must not be
// changed.
func Rules() []*Rule {
	return slices.Clone(catalogue)
}

// FindRule returns the rule with a code. It is shared and must not be changed.
func FindRule(code diag.Code) (*Rule, bool) {
	i := slices.IndexFunc(catalogue, func(r *Rule) bool { return r.Code == code })
	if i < 0 {
		return nil, false
	}
	return catalogue[i], true
}
