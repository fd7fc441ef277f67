package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

var epr002 = &Rule{
	Code:  "EPR-002",
	Title: value.Text{"en": "Direct marketing without consent", "nl": "Direct marketing zonder toestemming"},
	Why: value.Text{
		"en": "E-mail and text messages with advertising take consent, or a customer of one’s own who could object when giving the address and can in each message. Calling consumers takes consent in the Netherlands, since 1 July 2026 that of customers too.",
		"nl": "Voor reclame per e-mail en sms is toestemming nodig, of een eigen klant die bij het geven van het adres bezwaar kon maken en dat in elk bericht kan. Voor het bellen van consumenten is in Nederland toestemming nodig, sinds 1 juli 2026 ook van klanten.",
	},
	Articles: []string{"Art. 13 ePrivacy Directive", "Art. 11.7 Tw"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show consent, or that only own customers are written to, for “{purpose}” in “{activity}” by {channel}",
				"nl": "het register laat geen toestemming zien voor “{purpose}” in “{activity}” per {channel}, en ook niet dat alleen eigen klanten worden benaderd",
			},
			Mend: value.Text{
				"en": "put consent under basis; or fill in softOptIn: ownCustomers, similarProducts, optOutAtCollection and optOutInEachMessage",
				"nl": "zet consent onder basis; of vul softOptIn in: ownCustomers, similarProducts, optOutAtCollection en optOutInEachMessage",
			},
		},
		"conditions": {
			Says: value.Text{
				"en": "the register does not show, for “{purpose}” in “{activity}” by {channel}, that {missing}: only then customers may be approached without consent",
				"nl": "het register laat voor “{purpose}” in “{activity}” per {channel} niet zien dat {missing}: alleen dan mogen klanten zonder toestemming worden benaderd",
			},
			Mend: value.Text{
				"en": "fill in {field} under softOptIn where it is so; else ask for consent and put it under basis",
				"nl": "vul {field} in onder softOptIn als het zo is; vraag anders toestemming en zet consent onder basis",
			},
		},
		"consent": {
			Says: value.Text{
				"en": "the register does not show consent for “{purpose}” in “{activity}” by {channel}: since {since} it is needed for own customers too",
				"nl": "het register laat geen toestemming zien voor “{purpose}” in “{activity}” per {channel}: sinds {since} is die ook voor eigen klanten nodig",
			},
			Mend: value.Text{
				"en": "put consent under basis and say under consent how it is asked; charities, charity lotteries and publishers of newspapers who call their own customers say so under waivers",
				"nl": "zet consent onder basis en zeg onder consent hoe toestemming wordt gevraagd; goede doelen, goededoelenloterijen en krantenuitgevers die eigen klanten bellen, zeggen dat onder waivers",
			},
		},
		"channel": {
			Says: value.Text{
				"en": "the register does not show by which channel people are approached for “{purpose}” in “{activity}”, so neither whether that takes consent",
				"nl": "het register laat niet zien langs welke weg mensen voor “{purpose}” in “{activity}” worden benaderd, en dus ook niet of daar toestemming voor nodig is",
			},
			Mend: value.Text{
				"en": "say under channel: email, sms, phone or post",
				"nl": "zeg onder channel: email, sms, phone of post",
			},
		},
	},
	Activity: func(c *Check, a *Activity) {
		if a.IsProcessor() || a.Ended {
			return
		}
		for i := range a.Purposes {
			u := &a.Purposes[i]
			if isOne(register.BasisConsent, u.Basis...) || u.Consent != nil {
				continue
			}
			if c.promotes(u) && c.regulation(a) == register.RegulationGdpr {
				c.marketing(a, i)
			}
		}
	},
}

// promotes reports whether a purpose is direct marketing: it names a channel, or
// its place in the tree says so.
func (p *pass) promotes(u *register.PurposeUse) bool {
	return len(u.Channel) > 0 || p.traits().purposes[u.Purpose]&promotes != 0
}

// marketing looks at each channel of a purpose without consent. What is to come
// is held against the law of the day on which it begins.
func (c *Check) marketing(a *Activity, i int) {
	u := &a.Purposes[i]
	day := max(c.on, a.From)
	channels := u.Channel
	switch {
	case len(channels) > 0:
	case c.terms.within(register.KindPurposes, u.Purpose, "newsletter"):
		channels = []register.Channel{register.ChannelEmail}
	case c.terms.within(register.KindPurposes, u.Purpose, "telemarketing"):
		channels = []register.Channel{register.ChannelPhone}
	default:
		c.Report(Hit{At: a.PurposeAt(i), Variant: "channel", Key: "channel", Lighter: true,
			Args: args("purpose", c.purpose(u.Purpose), "activity", c.activityName(a))})
		return
	}
	var written []value.Text
	for _, channel := range channels {
		switch channel {
		case register.ChannelEmail, register.ChannelSms:
			written = append(written, channelWords[channel])
		case register.ChannelPhone:
			c.calls(a, i, day)
		}
	}
	if len(written) > 0 && c.inEEA(day) {
		c.soft(a, i, enumerate(written), softConditions(u.SoftOptIn))
	}
}

