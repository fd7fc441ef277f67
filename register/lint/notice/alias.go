package notice

import (
	"slices"
	"strings"
	"unicode"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

// alias is a name under which a text may speak of a party.
type alias struct {
	party string // "" for the organisation itself
	name  string // as the register writes it
	form  string // of the name: all of it, or a shorter one
	key   string // its words, folded and joined
	// most is of how many words a text may make it: MyParcel, My Parcel.
	most int
	// cased: only with a capital, since in lower case it is an ordinary word.
	cased bool
	// group: it names a category, a department or the public, not somebody.
	group bool
	// guess: it is a shorter form of the name, which another party may bear; short:
	// no more than how it begins.
	guess, short bool
}

// aliases are the names of all parties of a register.
type aliases struct {
	byKey map[string][]alias
	most  int // words
	size  int // bytes of a key
}

func newAliases(view *register.View) *aliases {
	a := &aliases{byKey: make(map[string][]alias)}
	for _, id := range view.IDs(register.KindParties) {
		p := view.Party(id)
		group := p.Kind == register.PartyKindCategory || p.Kind == register.PartyKindUnit || p.Kind == register.PartyKindPublic
		for _, name := range namesOf(p.Name, p.OtherNames) {
			a.addForms(alias{party: id, name: name, group: group})
		}
	}
	if o := view.Register().Organisation; o != nil {
		for _, name := range namesOf(o.Name, o.OtherNames) {
			a.addForms(alias{name: name})
		}
	}
	for key, all := range a.byKey { // a shorter form gives way to a name
		if slices.ContainsFunc(all, func(x alias) bool { return !x.guess }) {
			a.byKey[key] = slices.DeleteFunc(all, func(x alias) bool { return x.guess })
		} else if slices.ContainsFunc(all, func(x alias) bool { return !x.short }) {
			a.byKey[key] = slices.DeleteFunc(all, func(x alias) bool { return x.short })
		}
	}
	return a
}

// namesOf returns the names of a party in all languages.
func namesOf(name value.Text, others []string) []string {
	var all []string
	for _, l := range name.Languages() {
		all = append(all, name[l])
	}
	all = append(all, others...)
	slices.Sort(all)
	return slices.Compact(all)
}

// addForms adds a name as it stands, without the form of the company, and the
// shorter names that people use: without an article before it or a country after
// it.
func (a *aliases) addForms(x alias) {
	name, _, _ := strings.Cut(x.name, " (")
	words := strings.Fields(name)
	for n := formLength(words); n > 0 && n < len(words); n = formLength(words) {
		words = words[:len(words)-n]
	}
	a.add(x, words)
	if x.group {
		return
	}
	x.guess = true
	for len(words) > 1 && branches[fold(words[len(words)-1])] {
		words = words[:len(words)-1]
		a.add(x, words)
	}
	if len(words) > 2 && articles[fold(words[0])] {
		words = words[1:]
		a.add(x, words)
	}
	if len(words) > 1 && len(words[0]) > 3 && x.party != "" && !isCommon(fold(words[0])) {
		x.short = true
		a.add(x, words[:1])
	}
}

func (a *aliases) add(x alias, words []string) {
	text := strings.Join(words, " ")
	x.form = text
	parts := split(text)
	for _, w := range parts {
		x.key += w.folded
	}
	if len(x.key) < 2 {
		return
	}
	x.most = max(len(parts), capitals(text))
	upper := len(parts) > 0 && parts[0].upper
	x.cased = upper && !x.group && len(parts) == 1 && (x.short || len(x.key) < 5 || strings.ToUpper(text) == text || ordinary[x.key])
	a.byKey[x.key] = append(a.byKey[x.key], x)
	a.most, a.size = max(a.most, x.most), max(a.size, len(x.key))
}

// capitals counts the parts of a name of which each begins with a capital, such
// as the two of PostNL.
func capitals(s string) int {
	n, before := 0, ' '
	for _, r := range s {
		if unicode.IsUpper(r) && !unicode.IsUpper(before) {
			n++
		}
		before = r
	}
	return n
}

// formLength returns how many words at the end of a name are the form of the
// company: one, or several where they are written apart; 0 for none.
func formLength(words []string) int {
	for n := min(3, len(words)); n > 0; n-- {
		if forms[strings.NewReplacer(".", "", ",", "", "/", "").Replace(strings.Join(words[len(words)-n:], ""))] {
			return n
		}
	}
	return 0
}

func setOf(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

var (
	// forms are forms of companies as they stand after the name, without points.
	forms = setOf("BV bv Bv NV nv Inc INC LLC Llc Ltd LTD Limited GmbH GMBH AG SE SA SAS SARL Sarl SRL Srl SpA Corp " +
		"Corporation PLC plc Plc PtyLtd PteLtd LLP LP VOF vof VoF CV AB Oy AS ApS BVBA bvba CVBA KG GmbHCoKG UA")
	articles = setOf("de het the la le les el die der das")
	// branches are words by which a group tells its companies apart.
	branches = setOf("nederland netherlands ireland ierland europe europa benelux international internationaal emea belgium " +
		"belgie deutschland germany duitsland uk usa us france nordics holding group groep operations")
	// ordinary are names of companies that are ordinary words in Dutch or English.
	ordinary = setOf("adobe amazon analytics apple basic booking bolt buffer canvas chime claims delta discord drift drive " +
		"edge exact first front indeed insights intercom later loket maps meta monday notion office open oracle orange " +
		"outlook pixel postmark segment shell signal slack square stripe support target teams texty threads vault visma " +
		"word zoom trust sales mails sender drip")
)
