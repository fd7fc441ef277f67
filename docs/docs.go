// Package docs is the documentation of ropa: guides for its users, the format
// reference, and what the format covers. It holds no code for others; its tests
// hold that the pages agree with the product.
package docs

//go:generate go run ./generate
//go:generate go run ./generate/law
//go:generate go run ./generate/rules
//go:generate go run ./generate/layouts
//go:generate go run ./generate/gallery
