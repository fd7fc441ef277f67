// Package calls makes the requests of the contract: generated, a method for each
// operation.
package calls

//go:generate go -C ../../../tools tool oapi-codegen -config ../client/internal/calls/oapi.yaml ../../openapi.yaml
