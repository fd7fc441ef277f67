// Package lint tells what a well-formed register does not show although the law
// asks for it, as of a day.
//
// A Rule is a value: code, title, articles, where the demand comes from,
// severity, profile, and what looks for it. The rules stand in one catalogue
// (Rules), one file each. Run applies those of a Profile to a view and its data
// map, so that chains of processors count, and returns findings: diag values
// with an address, and file, line and column where these are known.
//
// A finding says that the register does not show something. It does not say
// that a processing is unlawful, and no finding does not say that it is lawful.
package lint
