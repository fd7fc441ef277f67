// Package own reads the rules that an organisation makes for itself: a YAML file
// with expressions in CEL, the Common Expression Language, over the objects of a
// register.
//
//	schema: ropa/rules/v1
//	rules:
//	  - code: ACME-001
//	    title: Owner
//	    for: activity
//	    when: "!has(activity.owner)"
//	    message: the register does not show who answers for “{activity}”
//
// A rule finds fault where its expression is true. Load checks the expressions
// against the format: a field that does not exist, a word that is none of those
// that a field can hold or a comparison of a text with a number is a problem with
// its line and column. What passes becomes lint rules, for lint.Options.More.
//
// Expressions are data from outside: they can neither change nor call anything,
// and each evaluation has a limit on what it may cost. One that cannot be worked
// out is told as a finding, so that no gap stays hidden behind it.
package own
