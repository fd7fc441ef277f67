package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var epr001 = &Rule{
	Code:  "EPR-001",
	Title: value.Text{"en": "Cookies without consent or reason", "nl": "Cookies zonder toestemming of reden"},
	Why: value.Text{
		"en": "Whoever stores something on a device or reads from it, with a cookie or in another way, asks for consent first. It is not needed for what the service that somebody asked for cannot do without; in the Netherlands neither for measuring that hardly touches privacy.",
		"nl": "Wie iets op een apparaat plaatst of ervan afleest, met een cookie of op een andere manier, vraagt eerst toestemming. Dat hoeft niet voor wat strikt nodig is voor de dienst waar iemand om vroeg; in Nederland ook niet voor meten met weinig gevolgen voor de privacy.",
	},
	Articles: []string{"Art. 5(3) ePrivacy Directive", "Art. 11.7a Tw"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show that consent is asked before something is stored on or read from devices for {purpose} in “{activity}”",
				"nl": "het register laat niet zien dat toestemming wordt gevraagd voordat voor {purpose} in “{activity}” iets op apparaten wordt geplaatst of ervan wordt gelezen",
			},
			Mend: value.Text{
				"en": "put consent under basis and say under consent how it is asked",
				"nl": "zet consent onder basis en zeg onder consent hoe toestemming wordt gevraagd",
			},
		},
		"exempt": {
			Says: value.Text{
				"en": "the register does not show why {purpose} in “{activity}” would need no consent on devices: such a purpose does not count as {device}",
				"nl": "het register laat niet zien waarom voor {purpose} in “{activity}” geen toestemming op apparaten nodig zou zijn: zo’n doel geldt niet als {device}",
			},
			Mend: value.Text{
				"en": "put consent under device and basis; measuring that hardly touches privacy is low-impact-analytics",
				"nl": "zet consent onder device en basis; meten met weinig gevolgen voor de privacy is low-impact-analytics",
			},
		},
		"silent": {
			Says: value.Text{
				"en": "the register does not show why {data} may be placed on or read from devices for {purpose} in “{activity}”: because that is strictly necessary, or with consent",
				"nl": "het register laat niet zien waarom de gegevens {data} voor {purpose} in “{activity}” op apparaten mogen worden geplaatst of ervan gelezen: omdat dat strikt nodig is, of met toestemming",
			},
			Mend: value.Text{
				"en": "say under device why: strictly-necessary, low-impact-analytics or consent",
				"nl": "zeg onder device waarom: strictly-necessary, low-impact-analytics of consent",
			},
		},
	},
	Activity: func(c *Check, a *Activity) {
		if a.IsProcessor() || a.Ended || !isOne(c.regulation(a), register.RegulationGdpr, register.RegulationEudpr) {
			return
		}
		var open []int
		for i := range a.Purposes {
			if u := &a.Purposes[i]; !isOne(register.BasisConsent, u.Basis...) && u.Consent == nil && c.usesDevices(a, i) {
				open = append(open, i)
			}
		}
		for _, g := range a.alike(open) {
			c.devices(a, g)
		}
	},
}

// usesDevices reports whether a purpose without consent uses devices in a way that
// takes it, or may.
func (p *pass) usesDevices(a *Activity, i int) bool {
	s := p.traits().purposes[a.Purposes[i].Purpose]
	switch a.Purposes[i].Device {
	case register.DeviceConsent:
		return true
	case register.DeviceStrictlyNecessary:
		return s&(advertises|measures) != 0
	case register.DeviceLowImpactAnalytics:
		return s&advertises != 0
	}
	return len(p.onDevices(a, i)) > 0
}

// devices tells of purposes that are stated alike.
func (c *Check) devices(a *Activity, group []int) {
	device := a.Purposes[group[0]].Device
	hit := Hit{At: a.PurposeAt(group[0]), Args: args("purpose", c.quoted(register.KindPurposes, a.purposeIDs(group)), "activity", c.activityName(a))}
	switch device {
	case register.DeviceConsent:
		hit.At += "/device"
	case "":
		var categories []string
		for _, i := range group {
			categories = union(categories, c.onDevices(a, i))
		}
		hit.Variant, hit.Lighter, hit.Args["data"] = "silent", true, c.quoted(register.KindDataCategories, categories)
	default:
		hit.At += "/device"
		hit.Variant, hit.Args["device"] = "exempt", deviceWords[device]
	}
	c.Report(hit)
}

var deviceWords = map[register.Device]value.Text{
	register.DeviceStrictlyNecessary:  {"en": "part of a service that somebody asked for", "nl": "onderdeel van een dienst waar iemand om vroeg"},
	register.DeviceLowImpactAnalytics: {"en": "measuring that hardly touches privacy", "nl": "meten met weinig gevolgen voor de privacy"},
}

var (
	// advertisers' purposes, for which no exception was made (WP194, 4).
	advertisingPurposes = []string{"advertising", "social-media-marketing", "lead-generation", "sale-of-data"}
	measuringPurposes   = []string{"web-analytics", "usage-analytics"}
	// deviceData live on the device: to have them is to read from it.
	deviceData = []string{"cookie-data", "advertising-id", "browser-fingerprint"}
)

// onDevices returns the categories that show that a purpose uses devices: what
// lives there, and for measuring and advertising online all that is seen there.
func (p *pass) onDevices(a *Activity, purpose int) []string {
	shows := onDevice
	if p.traits().purposes[a.Purposes[purpose].Purpose]&(advertises|measures) != 0 {
		shows |= online
	}
	var all []string
	for i := range a.Data {
		if d := &a.Data[i]; p.traits().data[d.Category]&shows != 0 && slices.Contains(p.purposesOf(a, d), purpose) {
			all = append(all, d.Category)
		}
	}
	return all
}

// union adds to a list what it does not hold.
func union(all, more []string) []string {
	for _, x := range more {
		if !slices.Contains(all, x) {
			all = append(all, x)
		}
	}
	return all
}
