package law

import (
	"slices"

	"github.com/openropa/ropa/register/value"
)

// DPIAItem is an item of an authority's list of processing for which a data
// protection impact assessment is always required (Art. 35(4)).
type DPIAItem struct {
	ID string
	// Authority is the id of the supervisory authority.
	Authority string
	// Number is its place in the list.
	Number int
	// Name is the name of the item in the language of the list.
	Name string
	// Criteria are ids of criteria of which one at least must be met for the item
	// to apply: most ask for a large scale or for systematic monitoring. Nil: the
	// item applies to any such processing.
	Criteria []string
	// Says is what processing it is.
	Says value.Text
	Term
	Verified
}

const apList = "Staatscourant 2019, 64418"

var (
	largeOrSystematic = []string{"large-scale", "systematic-monitoring"}
	large             = []string{"large-scale"}
	listed            = from("2019-11-27")
)

var dpiaItems = []DPIAItem{
	{"nl-ap-1", "ap-nl", 1, "Heimelijk onderzoek", largeOrSystematic,
		text("collecting data by investigation without telling the data subject beforehand; hidden cameras of an employer in every case",
			"gegevens verzamelen door onderzoek zonder de betrokkene vooraf in te lichten; verborgen camera's van een werkgever in elk geval"), listed, checkedIn(apList)},
	{"nl-ap-2", "ap-nl", 2, "Zwarte lijsten", nil,
		text("data on offences, unlawful or disturbing behaviour or bad payment, shared with third parties",
			"gegevens over strafbare feiten, onrechtmatig of hinderlijk gedrag of slecht betalen, die met derden worden gedeeld"), listed, checkedIn(apList)},
	{"nl-ap-3", "ap-nl", 3, "Fraudebestrijding", largeOrSystematic,
		text("fighting fraud", "bestrijden van fraude"), listed, checkedIn(apList)},
	{"nl-ap-4", "ap-nl", 4, "Creditscores", largeOrSystematic,
		text("estimates of creditworthiness, made or used", "inschattingen van kredietwaardigheid, gemaakt of gebruikt"), listed, checkedIn(apList)},
	{"nl-ap-5", "ap-nl", 5, "Financiële situatie", largeOrSystematic,
		text("financial data that show income, wealth or spending", "financiële gegevens waaruit inkomen, vermogen of bestedingen blijken"), listed, checkedIn(apList)},
	{"nl-ap-6", "ap-nl", 6, "Genetische persoonsgegevens", largeOrSystematic,
		text("genetic data", "genetische gegevens"), listed, checkedIn(apList)},
	{"nl-ap-7", "ap-nl", 7, "Gezondheidsgegevens", large,
		text("data on health; not by a single doctor or care professional", "gegevens over gezondheid; niet door één arts of zorgverlener"), listed, checkedIn(apList)},
	{"nl-ap-8", "ap-nl", 8, "Samenwerkingsverbanden", nil,
		text("public bodies and others exchanging special categories or sensitive data in a partnership",
			"overheden en anderen die in een samenwerkingsverband bijzondere of gevoelige gegevens uitwisselen"), listed, unchecked(apList)},
	{"nl-ap-9", "ap-nl", 9, "Cameratoezicht", largeOrSystematic,
		text("monitoring places open to the public with cameras, webcams or drones", "toezicht op openbaar toegankelijke plaatsen met camera's, webcams of drones"), listed, unchecked(apList)},
	{"nl-ap-10", "ap-nl", 10, "Flexibel cameratoezicht", largeOrSystematic,
		text("cameras on clothes, helmets or vehicles", "camera's op kleding, helmen of voertuigen"), listed, unchecked(apList)},
	{"nl-ap-11", "ap-nl", 11, "Controle werknemers", largeOrSystematic,
		text("monitoring what employees do", "controleren wat werknemers doen"), listed, unchecked(apList)},
	{"nl-ap-12", "ap-nl", 12, "Locatiegegevens", largeOrSystematic,
		text("location data of natural persons", "locatiegegevens van natuurlijke personen"), listed, unchecked(apList)},
	{"nl-ap-13", "ap-nl", 13, "Communicatiegegevens", largeOrSystematic,
		text("data on the communication of natural persons, metadata included", "gegevens over de communicatie van natuurlijke personen, ook metagegevens"), listed, unchecked(apList)},
	{"nl-ap-14", "ap-nl", 14, "Internet of things", largeOrSystematic,
		text("data made by devices that are connected to the internet", "gegevens van apparaten die met internet verbonden zijn"), listed, unchecked(apList)},
	{"nl-ap-15", "ap-nl", 15, "Profilering", nil,
		text("systematic and extensive evaluation of personal aspects by automated processing",
			"stelselmatige en uitgebreide beoordeling van persoonlijke aspecten door geautomatiseerde verwerking"), listed, checkedIn(apList)},
	{"nl-ap-16", "ap-nl", 16, "Observatie en beïnvloeding van gedrag", large,
		text("systematic automated observation or influencing of behaviour, online advertising based on it included",
			"stelselmatige geautomatiseerde observatie of beïnvloeding van gedrag, ook voor online reclame op grond daarvan"), listed, checkedIn(apList)},
	{"nl-ap-17", "ap-nl", 17, "Biometrische gegevens", largeOrSystematic,
		text("biometric data for identifying a natural person", "biometrische gegevens om een natuurlijke persoon te identificeren"), listed, checkedIn(apList)},
}

// DPIAItems returns the items of the authorities' lists.
func DPIAItems() []DPIAItem { return cloned(dpiaItems) }

// FindDPIAItem returns the item with an id.
func FindDPIAItem(id string) (DPIAItem, bool) {
	i := slices.IndexFunc(dpiaItems, func(item DPIAItem) bool { return item.ID == id })
	if i < 0 {
		return DPIAItem{}, false
	}
	return dpiaItems[i].copied(), true
}
