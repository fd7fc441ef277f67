package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

var trf004 = &Rule{
	Code:  "TRF-004",
	Title: value.Text{"en": "Standard clauses that do not fit", "nl": "Standaardcontractbepalingen die niet passen"},
	Why: value.Text{
		"en": "The standard contractual clauses of 2021 have four modules, by the roles of sender and recipient. The sets of 2001, 2004 and 2010 carry no transfer since 27 December 2022.",
		"nl": "De standaardcontractbepalingen van 2021 hebben vier modules, naar de rol van verzender en ontvanger. Op de sets van 2001, 2004 en 2010 kan sinds 27 december 2022 geen doorgifte meer berusten.",
	},
	Articles: []string{"Art. 46(2)(c) GDPR", "Decision (EU) 2021/914"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show which module of the standard clauses is used for the transfer to “{party}” in {country}",
				"nl": "het register laat niet zien welke module van de standaardcontractbepalingen wordt gebruikt voor de doorgifte aan “{party}” in {country}",
			},
			Mend: value.Text{
				"en": "fill in module (1 controller to controller, 2 controller to processor, 3 processor to processor, 4 processor to controller) and version: 2021/914",
				"nl": "vul module in (1 verwerkingsverantwoordelijke naar verwerkingsverantwoordelijke, 2 verwerkingsverantwoordelijke naar verwerker, 3 verwerker naar verwerker, 4 verwerker naar verwerkingsverantwoordelijke) en version: 2021/914",
			},
		},
		"module": {
			Says: value.Text{
				"en": "the standard clauses for the transfer to “{party}” in {country} are said to be module {module}; from {exporter} to {importer} it is module {right}",
				"nl": "de standaardcontractbepalingen voor de doorgifte aan “{party}” in {country} zouden die van module {module} zijn; van {exporter} naar {importer} is het module {right}",
			},
			Mend: value.Text{
				"en": "agree on module {right} and put it into module, or correct the roles",
				"nl": "spreek module {right} af en zet die in module, of verbeter de rollen",
			},
		},
		"version": {
			Says: value.Text{
				"en": "the transfer to “{party}” in {country} is said to rest on the standard clauses {version}, which carried transfers until {until}; the register does not show newer ones",
				"nl": "de doorgifte aan “{party}” in {country} zou berusten op de modelcontractbepalingen {version}, die golden tot en met {until}; het register laat geen nieuwere zien",
			},
			Mend: value.Text{
				"en": "agree on the clauses of 2021 and fill in version: 2021/914 with the module",
				"nl": "spreek de bepalingen van 2021 af en vul version: 2021/914 en de module in",
			},
		},
	},
	Register: func(c *Check) {
		told := make(map[string]bool)
		all := c.transfers()
		for i := range all {
			t := &all[i]
			if t.transfer.Tool != register.TransferToolScc || c.lawOf(t.reached) == register.RegulationUkGdpr {
				continue // the United Kingdom has an agreement of its own
			}
			if h, ok := c.clauses(t); ok && !told[h.At+" "+h.Key] {
				told[h.At+" "+h.Key] = true
				c.Report(h)
			}
		}
	},
}

// clauses judges standard clauses by their set and module.
func (c *Check) clauses(t *carried) (Hit, bool) {
	x := t.transfer
	if set, ok := law.SCC(string(x.Version)); ok && set.Modules == nil {
		if set.Until.IsZero() || t.on <= set.Until || t.otherClauses(0) {
			return Hit{}, false
		}
		return t.keyed(c, "version", "version", set.Version, "until", set.Until), true
	}
	if current, _ := law.SCC(string(register.SCCVersion2021914)); t.on < current.From {
		return Hit{}, false // there were no modules yet
	}
	exporter, importer := t.roles()
	right := law.SCCModuleOf(exporter, importer)
	switch {
	case x.Module == nil && !t.otherClauses(right):
		return t.hit(c, ""), true
	case x.Module == nil || right == 0 || *x.Module == right || t.otherClauses(right):
		return Hit{}, false
	}
	h := t.keyed(c, "module", "module", itoa(*x.Module), "right", itoa(right), "exporter", roleWords[exporter], "importer", roleWords[importer])
	h.Key += itoa(right)
	return h, true
}

// otherClauses reports whether other clauses of the set in force are stated
// beside those of a transfer, of a module or, for 0, of any.
func (t *carried) otherClauses(module int) bool {
	return slices.ContainsFunc(t.list, func(x register.Transfer) bool {
		return x.Tool == register.TransferToolScc && x.Module != nil && (module == 0 || *x.Module == module) &&
			(x.Country == t.country || x.Country == "") && t.on.Between(x.From, x.Until)
	})
}

// roles returns in which roles a transfer passes data on and receives them,
// controller or processor; "" where the register does not say.
func (t *carried) roles() (exporter, importer string) {
	exporter = partyRole(t.ExporterRole)
	if t.Exporter == "" {
		exporter = "controller"
		if t.Activity.Role == register.ActivityRoleProcessor {
			exporter = "processor"
		}
	}
	return exporter, partyRole(t.Role)
}

// partyRole is the role that the clauses know for a role of the data map.
func partyRole(role string) string {
	switch role {
	case "processor", "sub-processor":
		return "processor"
	case "controller", "joint-controller":
		return "controller"
	}
	return ""
}

var roleWords = map[string]value.Text{
	"controller": {"en": "a controller", "nl": "een verwerkingsverantwoordelijke"},
	"processor":  {"en": "a processor", "nl": "een verwerker"},
}
