package law

import "github.com/openropa/ropa/register/value"

var (
	books     = []string{"invoice-data", "order-data", "payment-transactions", "contract-data", "salary", "payroll-data"}
	sales     = []string{"invoice-data", "order-data", "payment-transactions", "delivery-data", "country-of-residence"}
	yearEnd   = []string{"financial-year-end"}
	calendar  = []string{"calendar-year-end"}
	leaving   = []string{"employment-end"}
	ecommerce = from("2021-07-01")
)

// retentions holds the periods of the Union and the Netherlands. Those of
// another country are added as entries with its code.
var retentions = []Retention{
	{ID: "eu-vat-oss", Country: value.EU, Kind: RetentionMinimum, Period: "P10Y", StartsAt: calendar, YearOf: "transaction", Data: sales, Provision: "eu-vat-oss-369k",
		Scope: text("sales declared under the one-stop shop for VAT (OSS), with the evidence of where the customer is",
			"verkopen die zijn aangegeven via het éénloketsysteem voor de btw (OSS), met het bewijs waar de klant zich bevindt"),
		Term: ecommerce, Verified: checkedIn("Directive 2006/112/EC, Art. 369k; Implementing Regulation (EU) 282/2011, Art. 63c")},
	{ID: "eu-vat-platform", Country: value.EU, Kind: RetentionMinimum, Period: "P10Y", StartsAt: calendar, YearOf: "transaction", Data: sales, Provision: "eu-vat-242a",
		Scope: text("sales of others that a marketplace or platform makes possible", "verkopen van anderen die een marktplaats of platform mogelijk maakt"),
		Term:  ecommerce, Verified: unchecked("Directive 2006/112/EC, Art. 242a")},

	{ID: "nl-books", Country: "NL", Kind: RetentionMinimum, Period: "P7Y", StartsAt: yearEnd, Data: books, Provision: "nl-awr-52",
		Scope: text("the books: invoices, orders, payments, contracts, payroll; not wish lists, newsletters or extras of an account; what is still current stays on until it no longer is",
			"de administratie: facturen, bestellingen, betalingen, overeenkomsten, loonadministratie; niet verlanglijstjes, nieuwsbrieven of extra's van een account; wat nog actueel is, blijft tot het dat niet meer is"),
		Verified: checkedIn("Algemene wet inzake rijksbelastingen, art. 52(4)")},
	{ID: "nl-books-legal-person", Country: "NL", Kind: RetentionMinimum, Period: "P7Y", StartsAt: yearEnd, Data: books, Provision: "nl-bw-2-10",
		Scope:    text("the books of a legal person", "de administratie van een rechtspersoon"),
		Verified: checkedIn("Burgerlijk Wetboek, art. 2:10(3)")},
	{ID: "nl-books-business", Country: "NL", Kind: RetentionMinimum, Period: "P7Y", StartsAt: yearEnd, Data: books, Provision: "nl-bw-3-15i",
		Scope:    text("the books of anybody who carries on a business or a profession", "de administratie van ieder die een bedrijf of beroep uitoefent"),
		Verified: checkedIn("Burgerlijk Wetboek, art. 3:15i")},
	{ID: "nl-immovable-property", Country: "NL", Kind: RetentionMinimum, Period: "P9Y", StartsAt: yearEnd, Data: []string{"invoice-data", "contract-data"}, Provision: "nl-wet-ob-34a",
		Scope: text("immovable property and rights to it: nine years after the year of first use, ten years in all",
			"onroerende zaken en rechten daarop: negen jaar na het jaar van ingebruikneming, samen tien jaar"),
		Verified: checkedIn("Belastingdienst, administratie bewaren; Wet op de omzetbelasting 1968, art. 34a")},
	{ID: "nl-payroll-forms", Country: "NL", Kind: RetentionMinimum, Period: "P5Y", StartsAt: calendar, YearOf: "employment-end", Data: []string{"tax-number", "national-id", "name", "date-of-birth"}, Provision: "nl-wet-lb-28",
		Scope: text("statements of employees for the payroll tax, and decisions that they handed over: five whole calendar years after the employment ended",
			"opgaven van werknemers voor de loonheffingen en beschikkingen die zij afgaven: vijf volle kalenderjaren na het einde van de dienstbetrekking"),
		Verified: checkedIn("Belastingdienst, Handboek Loonheffingen; Uitvoeringsregeling loonbelasting 2011")},
	{ID: "nl-payroll-identity", Country: "NL", Kind: RetentionMinimum, Period: "P5Y", StartsAt: calendar, YearOf: "employment-end", Data: []string{"identity-document", "national-id"}, Provision: "nl-wet-lb-ident",
		Scope: text("the copy of the identity document of an employee: five whole calendar years after the employment ended",
			"de kopie van het identiteitsbewijs van een werknemer: vijf volle kalenderjaren na het einde van de dienstbetrekking"),
		Verified: checkedIn("Belastingdienst, Handboek Loonheffingen; Uitvoeringsregeling loonbelasting 2011")},
	{ID: "nl-working-hours", Country: "NL", Kind: RetentionMinimum, Period: "P52W", StartsAt: []string{"collection"}, Data: []string{"working-hours"}, Provision: "nl-atb-3-2-1",
		Scope:    text("hours worked and rested", "gewerkte uren en rusttijden"),
		Verified: unchecked("Arbeidstijdenbesluit, art. 3.2:1")},
	{ID: "nl-anti-money-laundering", Country: "NL", Kind: RetentionMinimum, Period: "P5Y", StartsAt: []string{"contract-end", "transaction"}, Data: []string{"identity-data", "identity-document", "payment-transactions"}, Provision: "nl-wwft-33",
		Scope: text("customer due diligence of an institution under the Wwft: after the end of the relation or after the transaction",
			"cliëntenonderzoek van een instelling onder de Wwft: na het einde van de relatie of na de transactie"),
		Verified: checkedIn("Wet ter voorkoming van witwassen en financieren van terrorisme, art. 33(3)")},
	{ID: "nl-medical-file", Country: "NL", Kind: RetentionMinimum, Period: "P20Y", StartsAt: []string{"record-changed"}, Data: []string{"diagnosis", "treatment-data", "medication"}, Provision: "nl-wgbo-454",
		Scope: text("the file of a care provider; longer where good care asks for it", "het dossier van een hulpverlener; langer waar goede zorg dat vergt"),
		Term:  from("2020-01-01"), Verified: unchecked("Burgerlijk Wetboek, art. 7:454(3)")},

	{ID: "nl-applicants", Country: "NL", Kind: RetentionGuidance, Period: "P4W", StartsAt: []string{"application-rejected"}, Data: []string{"cv", "education-data", "references", "correspondence"},
		Scope:    text("data of applicants, from the end of the procedure", "gegevens van sollicitanten, vanaf het einde van de procedure"),
		Verified: checkedIn("Autoriteit Persoonsgegevens, sollicitatiegegevens")},
	{ID: "nl-applicants-consent", Country: "NL", Kind: RetentionGuidance, Period: "P1Y", StartsAt: []string{"application-rejected"}, Data: []string{"cv", "education-data", "references", "correspondence"}, WithConsent: true,
		Scope:    text("data of applicants who agreed to be kept for a later post", "gegevens van sollicitanten die instemden met bewaren voor een latere functie"),
		Verified: checkedIn("Autoriteit Persoonsgegevens, sollicitatiegegevens")},
	{ID: "nl-cameras", Country: "NL", Kind: RetentionGuidance, Period: "P4W", StartsAt: []string{"recording"}, Data: []string{"camera-images"},
		Scope:    text("camera images; those of an incident until it is settled", "camerabeelden; die van een incident tot het is afgehandeld"),
		Verified: checkedIn("Autoriteit Persoonsgegevens, cameratoezicht")},
	{ID: "nl-personnel-file", Country: "NL", Kind: RetentionGuidance, Period: "P2Y", StartsAt: leaving, Data: []string{"performance-data", "sickness-absence", "employment-contract"},
		Scope:    text("the rest of a personnel file", "het overige van een personeelsdossier"),
		Verified: unchecked("Autoriteit Persoonsgegevens, personeelsdossier")},
	{ID: "nl-claims-contract", Country: "NL", Kind: RetentionGuidance, Period: "P5Y", StartsAt: []string{"contract-end"}, Data: []string{"contract-data", "correspondence"}, Provision: "nl-bw-3-307",
		Scope: text("what is needed for claims from a contract, which lapse after five years: a reason to keep, no duty",
			"wat nodig is voor vorderingen uit overeenkomst, die na vijf jaar verjaren: een reden om te bewaren, geen plicht"),
		Verified: checkedIn("Burgerlijk Wetboek, art. 3:307")},
	{ID: "nl-claims-damages", Country: "NL", Kind: RetentionGuidance, Period: "P5Y", StartsAt: []string{"last-contact"}, Data: []string{"complaint-data", "correspondence"}, Provision: "nl-bw-3-310",
		Scope: text("what is needed for claims for damages, which lapse five years after the damage and who did it are known, after twenty years in any case: a reason to keep, no duty",
			"wat nodig is voor schadevorderingen, die verjaren vijf jaar nadat schade en dader bekend zijn, in elk geval na twintig jaar: een reden om te bewaren, geen plicht"),
		Verified: checkedIn("Burgerlijk Wetboek, art. 3:310")},
}
