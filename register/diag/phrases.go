package diag

import "github.com/openropa/ropa/register/value"

// phrases are what the args expected, found and detail say in English, in the
// other languages. What is quoted from a file stands in quotation marks and is
// none of these; nor are the lists of words of the format.
var phrases = map[string]value.Text{
	"a list":                                 {"nl": "een lijst"},
	"a list or none":                         {"nl": "een lijst of none"},
	"a list of mappings":                     {"nl": "een lijst van regels met sleutels"},
	"a list of mappings or of single values": {"nl": "een lijst van regels met sleutels of van losse waarden"},
	"a mapping":                              {"nl": "een regel met sleutels"},
	"a mapping of schemes to numbers":        {"nl": "een nummer per stelsel"},
	"a text":                                 {"nl": "een tekst"},
	"a text for each language":               {"nl": "een tekst per taal"},
	"a text, or one for each language":       {"nl": "een tekst, of een per taal"},
	"an identifier":                          {"nl": "een identificatie"},
	"a word":                                 {"nl": "een woord"},
	"a date":                                 {"nl": "een datum"},
	"a period":                               {"nl": "een termijn"},
	"a country code":                         {"nl": "een landcode"},
	"a language tag":                         {"nl": "een taalcode"},
	"an e-mail address":                      {"nl": "een e-mailadres"},
	"the name of a field":                    {"nl": "de naam van een veld"},
	"the code of a rule":                     {"nl": "de code van een regel"},
	"the code of a rule such as TRF-001":     {"nl": "de code van een regel, zoals TRF-001"},
	"true or false":                          {"nl": "true of false"},
	"a whole number":                         {"nl": "een geheel getal"},
	"a number":                               {"nl": "een getal"},
	"nothing":                                {"nl": "niets"},
	"two capital letters of ISO 3166-1 such as NL":            {"nl": "twee hoofdletters van ISO 3166-1, zoals NL"},
	"two capital letters of ISO 3166-1 such as NL, EEA or EU": {"nl": "twee hoofdletters van ISO 3166-1 zoals NL, of EEA of EU"},
	"no files can be read here":                               {"nl": "hier kunnen geen bestanden worden gelezen"},
	"too many registers":                                      {"nl": "te veel registers"},
	"there is no built-in register of that name":              {"nl": "er is geen ingebouwd register met die naam"},
	"the path leads outside the folder that may be read":      {"nl": "het pad leidt buiten de map die gelezen mag worden"},
	"no register there":                                       {"nl": "daar staat geen register"},
	"not a regular file":                                      {"nl": "geen gewoon bestand"},
	"text after the end of the document":                      {"nl": "tekst na het einde van het document"},
	"the text confuses the parser":                            {"nl": "de tekst is niet te ontleden"},
}
