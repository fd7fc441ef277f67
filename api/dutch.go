package api

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/openropa/ropa/register/value"
)

// dutch are the sentences of problems in Dutch, by what they are in English, in which
// they stand where they are needed. %s and %d stand for what differs.
var dutch = map[string]string{
	// The address, the query and the header.
	"The address takes %s.": "Dit adres kent %s.",
	"The address has a value that the operation does not take.":                       "Het adres heeft een waarde die de bewerking niet aanneemt.",
	"There is no such address; the contract is at /openapi.json.":                     "Dit adres is er niet; het contract staat op /openapi.json.",
	"The query is longer than %d bytes.":                                              "De vraag is langer dan %d bytes.",
	"The query is too long.":                                                          "De vraag is te lang.",
	"The query cannot be read.":                                                       "De vraag is niet te lezen.",
	"A percent sign needs two hexadecimal digits, and parameters are separated by &.": "Een procentteken heeft twee hexadecimale cijfers nodig, en parameters worden gescheiden door &.",
	"The query has parameters or values that the operation does not take.":            "De vraag heeft parameters of waarden die de bewerking niet kent.",
	"The header has values that the operation does not take.":                         "De header heeft waarden die de bewerking niet kent.",
	"The header stands more than once.":                                               "De header staat er meer dan eens.",
	"The operation has no such parameter.":                                            "De bewerking heeft deze parameter niet.",
	"The parameter %s is not of the form that the contract gives.":                    "De parameter %s heeft niet de vorm die het contract geeft.",
	"See the contract at /openapi.json.":                                              "Zie het contract op /openapi.json.",
	"See the contract.":                                                               "Zie het contract.",
	"It is required.":                                                                 "Het is verplicht.",
	"The value is empty; it is required.":                                             "De waarde is leeg; zij is verplicht.",
	"It stands more than once; several values are separated by commas.":               "De parameter staat er meer dan eens; meerdere waarden worden gescheiden door komma's.",
	"A value is empty; leave the parameter out to restrict nothing.":                  "Een waarde is leeg; laat de parameter weg om niets te beperken.",
	"It excludes another parameter that was sent; leave one of them out.":             "Deze parameter sluit een andere uit die ook is gestuurd; laat er een weg.",
	"Leave it out.": "Laat het weg.",

	"Expected %s.":                        "Verwacht: %s.",
	"true or false":                       "true of false",
	"a value":                             "een waarde",
	"a value of the form %s":              "een waarde van de vorm %s",
	"one of %s":                           "een van %s",
	"text in UTF-8":                       "tekst in UTF-8",
	"at most %d characters":               "hoogstens %d tekens",
	"a date, YYYY-MM-DD":                  "een datum, JJJJ-MM-DD",
	"a time such as 2026-11-22T10:00:00Z": "een tijdstip zoals 2026-11-22T10:00:00Z",
	"a whole number":                      "een geheel getal",
	"a whole number from %d to %d":        "een geheel getal van %d tot en met %d",
	"a whole number of at least %d":       "een geheel getal van ten minste %d",
	"The query asks for something that is no address.":                                                  "De vraag noemt iets dat geen adres is.",
	"Expected an identifier after the kind, such as activities/payments.":                               "Verwacht: een id na de soort, zoals activities/payments.",
	"Expected a kind of entry and an identifier, such as activities/payments, or register.":             "Verwacht: een soort en een id, zoals activities/payments, of register.",
	"Expected the ETag that was read, with its quotation marks; or *.":                                  "Verwacht: de ETag die is gelezen, met de aanhalingstekens; of *.",
	"The query asks for a version in more than one way: revision, at and approved exclude one another.": "De vraag noemt een versie op meer dan een manier: revision, at en approved sluiten elkaar uit.",

	// Pages.
	"The cursor is not one that this server gave for this list.":                                             "Deze cursor heeft deze server niet voor deze lijst gegeven.",
	"Take it from `next` or from the header Link.":                                                           "Neem hem uit `next` of uit de header Link.",
	"It belongs to another address or to other parameters; send the same ones for each page, but for limit.": "Hij hoort bij een ander adres of bij andere parameters; stuur voor elke pagina dezelfde, op limit na.",
	"The list has changed since the cursor was given; begin again without one.":                              "De lijst is gewijzigd nadat de cursor is gegeven; begin opnieuw zonder cursor.",
	"It belongs to another version of the register, or to another day.":                                      "Hij hoort bij een andere versie van het register, of bij een andere dag.",

	// The body.
	"The operation takes a body.":                                             "De bewerking vraagt een inhoud.",
	"The body is empty.":                                                      "De inhoud is leeg.",
	"The body ended before it was whole.":                                     "De inhoud eindigde voordat zij volledig was.",
	"The body is larger than %d bytes.":                                       "De inhoud is groter dan %d bytes.",
	"The body must be %s.":                                                    "De inhoud moet %s zijn.",
	"The body must not be compressed.":                                        "De inhoud mag niet gecomprimeerd zijn.",
	"Leave the header out and send the body as it is.":                        "Laat de header weg en stuur de inhoud zoals zij is.",
	"The body cannot be read.":                                                "De inhoud is niet te lezen.",
	"The body cannot be read. What is wrong stands under errors.":             "De inhoud is niet te lezen. Wat er mis is staat onder errors.",
	"What is wrong stands under errors.":                                      "Wat er mis is staat onder errors.",
	"It is not valid JSON.":                                                   "Het is geen geldige JSON.",
	"A merge patch is a JSON object.":                                         "Een merge patch is een JSON-object.",
	"Expected an object.":                                                     "Verwacht: een object.",
	"It is required here.":                                                    "Het is hier verplicht.",
	"The register has no identifier.":                                         "Het register heeft geen id.",
	"The identifier of the register is another one than that in the address.": "Het id van het register is een ander dan dat in het adres.",
	"The identifier in the body is another one than that in the address.":     "Het id in de inhoud is een ander dan dat in het adres.",
	"It must be the same.":                                                    "Het moet hetzelfde zijn.",
	"A patch cannot change the identifier.":                                   "Een patch kan het id niet wijzigen.",
	"It must stay the same.":                                                  "Het moet hetzelfde blijven.",

	// Who asks, and how often.
	"Send an API token or a token of the issuer: Authorization: Bearer ….": "Stuur een API-token of een token van de uitgever: Authorization: Bearer ….",
	"The token is not valid, or not any more.":                             "Het token is niet geldig, of niet meer.",
	"The issuer of the token cannot be asked for its keys.":                "De uitgever van het token kan niet om zijn sleutels worden gevraagd.",
	"It takes the role %s in all registers.":                               "Hiervoor is de rol %s in alle registers nodig.",
	"It takes the role %s in this register.":                               "Hiervoor is de rol %s in dit register nodig.",
	"It takes the role admin in all registers to make one.":                "Om een register te maken is de rol admin in alle registers nodig.",
	"Wait as long as Retry-After says.":                                    "Wacht zo lang als Retry-After zegt.",
	"Too many wait already; try again.":                                    "Er wachten er al te veel; probeer het opnieuw.",
	"It took too long.":                                                    "Het duurde te lang.",
	"Try again; a write that was sent may have been made.":                 "Probeer het opnieuw; een wijziging die is gestuurd kan zijn gemaakt.",
	"The fault is in the log under the identifier of the request.":         "De fout staat in het logboek onder het kenmerk van het verzoek.",

	// What there is not.
	"There is no such register.":                                    "Dit register is er niet.",
	"There is no such register, or not for the caller.":             "Dit register is er niet, of niet voor de aanroeper.",
	"The register is there, but not in this version.":               "Het register is er, maar niet in deze versie.",
	"The register has no such revision.":                            "Het register heeft deze revisie niet.",
	"The register was not there at that time.":                      "Het register was er toen niet.",
	"Nothing of the register has been approved yet.":                "Van het register is nog niets goedgekeurd.",
	"The register has no entry of this kind and identifier.":        "Het register heeft geen regel van deze soort met dit id.",
	"There is no such entry.":                                       "Deze regel is er niet.",
	"The register has no entry of this identifier.":                 "Het register heeft geen regel met dit id.",
	"The query names what the register does not know.":              "De vraag noemt iets wat het register niet kent.",
	"There are no terms of this kind.":                              "Er zijn geen termen van deze soort.",
	"The query names a rule that there is not.":                     "De vraag noemt een controleregel die er niet is.",
	"There is no such rule.":                                        "Deze controleregel is er niet.",
	"There is no such document.":                                    "Dit document is er niet.",
	"There is no such format.":                                      "Deze vorm is er niet.",
	"There is no such layout.":                                      "Deze indeling is er niet.",
	"There is no such activity, or none that the audience may see.": "Deze verwerking is er niet, of niet voor deze lezers.",
	"There is no such thing, or none that the audience may see.":    "Dit is er niet, of niet voor deze lezers.",
	"The register has no such activity.":                            "Het register heeft deze verwerking niet.",
	"The register has no such entry.":                               "Het register heeft deze regel niet.",

	// Documents.
	"The document does not take what the query asks.":            "Het document kent niet wat de vraag noemt.",
	"This document has no place for it.":                         "Dit document heeft er geen plaats voor.",
	"The document is about one activity; name it.":               "Het document gaat over één verwerking; noem die.",
	"This document is a ZIP file and has no other format.":       "Dit document is een ZIP-bestand en heeft geen andere vorm.",
	"This document is not for the public.":                       "Dit document is niet voor het publiek.",
	"Choose authority or internal.":                              "Kies authority of internal.",
	"A picture is of one activity or of one party, not of both.": "Een tekening is van één verwerking of van één partij, niet van beide.",

	// Writes.
	"The server reads these registers from files; change the files.":       "De server leest deze registers uit bestanden; wijzig de bestanden.",
	"Send If-Match with the ETag of the version that you read.":            "Stuur If-Match met de ETag van de versie die u hebt gelezen.",
	"Read it again, and make the change on the version that is there now.": "Lees het opnieuw, en maak de wijziging op de versie die er nu is.",
	"If-Match names a version, and there is none.":                         "If-Match noemt een versie, en er is er geen.",
	"It is the version that If-None-Match rules out.":                      "Het is de versie die If-None-Match uitsluit.",
	"If-Match names another version than the one that is there.":           "If-Match noemt een andere versie dan die er is.",
	"It is there already.":                                           "Het is er al.",
	"There is a register of this identifier already.":                "Er is al een register met dit id.",
	"The register has an entry of this kind and identifier already.": "Het register heeft al een regel van deze soort met dit id.",
	"It is used already.":                                            "Het is al gebruikt.",
	"The entry stands in a register that this one extends; change it there, or add one of the same identifier here.": "De regel staat in een register waarop dit voortbouwt; wijzig haar daar, of voeg hier een toe met hetzelfde id.",
	"Others change the register all the time; try again.":                                                            "Anderen wijzigen het register voortdurend; probeer het opnieuw.",
	"Somebody changed it meanwhile.":                                                                                 "Iemand heeft het intussen gewijzigd.",
	"Other entries refer to it.":                                                                                     "Andere regels verwijzen ernaar.",
	"This entry refers to it.":                                                                                       "Deze regel verwijst ernaar.",
	"Other registers extend it.":                                                                                     "Andere registers bouwen erop voort.",
	"A register that extends this one refers to what would be gone.":                                                 "Een register dat op dit voortbouwt verwijst naar wat zou verdwijnen.",
	"The register would extend one that extends it.":                                                                 "Het register zou voortbouwen op een dat op dit voortbouwt.",
	"The register %s extends it.":                                                                                    "Het register %s bouwt erop voort.",
	"Another register extends it.":                                                                                   "Een ander register bouwt erop voort.",
	"The register %s refers to it.":                                                                                  "Het register %s verwijst ernaar.",
	"Another register refers to it.":                                                                                 "Een ander register verwijst ernaar.",
	"Another register extended it when it was approved last; approve a later revision of that, or remove it.":    "Een ander register bouwde erop voort toen dat voor het laatst werd goedgekeurd; keur daarvan een latere revisie goed, of verwijder het.",
	"The key was used for another request: to another address, or with a body that is not the same to the byte.": "De sleutel is voor een ander verzoek gebruikt: naar een ander adres, of met een inhoud die niet tot op de byte dezelfde is.",
	"Take a new key for each request, and send the same bytes with the same key.":                                "Neem voor elk verzoek een nieuwe sleutel, en stuur met dezelfde sleutel dezelfde bytes.",
	"What was made with this key was removed with its register.":                                                 "Wat met deze sleutel is gemaakt, is met het register verwijderd.",
	"Take a new key to make it again.": "Neem een nieuwe sleutel om het opnieuw te maken.",

	"Send If-None-Match: * to add it here.": "Stuur If-None-Match: * om het hier toe te voegen.",
	"Send If-None-Match: * to make it.":     "Stuur If-None-Match: * om het te maken.",

	// Approval.
	"Among the changes to be approved, in the register or in what it extends, are your own; somebody else must approve them.": "Onder de wijzigingen die worden goedgekeurd, in het register of waarop het voortbouwt, zijn die van u; een ander moet ze goedkeuren.",
	"The revision is approved already.":                        "De revisie is al goedgekeurd.",
	"What the register extends has changed; look at it again.": "Waarop het register voortbouwt is gewijzigd; bekijk het opnieuw.",
}

