package law

import (
	"slices"

	"github.com/openropa/ropa/register/value"
)

// TransferTool is what allows a transfer to a third country or an
// international organisation (Art. 45-49).
type TransferTool struct {
	// ID is the word of the format, such as scc.
	ID string
	// Article is where the tool stands.
	Article string
	// NeedsAssessment: the exporter assesses the law and practice of the country
	// (C-311/18; EDPB Recommendations 01/2020).
	NeedsAssessment bool
	// Says is what the tool asks for. Nil: nothing more.
	Says value.Text
	Term
	Verified
}

const schrems = "; C-311/18; EDPB Recommendations 01/2020"

var tools = []TransferTool{
	{"adequacy", "Art. 45", false,
		text("a decision of the Commission that is in force and whose condition is met", "een besluit van de Commissie dat geldt en aan de voorwaarde waarvan is voldaan"),
		applied, checkedIn(gdpr + ", Art. 45")},
	{"scc", "Art. 46(2)(c), (d)", true,
		text("the clauses unchanged, in the module that fits the roles", "de bepalingen ongewijzigd, in de module die bij de rollen past"),
		applied, checkedIn(gdpr + ", Art. 46(2)(c), (d)" + schrems)},
	{"bcr", "Art. 46(2)(b), 47", true,
		text("rules within a group, approved by the authority", "regels binnen een groep, goedgekeurd door de toezichthouder"),
		applied, checkedIn(gdpr + ", Art. 46(2)(b), 47" + schrems)},
	{"code", "Art. 46(2)(e)", true,
		text("an approved code of conduct with binding commitments of the recipient", "een goedgekeurde gedragscode met bindende toezeggingen van de ontvanger"),
		applied, checkedIn(gdpr + ", Art. 46(2)(e)" + schrems)},
	{"certification", "Art. 46(2)(f)", true,
		text("an approved certification with binding commitments of the recipient", "een goedgekeurde certificering met bindende toezeggingen van de ontvanger"),
		applied, checkedIn(gdpr + ", Art. 46(2)(f)" + schrems)},
	{"instrument", "Art. 46(2)(a), 46(3)(b)", true,
		text("between public authorities: binding and enforceable, or an arrangement that the authority authorises",
			"tussen overheden: bindend en afdwingbaar, of een regeling waarvoor de toezichthouder toestemming geeft"),
		applied, checkedIn(gdpr + ", Art. 46(2)(a), 46(3)(b)" + schrems)},
	{"ad-hoc", "Art. 46(3)(a)", true,
		text("clauses that the authority authorises", "bepalingen waarvoor de toezichthouder toestemming geeft"),
		applied, checkedIn(gdpr + ", Art. 46(3)(a)" + schrems)},
	{"derogation", "Art. 49", false,
		text("for specific situations only, not for routine transfers", "alleen voor specifieke situaties, niet voor stelselmatige doorgifte"),
		applied, checkedIn(gdpr + ", Art. 49")},
}

// TransferTools returns what allows a transfer, in the order of the format.
func TransferTools() []TransferTool { return cloned(tools) }

// Derogation is a derogation for a specific situation (Art. 49(1)).
type Derogation struct {
	// ID is the word of the format, such as 49-1-a.
	ID string
	// Article is the point of Art. 49(1).
	Article string
	// Says is the situation.
	Says value.Text
	Term
	Verified
}

