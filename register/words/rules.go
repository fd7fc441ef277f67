package words

// rules are the words of periods and retention rules.
var rules = catalogue{
	"rule.from":             {"%s from %s", "%s na %s"},
	"rule.event":            {"the %s", "%s"},
	"rule.at-least":         {"at least %s", "ten minste %s"},
	"rule.at-most":          {"at most %s", "ten hoogste %s"},
	"rule.indefinite":       {"without limit", "onbeperkt"},
	"rule.no-time":          {"no time", "geen tijd"},
	"rule.or":               {"or", "of"},
	"rule.whichever.first":  {"whichever comes first", "wat het eerst komt"},
	"rule.whichever.last":   {"whichever comes last", "wat het laatst komt"},
	"rule.then":             {"then %s", "daarna %s"},
	"rule.action.erase":     {"erased", "gewist"},
	"rule.action.anonymise": {"anonymised", "geanonimiseerd"},
	"rule.action.archive":   {"archived", "gearchiveerd"},
	"rule.action.restrict":  {"restricted (no access)", "afgeschermd (geen toegang)"},

	"count.year.one":   {"year", "jaar"},
	"count.year.many":  {"years", "jaar"},
	"count.month.one":  {"month", "maand"},
	"count.month.many": {"months", "maanden"},
	"count.week.one":   {"week", "week"},
	"count.week.many":  {"weeks", "weken"},
	"count.day.one":    {"day", "dag"},
	"count.day.many":   {"days", "dagen"},
}
