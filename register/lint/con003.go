package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var con003 = &Rule{
	Code:  "CON-003",
	Title: value.Text{"en": "Consent that is not a free and separate choice", "nl": "Toestemming die geen vrije en aparte keuze is"},
	Why: value.Text{
		"en": "Consent is a free, specific and active choice. Accepting terms or a privacy policy, a box ticked beforehand or silence is none, nor is a consent without which the service is refused.",
		"nl": "Toestemming is een vrije, specifieke en actieve keuze. Voorwaarden of een privacyverklaring accepteren is dat niet, een vooraf aangevinkt vakje of zwijgen evenmin, en ook niet een toestemming zonder welke de dienst wordt geweigerd.",
	},
	Articles: []string{"Art. 4(11) GDPR", "Art. 7(2) GDPR", "Art. 7(4) GDPR", "C-673/17", "C-61/19"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{"en": "the register does not show a separate choice for {purposes} in “{activity}”: whoever accepts terms or a privacy policy is taken to consent", "nl": "het register laat geen aparte keuze zien voor {purposes} bij “{activity}”: wie voorwaarden of een privacyverklaring accepteert, wordt geacht toe te stemmen"},
			Mend: value.Text{"en": "ask with a choice of its own, not ticked beforehand, that can be refused, and change mechanism and bundledWith under consent", "nl": "vraag het met een eigen keuze, niet vooraf aangevinkt, die te weigeren is, en wijzig mechanism en bundledWith onder consent"},
		},
		"ticked": {
			Says: value.Text{"en": "the register does not show an active choice for {purposes} in “{activity}”: the box is ticked beforehand", "nl": "het register laat geen actieve keuze zien voor {purposes} bij “{activity}”: het vakje is vooraf aangevinkt"},
			Mend: value.Text{"en": "leave the box empty, ask again those who never ticked it, and change mechanism under consent", "nl": "laat het vakje leeg, vraag het opnieuw aan wie het nooit zelf aanvinkte, en wijzig mechanism onder consent"},
		},
		"silence": {
			Says: value.Text{"en": "the register does not show an active choice for {purposes} in “{activity}”: silence or further use counts as consent", "nl": "het register laat geen actieve keuze zien voor {purposes} bij “{activity}”: zwijgen of verder gebruik geldt als toestemming"},
			Mend: value.Text{"en": "ask with a choice that people make themselves, and change mechanism under consent", "nl": "vraag het met een keuze die de betrokkene zelf maakt, en wijzig mechanism onder consent"},
		},
		"bundled": {
			Says: value.Text{"en": "the register does not show consent to {purposes} in “{activity}” apart from other things: it is bundled with “{with}”", "nl": "het register laat voor {purposes} bij “{activity}” geen toestemming los van andere zaken zien: zij is gekoppeld aan “{with}”"},
			Mend: value.Text{"en": "ask for consent on its own and take away bundledWith", "nl": "vraag de toestemming apart en haal bundledWith weg"},
		},
		"condition": {
			Says: value.Text{"en": "the register does not show that people are free to refuse {purposes} in “{activity}”: without their consent they do not get the service", "nl": "het register laat niet zien dat betrokkenen {purposes} bij “{activity}” vrij kunnen weigeren: zonder hun toestemming krijgen zij de dienst niet"},
			Mend: value.Text{"en": "offer the service without it and set conditionForService: false, or set necessary: true where the service cannot be given without these data", "nl": "bied de dienst ook zonder aan en zet conditionForService: false, of zet necessary: true als de dienst zonder deze gegevens niet kan worden geleverd"},
		},
	},
	Activity: func(c *Check, a *Activity) {
		c.eachConsent(a, func(i int, _ *register.PurposeUse, consent *register.Consent) {
			mechanism, faulty := faultyMechanisms[consent.Mechanism]
			bundled := len(consent.BundledWith) > 0 && (!faulty || mechanism != "") // accepting terms is bundled by itself
			conditional := consent.ConditionForService == register.Yes && consent.Necessary != register.Yes
			if !faulty && !bundled && !conditional {
				return
			}
			same := a.entryOf(i)
			if same == nil {
				return
			}
			if faulty {
				c.reportPurposes(a, same, Hit{Variant: mechanism, Key: "mechanism"})
			}
			if bundled {
				c.reportPurposes(a, same, Hit{Variant: "bundled", Key: "bundled", Args: args("with", consent.BundledWith)})
			}
			if conditional {
				c.reportPurposes(a, same, Hit{Variant: "condition", Key: "condition"})
			}
		})
	},
}

// faultyMechanisms are ways of asking that give no consent, and the sentence about
// each.
var faultyMechanisms = map[register.ConsentMechanism]string{
	register.ConsentMechanismByAcceptingTerms: "",
	register.ConsentMechanismPreTicked:        "ticked",
	register.ConsentMechanismContinuedUse:     "silence",
}
