package law

import "slices"

// DPIAItem is an item of an authority's list of processing for which a data
// protection impact assessment is always required (Art. 35(4)).
type DPIAItem struct {
	ID string
	// Authority is the id of the supervisory authority.
	Authority string
	// Name is the name of the item in the language of the list.
	Name string
	Verified
}

const apList = "Staatscourant 2019, 64418"

var dpiaItems = []DPIAItem{
	{"nl-ap-1", "ap-nl", "Heimelijk onderzoek", Verified{apList, checked}},
	{"nl-ap-2", "ap-nl", "Zwarte lijsten", Verified{apList, checked}},
	{"nl-ap-3", "ap-nl", "Fraudebestrijding", Verified{apList, checked}},
	{"nl-ap-4", "ap-nl", "Creditscores", Verified{apList, checked}},
	{"nl-ap-5", "ap-nl", "Financiële situatie", Verified{apList, checked}},
	{"nl-ap-6", "ap-nl", "Genetische persoonsgegevens", Verified{apList, checked}},
	{"nl-ap-7", "ap-nl", "Gezondheidsgegevens", Verified{apList, checked}},
	{"nl-ap-8", "ap-nl", "Samenwerkingsverbanden", Verified{Source: apList}},
	{"nl-ap-9", "ap-nl", "Cameratoezicht", Verified{Source: apList}},
	{"nl-ap-10", "ap-nl", "Flexibel cameratoezicht", Verified{Source: apList}},
	{"nl-ap-11", "ap-nl", "Controle werknemers", Verified{Source: apList}},
	{"nl-ap-12", "ap-nl", "Locatiegegevens", Verified{Source: apList}},
	{"nl-ap-13", "ap-nl", "Communicatiegegevens", Verified{Source: apList}},
	{"nl-ap-14", "ap-nl", "Internet of things", Verified{Source: apList}},
	{"nl-ap-15", "ap-nl", "Profilering", Verified{apList, checked}},
	{"nl-ap-16", "ap-nl", "Observatie en beïnvloeding van gedrag", Verified{apList, checked}},
	{"nl-ap-17", "ap-nl", "Biometrische gegevens", Verified{apList, checked}},
}

// DPIAItems returns the items of the authorities' lists.
func DPIAItems() []DPIAItem { return slices.Clone(dpiaItems) }

// FindDPIAItem returns the item with an id.
func FindDPIAItem(id string) (DPIAItem, bool) {
	i := slices.IndexFunc(dpiaItems, func(item DPIAItem) bool { return item.ID == id })
	if i < 0 {
		return DPIAItem{}, false
	}
	return dpiaItems[i], true
}
