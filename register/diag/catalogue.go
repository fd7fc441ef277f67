package diag

import (
	"slices"

	"github.com/openropa/ropa/register/value"
)

// Codes of problems. Each stands once in the catalogue below.
const (
	// Reading.
	PathNotFound     Code = "path-not-found"
	Unreadable       Code = "unreadable"
	Syntax           Code = "syntax"
	Encoding         Code = "encoding"
	TooLarge         Code = "too-large"
	TooDeep          Code = "too-deep"
	ScalarTooLong    Code = "scalar-too-long"
	TooManyNodes     Code = "too-many-nodes"
	Anchor           Code = "anchor"
	Tag              Code = "tag"
	KeyNotString     Code = "key-not-string"
	DuplicateKey     Code = "duplicate-key"
	BadCharacter     Code = "bad-character"
	SeveralDocuments Code = "several-documents"
	NotAMapping      Code = "not-a-mapping"
	SchemaMissing    Code = "schema-missing"
	WrongVersion     Code = "wrong-version"
	SkippedFile      Code = "skipped-file"
	EmptyFolder      Code = "empty-folder"

	// The shape of entries.
	UnknownField  Code = "unknown-field"
	MissingField  Code = "missing-field"
	WrongType     Code = "wrong-type"
	NullValue     Code = "null-value"
	EmptyList     Code = "empty-list"
	EmptyMap      Code = "empty-map"
	EmptyString   Code = "empty-string"
	NoneMisplaced Code = "none-misplaced"
	UnknownValue  Code = "unknown-value"
	DuplicateItem Code = "duplicate-item"
	OneOf         Code = "one-of"
	IDForSeveral  Code = "id-for-several"
	InvalidID     Code = "invalid-id"
	InvalidDate   Code = "invalid-date"
	InvalidPeriod Code = "invalid-period"
	InvalidPlace  Code = "invalid-country"
	InvalidTongue Code = "invalid-language"
	InvalidEmail  Code = "invalid-email"
	InvalidNumber Code = "invalid-number"
	InvalidString Code = "invalid-string"
	Schema        Code = "schema"

	// Joining the files of a folder.
	ConflictingValue Code = "conflicting-value"
	DuplicateID      Code = "duplicate-id"

	// Resolving references.
	DanglingReference Code = "dangling-reference"
	Cycle             Code = "cycle"
	BaseNotFound      Code = "base-not-found"
	BundleParent      Code = "bundle-as-parent"
	NoneContradicted  Code = "none-contradicted"
	FromAfterUntil    Code = "from-after-until"
	CertaintyField    Code = "certainty-field"
	ReservedID        Code = "reserved-id"

	// The rules of an organisation itself.
	RulesVersion     Code = "rules-version"
	InvalidRuleCode  Code = "invalid-rule-code"
	TakenRuleCode    Code = "taken-rule-code"
	UnknownBraces    Code = "unknown-braces"
	Expression       Code = "expression"
	ExpressionName   Code = "expression-name"
	ExpressionTypes  Code = "expression-types"
	ExpressionResult Code = "expression-result"
	ExpressionSize   Code = "expression-size"
)

type entry struct {
	severity Severity
	words    value.Text
}

