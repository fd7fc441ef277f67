package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

var trf001 = &Rule{
	Code:  "TRF-001",
	Title: value.Text{"en": "Transfer without a tool", "nl": "Doorgifte zonder waarborg"},
	Why: value.Text{
		"en": "Data may leave the European Economic Area only if an adequacy decision, suitable safeguards or a derogation allows it, however many parties they pass through; the record names the countries. Remote access from such a country is a transfer too.",
		"nl": "Gegevens mogen de Europese Economische Ruimte alleen verlaten als een adequaatheidsbesluit, passende waarborgen of een afwijking dat toestaat, via hoeveel partijen ze ook gaan; het register noemt de landen. Toegang op afstand vanuit zo'n land is ook doorgifte.",
	},
	Articles: []string{"Art. 44 GDPR", "Art. 30(1)(e) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show on what the transfer to “{party}” in {country} ({how}) rests{way}",
				"nl": "het register laat niet zien waarop de doorgifte aan “{party}” in {country} ({how}) berust{way}",
			},
			Mend: value.Text{
				"en": "add an entry under transfers of “{party}” with country: {code} and the tool: scc, bcr, adequacy …",
				"nl": "voeg bij “{party}” een regel toe onder transfers met country: {code} en het instrument (tool): scc, bcr, adequacy …",
			},
		},
		"words": {
			Says: value.Text{
				"en": "the register describes the safeguards for the transfer to “{party}” in {country} in words only; it does not show which tool of the law they are{way}",
				"nl": "het register beschrijft de waarborgen voor de doorgifte aan “{party}” in {country} alleen in woorden; het laat niet zien welk instrument van de wet het is{way}",
			},
			Mend: value.Text{
				"en": "name the tool in the entry for {code} under transfers of “{party}”",
				"nl": "noem het instrument (tool) in de regel voor {code} onder transfers van “{party}”",
			},
		},
		"seat": {
			Says: value.Text{
				"en": "“{party}” has its seat in {country} and processes the data in the EEA; the register does not show whether they are accessed from there{way}",
				"nl": "“{party}” is gevestigd in {country} en verwerkt de gegevens in de EER; het register laat niet zien of ze vanuit dat land worden ingezien{way}",
			},
			Mend: value.Text{
				"en": "state remoteAccess of “{party}” (none, or countries), or add a transfer to {code} with its tool",
				"nl": "vul remoteAccess van “{party}” in (none, of landen), of voeg een doorgifte aan {code} toe met het instrument (tool)",
			},
		},
		"adequacy": {
			Says: value.Text{
				"en": "the register does not say that the transfer to “{party}” in {country} rests on the adequacy decision {decision}{way}",
				"nl": "het register zegt niet dat de doorgifte aan “{party}” in {country} berust op het adequaatheidsbesluit {decision}{way}",
			},
			Mend: value.Text{
				"en": "add {country: {code}, tool: adequacy} under transfers of “{party}”",
				"nl": "voeg {country: {code}, tool: adequacy} toe onder transfers van “{party}”",
			},
		},
		"organisation": {
			Says: value.Text{
				"en": "the register does not show on what the transfer to the international organisation “{party}” rests{way}",
				"nl": "het register laat niet zien waarop de doorgifte aan de internationale organisatie “{party}” berust{way}",
			},
			Mend: value.Text{
				"en": "add an entry under transfers of “{party}” with the tool",
				"nl": "voeg bij “{party}” een regel toe onder transfers met het instrument (tool)",
			},
		},
		"none": {
			Says: value.Text{
				"en": "the register says that “{activity}” involves no transfer, but shows that its data reach {parties}",
				"nl": "volgens het register kent “{activity}” geen doorgifte, maar het laat zien dat de gegevens terechtkomen bij {parties}",
			},
			Mend: value.Text{
				"en": "list the countries under transfers of the activity, or correct the recipients",
				"nl": "noem de landen onder transfers van de activiteit, of verbeter de ontvangers",
			},
		},
		"incomplete": {
			Says: value.Text{
				"en": "the transfers listed for “{activity}” do not show that its data reach {parties}",
				"nl": "de doorgiften die bij “{activity}” staan, laten niet zien dat de gegevens terechtkomen bij {parties}",
			},
			Mend: value.Text{
				"en": "add the countries under transfers of the activity, or correct the recipients",
				"nl": "voeg de landen toe onder transfers van de activiteit, of verbeter de ontvangers",
			},
		},
		"claimed": {
			Says: value.Text{
				"en": "the register says that data of “{activity}” are transferred to {country}, but does not show which recipient gets them there",
				"nl": "volgens het register gaan gegevens van “{activity}” naar {country}, maar het laat niet zien welke ontvanger ze daar krijgt",
			},
			Mend: value.Text{
				"en": "state the country of the recipient (country, locations or remoteAccess), or take the transfer out",
				"nl": "noem het land bij de ontvanger (country, locations of remoteAccess), of haal de doorgifte weg",
			},
		},
		"unknown": {
			Says: value.Text{
				"en": "the register does not show to which country data of “{activity}” are transferred",
				"nl": "het register laat niet zien naar welk land gegevens van “{activity}” gaan",
			},
			Mend: value.Text{
				"en": "find out the country and put it in place of unknownCountry",
				"nl": "zoek het land uit en zet het in de plaats van unknownCountry",
			},
		},
	},
	Register: func(c *Check) {
		gaps := newTransferGaps(c)
		all := c.arrivals()
		for i := range all {
			gaps.look(&all[i])
		}
		gaps.tell()
	},
	Activity: func(c *Check, a *Activity) {
		if a.Transfers != nil && !a.Ended {
			c.transferClaims(a)
		}
	},
}

