package register

import (
	"math/big"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/internal/tree"
	"github.com/openropa/ropa/register/value"
)

// scalar reads a value of a field, or one of its list, and reports whether it
// could.
func (b *binder) scalar(n *tree.Node, target reflect.Value, f *plannedField) bool {
	if !b.spend(n) {
		return false
	}
	switch f.Kind {
	case schema.Text:
		return b.text(n, target, f)
	case schema.Identifiers:
		return b.identifiers(n, target, f)
	case schema.Bool:
		return b.boolean(n, target, f)
	case schema.Int:
		return b.number(n, target, f)
	}
	raw, ok := b.str(n, f.Name, kindWords[f.Kind])
	if !ok {
		return false
	}
	if raw == none && !n.Quoted && !b.strict && !f.List && cannotBeNone(f) {
		b.report(diag.NoneMisplaced, b.place(n), "field", f.Name)
		return false
	}
	return b.word(n, raw, target, f)
}

// cannotBeNone tells the fields whose value none is a slip: left out is meant.
func cannotBeNone(f *plannedField) bool {
	switch f.Kind {
	case schema.ID, schema.Ref, schema.Date, schema.Period, schema.Country, schema.Area, schema.Language, schema.Email:
		return true
	}
	return false
}

// kindWords say what a value must be when it is not even a scalar.
var kindWords = map[schema.Kind]string{
	schema.Const: "a text", schema.String: "a text", schema.ID: "an identifier", schema.Ref: "an identifier",
	schema.Enum: "a word", schema.Date: "a date", schema.Period: "a period", schema.Country: "a country code",
	schema.Area: "a country code", schema.Language: "a language tag", schema.Email: "an e-mail address",
	schema.FieldName: "the name of a field", schema.RuleCode: "the code of a rule",
}

// str returns the text of a scalar that must be a string. What YAML would
// take it for does not matter: id: 05 is the string 05. JSON has types of its
// own, and a number is no string there.
func (b *binder) str(n *tree.Node, field, expected string) (string, bool) {
	switch {
	case n.Kind != tree.Scalar, b.files[n.File].json && !n.Quoted:
		b.wrongType(n, field, expected)
		return "", false
	case strings.Trim(n.Raw, " \t\n\f\r") == "":
		b.report(diag.EmptyString, b.place(n), "field", field)
		return "", false
	case strings.IndexByte(n.Raw, 0) >= 0: // reported by the reader of the tree
		b.faults++
		return "", false
	}
	return n.Raw, true
}

func (b *binder) wrongType(n *tree.Node, field, expected string) {
	b.report(diag.WrongType, b.place(n), "field", field, "expected", expected, "found", b.describe(n))
}

// describe says in words what stands in the file.
func (b *binder) describe(n *tree.Node) string {
	switch {
	case n.Kind == tree.List:
		return "a list"
	case n.Kind == tree.Map:
		return "a mapping"
	case n.IsNull():
		return "nothing"
	case n.Quoted:
		return "a text"
	case b.files[n.File].json && n.Raw != "true" && n.Raw != "false":
		return "a number"
	}
	return `"` + n.Raw + `"`
}