var derogations = []Derogation{
	{"49-1-a", "Art. 49(1)(a)", text("explicit consent, after information about the risks", "uitdrukkelijke toestemming, na informatie over de risico's"), applied, checkedIn(gdpr + ", Art. 49(1)(a)")},
	{"49-1-b", "Art. 49(1)(b)", text("a contract with the data subject", "een overeenkomst met de betrokkene"), applied, checkedIn(gdpr + ", Art. 49(1)(b)")},
	{"49-1-c", "Art. 49(1)(c)", text("a contract in the interest of the data subject", "een overeenkomst in het belang van de betrokkene"), applied, checkedIn(gdpr + ", Art. 49(1)(c)")},
	{"49-1-d", "Art. 49(1)(d)", text("important reasons of public interest", "gewichtige redenen van algemeen belang"), applied, checkedIn(gdpr + ", Art. 49(1)(d)")},
	{"49-1-e", "Art. 49(1)(e)", text("legal claims", "rechtsvorderingen"), applied, checkedIn(gdpr + ", Art. 49(1)(e)")},
	{"49-1-f", "Art. 49(1)(f)", text("vital interests of somebody who cannot consent", "vitale belangen van iemand die niet kan toestemmen"), applied, checkedIn(gdpr + ", Art. 49(1)(f)")},
	{"49-1-g", "Art. 49(1)(g)", text("a register that is open to the public", "een register dat voor het publiek open staat"), applied, checkedIn(gdpr + ", Art. 49(1)(g)")},
	{"49-1-2", "Art. 49(1), second subparagraph",
		text("compelling legitimate interests, not repetitive, few data subjects: documented, the authority and the data subjects informed",
			"dwingende gerechtvaardigde belangen, niet repetitief, weinig betrokkenen: vastgelegd, toezichthouder en betrokkenen ingelicht"),
		applied, checkedIn(gdpr + ", Art. 49(1), second subparagraph; 30(1)(e)")},
}

// Derogations returns the derogations of Art. 49(1).
func Derogations() []Derogation { return cloned(derogations) }

// SCCSet is a set of standard contractual clauses of the Commission.
type SCCSet struct {
	// Version is the word of the format, such as 2021/914.
	Version string
	// Instrument is the decision with its number.
	Instrument string
	// Says is between whom the clauses are.
	Says value.Text
	// Modules are those of the set, by the roles of exporter and importer; nil
	// for a set without modules.
	Modules []SCCModule
	// NewUntil is the last day on which a contract could be concluded on these
	// clauses; the zero date where it still can. The Term is the time in which
	// clauses agreed before carry a transfer.
	NewUntil value.Date
	Term
	Verified
}

// SCCModule is a module of standard contractual clauses.
type SCCModule struct {
	Number int
	// Exporter and Importer are roles: controller or processor.
	Exporter, Importer string
}

const (
	controllers = "controller"
	processors  = "processor"
)

var sccSets = []SCCSet{
	{"2001/497", "Decision 2001/497/EC", text("controller to controller, set I", "verantwoordelijke aan verantwoordelijke, set I"), nil,
		value.MustDate("2021-09-26"), between("2001-09-03", "2022-12-27"), checkedIn("Decision 2001/497/EC; Implementing Decision (EU) 2021/914, Art. 4")},
	{"2004/915", "Decision 2004/915/EC", text("controller to controller, set II", "verantwoordelijke aan verantwoordelijke, set II"), nil,
		value.MustDate("2021-09-26"), between("2005-04-01", "2022-12-27"), checkedIn("Decision 2004/915/EC; Implementing Decision (EU) 2021/914, Art. 4")},
	{"2010/87", "Decision 2010/87/EU", text("controller to processor", "verantwoordelijke aan verwerker"), nil,
		value.MustDate("2021-09-26"), between("2010-05-15", "2022-12-27"), checkedIn("Decision 2010/87/EU; Implementing Decision (EU) 2021/914, Art. 4")},
	{"2021/914", "Implementing Decision (EU) 2021/914", text("four modules; not for an importer to whom the GDPR applies itself (recital 7)", "vier modules; niet voor een importeur op wie de AVG zelf van toepassing is (overweging 7)"),
		[]SCCModule{{1, controllers, controllers}, {2, controllers, processors}, {3, processors, processors}, {4, processors, controllers}},
		0, from("2021-06-27"), checkedIn("Implementing Decision (EU) 2021/914")},
}

// SCCSets returns the sets of standard contractual clauses, repealed ones
// included, the oldest first.
func SCCSets() []SCCSet { return cloned(sccSets) }

// SCC returns the set of clauses of a version, and whether there is one.
func SCC(version string) (SCCSet, bool) {
	i := slices.IndexFunc(sccSets, func(s SCCSet) bool { return s.Version == version })
	if i < 0 {
		return SCCSet{}, false
	}
	return sccSets[i].copied(), true
}

// SCCModuleOf returns the module of the clauses in force for an exporter and an
// importer in these roles (controller or processor), or 0 where none fits.
func SCCModuleOf(exporter, importer string) int {
	for _, m := range sccSets[len(sccSets)-1].Modules {
		if m.Exporter == exporter && m.Importer == importer {
			return m.Number
		}
	}
	return 0
}