// catalogue holds the sentence of every code. What stands in braces is filled
// from the problem's args.
var catalogue = map[Code]entry{
	PathNotFound:     {Error, value.Text{"en": "no such file or folder: {path}", "nl": "dit bestand of deze map bestaat niet: {path}"}},
	Unreadable:       {Error, value.Text{"en": "cannot be read: {detail}", "nl": "kan niet worden gelezen: {detail}"}},
	Syntax:           {Error, value.Text{"en": "not valid {format}: {detail}", "nl": "geen leesbare {format}: {detail}"}},
	Encoding:         {Error, value.Text{"en": "the file is not UTF-8 text; save it as UTF-8", "nl": "het bestand is geen UTF-8-tekst; sla het op als UTF-8"}},
	TooLarge:         {Error, value.Text{"en": "larger than the limit of {limit} bytes", "nl": "groter dan de grens van {limit} bytes"}},
	TooDeep:          {Error, value.Text{"en": "nested deeper than {limit} levels", "nl": "meer dan {limit} niveaus diep"}},
	ScalarTooLong:    {Error, value.Text{"en": "a value longer than {limit} bytes", "nl": "een waarde langer dan {limit} bytes"}},
	TooManyNodes:     {Error, value.Text{"en": "more than {limit} values in one file", "nl": "meer dan {limit} waarden in één bestand"}},
	Anchor:           {Error, value.Text{"en": "anchors, aliases and merge keys of YAML are not used here; quote a text that begins with & or *, or write the value out", "nl": "ankers, aliassen en samenvoegsleutels van YAML worden hier niet gebruikt; zet een tekst die met & of * begint tussen aanhalingstekens, of schrijf de waarde uit"}},
	Tag:              {Error, value.Text{"en": "YAML tags such as {tag} are not used here; quote the value if it is text", "nl": "YAML-tags zoals {tag} worden hier niet gebruikt; zet de waarde tussen aanhalingstekens als het tekst is"}},
	KeyNotString:     {Error, value.Text{"en": "the name of a field must be plain text", "nl": "de naam van een veld moet gewone tekst zijn"}},
	DuplicateKey:     {Error, value.Text{"en": "the field \"{key}\" stands twice", "nl": "het veld \"{key}\" staat er twee keer"}},
	BadCharacter:     {Error, value.Text{"en": "holds the character {character}, which no store or document can keep", "nl": "bevat het teken {character}, dat geen opslag of document kan bewaren"}},
	SeveralDocuments: {Error, value.Text{"en": "more than one YAML document in the file; put each in a file of its own", "nl": "meer dan één YAML-document in het bestand; zet elk in een eigen bestand"}},
	NotAMapping:      {Error, value.Text{"en": "a register begins with fields such as \"schema: ropa/v1\"; found {found}", "nl": "een register begint met velden zoals \"schema: ropa/v1\"; gevonden: {found}"}},
	SchemaMissing:    {Error, value.Text{"en": "looks like a part of a register but does not say \"schema: ropa/v1\"; write that on top", "nl": "lijkt een deel van een register maar vermeldt niet \"schema: ropa/v1\"; zet dat bovenaan"}},
	WrongVersion:     {Error, value.Text{"en": "the format must be \"ropa/v1\"; found \"{found}\"", "nl": "het formaat moet \"ropa/v1\" zijn; gevonden: \"{found}\""}},
	SkippedFile:      {Info, value.Text{"en": "left out: it does not say \"schema: ropa/v1\" and has no fields of a register", "nl": "overgeslagen: het vermeldt niet \"schema: ropa/v1\" en heeft geen velden van een register"}},
	EmptyFolder:      {Error, value.Text{"en": "no register in this folder: none of its .yaml, .yml and .json files says \"schema: ropa/v1\"", "nl": "geen register in deze map: geen van de .yaml-, .yml- en .json-bestanden vermeldt \"schema: ropa/v1\""}},

	UnknownField:  {Error, value.Text{"en": "unknown field \"{field}\" in {object}", "nl": "onbekend veld \"{field}\" in {object}"}},
	MissingField:  {Error, value.Text{"en": "{object} needs the field \"{field}\"", "nl": "{object} heeft het veld \"{field}\" nodig"}},
	WrongType:     {Error, value.Text{"en": "\"{field}\" must be {expected}; found {found}", "nl": "bij \"{field}\" hoort {expected}; gevonden: {found}"}},
	NullValue:     {Error, value.Text{"en": "\"{field}\" has no value; fill it in or leave the field out", "nl": "\"{field}\" heeft geen waarde; vul iets in of laat het veld weg"}},
	EmptyList:     {Error, value.Text{"en": "\"{field}\" is an empty list; leave it out", "nl": "\"{field}\" is een lege lijst; laat het veld weg"}},
	EmptyMap:      {Error, value.Text{"en": "\"{field}\" is empty; leave it out", "nl": "\"{field}\" is leeg; laat het veld weg"}},
	EmptyString:   {Error, value.Text{"en": "\"{field}\" is empty; fill it in or leave it out", "nl": "\"{field}\" is leeg; vul iets in of laat het veld weg"}},
	NoneMisplaced: {Error, value.Text{"en": "\"{field}\" cannot be none; leave it out", "nl": "\"{field}\" kan niet none zijn; laat het veld weg"}},
	UnknownValue:  {Error, value.Text{"en": "\"{found}\" is no value of \"{field}\"; expected {expected}", "nl": "\"{found}\" is geen waarde van \"{field}\"; verwacht: {expected}"}},
	DuplicateItem: {Error, value.Text{"en": "\"{found}\" stands twice in \"{field}\"", "nl": "\"{found}\" staat twee keer in \"{field}\""}},
	OneOf:         {Error, value.Text{"en": "{object} needs exactly one of the fields {fields}", "nl": "{object} heeft precies één van de velden {fields} nodig"}},
	IDForSeveral:  {Error, value.Text{"en": "an entry that stands for several cannot have an id; write them as entries of their own", "nl": "een regel die voor meerdere staat kan geen id hebben; schrijf ze als aparte regels"}},
	InvalidID:     {Error, value.Text{"en": "\"{found}\" is no identifier; expected lower-case letters and digits with single hyphens, such as bank-account", "nl": "\"{found}\" is geen id; verwacht: kleine letters en cijfers met enkele koppeltekens, zoals bank-account"}},
	InvalidDate:   {Error, value.Text{"en": "\"{found}\" is no date; expected YYYY-MM-DD, such as 2026-01-31", "nl": "\"{found}\" is geen datum; verwacht: JJJJ-MM-DD, zoals 2026-01-31"}},
	InvalidPeriod: {Error, value.Text{"en": "\"{found}\" is no period; expected P7Y for 7 years, P18M for 18 months, P4W for 4 weeks or P30D for 30 days (ISO 8601)", "nl": "\"{found}\" is geen termijn; verwacht: P7Y voor 7 jaar, P18M voor 18 maanden, P4W voor 4 weken of P30D voor 30 dagen (ISO 8601)"}},
	InvalidPlace:  {Error, value.Text{"en": "\"{found}\" is no country code; expected {expected}", "nl": "\"{found}\" is geen landcode; verwacht: {expected}"}},
	InvalidTongue: {Error, value.Text{"en": "\"{found}\" is no language tag; expected one of BCP 47 such as nl or en", "nl": "\"{found}\" is geen taalcode; verwacht: een code van BCP 47 zoals nl of en"}},
	InvalidEmail:  {Error, value.Text{"en": "\"{found}\" is no e-mail address; expected one such as privacy@example.org", "nl": "\"{found}\" is geen e-mailadres; verwacht: iets als privacy@example.org"}},
	InvalidNumber: {Error, value.Text{"en": "\"{found}\" is no whole number from 0 to 1000000000", "nl": "\"{found}\" is geen geheel getal van 0 tot 1000000000"}},
	InvalidString: {Error, value.Text{"en": "\"{found}\" is no value of \"{field}\"; expected {expected}", "nl": "\"{found}\" is geen waarde van \"{field}\"; verwacht: {expected}"}},
	Schema:        {Error, value.Text{"en": "does not fit the schema at {keyword}", "nl": "past niet op het schema bij {keyword}"}},

	ConflictingValue: {Error, value.Text{"en": "\"{field}\" is said differently in another file of the register", "nl": "\"{field}\" staat anders in een ander bestand van het register"}},
	DuplicateID:      {Error, value.Text{"en": "the id \"{id}\" is used twice in {kind}", "nl": "het id \"{id}\" wordt twee keer gebruikt in {kind}"}},

	DanglingReference: {Error, value.Text{"en": "\"{id}\" is not known: {kind} has no such id, here or in what the register extends", "nl": "\"{id}\" is onbekend: onder {kind} staat dit id niet, hier niet en in de woordenlijst niet"}},
	Cycle:             {Error, value.Text{"en": "\"{field}\" leads back to itself: {path}", "nl": "\"{field}\" leidt terug naar zichzelf: {path}"}},
	BaseNotFound:      {Error, value.Text{"en": "the register \"{id}\" under extends is not to be had: {detail}", "nl": "het register \"{id}\" onder extends is niet beschikbaar: {detail}"}},
	BundleParent:      {Error, value.Text{"en": "\"{id}\" is a bundle (it has includes) and cannot be the wider term (parent) of a category", "nl": "\"{id}\" is een bundel (heeft includes) en kan geen ruimere term (parent) van een categorie zijn"}},
	NoneContradicted:  {Error, value.Text{"en": "\"{field}\" is none here, but allActivities states some; name them under except", "nl": "\"{field}\" is hier none, maar allActivities noemt er; noem die onder except"}},
	FromAfterUntil:    {Error, value.Text{"en": "from ({from}) lies after until ({until})", "nl": "from ({from}) ligt na until ({until})"}},
	ReservedID:        {Error, value.Text{"en": "\"{id}\" is a word of the format and cannot be an id", "nl": "\"{id}\" is een woord van het formaat en kan geen id zijn"}},
	CertaintyField:    {Error, value.Text{"en": "certaintyOf names \"{field}\", which is no field of this entry", "nl": "certaintyOf noemt \"{field}\", dat geen veld van deze regel is"}},

	RulesVersion:     {Error, value.Text{"en": "a file of rules begins with \"schema: ropa/rules/v1\"; found {found}", "nl": "een bestand met regels begint met \"schema: ropa/rules/v1\"; gevonden: {found}"}},
	InvalidRuleCode:  {Error, value.Text{"en": "\"{found}\" is no code of a rule; expected 2 to 8 capitals, a hyphen and three digits, such as ACME-001", "nl": "\"{found}\" is geen code van een regel; verwacht: 2 tot 8 hoofdletters, een streepje en drie cijfers, zoals ACME-001"}},
	TakenRuleCode:    {Error, value.Text{"en": "codes that begin with {prefix} belong to the built-in rules; choose letters of your own", "nl": "codes die met {prefix} beginnen horen bij de ingebouwde regels; kies eigen letters"}},
	UnknownBraces:    {Error, value.Text{"en": "nothing fills \"{name}\" in braces here; there is {names}", "nl": "niets vult hier \"{name}\" tussen accolades in; er is {names}"}},
	Expression:       {Error, value.Text{"en": "the expression cannot be read: {detail}", "nl": "de expressie is niet te lezen: {detail}"}},
	ExpressionName:   {Error, value.Text{"en": "the expression asks for \"{name}\", which there is not here", "nl": "de expressie vraagt naar \"{name}\", dat er hier niet is"}},
	ExpressionTypes:  {Error, value.Text{"en": "\"{operator}\" does not go with values of these types: {types}", "nl": "\"{operator}\" past niet bij waarden van deze typen: {types}"}},
	ExpressionResult: {Error, value.Text{"en": "the expression must be true or false; this one is of the type {found}", "nl": "de expressie moet waar of onwaar zijn; deze is van het type {found}"}},
	ExpressionSize:   {Error, value.Text{"en": "the expression is too long or too deeply nested: {detail}", "nl": "de expressie is te lang of te diep genest: {detail}"}},
}