// word reads a string of a kind that has rules of its own.
func (b *binder) word(n *tree.Node, raw string, target reflect.Value, f *plannedField) bool {
	switch f.Kind {
	case schema.Const:
		if raw != f.Const {
			b.report(diag.WrongVersion, b.place(n), "found", raw)
			return false
		}
	case schema.ID, schema.Ref:
		if !isID(raw) {
			p := b.report(diag.InvalidID, b.place(n), "found", raw)
			p.Suggestions = kebab(raw)
			return false
		}
	case schema.Enum:
		return b.enum(n, raw, target, f)
	case schema.Date:
		d, err := value.ParseDate(raw)
		if err != nil {
			b.report(diag.InvalidDate, b.place(n), "found", raw)
			return false
		}
		target.SetInt(int64(d))
		return true
	case schema.Period:
		if _, err := value.ParsePeriod(raw); err != nil {
			p := b.report(diag.InvalidPeriod, b.place(n), "found", raw)
			if _, err := value.ParsePeriod(strings.ToUpper(raw)); err == nil {
				p.Suggestions = []string{strings.ToUpper(raw)}
			}
			return false
		}
	case schema.Country, schema.Area:
		if !b.country(n, raw, f) {
			return false
		}
	case schema.Language:
		if !isLanguage(raw) {
			b.report(diag.InvalidTongue, b.place(n), "found", raw)
			return false
		}
	case schema.Email:
		if !isEmail(raw) {
			b.report(diag.InvalidEmail, b.place(n), "found", raw)
			return false
		}
	case schema.FieldName:
		return b.shaped(n, raw, target, f, isFieldName(raw), "the name of a field")
	case schema.RuleCode:
		return b.shaped(n, raw, target, f, isRuleCode(raw), "the code of a rule such as TRF-001")
	}
	target.SetString(raw)
	return true
}

func (b *binder) shaped(n *tree.Node, raw string, target reflect.Value, f *plannedField, ok bool, expected string) bool {
	if !ok {
		b.report(diag.InvalidString, b.place(n), "found", raw, "field", f.Name, "expected", expected)
		return false
	}
	target.SetString(raw)
	return true
}

func (b *binder) enum(n *tree.Node, raw string, target reflect.Value, f *plannedField) bool {
	for _, word := range f.words {
		if raw == word {
			target.SetString(word)
			return true
		}
	}
	p := b.report(diag.UnknownValue, b.place(n), "found", raw, "field", f.Name, "expected", strings.Join(f.words, ", "))
	if !b.tired(p) {
		p.Suggestions = diag.Suggest(raw, f.words)
	}
	return false
}

// commonPlaces are the codes that a name may stand for.
var commonPlaces = []string{"AT", "BE", "CH", "CN", "DE", "DK", "EEA", "ES", "EU", "FI", "FR", "GB", "GR", "IE", "IN", "IT", "LU", "NL", "NO", "PL", "PT", "SE", "US"}

// country checks a code of ISO 3166-1. UK and EL are what the Union's own
// style guide and many forms write.
func (b *binder) country(n *tree.Node, raw string, f *plannedField) bool {
	valid, expected := value.Country(raw).IsValid(), "two capital letters of ISO 3166-1 such as NL"
	isValid := func(s string) bool { return value.Country(s).IsValid() }
	if f.Kind == schema.Area {
		valid, expected = value.Area(raw).IsValid(), expected+", EEA or EU"
		isValid = func(s string) bool { return value.Area(s).IsValid() }
	}
	if valid {
		return true
	}
	p := b.report(diag.InvalidPlace, b.place(n), "found", raw, "expected", expected)
	switch upper := strings.ToUpper(raw); {
	case p.Args == nil:
	case upper == "UK":
		p.Args["hint"], p.Suggestions = "gb-not-uk", []string{"GB"}
	case upper == "EL":
		p.Args["hint"], p.Suggestions = "gr-not-el", []string{"GR"}
	case isValid(upper):
		p.Suggestions = []string{upper}
	case len(raw) > 2: // not a code: perhaps a name
		for _, s := range diag.Suggest(raw, commonPlaces) {
			if isValid(s) {
				p.Suggestions = append(p.Suggestions, s)
			}
		}
	}
	return false
}

