package document

import "github.com/openropa/ropa/register/words"

// allLabels are the labels of all documents.
var allLabels = []map[string]words.Entry{labels, valueLabels, registerLabels, columnLabels, shortLabels}

// labels are the words of the documents in English and Dutch. The words of
// fields and values are those of package words.
var labels = map[string]words.Entry{
	"not-stated":  {"not stated", "niet vermeld"},
	"none":        {"none", "geen"},
	"none-listed": {"none listed", "geen genoemd"},
}

// valueLabels are the words of values that package words has none for.
var valueLabels = map[string]words.Entry{
	"value.gdpr":    {"General Data Protection Regulation (EU) 2016/679, GDPR", "Algemene verordening gegevensbescherming (EU) 2016/679, AVG"},
	"value.uk-gdpr": {"UK General Data Protection Regulation, UK GDPR", "UK General Data Protection Regulation (Verenigd Koninkrijk), UK GDPR"},
	"value.eudpr":   {"Regulation (EU) 2018/1725, for Union institutions", "Verordening (EU) 2018/1725, voor instellingen van de Unie"},
	"value.led":     {"Directive (EU) 2016/680, law enforcement", "Richtlijn (EU) 2016/680, rechtshandhaving"},

	"value.subject-matter":    {"subject matter", "onderwerp"},
	"value.duration":          {"duration", "duur"},
	"value.nature":            {"nature of the processing", "aard van de verwerking"},
	"value.purpose":           {"purpose", "doel"},
	"value.data":              {"type of personal data", "soort persoonsgegevens"},
	"value.subjects":          {"categories of data subjects", "categorieën betrokkenen"},
	"value.controller-rights": {"obligations and rights of the controller", "verplichtingen en rechten van de verwerkings\u00adverantwoordelijke"},

	"value.identity":          {"identity", "identiteit"},
	"value.personal-life":     {"personal life", "persoonlijk leven"},
	"value.professional-life": {"professional life", "beroepsleven"},
	"value.economic":          {"economic and financial", "economisch en financieel"},
	"value.connection":        {"connection", "verbinding"},
	"value.internet":          {"internet", "internet"},
	"value.national-number":   {"national number", "nationaal nummer"},
	"value.hr":                {"data of staff", "personeelsgegevens"},
	"value.non-hr":            {"other than data of staff", "andere dan personeelsgegevens"},
}
