package law

import (
	"slices"

	"github.com/openropa/ropa/register/value"
)

// DPIACriterion is a criterion for processing that is likely to result in a
// high risk: where two are met, an assessment is mostly required (Art. 35(1);
// WP248 rev.01).
type DPIACriterion struct {
	// ID is the word of the format, such as large-scale.
	ID string
	// Number is its place in the guidelines.
	Number int
	// Says is what it means.
	Says value.Text
	Term
	Verified
}

const wp248 = "WP248 rev.01, endorsed by the EDPB on 2018-05-25"

var dpiaCriteria = []DPIACriterion{
	{"evaluation-or-scoring", 1, text("evaluation or scoring, profiling and prediction included", "evaluatie of scoretoekenning, ook profilering en voorspelling"), applied, checkedIn(wp248)},
	{"automated-decisions", 2, text("automated decisions with legal or similar effect", "geautomatiseerde besluiten met rechtsgevolg of vergelijkbaar gevolg"), applied, checkedIn(wp248)},
	{"systematic-monitoring", 3, text("systematic monitoring of data subjects", "stelselmatige monitoring van betrokkenen"), applied, checkedIn(wp248)},
	{"sensitive-data", 4, text("sensitive or highly personal data", "gevoelige gegevens of gegevens van zeer persoonlijke aard"), applied, checkedIn(wp248)},
	{"large-scale", 5, text("processing on a large scale", "verwerking op grote schaal"), applied, checkedIn(wp248)},
	{"matching-or-combining", 6, text("matching or combining data sets", "gegevensverzamelingen koppelen of combineren"), applied, checkedIn(wp248)},
	{"vulnerable-subjects", 7, text("vulnerable data subjects, such as children or employees", "kwetsbare betrokkenen, zoals kinderen of werknemers"), applied, checkedIn(wp248)},
	{"innovative-technology", 8, text("innovative use of technology or organisation", "nieuw gebruik van technologie of organisatie"), applied, checkedIn(wp248)},
	{"prevents-right-or-service", 9, text("keeps people from a right, a service or a contract", "belet mensen een recht, dienst of overeenkomst"), applied, checkedIn(wp248)},
}

// DPIACriteria returns the nine criteria in the order of the guidelines.
func DPIACriteria() []DPIACriterion { return cloned(dpiaCriteria) }

// DPIACriteriaMet is how many of the criteria mostly ask for an assessment.
const DPIACriteriaMet = 2

// FindDPIACriterion returns the criterion with an id.
func FindDPIACriterion(id string) (DPIACriterion, bool) {
	i := slices.IndexFunc(dpiaCriteria, func(c DPIACriterion) bool { return c.ID == id })
	if i < 0 {
		return DPIACriterion{}, false
	}
	return dpiaCriteria[i].copied(), true
}
