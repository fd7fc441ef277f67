// Package contract holds tests of what the module promises as a whole: which
// package may import which, and what the public packages offer.
package contract