// hints are further words of advice, by the value of the arg "hint".
var hints = map[string]value.Text{
	"comma-in-braces": {"en": "a comma inside braces ends the text: quote the text", "nl": "een komma binnen accolades beëindigt de tekst: zet de tekst tussen aanhalingstekens"},
	"gb-not-uk":       {"en": "the United Kingdom is GB", "nl": "het Verenigd Koninkrijk is GB"},
	"gr-not-el":       {"en": "Greece is GR", "nl": "Griekenland is GR"},
	"or-none":         {"en": "or write none, where there are none", "nl": "of schrijf none, als er geen zijn"},
	"quote-text":      {"en": "quote the text", "nl": "zet de tekst tussen aanhalingstekens"},
	"plain-text":      {"en": "write {text: …} where no term fits", "nl": "schrijf {text: …} als geen term past"},
	"built-in-name":   {"en": "the built-in register is common; a path holds a slash: ./group.yaml", "nl": "het ingebouwde register is common; een pad bevat een schuine streep: ./groep.yaml"},
}

var didYouMean = value.Text{"en": "did you mean %s?", "nl": "bedoelde u %s?"}

// Codes returns all codes of problems in a fixed order.
func Codes() []Code {
	codes := make([]Code, 0, len(catalogue))
	for code := range catalogue {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}

// SeverityOf returns the severity of a code, and whether the catalogue has it.
func SeverityOf(code Code) (Severity, bool) {
	e, ok := catalogue[code]
	return e.severity, ok
}
