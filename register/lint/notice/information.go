package notice

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// claimable is a right that a policy must mention, and how it is called there.
type claimable struct {
	right string
	name  value.Text
	// sure is what speaks of nothing else; loose only where rights are the subject.
	sure, loose wording
}

var claimables = []claimable{
	{"access", value.Text{"en": "of access", "nl": "op inzage"},
		wording{"nl": {"inzagerecht*", "recht* ~ inzage", "recht* ~ in te zien", "recht* ~ inzien", "inzageverzoek*"}, "en": {"right of access", "right to access", "access request*"}},
		wording{"nl": {"inzage", "inzien", "in te zien", "opvragen", "kopie ~ gegevens"}, "en": {"access", "inspect", "copy of ~ data", "copies of ~ data"}}},
	{"rectification", value.Text{"en": "to rectification", "nl": "op rectificatie (verbetering)"},
		wording{"nl": {"rectific*", "correctierecht*"}, "en": {"rectif*"}},
		wording{"nl": {"corrig*", "correctie", "aanpass*", "aan te passen", "aan te _ passen", "aanvull*", "verbeter* ~ gegevens", "gegevens ~ verbeter*", "gegevens ~ wijzig*", "wijzig* ~ gegevens", "herstel*"}, "en": {"correct*", "amend*", "update ~ data", "update ~ information"}}},
	{"erasure", value.Text{"en": "to erasure", "nl": "op wissing (gegevens laten verwijderen)"},
		wording{"nl": {"vergetelheid", "vergeten te worden", "vergeet*"}, "en": {"forgotten", "right ~ erasure"}},
		wording{"nl": {"wissen", "wist", "gewist", "wissing", "verwijder*"}, "en": {"eras*", "delet*", "remov*"}}},
	{"restriction", value.Text{"en": "to restriction of processing", "nl": "op beperking van de verwerking"},
		wording{"nl": {"recht* ~ beperk*", "beperk* ~ verwerk*", "verwerk* ~ beperk*"}, "en": {"right* ~ restrict*", "restrict* ~ processing", "processing ~ restricted"}},
		wording{"nl": {"beperking", "beperken"}, "en": {"restrict", "restriction", "limit ~ processing"}}},
	{"portability", value.Text{"en": "to data portability", "nl": "op overdraagbaarheid van gegevens"},
		wording{"nl": {"*overdraagbaar*", "*portabiliteit*", "dataportab*"}, "en": {"portab*"}},
		wording{"nl": {"over te dragen", "overdragen", "overdracht ~ gegevens", "mee te nemen", "meenemen"}, "en": {"take ~ data with you", "transfer ~ another", "transmit ~ another", "move your data"}}},
	{"objection", value.Text{"en": "to object", "nl": "van bezwaar"},
		wording{"nl": {"bezwaar ~ verwerk*", "recht* ~ bezwaar", "bezwaarrecht", "bezwaar te maken"}, "en": {"right to object", "right of objection"}},
		wording{"nl": {"bezwaar", "verzet"}, "en": {"object", "objection", "objecting"}}},
}

var (
	withdrawal = wording{
		"nl": {"toestemming ~ intrek*", "toestemming ~ in te trekken", "toestemming ~ ingetrokken", "toestemming ~ in trekken", "intrek* ~ toestemming", "trek* ~ toestemming", "toestemming ~ terug*"},
		"en": {"withdraw* ~ consent", "consent ~ withdraw*", "revoke* ~ consent", "consent ~ revoke*", "withdraw it"},
	}
	unsubscribe = wording{
		"nl": {"uitschrij*", "afmeld*", "uit te schrijven", "af te melden", "weer afmelden", "meld* ~ af"},
		"en": {"unsubscrib*", "opt out", "opt-out"},
	}
	complaint = wording{
		"nl": {"klacht*", "klagen", "klaagt", "beklag*", "indienen ~ autoriteit*", "melden ~ autoriteit*", "wenden ~ autoriteit*"},
		"en": {"complain*", "lodge"},
	}
	supervisor = wording{
		"nl": {"autoriteit persoonsgegevens", "toezichthoud*", "toezichthouder*", "gegevensbeschermingsautoriteit", "privacyautoriteit*", "de ap"},
		"en": {"supervisory authorit*", "data protection authorit*", "data protection commission*", "information commissioner*", "autoriteit persoonsgegevens", "privacy authorit*", "ico"},
	}
	retention = wording{
		"nl": {"bewaar*", "*bewaartermijn*", "*bewaring", "bewaren", "bewaard", "hoe lang", "opslagtermijn*", "na _ maanden", "na _ jaar"},
		"en": {"retain*", "retention", "how long", "kept for", "keep ~ for", "keep ~ until", "stored for", "stored until", "kept until", "storage period*"},
	}
	transfer = wording{
		"nl": {"buiten de eer", "buiten de eu", "buiten de europese", "buiten europa", "niet eu", "derde land*", "doorgifte*", "standaardcontract*", "modelcontract*", "adequaatheid*", "privacy framework", "verenigde staten", "naar amerika", "in amerika", "de vs", "usa"},
		"en": {"outside the eea", "outside the eu", "outside the european", "outside of the e*", "outside europe", "outside the uk", "third countr*", "international* transfer*", "transfer* ~ outside", "standard contractual", "adequacy", "privacy framework", "united states", "usa"},
	}
)

