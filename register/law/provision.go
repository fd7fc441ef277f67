package law

import (
	"slices"

	"github.com/openropa/ropa/register/value"
)

// Provision is a provision of law that a register may cite by id.
type Provision struct {
	ID string
	// Country is the country whose law it is; EU for Union law.
	Country value.Area
	// Cite is the citation as lawyers write it.
	Cite string
	Verified
}

const (
	wetten = "wetten.overheid.nl"
	eurlex = "EUR-Lex"
)

var provisions = []Provision{
	{"eu-gdpr-6-3", value.EU, "Art. 6(3) GDPR", Verified{eurlex + ", Regulation (EU) 2016/679", checked}},
	{"eu-vat-242a", value.EU, "Art. 242a Directive 2006/112/EC", Verified{Source: eurlex + ", Directive 2006/112/EC"}},
	{"eu-vat-oss-369k", value.EU, "Art. 369k Directive 2006/112/EC", Verified{eurlex + ", Directive 2006/112/EC", checked}},
	{"eu-vat-oss-63c", value.EU, "Art. 63c Implementing Regulation (EU) 282/2011", Verified{eurlex + ", Implementing Regulation (EU) 282/2011", checked}},
	{"nl-atb-3-2-1", "NL", "art. 3.2:1 Arbeidstijdenbesluit", Verified{Source: wetten + ", Arbeidstijdenbesluit"}},
	{"nl-awr-52", "NL", "art. 52 Algemene wet inzake rijksbelastingen", Verified{wetten + ", BWBR0002320", checked}},
	{"nl-bw-2-10", "NL", "art. 2:10 Burgerlijk Wetboek", Verified{wetten + ", BWBR0003045", checked}},
	{"nl-bw-3-15i", "NL", "art. 3:15i Burgerlijk Wetboek", Verified{wetten + ", BWBR0005291", checked}},
	{"nl-bw-3-307", "NL", "art. 3:307 Burgerlijk Wetboek", Verified{wetten + ", BWBR0005291", checked}},
	{"nl-bw-3-310", "NL", "art. 3:310 Burgerlijk Wetboek", Verified{wetten + ", BWBR0005291", checked}},
	{"nl-tw-11-7", "NL", "art. 11.7 Telecommunicatiewet", Verified{wetten + ", BWBR0009950", checked}},
	{"nl-tw-11-7a", "NL", "art. 11.7a Telecommunicatiewet", Verified{wetten + ", BWBR0009950", checked}},
	{"nl-uavg-22", "NL", "art. 22 Uitvoeringswet AVG", Verified{wetten + ", BWBR0040940", checked}},
	{"nl-uavg-23", "NL", "art. 23 Uitvoeringswet AVG", Verified{wetten + ", BWBR0040940", checked}},
	{"nl-uavg-24", "NL", "art. 24 Uitvoeringswet AVG", Verified{wetten + ", BWBR0040940", checked}},
	{"nl-uavg-25", "NL", "art. 25 Uitvoeringswet AVG", Verified{wetten + ", BWBR0040940", checked}},
	{"nl-uavg-26", "NL", "art. 26 Uitvoeringswet AVG", Verified{wetten + ", BWBR0040940", checked}},
	{"nl-uavg-27", "NL", "art. 27 Uitvoeringswet AVG", Verified{wetten + ", BWBR0040940", checked}},
	{"nl-uavg-28", "NL", "art. 28 Uitvoeringswet AVG", Verified{wetten + ", BWBR0040940", checked}},
	{"nl-uavg-29", "NL", "art. 29 Uitvoeringswet AVG", Verified{wetten + ", BWBR0040940", checked}},
	{"nl-uavg-30", "NL", "art. 30 Uitvoeringswet AVG", Verified{wetten + ", BWBR0040940", checked}},
	{"nl-uavg-31", "NL", "art. 31 Uitvoeringswet AVG", Verified{wetten + ", BWBR0040940", checked}},
	{"nl-uavg-32", "NL", "art. 32 Uitvoeringswet AVG", Verified{wetten + ", BWBR0040940", checked}},
	{"nl-uavg-33", "NL", "art. 33 Uitvoeringswet AVG", Verified{wetten + ", BWBR0040940", checked}},
	{"nl-uavg-40", "NL", "art. 40 Uitvoeringswet AVG", Verified{wetten + ", BWBR0040940", checked}},
	{"nl-uavg-46", "NL", "art. 46 Uitvoeringswet AVG", Verified{wetten + ", BWBR0040940", checked}},
	{"nl-uavg-5", "NL", "art. 5 Uitvoeringswet AVG", Verified{wetten + ", BWBR0040940", checked}},
	{"nl-wet-lb-28", "NL", "art. 28 Wet op de loonbelasting 1964", Verified{Source: wetten + ", BWBR0002471"}},
	{"nl-wet-lb-ident", "NL", "art. 7.5 Uitvoeringsregeling loonbelasting 2011", Verified{Source: wetten + ", BWBR0029075"}},
	{"nl-wet-ob-34a", "NL", "art. 34a Wet op de omzetbelasting 1968", Verified{Source: wetten + ", BWBR0002629"}},
	{"nl-wet-ob-35a", "NL", "art. 35a Wet op de omzetbelasting 1968", Verified{wetten + ", BWBR0002629", checked}},
	{"nl-wgbo-454", "NL", "art. 7:454 Burgerlijk Wetboek", Verified{wetten + ", BWBR0005290", checked}},
	{"nl-wwft-33", "NL", "art. 33 Wet ter voorkoming van witwassen en financieren van terrorisme", Verified{wetten + ", BWBR0024282", checked}},
}

// Provisions returns the provisions that a register may cite by id, by id.
func Provisions() []Provision { return slices.Clone(provisions) }

// FindProvision returns the provision with an id.
func FindProvision(id string) (Provision, bool) {
	i, ok := slices.BinarySearchFunc(provisions, id, func(p Provision, id string) int {
		switch {
		case p.ID < id:
			return -1
		case p.ID > id:
			return 1
		}
		return 0
	})
	if !ok {
		return Provision{}, false
	}
	return provisions[i], true
}
