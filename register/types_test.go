package register_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/internal/schema"
)

// source is what the Go files say of the model.
type source struct {
	structs map[string]*ast.StructType
	docs    map[string]string
	words   map[string][]string // of the types that are strings
}

func parseSource(t *testing.T) source {
	t.Helper()
	s := source{map[string]*ast.StructType{}, map[string]string{}, map[string][]string{}}
	paths, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, data, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			if d, ok := decl.(*ast.GenDecl); ok {
				s.read(d)
			}
		}
	}
	return s
}

func (s source) read(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			s.docs[spec.Name.Name] = d.Doc.Text() + spec.Doc.Text()
			if fields, ok := spec.Type.(*ast.StructType); ok {
				s.structs[spec.Name.Name] = fields
			}
		case *ast.ValueSpec:
			name, ok := spec.Type.(*ast.Ident)
			if !ok || d.Tok != token.CONST || len(spec.Values) != 1 {
				continue
			}
			if lit, ok := spec.Values[0].(*ast.BasicLit); ok && lit.Kind == token.STRING {
				word, _ := strconv.Unquote(lit.Value)
				s.words[name.Name] = append(s.words[name.Name], word)
			}
		}
	}
}

// fields returns the fields of a struct by their name in the format, those that
// it embeds included.
func (s source) fields(name string) map[string]*ast.Field {
	fields := make(map[string]*ast.Field)
	for _, f := range s.structs[name].Fields.List {
		if len(f.Names) == 0 {
			maps.Copy(fields, s.fields(f.Type.(*ast.Ident).Name))
			continue
		}
		tag, _ := strconv.Unquote(f.Tag.Value)
		key, options, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
		if key != "-" && options == "omitzero" {
			fields[key] = f
		}
	}
	return fields
}

// typeOf returns the Go type that a property has.
func typeOf(p schema.ModelProperty, object string) string {
	names := map[schema.Kind]string{
		schema.Text: "Text", schema.Bool: "Tristate", schema.Int: "*int", schema.Date: "Date", schema.Period: "Period",
		schema.Country: "Country", schema.Area: "Area", schema.Language: "Language", schema.Identifiers: "Identifiers",
		schema.Enum: p.Type, schema.Nested: p.Type,
	}
	name, ok := names[p.Kind]
	if !ok {
		name = "string"
	}
	switch {
	case p.List && p.Kind == schema.Nested && object == "Register":
		return "[]*" + name // entities are shared by views
	case p.List:
		return "[]" + name
	case p.Kind == schema.Nested:
		return "*" + name
	}
	return name
}

func typeString(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.StarExpr:
		return "*" + typeString(e.X)
	case *ast.ArrayType:
		return "[]" + typeString(e.Elt)
	}
	return "?"
}

// TestTypes holds the Go types to the schema, and the schema to the Go types.
func TestTypes(t *testing.T) {
	model, err := schema.ParseModel(register.Schema())
	if err != nil {
		t.Fatal(err)
	}
	source := parseSource(t)
	for _, o := range model.Objects {
		if source.structs[o.Name] == nil {
			t.Errorf("no Go type %s", o.Name)
			continue
		}
		if source.docs[o.Name] == "" {
			t.Errorf("%s has no doc comment", o.Name)
		}
		fields := source.fields(o.Name)
		for _, p := range o.Properties {
			f := fields[p.Name]
			delete(fields, p.Name)
			if f == nil {
				t.Errorf("%s has no field for %s", o.Name, p.Name)
				continue
			}
			if got, want := typeString(f.Type), typeOf(p, o.Name); got != want {
				t.Errorf("%s.%s is %s in Go, want %s", o.Name, p.Name, got, want)
			}
			checkDoc(t, o.Name, p, f.Doc.Text())
		}
		for name := range fields {
			t.Errorf("%s.%s is not in the schema", o.Name, name)
		}
	}
	for name, fields := range source.structs {
		known := slices.ContainsFunc(model.Objects, func(o schema.ModelObject) bool { return o.Name == name })
		embeds := slices.ContainsFunc(fields.Fields.List, func(f *ast.Field) bool {
			ident, ok := f.Type.(*ast.Ident)
			return ok && len(f.Names) == 0 && ident.Name == "Remarks"
		})
		if embeds && !known {
			t.Errorf("the schema has no object %s", name)
		}
	}
}

// checkDoc holds the comment of a field to the schema: what it means, whether it
// may be none, and the provision that it serves.
func checkDoc(t *testing.T, object string, p schema.ModelProperty, doc string) {
	t.Helper()
	doc = strings.Join(strings.Fields(doc), " ")
	if !strings.HasPrefix(doc, p.Description) {
		t.Errorf("%s.%s: the comment %q does not begin with the description %q", object, p.Name, doc, p.Description)
	}
	if p.Article != "" && !strings.HasSuffix(doc, p.Article+".") {
		t.Errorf("%s.%s: the comment %q does not cite %s", object, p.Name, doc, p.Article)
	}
	if p.None != strings.Contains(doc, "Empty and not nil: stated that there are none.") {
		t.Errorf("%s.%s: the comment %q and none (%v) do not agree", object, p.Name, doc, p.None)
	}
}

// TestWords holds the Go constants to the enumerations of the schema.
func TestWords(t *testing.T) {
	model, err := schema.ParseModel(register.Schema())
	if err != nil {
		t.Fatal(err)
	}
	source := parseSource(t)
	// Kinds of entities and encodings are no values of a register.
	delete(source.words, "Kind")
	for _, e := range model.Enums {
		var words []string
		for _, w := range e.Words {
			words = append(words, w.Word)
		}
		if diff := cmp.Diff(words, source.words[e.Name]); diff != "" {
			t.Errorf("%s (-schema +Go):\n%s", e.Name, diff)
		}
		delete(source.words, e.Name)
	}
	for name := range source.words {
		t.Errorf("the schema has no enumeration %s", name)
	}
}

// TestClosed holds every object to the same frame: no unknown fields, x- keys
// allowed.
func TestClosed(t *testing.T) {
	var root struct {
		Defs map[string]map[string]any `json:"$defs"`
	}
	if err := json.Unmarshal(register.Schema(), &root); err != nil {
		t.Fatal(err)
	}
	for name, def := range root.Defs {
		if def["properties"] == nil {
			continue
		}
		if def["additionalProperties"] != false {
			t.Errorf("%s is open", name)
		}
		if diff := cmp.Diff(map[string]any{"^x-": map[string]any{}}, def["patternProperties"]); diff != "" {
			t.Errorf("%s: extensions (-want +got):\n%s", name, diff)
		}
	}
}