// transferGap is a party in a third country for which no tool is stated.
type transferGap struct {
	reached *reached
	country *datamap.ReachedCountry
	code    value.Country
	variant string
	weight  int
	at      []string
}

// transferGaps collects the gaps: one for each party and country.
type transferGaps struct {
	*Check
	all []*transferGap
	by  map[[2]string]*transferGap
}

func newTransferGaps(c *Check) *transferGaps {
	return &transferGaps{Check: c, by: make(map[[2]string]*transferGap)}
}

func (g *transferGaps) look(x *reached) {
	switch x.party.Kind {
	case register.PartyKindUnit:
		return // nobody else: no transfer (EDPB Guidelines 05/2021)
	case register.PartyKindInternationalOrganisation:
		g.organisation(x)
		return
	}
	for i := range x.Countries {
		country := &x.Countries[i]
		code, ok := country.Country.Country()
		if !ok || !country.OutsideEEA || g.atHome(x, code) {
			continue
		}
		if variant, weight := g.judge(x, country, code); weight > 0 {
			g.add(&transferGap{x, country, code, variant, weight, nil}, country.At)
		}
	}
}

// judge tells what is missing for a country, and how much it weighs; 0: nothing.
func (g *transferGaps) judge(x *reached, country *datamap.ReachedCountry, code value.Country) (variant string, weight int) {
	if t := country.Transfer; t != nil {
		switch {
		case t.Tool != "":
			return "", 0
		case t.Safeguards != nil || t.Documents != nil:
			return "words", 2
		}
		return "", 4
	}
	if decision, ok := law.Adequacy(code, x.on); ok && decision.Requires == "" {
		switch {
		case !g.decisionsApply(x), decision.Kind == law.AdequacyByAgreement:
			return "", 0 // recognised there too; held to be no transfer
		}
		return "adequacy", 1
	}
	if country.How == howSeat && x.processesInEEA() {
		if x.nearest(func(s *saidOf) bool { return s.remote != nil }) != nil {
			return "", 0 // whoever looks at the data is told, and judged, on its own
		}
		return "seat", 3
	}
	return "", 4
}

// howSeat is the word of the data map for the seat of a party.
const howSeat = "seat"

// processesInEEA reports whether places are stated, and all of them lie within
// the EEA.
func (x *reached) processesInEEA() bool {
	some := false
	for i := range x.Countries {
		if c := &x.Countries[i]; c.How == "location" {
			if some = true; c.OutsideEEA {
				return false
			}
		}
	}
	return some
}

func (g *transferGaps) organisation(x *reached) {
	for _, s := range transfersOf(x) {
		for i := range s.transfers {
			if t := &s.transfers[i]; x.on.Between(t.From, t.Until) && t.Tool != "" {
				return
			}
		}
	}
	for _, name := range append([]string{x.Party}, x.party.OtherNames...) {
		if _, ok := law.AdequacyOfOrganisation(name, x.on); ok {
			return
		}
	}
	g.add(&transferGap{reached: x, variant: "organisation", weight: 4}, "parties/"+x.Party)
}

func (g *transferGaps) add(gap *transferGap, at string) {
	key := [2]string{gap.reached.Party, string(gap.code)}
	old := g.by[key]
	switch {
	case old == nil:
		g.by[key] = gap
		g.all = append(g.all, gap)
	case gap.reached.planned && !old.reached.planned:
		return
	case gap.weight > old.weight:
		gap.at = old.at
		*old = *gap
		gap = old
	default:
		gap = old
	}
	if len(gap.at) < shownPlaces && !isOne(at, gap.at...) {
		gap.at = append(gap.at, at)
	}
}

func (g *transferGaps) tell() {
	for _, gap := range g.all {
		x := gap.reached
		h := Hit{At: "parties/" + x.Party, Variant: gap.variant, Key: string(gap.code), Args: args("party", g.party(x.Party)), Tentative: g.tentative(x)}
		h.Args["way"] = g.way(x)
		if gap.country != nil {
			if h.At = gap.country.At; gap.country.Transfer != nil {
				h.At = gap.country.TransferAt
			}
			h.Args["country"], h.Args["code"], h.Args["how"] = countryName(gap.code), plain(string(gap.code)), hows[gap.country.How]
		}
		if gap.variant == "" && g.inWords(x, gap.code) {
			h.Variant = "words"
		}
		switch h.Variant {
		case "adequacy":
			decision, _ := law.Adequacy(gap.code, x.on)
			h.Args["decision"], h.Info = plain(decision.Instrument), true
		case "words", "seat":
			h.Lighter = true
		}
		for _, at := range append(gap.at, x.steps()...) {
			if at != h.At && !isOne(at, h.Related...) {
				h.Related = append(h.Related, at)
			}
		}
		g.Report(h)
	}
}

// hows are the words for how a country comes in.
var hows = map[string]value.Text{
	howSeat:         {"en": "seat", "nl": "vestiging"},
	"location":      {"en": "place of processing", "nl": "plaats van verwerking"},
	"remote-access": {"en": "remote access", "nl": "toegang op afstand"},
}
