package document

import "github.com/openropa/ropa/register/words"

// Heads of columns that templates have in common, in the words of the law.
var (
	subjectsTitle = words.Entry{"Categories of data subjects", "Categorieën betrokkenen", "Kategorien betroffener Personen", "Catégories de personnes concernées"}
	dataTitle     = words.Entry{"Categories of personal data", "Categorieën persoonsgegevens", "Kategorien personenbezogener Daten", "Catégories de données à caractère personnel"}
	specialTitle  = words.Entry{
		"Special categories of personal data (Art. 9)", "Bijzondere categorieën persoonsgegevens (art. 9)",
		"Besondere Kategorien personenbezogener Daten (Art. 9)", "Catégories particulières de données (art. 9)",
	}
	criminalTitle = words.Entry{
		"Data on convictions and offences (Art. 10)", "Strafrechtelijke gegevens (art. 10)",
		"Daten über Verurteilungen und Straftaten (Art. 10)", "Données relatives aux condamnations et infractions (art. 10)",
	}
	recipientsTitle = words.Entry{"Categories of recipients", "Categorieën ontvangers", "Kategorien von Empfängern", "Catégories de destinataires"}
	transfersTitle  = words.Entry{
		"Transfers to third countries or international organisations", "Doorgiften aan derde landen of internationale organisaties",
		"Übermittlungen an Drittländer oder internationale Organisationen", "Transferts vers des pays tiers ou à des organisations internationales",
	}
	retentionTitle = words.Entry{"Time limits for erasure", "Bewaartermijnen", "Fristen für die Löschung", "Délais prévus pour l’effacement"}
	measuresTitle  = words.Entry{
		"Technical and organisational security measures", "Technische en organisatorische beveiligings\u00admaatregelen",
		"Technische und organisatorische Maßnahmen", "Mesures de sécurité techniques et organisationnelles",
	}
	basisTitle    = words.Entry{"Legal basis", "Grondslag", "Rechtsgrundlage", "Base juridique"}
	purposesTitle = words.Entry{"Purposes of the processing", "Doeleinden van de verwerking", "Zwecke der Verarbeitung", "Finalités du traitement"}
	sourceTitle   = words.Entry{"Source of the data", "Bron van de gegevens", "Herkunft der Daten", "Source des données"}
)

// Fields behind columns that templates have in common.
var (
	transferFields = []string{
		"activities[].transfers", "parties[].country", "parties[].locations", "activities[].disclosures[].locations",
		"activities[].disclosures[].transfers[].tool", "activities[].disclosures[].transfers[].safeguards", "parties[].transfers",
	}
	retentionFields = []string{"activities[].data[].retention", "activities[].retention", "retentionRules[].period", "retentionRules[].criterion", "retentionRules[].startsAt"}
	measureFields   = []string{"activities[].measures", "organisation.measures", "allActivities.measures"}
)