// basisWords are how policies call the legal bases, in the order of Art. 6(1).
var basisWords = []struct {
	basis register.Basis
	name  value.Text
	words wording
}{
	{register.BasisConsent, value.Text{"en": "consent", "nl": "toestemming"}, wording{"nl": {"toestemming*", "akkoord"}, "en": {"consent*"}}},
	{register.BasisContract, value.Text{"en": "performance of a contract", "nl": "uitvoering van een overeenkomst"}, wording{
		"nl": {"uitvoer* ~ overeenkomst*", "overeenkomst* ~ uitvoer*", "overeenkomst* ~ uit te voeren", "uitvoer* ~ bestelling*", "bestelling* ~ uit te voeren", "uitvoer* ~ opdracht*", "uitvoer* ~ contract*", "sluiten ~ overeenkomst*", "uitvoer* ~ koop*"},
		"en": {"perform* ~ contract*", "contract ~ with you", "contractual oblig*", "contractual relation*", "contractual necess*", "fulfil* ~ contract*", "perform* ~ agreement*", "contract* ~ perform*"}}},
	{register.BasisLegalObligation, value.Text{"en": "legal obligation", "nl": "wettelijke verplichting"}, wording{
		"nl": {"wettelijk* verplicht*", "wettelijk* plicht*", "wettelijk* ~ bewaarplicht*", "bewaarplicht*", "wet* ~ verplicht*", "verplicht* ~ wet*", "administratieve verplichting*", "moeten ~ bewaren", "moeten ~ belasting*", "dwing* ~ wet*", "wet* ~ dwing*", "wet* ~ eis*", "eis* ~ wet*"},
		"en": {"legal* oblig*", "required by law", "legal requirement*", "statutory", "legal dut*", "law ~ requires"}}},
	{register.BasisVitalInterests, value.Text{"en": "vital interests", "nl": "vitale belangen"}, wording{"nl": {"vita* belang*"}, "en": {"vital interest*"}}},
	{register.BasisPublicTask, value.Text{"en": "public task", "nl": "taak van algemeen belang"}, wording{
		"nl": {"algemeen belang", "publieke taak", "openbaar gezag", "publiekrechtelijk* taak"}, "en": {"public interest", "public task", "official authority"}}},
	{register.BasisLegitimateInterests, value.Text{"en": "legitimate interests", "nl": "gerechtvaardigd belang"}, wording{
		"nl": {"gerechtvaardigd* belang*", "rechtmatig* belang*"}, "en": {"legitimate interest*", "legitimate business interest*"}}},
	{register.BasisRecognisedLegitimateInterests, value.Text{"en": "recognised legitimate interests", "nl": "erkend gerechtvaardigd belang"}, wording{
		"nl": {"erkend* ~ belang*"}, "en": {"recognised legitimate interest*"}}},
}

// used is on what the processing rests that the policy is about.
type used struct {
	bases []register.Basis
	// consent are the purposes that rest on it, marketing whether there is direct
	// marketing, onlyMarketing whether consent is asked for nothing else.
	consent                  []value.Text
	marketing, onlyMarketing bool
}

func (c *check) used() used {
	u := used{onlyMarketing: true}
	for _, a := range c.known.scope {
		for i := range a.Purposes {
			p := &a.Purposes[i]
			marketing := len(p.Channel) > 0 || slices.Contains(c.widerPurposes(p.Purpose), "direct-marketing")
			u.marketing = u.marketing || marketing
			u.bases = append(u.bases, p.Basis...)
			if slices.Contains(p.Basis, register.BasisConsent) || slices.Contains(p.Article9, register.Article9ExplicitConsent) {
				u.onlyMarketing = u.onlyMarketing && marketing
				name := lint.NameOf(c.view, register.KindPurposes, p.Purpose)
				if !slices.ContainsFunc(u.consent, func(t value.Text) bool { return t.In("en", "nl") == name.In("en", "nl") }) {
					u.consent = append(u.consent, name)
				}
			}
		}
	}
	return u
}

