// Package vocabulary holds the built-in registers of terms as files. It is
// nothing but data: package register reads it.
package vocabulary

import "embed"

// Files are the built-in registers, each a folder named after its identifier.
//
//go:embed common/*.yaml
var Files embed.FS
