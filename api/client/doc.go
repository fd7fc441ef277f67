// Package client calls a server of ropa: registers, their entries, the questions of
// the data map, findings, documents and revisions.
//
// A Client is made with New. What it is about is chosen first, then what is done:
//
//	c, err := client.New("https://ropa.example.org", client.Token(token))
//	shop := c.Register("webgems")
//	answers, err := shop.Ask(ctx, datamap.Processors, datamap.Filter{Data: []string{"bank-account"}})
//	party, version, err := shop.Parties().Read(ctx, "mollie")
//	version, err = shop.Because("New contract").Parties().Replace(ctx, party, version.Tag)
//
// A read tells the version of what was read; a write that changes something names
// it, and fails with ErrConflict where somebody else was first. Lists are iterators
// that fetch a page when it is needed. What the server refuses is a *Problem.
//
// Reads, and creates, which carry an Idempotency-Key, are sent again where the
// server could not be reached or was busy. Other writes are sent again only where
// it is sure that they were not carried out.
package client

//go:generate go run ./internal/glue