// rights looks for the rights that Art. 13(2)(b) and (c) list (NTC-005), as far as
// people have them: portability and objection depend on the basis.
func (c *check) rights() {
	if len(c.known.scope) == 0 {
		return
	}
	u := c.used()
	has := map[string]bool{"access": true, "rectification": true, "erasure": true, "restriction": true, "objection": u.marketing}
	for _, b := range u.bases {
		for _, right := range law.RightsOf(string(b)) {
			has[right] = true
		}
	}
	for _, x := range claimables {
		if has[x.right] && !c.says(x.sure) && !c.tells(x.loose) {
			c.reportText("NTC-005", lint.Hit{Key: x.right, Args: map[string]value.Text{"right": x.name}})
		}
	}
	if len(u.consent) > 0 && !c.says(withdrawal) && (!u.onlyMarketing || !c.says(unsubscribe)) {
		c.reportText("NTC-005", lint.Hit{
			Variant: "consent", Key: "withdraw-consent", Args: map[string]value.Text{"purposes": lint.Enumerate(u.consent)},
		})
	}
}

// information looks for the rest of what Art. 13 asks a policy to say and a
// register shows: NTC-006 to NTC-009.
func (c *check) information() {
	if len(c.known.scope) == 0 {
		return
	}
	if !c.says(supervisorOf(c)) || !c.says(complaint) {
		c.reportText("NTC-006", lint.Hit{})
	}
	if !c.says(retention) {
		c.reportText("NTC-007", lint.Hit{})
	}
	c.bases()
	c.transfers()
}

// supervisorOf returns how the text may call the authority: by a word for it, or
// by its name.
func supervisorOf(c *check) wording {
	w := wording{"nl": slices.Clone(supervisor["nl"]), "en": slices.Clone(supervisor["en"])}
	if o := c.view.Register().Organisation; o != nil {
		for _, m := range c.mentions.of[o.Authority] {
			var words []string
			for _, x := range c.page.words[m.first:m.last] {
				words = append(words, x.folded)
			}
			name := strings.Join(words, " ")
			w["nl"], w["en"] = append(w["nl"], name), append(w["en"], name)
		}
	}
	return w
}

// bases looks for the legal bases of the register in the text (NTC-008).
func (c *check) bases() {
	used := c.used().bases
	said := make(map[register.Basis]bool)
	for _, b := range basisWords {
		if c.says(b.words) {
			said[b.basis] = true
		}
	}
	if len(said) == 0 {
		c.reportText("NTC-008", lint.Hit{})
		return
	}
	for _, b := range basisWords {
		if slices.Contains(used, b.basis) && !said[b.basis] {
			c.reportText("NTC-008", lint.Hit{Variant: "basis", Key: string(b.basis), Args: map[string]value.Text{"basis": b.name}})
		}
	}
}

// areaName returns the name of a country in the languages of findings.
func areaName(a value.Area) value.Text {
	t := make(value.Text, 2)
	for _, l := range lint.Languages() {
		t[l] = words.In(l).Area(a)
	}
	return t
}

// transfers holds against the text that data leave the EEA (NTC-009).
func (c *check) transfers() {
	if c.says(transfer) || c.view.Register().Regulation == register.RegulationUkGdpr { // for which it is another border
		return
	}
	flows, _ := c.known.direct(c.known.scope)
	var parties, countries []value.Text
	var related []string
	first := "" // a party of which the text speaks
	seen := make(map[string]bool)
	for i := range c.known.reaches {
		r := &c.known.reaches[i]
		door := r.Party // by which the data leave the organisation
		if len(r.Via) > 0 {
			door = r.Via[0]
		}
		if flows[door] == nil {
			continue
		}
		for _, country := range r.Countries {
			if country.OutsideEEA && !seen[string(country.Country)] {
				seen[string(country.Country)] = true
				countries = append(countries, areaName(country.Country))
			}
			if country.OutsideEEA && !seen["party "+r.Party] {
				seen["party "+r.Party] = true
				parties = append(parties, lint.NameOf(c.view, register.KindParties, r.Party))
				if first == "" && len(c.mentions.named(r.Party)) > 0 {
					first = r.Party
				}
				if len(related) < 5 {
					related = append(related, "parties/"+r.Party)
				}
			}
		}
	}
	if len(parties) == 0 {
		return
	}
	h := lint.Hit{
		At: c.known.noticeAt(), Related: related,
		Args: map[string]value.Text{"parties": lint.Enumerate(parties), "countries": lint.Enumerate(countries)},
	}
	if first == "" {
		c.reportText("NTC-009", h)
		return
	}
	c.reportAt(c.page.words[c.mentions.named(first)[0].first].from, "NTC-009", h)
}
