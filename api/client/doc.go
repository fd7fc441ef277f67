// Package client calls a server of ropa: registers, their entries, the questions of
// the data map, findings, documents and revisions.
//
// A Client is made with New. What it is about is chosen first, then what is done: the
// example of the package asks, reads and changes.
//
// A read tells the version of what was read; a write that changes something names
// it, and fails with ErrConflict where somebody else was first. Lists are iterators
// that fetch a page when it is needed. What the server refuses is a *Problem.
//
// Reads, and creates, which carry an Idempotency-Key, are sent again where the
// server could not be reached or was busy. Other writes are sent again only where
// it is sure that they were not carried out. A call goes to the server that was
// named: one that leads to another scheme, host or port is not followed
// (*RedirectError).
package client

//go:generate go run ./internal/glue
