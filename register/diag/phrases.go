package diag

import "github.com/openropa/ropa/register/value"

// phrases are words for what the args expected, found and detail say in short
// English. Where people need plainer English, it stands here too. What is quoted
// from a file stands in quotation marks and is none of these; nor are the lists
// of words of the format.
var phrases = map[string]value.Text{
	"a list":                                 {"nl": "een lijst"},
	"a list or none":                         {"nl": "een lijst of none"},
	"a list of mappings":                     {"en": "a list of entries with fields", "nl": "een lijst van regels met velden"},
	"a list of mappings or of single values": {"en": "a list of entries with fields, or of single values", "nl": "een lijst van regels met velden, of van losse waarden"},
	"a mapping":                              {"en": "a group of fields", "nl": "een groep velden"},
	"a mapping of schemes to numbers":        {"en": "a number for each scheme, such as kvk: \"12345678\"", "nl": "een nummer per soort, zoals kvk: \"12345678\""},
	"a text":                                 {"nl": "een tekst"},
	"a text for each language":               {"nl": "een tekst per taal"},
	"a text, or one for each language":       {"nl": "een tekst, of een tekst per taal"},
	"an identifier":                          {"nl": "een id"},
	"a word":                                 {"nl": "een woord"},
	"a date":                                 {"nl": "een datum"},
	"a period":                               {"nl": "een termijn"},
	"a country code":                         {"nl": "een landcode"},
	"a language tag":                         {"nl": "een taalcode"},
	"an e-mail address":                      {"nl": "een e-mailadres"},
	"the name of a field":                    {"nl": "de naam van een veld"},
	"the code of a rule":                     {"nl": "de code van een regel"},
	"the code of a rule such as TRF-001":     {"nl": "de code van een regel, zoals TRF-001"},
	"true or false":                          {"en": "true (yes) or false (no)", "nl": "true (ja) of false (nee)"},
	"a whole number":                         {"nl": "een geheel getal"},
	"a number":                               {"nl": "een getal"},
	"nothing":                                {"nl": "niets"},
	"two capital letters of ISO 3166-1 such as NL":            {"nl": "de code van twee hoofdletters (ISO 3166-1), zoals NL"},
	"two capital letters of ISO 3166-1 such as NL, EEA or EU": {"nl": "de code van twee hoofdletters (ISO 3166-1), zoals NL, of EEA (EER) of EU"},
	"no files can be read here":                               {"nl": "hier kunnen geen bestanden worden gelezen"},
	"too many registers":                                      {"nl": "te veel registers"},
	"there is no built-in register of that name":              {"nl": "er is geen ingebouwd register met die naam"},
	"the path leads outside the folder that may be read":      {"nl": "het pad leidt buiten de map die gelezen mag worden"},
	"no register there":                                       {"nl": "daar staat geen register"},
	"not a regular file":                                      {"nl": "geen gewoon bestand"},
	"text after the end of the document":                      {"nl": "tekst na het einde van het document"},
	"the text confuses the parser":                            {"en": "it cannot be made out", "nl": "er is niet uit op te maken wat er staat"},

	// What is said of the expressions of rules.
	"an expression cannot make objects":                                       {"nl": "een expressie kan geen objecten maken"},
	"it ends too early":                                                       {"nl": "die houdt te vroeg op"},
	"what matches gets is no regular expression":                              {"nl": "wat matches krijgt is geen reguliere expressie"},
	"isNone wants a field of an object, such as isNone(activity.disclosures)": {"nl": "isNone vraagt een veld van een object, zoals isNone(activity.disclosures)"},

	// What the YAML reader says, in words for whoever does not know YAML.
	"found character that cannot start any token (while scanning for the next token)": {
		"en": "a tab, or a text beginning with @, ` or %; indent with spaces, quote the text",
		"nl": "een tab of een tekst met @, ` of % vooraan: gebruik spaties of aanhalingstekens",
	},
	"found a tab character that violates indentation (while scanning a plain scalar)": {
		"en": "a tab; indent with spaces",
		"nl": "een tab; spring in met spaties",
	},
	"found a tab character where an indentation space is expected (while scanning a block scalar)": {
		"en": "a tab; indent with spaces",
		"nl": "een tab; spring in met spaties",
	},
	"mapping values are not allowed in this context": {
		"en": "a colon too many, one missing on the line above, or wrong indentation",
		"nl": "een dubbele punt te veel, of te weinig op de regel erboven, of fout ingesprongen",
	},
	"mapping keys are not allowed in this context": {
		"en": "a question mark cannot stand alone here; quote the text",
		"nl": "hier kan geen los vraagteken staan; zet de tekst tussen aanhalingstekens",
	},
	"block sequence entries are not allowed in this context": {
		"en": "a dash is out of place; begin the list on a line of its own",
		"nl": "hier hoort geen streepje; begin de lijst op een eigen regel",
	},
	"could not find expected ':' (while scanning a simple key)": {
		"en": "a colon is missing after the name of a field, or the space behind it",
		"nl": "er ontbreekt een dubbele punt na de naam van een veld, of de spatie erachter",
	},
	"did not find expected key (while parsing a block mapping)": {
		"en": "does not fit the lines above; look at the indentation and the quotation marks",
		"nl": "past niet bij de regels erboven; kijk naar het inspringen en de aanhalingstekens",
	},
	"did not find expected '-' indicator (while parsing a block collection)": {
		"en": "does not fit the list above; a dash is missing, or the indentation is wrong",
		"nl": "past niet bij de lijst erboven; er ontbreekt een streepje of spatie vooraan",
	},
	"did not find expected ',' or '}' (while parsing a flow mapping)": {
		"en": "a comma or the closing brace } is missing",
		"nl": "er ontbreekt een komma of de sluitende accolade }",
	},
	"did not find expected ',' or ']' (while parsing a flow sequence)": {
		"en": "a comma or the closing bracket ] is missing",
		"nl": "er ontbreekt een komma of het sluitende haakje ]",
	},
	"did not find expected node content": {
		"en": "a value is missing",
		"nl": "er ontbreekt een waarde",
	},
	"found unexpected end of stream (while scanning a quoted scalar)": {
		"en": "a quotation mark is not closed",
		"nl": "een aanhalingsteken is niet gesloten",
	},
	"found unknown escape character (while scanning a quoted scalar)": {
		"en": "a backslash between double quotes; use single quotes",
		"nl": "een backslash tussen dubbele aanhalingstekens; gebruik enkele",
	},
	"did not find expected alphabetic or numeric character (while scanning an alias)": {
		"en": "a text that begins with * must be quoted",
		"nl": "een tekst die met * begint, moet tussen aanhalingstekens",
	},
	"did not find expected alphabetic or numeric character (while scanning an anchor)": {
		"en": "a text that begins with & must be quoted",
		"nl": "een tekst die met & begint, moet tussen aanhalingstekens",
	},
	"did not find expected comment or line break (while scanning a block scalar)": {
		"en": "after | or > the text begins on the next line; or quote the text",
		"nl": "na | of > begint de tekst op de volgende regel; of gebruik aanhalingstekens",
	},
	"did not find expected <document start>": {
		"en": "does not fit the lines above; look at the indentation",
		"nl": "past niet bij de regels erboven; kijk naar het inspringen",
	},
}
