package cli

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
)

// kindNames are the names of kinds on the command line, in the singular and the
// plural; the names that the format uses are understood too.
var kindNames = []struct {
	singular, plural string
	kind             register.Kind
}{
	{"activity", "activities", register.KindActivities},
	{"party", "parties", register.KindParties},
	{"agreement", "agreements", register.KindAgreements},
	{"data", "data", register.KindDataCategories},
	{"subject", "subjects", register.KindDataSubjects},
	{"purpose", "purposes", register.KindPurposes},
	{"retention", "retention", register.KindRetentionRules},
	{"event", "events", register.KindEvents},
	{"operation", "operations", register.KindOperations},
	{"system", "systems", register.KindSystems},
	{"measure", "measures", register.KindMeasures},
	{"document", "documents", register.KindDocuments},
	{"right", "rights", register.KindRights},
	{"notice", "notices", register.KindNotices},
}

// kindSpellings are further names of kinds.
var kindSpellings = map[string]register.Kind{
	"dataCategory": register.KindDataCategories, "dataSubject": register.KindDataSubjects,
	"retentionRule": register.KindRetentionRules,
}

// kindOf returns the kind of a name.
func kindOf(name string) (register.Kind, error) {
	for _, k := range kindNames {
		if slices.Contains([]string{k.singular, k.plural, string(k.kind)}, name) {
			return k.kind, nil
		}
	}
	if kind, ok := kindSpellings[name]; ok {
		return kind, nil
	}
	names := singularKinds()
	return "", wrongUse("use.kind", name).suggest(diag.Suggest(name, names))
}

func singularKinds() []string {
	var names []string
	for _, k := range kindNames {
		names = append(names, k.singular)
	}
	return names
}

// kindWord returns the word for a kind, in the singular.
func (a *app) kindWord(kind register.Kind) string { return a.say("kind." + string(kind)) }
