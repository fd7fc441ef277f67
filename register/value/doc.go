// Package value holds the small values that a register is made of: dates,
// periods, texts, languages, countries and three-valued booleans. It imports
// nothing but the standard library.
package value
