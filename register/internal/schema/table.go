// Package schema holds the definition of the format in the two shapes that the
// code works with: a table of objects and fields, generated from
// register.schema.json, and the compiled schema itself.
package schema

// Kind is the type of a field's value, or of its elements where it is a list.
type Kind uint8

// Kinds of values.
const (
	Const       Kind = iota // always the same string
	String                  // a string that is not empty
	ID                      // the identifier of the entry itself
	Ref                     // the identifier of something else
	Text                    // a text by language
	Enum                    // one of several words
	Bool                    // true, false or left out
	Int                     // a whole number from 0 to 1,000,000,000
	Date                    // YYYY-MM-DD
	Period                  // an ISO 8601 period
	Country                 // ISO 3166-1 alpha-2
	Area                    // a country, EEA or EU
	Language                // BCP 47
	Email                   // an e-mail address
	Identifiers             // numbers by scheme
	FieldName               // the name of a field of the same entry
	RuleCode                // the code of a rule
	Nested                  // an object
)

// Field describes one field of an object.
type Field struct {
	Name string
	Kind Kind
	// List: the value is a list of such values; None: or the word none.
	List, None bool
	// Required: an entry without it is a problem.
	Required bool
	// Type names the object of a Nested field or the words of an Enum.
	Type string
	// Refs are the kinds of entities to which a Ref may point.
	Refs []string
	// Const is the only value of a Const field.
	Const string
	// Audience is internal, authority or public.
	Audience string
}

// Object describes one kind of object.
type Object struct {
	Name   string
	Fields []Field
	// Bare is the field that a lone identifier stands for in the authoring
	// form; BareText the one that any other lone string stands for.
	Bare, BareText string
	// Key lists the fields of which the first that is stated names an entry
	// in an address; without one, its position does.
	Key []string
	// OneOf lists fields of which exactly one must be stated.
	OneOf []string
}

// Lookup returns the description of an object, or nil.
func Lookup(name string) *Object { return objects[name] }

// Field returns the description of a field, or nil.
func (o *Object) Field(name string) *Field {
	for i := range o.Fields {
		if o.Fields[i].Name == name {
			return &o.Fields[i]
		}
	}
	return nil
}

// Words returns the values of an enumeration.
func Words(name string) []string { return enums[name] }

// Reference names the field of an entry whose list stands for several entries in
// the authoring form: what a lone identifier stands for, else what names the
// entry beside its id (to, in a disclosure); "" where there is none.
func (o *Object) Reference() string {
	if o.Bare != "" {
		return o.Bare
	}
	if n := len(o.Key); n > 0 && o.Key[n-1] != "id" {
		return o.Key[n-1]
	}
	return ""
}