var channelWords = map[register.Channel]value.Text{
	register.ChannelEmail: {"en": "e-mail", "nl": "e-mail"},
	register.ChannelSms:   {"en": "text message", "nl": "sms"},
	register.ChannelPhone: {"en": "telephone", "nl": "telefoon"},
}

// calls looks at marketing by telephone: the directive leaves it to each country.
func (c *Check) calls(a *Activity, i int, day value.Date) {
	u := &a.Purposes[i]
	o := c.view.Register().Organisation
	if o == nil || c.toBusinesses(a, u) {
		return
	}
	rule, ok := law.Marketing(o.Country, string(register.ChannelPhone), day)
	switch {
	case !ok:
	case rule.Requires == law.MarketingConsent:
		c.Report(Hit{At: a.PurposeAt(i), Variant: "consent", Key: "phone", Args: args("purpose", c.purpose(u.Purpose),
			"activity", c.activityName(a), "channel", channelWords[register.ChannelPhone], "since", rule.From)})
	case rule.Requires == law.MarketingConsentOrCustomer && u.SoftOptIn == nil:
		c.soft(a, i, channelWords[register.ChannelPhone], nil)
	case rule.Requires == law.MarketingConsentOrCustomer && u.SoftOptIn.OwnCustomers != value.Yes:
		c.soft(a, i, channelWords[register.ChannelPhone], conditions[:1])
	}
}

// soft tells which conditions for approaching own customers are not shown: all
// where the register says nothing of them.
func (c *Check) soft(a *Activity, i int, channel value.Text, missing []condition) {
	u := &a.Purposes[i]
	hit := Hit{At: a.PurposeAt(i), Key: channel.In("en"), Args: args("purpose", c.purpose(u.Purpose), "activity", c.activityName(a), "channel", channel)}
	if u.SoftOptIn != nil {
		if len(missing) == 0 {
			return
		}
		var says, fields []value.Text
		for _, x := range missing {
			says, fields = append(says, x.says), append(fields, plain(x.field))
		}
		hit.At += "/softOptIn"
		hit.Variant = "conditions"
		hit.Args["missing"], hit.Args["field"] = enumerate(says), enumerate(fields)
	}
	c.Report(hit)
}

// condition is one for approaching customers without consent.
type condition struct {
	field string
	says  value.Text
}

var conditions = []condition{
	{"ownCustomers", value.Text{"en": "the address was obtained in a sale to the person", "nl": "het adres is verkregen bij een verkoop aan de persoon"}},
	{"similarProducts", value.Text{"en": "only own similar products are offered", "nl": "alleen eigen gelijksoortige producten worden aangeboden"}},
	{"optOutAtCollection", value.Text{"en": "people could object when they gave the address", "nl": "mensen bezwaar konden maken toen zij het adres gaven"}},
	{"optOutInEachMessage", value.Text{"en": "people can object in each message", "nl": "mensen in elk bericht bezwaar kunnen maken"}},
}

// softConditions returns the conditions that are not stated to be met.
func softConditions(s *register.SoftOptIn) []condition {
	if s == nil {
		return nil
	}
	var missing []condition
	for i, stated := range []value.Tristate{s.OwnCustomers, s.SimilarProducts, s.OptOutAtCollection, s.OptOutInEachMessage} {
		if stated != value.Yes {
			missing = append(missing, conditions[i])
		}
	}
	return missing
}

// inEEA reports whether the organisation is established where the directive is
// law, or may be.
func (p *pass) inEEA(day value.Date) bool {
	o := p.view.Register().Organisation
	return o == nil || o.Country == "" || law.IsEEA(o.Country, day)
}

// toBusinesses reports whether a purpose concerns contacts at other organisations
// alone: the rules on calls protect natural persons.
func (p *pass) toBusinesses(a *Activity, u *register.PurposeUse) bool {
	subjects := u.Subjects
	if subjects == nil {
		for i := range a.Subjects {
			subjects = append(subjects, a.Subjects[i].Subject)
		}
	}
	for _, s := range subjects {
		if !p.terms.withinAny(register.KindDataSubjects, s, "business-contact", "supplier-contact", "client-contact") {
			return false
		}
	}
	return len(subjects) > 0
}
