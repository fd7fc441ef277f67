package register

//go:generate go run ./internal/schema/generate
