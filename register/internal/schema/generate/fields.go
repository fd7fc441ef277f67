package main

import (
	"bytes"
	"cmp"
	"fmt"
	"go/format"
	"slices"
	"strings"

	"github.com/openropa/ropa/register/internal/schema"
)

// kindNames are the Go names of the kinds of values.
var kindNames = map[schema.Kind]string{
	schema.Const: "Const", schema.String: "String", schema.ID: "ID", schema.Ref: "Ref", schema.Text: "Text", schema.Enum: "Enum",
	schema.Bool: "Bool", schema.Int: "Int", schema.Date: "Date", schema.Period: "Period", schema.Country: "Country",
	schema.Area: "Area", schema.Language: "Language", schema.Email: "Email", schema.Identifiers: "Identifiers",
	schema.FieldName: "FieldName", schema.RuleCode: "RuleCode", schema.Nested: "Nested",
}

// fields writes the table of objects, fields and enumerations.
func fields(d *schema.Model) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(header + "package schema\n\nvar objects = map[string]*Object{\n")
	for _, o := range sorted(d) {
		fmt.Fprintf(&b, "%q: {\nName: %q,\n", o.Name, o.Name)
		stated(&b, "Bare", o.Bare)
		stated(&b, "BareText", o.BareText)
		if o.Key != nil {
			fmt.Fprintf(&b, "Key: %#v,\n", o.Key)
		}
		if o.OneOf != nil {
			fmt.Fprintf(&b, "OneOf: %#v,\n", o.OneOf)
		}
		b.WriteString("Fields: []Field{\n")
		for _, f := range o.Fields {
			b.WriteString(fieldLiteral(f))
		}
		b.WriteString("},\n},\n")
	}
	b.WriteString("}\n\nvar enums = map[string][]string{\n")
	enums := slices.SortedFunc(slices.Values(d.Enums), func(x, y schema.ModelEnum) int { return cmp.Compare(x.Name, y.Name) })
	for _, e := range enums {
		var words []string
		for _, w := range e.Words {
			words = append(words, w.Word)
		}
		fmt.Fprintf(&b, "%q: %#v,\n", e.Name, words)
	}
	b.WriteString("}\n")
	return format.Source(b.Bytes())
}

func stated(b *bytes.Buffer, name, value string) {
	if value != "" {
		fmt.Fprintf(b, "%s: %q,\n", name, value)
	}
}

func fieldLiteral(f schema.Field) string {
	parts := []string{fmt.Sprintf("Name: %q", f.Name), "Kind: " + kindNames[f.Kind]}
	add := func(on bool, format string, args ...any) {
		if on {
			parts = append(parts, fmt.Sprintf(format, args...))
		}
	}
	add(f.List, "List: true")
	add(f.None, "None: true")
	add(f.Required, "Required: true")
	add(f.Type != "", "Type: %q", f.Type)
	add(f.Refs != nil, "Refs: %#v", f.Refs)
	add(f.Const != "", "Const: %q", f.Const)
	add(f.Audience != "", "Audience: %q", f.Audience)
	return "{" + strings.Join(parts, ", ") + "},\n"
}
