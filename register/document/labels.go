package document

import "github.com/openropa/ropa/register/words"

// allLabels are the labels of all documents.
var allLabels = []map[string]words.Entry{labels, valueLabels, registerLabels, columnLabels, shortLabels, dpiaLabels, findingLabels, layoutLabels, cnilLabels, noticeLabels, gapLabels}

// labels are the words of the documents in all languages. The words of
// fields and values are those of package words.
var labels = map[string]words.Entry{
	"not-stated":  {"not stated", "niet vermeld", "nicht angegeben", "non renseigné"},
	"none":        {"none", "geen", "keine", "néant"},
	"none-listed": {"none listed", "geen genoemd", "keine genannt", "aucune mentionnée"},
}

// valueLabels are the words of values that package words has none for.
var valueLabels = map[string]words.Entry{
	"value.gdpr":    {"General Data Protection Regulation (EU) 2016/679, GDPR", "Algemene verordening gegevensbescherming (EU) 2016/679, AVG", "Datenschutz-Grundverordnung (EU) 2016/679, DSGVO", "Règlement général sur la protection des données (UE) 2016/679, RGPD"},
	"value.uk-gdpr": {"UK General Data Protection Regulation, UK GDPR", "UK General Data Protection Regulation (Verenigd Koninkrijk), UK GDPR", "UK General Data Protection Regulation (Vereinigtes Königreich), UK GDPR", "UK General Data Protection Regulation (Royaume-Uni), UK GDPR"},
	"value.eudpr":   {"Regulation (EU) 2018/1725, for Union institutions", "Verordening (EU) 2018/1725, voor instellingen van de Unie", "Verordnung (EU) 2018/1725, für Organe der Union", "Règlement (UE) 2018/1725, pour les institutions de l’Union"},
	"value.led":     {"Directive (EU) 2016/680, law enforcement", "Richtlijn (EU) 2016/680, rechtshandhaving", "Richtlinie (EU) 2016/680, Strafverfolgung", "Directive (UE) 2016/680, matière pénale"},

	"value.subject-matter":    {"subject matter", "onderwerp", "Gegenstand", "objet"},
	"value.duration":          {"duration", "duur", "Dauer", "durée"},
	"value.nature":            {"nature of the processing", "aard van de verwerking", "Art der Verarbeitung", "nature du traitement"},
	"value.purpose":           {"purpose", "doel", "Zweck", "finalité"},
	"value.data":              {"type of personal data", "soort persoonsgegevens", "Art der personenbezogenen Daten", "type de données à caractère personnel"},
	"value.subjects":          {"categories of data subjects", "categorieën betrokkenen", "Kategorien betroffener Personen", "catégories de personnes concernées"},
	"value.controller-rights": {"obligations and rights of the controller", "verplichtingen en rechten van de verwerkings\u00adverantwoordelijke", "Pflichten und Rechte des Verantwortlichen", "obligations et droits du responsable du traitement"},

	"value.identity":          {"identity", "identiteit", "Identität", "état civil, identité"},
	"value.personal-life":     {"personal life", "persoonlijk leven", "Privatleben", "vie personnelle"},
	"value.professional-life": {"professional life", "beroepsleven", "Berufsleben", "vie professionnelle"},
	"value.economic":          {"economic and financial", "economisch en financieel", "wirtschaftliche und finanzielle Angaben", "informations d’ordre économique et financier"},
	"value.connection":        {"connection", "verbinding", "Verbindungsdaten", "données de connexion"},
	"value.internet":          {"internet", "internet", "Internet", "internet"},
	"value.national-number":   {"national number", "nationaal nummer", "nationale Kennziffer", "numéro national d’identification"},
	"value.hr":                {"data of staff", "personeelsgegevens", "Beschäftigtendaten", "données des ressources humaines"},
	"value.non-hr":            {"other than data of staff", "andere dan personeelsgegevens", "andere als Beschäftigtendaten", "autres que les données des ressources humaines"},
}
