package lint

import (
	"strings"
	"unicode"

	"github.com/openropa/ropa/register"
)

// tooWide are the purposes of the built-in vocabulary that are headings for
// others: alone they say what WP203 (p. 16) calls too vague. All other built-in
// ones are specific enough.
var tooWide = map[string]bool{
	"service-provision": true, "service-improvement": true, "marketing": true, "security": true, "research": true, "governance": true,
}

// newVague returns the purposes that are too general by themselves, by id.
func newVague(view *register.View) map[string]bool {
	all := make(map[string]bool)
	built := register.Common()
	known := make(map[register.Entity]bool, len(built.Purposes))
	for _, x := range built.Purposes {
		known[x] = true
	}
	for _, e := range view.Entities(register.KindPurposes) {
		x := e.(*register.Purpose)
		if known[e] {
			all[x.ID] = tooWide[x.ID]
			continue
		}
		all[x.ID] = !saysMore(x.Description) && (isVague(x.Name) || len(x.Name) == 0 && onlyGeneral(x.ID))
	}
	return all
}

// isVague reports whether a text is too general in one of its languages. They
// are translations of each other, and not every language is known here.
func isVague(t register.Text) bool {
	for _, s := range t {
		if onlyGeneral(s) {
			return true
		}
	}
	return false
}

// onlyGeneral reports whether a text is made of nothing but general words.
// Their number says nothing: “beoordelingen publiceren” is specific.
func onlyGeneral(s string) bool {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, w := range words {
		if !general[w] {
			return false
		}
	}
	return len(words) > 0
}

var general = wordSet(
	// between others
	"a an the our your of for to in on by with and or etc such as other various further all their its",
	"een de het onze uw van voor om te in op met en of enz enzovoort zoals andere overige diverse verschillende alle hun door",
	// general by themselves
	"purpose purposes aim aims goal goals use uses using usage processing business commercial internal general legitimate future operational administrative",
	"marketing crm analytics analysis analyses research it security safety service services product products experience user users",
	"improve improving improvement improvements optimise optimising optimisation optimize optimizing optimization enhance enhancing develop developing development",
	"provide providing provision offer offering support management managing administration operations activities statistics quality innovation",
	"doel doelen doeleinde doeleinden gebruik gebruiken verwerking verwerken zakelijk zakelijke commercieel commerciële intern interne algemeen algemene toekomstig toekomstige bedrijfsvoering bedrijfsdoeleinden",
	"marketingdoeleinden analyse analyses analyseren onderzoek onderzoeksdoeleinden beveiliging veiligheid dienst diensten dienstverlening producten gebruikerservaring ervaring gebruikers",
	"verbeteren verbetering verbeteringen optimaliseren optimalisatie ontwikkelen ontwikkeling leveren levering aanbieden ondersteunen ondersteuning",
	"beheer beheren administratie administratieve operationeel operationele activiteiten werkzaamheden statistiek kwaliteit innovatie",
)

func wordSet(lists ...string) map[string]bool {
	all := make(map[string]bool)
	for _, list := range lists {
		for w := range strings.FieldsSeq(list) {
			all[w] = true
		}
	}
	return all
}
