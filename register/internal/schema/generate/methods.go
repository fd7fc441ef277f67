package main

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register/internal/schema"
)

// goTypes returns the Go names of the fields of the model by object and name in
// the format: goTypes["PurposeUse"]["lia"] is LIA.
func goTypes(dir string) (map[string]map[string]string, error) {
	types := make(map[string]map[string]string)
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, ".gen.go") {
			continue
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, src, 0)
		if err != nil {
			return nil, err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.TypeSpec); ok {
				if s, ok := spec.Type.(*ast.StructType); ok {
					types[spec.Name.Name] = goFields(s)
				}
			}
			return true
		})
	}
	return types, nil
}

func goFields(s *ast.StructType) map[string]string {
	fields := make(map[string]string)
	for _, f := range s.Fields.List {
		if f.Tag == nil || len(f.Names) != 1 {
			continue
		}
		tag, err := strconv.Unquote(f.Tag.Value)
		if err != nil {
			continue
		}
		name, _, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
		fields[name] = f.Names[0].Name
	}
	return fields
}

func sorted(d *schema.Model) []schema.ModelObject {
	return slices.SortedFunc(slices.Values(d.Objects), func(x, y schema.ModelObject) int { return cmp.Compare(x.Name, y.Name) })
}

// keys writes the methods that name an entry in an address.
func keys(d *schema.Model, types map[string]map[string]string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(header + "package register\n\nimport \"cmp\"\n")
	for _, o := range sorted(d) {
		if o.Key == nil || o.Name == "Register" {
			continue
		}
		var parts []string
		for _, name := range o.Key {
			f := o.Object.Field(name)
			field := types[o.Name][name]
			if f == nil || field == "" {
				return nil, fmt.Errorf("%s.%s: no such field", o.Name, name)
			}
			part := "v." + field
			if f.Kind != schema.ID && f.Kind != schema.Ref {
				part = "string(" + part + ")"
			}
			parts = append(parts, part)
		}
		key := parts[0]
		if len(parts) > 1 {
			key = "cmp.Or(" + strings.Join(parts, ", ") + ")"
		}
		fmt.Fprintf(&b, "\n// Key returns what names the entry in an address, \"\" where its position does.\nfunc (v *%s) Key() string { return %s }\n", o.Name, key)
	}
	return format.Source(b.Bytes())
}

// methods writes the JSON methods: the one reader and the one writer of the
// format serve encoding/json too.
func methods(d *schema.Model) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(header + "package register\n")
	for _, o := range sorted(d) {
		fmt.Fprintf(&b, `
// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v %[1]s) MarshalJSON() ([]byte, error) { return encodeCanonical(%[1]q, &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *%[1]s) UnmarshalJSON(data []byte) error { return decodeCanonical(data, %[1]q, v) }
`, o.Name)
	}
	return format.Source(b.Bytes())
}