// pattern is a sentence of which parts differ.
type pattern struct {
	english *regexp.Regexp
	dutch   string
}

// patterns are the sentences with %s or %d, the longest first: the nearest fits.
var patterns = sync.OnceValue(func() []pattern {
	var all []pattern
	keys := sortedKeys(dutch)
	slices.SortStableFunc(keys, func(a, b string) int { return len(b) - len(a) })
	for _, key := range keys {
		if !strings.Contains(key, "%") {
			continue
		}
		form := strings.NewReplacer("%s", "(.+)", "%d", "([0-9]+)").Replace(regexp.QuoteMeta(key))
		all = append(all, pattern{regexp.MustCompile("^" + form + "$"), strings.ReplaceAll(dutch[key], "%d", "%s")})
	}
	return all
})

// told is a sentence in the language of a caller: Dutch, or English for all others.
// What a register's problems say is in that language already.
func told(sentence string, language value.Language) string {
	if language != "nl" {
		return sentence
	}
	if said, ok := dutch[sentence]; ok {
		return said
	}
	for _, p := range patterns() {
		found := p.english.FindStringSubmatch(sentence)
		if found == nil {
			continue
		}
		args := make([]any, 0, len(found)-1)
		for _, part := range found[1:] {
			args = append(args, told(part, language))
		}
		return fmt.Sprintf(p.dutch, args...)
	}
	return sentence
}

// toldAll are the details of a problem in the language of a caller.
func toldAll(details []ProblemDetail, language value.Language) []ProblemDetail {
	all := slices.Clone(details)
	for i := range all {
		all[i].Detail = told(all[i].Detail, language)
	}
	return all
}