// boolean reads true or false, and nothing that YAML 1.1 takes for them.
func (b *binder) boolean(n *tree.Node, target reflect.Value, f *plannedField) bool {
	if n.Kind == tree.Scalar && !n.Quoted && (n.Raw == "true" || n.Raw == "false") {
		target.SetUint(uint64(value.TristateOf(n.Raw == "true")))
		return true
	}
	if saysNone(n) && !n.Quoted {
		b.report(diag.NoneMisplaced, b.place(n), "field", f.Name)
		return false
	}
	p := b.report(diag.WrongType, b.place(n), "field", f.Name, "expected", "true or false", "found", b.describe(n))
	if n.Kind == tree.Scalar {
		switch strings.ToLower(n.Raw) {
		case "yes", "y", "on", "ja", "true":
			p.Suggestions = []string{"true"}
		case "no", "n", "off", "nee", "false":
			p.Suggestions = []string{"false"}
		}
	}
	return false
}

const mostNumber = 1_000_000_000

// number reads a whole number.
func (b *binder) number(n *tree.Node, target reflect.Value, f *plannedField) bool {
	if n.Kind != tree.Scalar || n.Quoted || n.Raw == "true" || n.Raw == "false" {
		b.wrongType(n, f.Name, "a whole number")
		return false
	}
	i, ok := wholeNumber(n.Raw, b.files[n.File].json)
	if !ok {
		b.report(diag.InvalidNumber, b.place(n), "found", n.Raw)
		return false
	}
	target.Set(reflect.ValueOf(&i))
	return true
}

// wholeNumber reads digits; in JSON also 5.0 and 1e3, which a JSON Schema
// takes for whole numbers.
func wholeNumber(raw string, json bool) (int, bool) {
	if i, err := strconv.Atoi(raw); err == nil && tree.IsJSONLiteral(raw) {
		return i, i >= 0 && i <= mostNumber
	}
	if !json || len(raw) > 40 || !tree.IsJSONLiteral(raw) {
		return 0, false
	}
	if _, exponent, ok := strings.Cut(strings.ToLower(raw), "e"); ok {
		if e, err := strconv.Atoi(exponent); err != nil || e > 40 || e < -40 {
			return 0, false
		}
	}
	r, ok := new(big.Rat).SetString(raw)
	if !ok || !r.IsInt() || !r.Num().IsInt64() {
		return 0, false
	}
	i := r.Num().Int64()
	return int(i), i >= 0 && i <= mostNumber
}

// kebab guesses the identifier that somebody meant.
func kebab(raw string) []string {
	if len(raw) > 100 {
		return nil
	}
	words := strings.FieldsFunc(strings.ToLower(raw), func(c rune) bool {
		return (c < 'a' || c > 'z') && (c < '0' || c > '9') && c < utf8.RuneSelf
	})
	if guess := strings.Join(words, "-"); isID(guess) {
		return []string{guess}
	}
	return nil
}

// isLanguage reports whether s is written as a language tag of BCP 47.
func isLanguage(s string) bool {
	if len(s) > 35 {
		return false
	}
	primary, rest, more := strings.Cut(s, "-")
	if len(primary) < 2 || len(primary) > 3 || strings.Trim(primary, "abcdefghijklmnopqrstuvwxyz") != "" {
		return false
	}
	for more {
		var subtag string
		subtag, rest, more = strings.Cut(rest, "-")
		if len(subtag) < 2 || len(subtag) > 8 || !isAlphanumeric(subtag) {
			return false
		}
	}
	return true
}

func isAlphanumeric(s string) bool {
	for i := range len(s) {
		c := s[i]
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}

func isEmail(s string) bool {
	before, after, ok := strings.Cut(s, "@")
	return ok && before != "" && after != "" && !strings.ContainsAny(after, "@") &&
		!strings.ContainsAny(s, " \t\n\f\r\x00") && utf8.RuneCountInString(s) <= 320
}

func isFieldName(s string) bool {
	return len(s) <= 100 && isAlphanumeric(s) && s[0] >= 'a' && s[0] <= 'z'
}

func isRuleCode(s string) bool {
	if len(s) > 100 {
		return false
	}
	for part := range strings.SplitSeq(s, "-") {
		if !isAlphanumeric(part) {
			return false
		}
	}
	return true
}
