package diag

import "slices"

// dutch are words that Dutch writers take for granted, and names of countries,
// with what the format calls them. Suggest names those that are possible where the
// word stands.
var dutch = map[string][]string{
	// Fields.
	"adres": {"address", "postal-address"}, "afspraken": {"agreements"}, "bewaartermijn": {"retention"}, "bewaartermijnen": {"retentionRules", "retention"},
	"betrokkene": {"subjects"}, "betrokkenen": {"subjects", "dataSubjects"}, "beschrijving": {"description"}, "contactgegevens": {"contact"},
	"doel": {"purpose", "purposes"}, "doelen": {"purposes"}, "doorgifte": {"transfers"}, "doorgiften": {"transfers"}, "gegevens": {"data", "dataCategories"},
	"grondslag": {"basis"}, "land": {"country"}, "locatie": {"locations"}, "maatregelen": {"measures"}, "naam": {"name"}, "omschrijving": {"description"},
	"ondertekend": {"signed"}, "ontvanger": {"to", "recipient"}, "ontvangers": {"disclosures", "recipients"}, "opmerking": {"note"}, "organisatie": {"organisation"},
	"overeenkomsten": {"agreements"}, "partij": {"party"}, "partijen": {"parties"}, "rechten": {"rights"}, "rol": {"as", "role"}, "soort": {"kind"},
	"subverwerkers": {"engages"}, "systemen": {"systems"}, "taal": {"language"}, "termijn": {"period", "retention"}, "toezichthouder": {"authority"},
	"tot": {"until"}, "vanaf": {"from"}, "verstrekkingen": {"disclosures"}, "verwerkingen": {"activities"}, "wet": {"law"},
	// Countries, also by their English names.
	"nederland": {"NL"}, "netherlands": {"NL"}, "thenetherlands": {"NL"}, "belgie": {"BE"}, "belgië": {"BE"}, "belgium": {"BE"},
	"duitsland": {"DE"}, "germany": {"DE"}, "frankrijk": {"FR"}, "france": {"FR"}, "ierland": {"IE"}, "ireland": {"IE"},
	"verenigdestaten": {"US"}, "vs": {"US"}, "usa": {"US"}, "unitedstates": {"US"}, "amerika": {"US"},
	"verenigdkoninkrijk": {"GB"}, "unitedkingdom": {"GB"}, "engeland": {"GB"}, "zwitserland": {"CH"}, "switzerland": {"CH"}, "india": {"IN"},
	"china": {"CN"}, "spanje": {"ES"}, "spain": {"ES"}, "italie": {"IT"}, "italië": {"IT"}, "italy": {"IT"}, "luxemburg": {"LU"}, "luxembourg": {"LU"},
	"polen": {"PL"}, "poland": {"PL"}, "zweden": {"SE"}, "sweden": {"SE"}, "denemarken": {"DK"}, "denmark": {"DK"}, "oostenrijk": {"AT"}, "austria": {"AT"},
	"europa": {"EEA", "EU"}, "europe": {"EEA", "EU"}, "europeseunie": {"EU"}, "europeseeconomischeruimte": {"EEA"},
	// Values.
	"actief": {"active"}, "afdeling": {"unit"}, "beeindigd": {"ended"}, "beëindigd": {"ended"}, "eer": {"EEA"}, "gepland": {"planned"},
	"gerechtvaardigdbelang": {"legitimate-interests"}, "gezamenlijkverantwoordelijke": {"joint-controller"}, "maximaal": {"at-most"}, "minimaal": {"at-least"},
	"modelcontract": {"scc"}, "modelcontractbepalingen": {"scc"}, "nee": {"false"}, "ja": {"true"}, "overeenkomst": {"contract", "agreement", "processor-contract"},
	"overheid": {"authority"}, "persoon": {"person"}, "tenhoogste": {"at-most"}, "tenminste": {"at-least"}, "toestemming": {"consent"},
	"verantwoordelijke": {"controller"}, "verwerker": {"processor"}, "verwerkersovereenkomst": {"processor-contract"}, "verwerkingsverantwoordelijke": {"controller"},
	"verwijderen": {"erase"}, "vernietigen": {"erase"}, "wettelijkeverplichting": {"legal-obligation"}, "wissen": {"erase"},
}

// fromDutch returns the candidates that a Dutch word stands for.
func fromDutch(plain string, candidates []string) []string {
	var names []string
	for _, word := range dutch[plain] {
		if slices.Contains(candidates, word) {
			names = append(names, word)
		}
	}
	return names
}
