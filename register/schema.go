package register

import (
	_ "embed"
	"slices"
)

//go:embed register.authoring.schema.json
var authoringSchemaJSON []byte

// Schema returns the definition of the format: the JSON Schema (2020-12) of the
// canonical form. The caller may change the bytes.
func Schema() []byte { return slices.Clone(schemaText) }

// AuthoringSchema returns the JSON Schema of what people type, for editors and
// the YAML language server: it also takes the abbreviations that Parse expands.
// It accepts every register that Schema accepts, and more than Parse does: only
// Parse knows which of its shorthands fit together. The caller may change the
// bytes.
func AuthoringSchema() []byte { return slices.Clone(authoringSchemaJSON) }
