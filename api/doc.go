// Package api is the HTTP façade of ropa: what openapi.yaml says, over a store of
// registers. The server's types and routes are generated from the contract; what
// a request may hold is read from it too, so that nothing is said twice.
package api

//go:generate go -C tools tool oapi-codegen -config ../oapi.yaml ../../openapi.yaml
//go:generate go run ./internal/bundle
//go:generate go run ./internal/glue
