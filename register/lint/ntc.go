package lint

import (
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var (
	whyRecipients = value.Text{
		"en": "People must be told who receives their data, or which categories of recipients. The register must list the same recipients (Art. 30(1)(d)). Where the two differ, one of them is wrong.",
		"nl": "Mensen moeten horen wie hun gegevens ontvangt, of welke categorieën van ontvangers. Het register moet dezelfde ontvangers noemen (art. 30 lid 1 onder d). Waar de twee verschillen, klopt een van beide niet.",
	}
	addDisclosure = value.Text{
		"en": "if the party receives data, add it under disclosures of the activity concerned, with as and data; if not, take its name out of the policy",
		"nl": "ontvangt deze partij gegevens, voeg haar dan toe onder disclosures van de activiteit, met as en data; zo niet, haal de naam dan uit de privacyverklaring",
	}
)

var ntc001 = aboutText("NTC-001", []string{"Art. 13(1)(e) GDPR", "Art. 30(1)(d) GDPR"},
	value.Text{"en": "Named in the policy, no recipient in the register", "nl": "Genoemd in de privacyverklaring, geen ontvanger in het register"},
	whyRecipients,
	map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the policy names “{party}”; the register does not show that this party receives data",
				"nl": "de privacyverklaring noemt “{party}”; het register laat niet zien dat deze partij gegevens ontvangt",
			},
			Mend: addDisclosure,
		},
		"ended": {
			Says: value.Text{
				"en": "the policy names “{party}”; the register shows that this party received data before, and not that it still does",
				"nl": "de privacyverklaring noemt “{party}”; het register laat zien dat deze partij eerder gegevens ontving, en niet dat dit nog zo is",
			},
			Mend: value.Text{
				"en": "take the name out of the policy, or correct until or status if the party still receives data",
				"nl": "haal de naam uit de privacyverklaring, of verbeter until of status als deze partij nog gegevens ontvangt",
			},
		},
		"planned": {
			Says: value.Text{
				"en": "the policy names “{party}”; the register shows only plans to give this party data, and not that it receives any yet",
				"nl": "de privacyverklaring noemt “{party}”; het register laat alleen plannen zien om deze partij gegevens te geven, en niet dat zij die al ontvangt",
			},
			Mend: value.Text{
				"en": "correct from or status if the party already receives data; otherwise name it in the policy when it does",
				"nl": "verbeter from of status als deze partij al gegevens ontvangt; noem haar anders pas in de privacyverklaring als het zover is",
			},
		},
	})

var ntc002 = aboutText("NTC-002", []string{"Art. 13(1)(e) GDPR"},
	value.Text{"en": "Recipient in the register, not in the policy", "nl": "Ontvanger in het register, niet in de privacyverklaring"},
	whyRecipients,
	map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "according to the register “{party}” receives data (activities: {activities}); the policy names neither this party nor a category of recipients that fits",
				"nl": "volgens het register ontvangt “{party}” gegevens (activiteiten: {activities}); de privacyverklaring noemt deze partij niet, en ook geen passende categorie van ontvangers",
			},
			Mend: value.Text{
				"en": "name the party in the policy, with what it does and which data it gets; if the policy uses another name for it, add that under otherNames of the party",
				"nl": "noem de partij in de privacyverklaring, met wat zij doet en welke gegevens zij krijgt; gebruikt de verklaring een andere naam, zet die dan bij de partij onder otherNames",
			},
		},
		"category": {
			Says: value.Text{
				"en": "according to the register “{party}” receives data (activities: {activities}); the policy speaks of “{category}” and does not name this party",
				"nl": "volgens het register ontvangt “{party}” gegevens (activiteiten: {activities}); de privacyverklaring spreekt van “{category}” en noemt deze partij niet",
			},
			Mend: value.Text{
				"en": "a category of recipients may do; the name tells people more: add it to the policy",
				"nl": "een categorie van ontvangers kan genoeg zijn; de naam zegt mensen meer: noem die in de privacyverklaring",
			},
		},
		"short": {
			Says: value.Text{
				"en": "according to the register “{party}” receives data (activities: {activities}); the policy speaks of “{short}”, which may be the same",
				"nl": "volgens het register ontvangt “{party}” gegevens (activiteiten: {activities}); de privacyverklaring spreekt van “{short}”, en dat is misschien dezelfde",
			},
			Mend: value.Text{
				"en": "if it is the same party, add this name under otherNames of the party; if not, name the party in the policy",
				"nl": "gaat het om dezelfde partij, zet deze naam dan bij de partij onder otherNames; zo niet, noem de partij in de privacyverklaring",
			},
		},
		"group": {
			Says: value.Text{
				"en": "according to the register the category of recipients “{party}” receives data (activities: {activities}); the policy does not mention this category",
				"nl": "volgens het register ontvangt de categorie van ontvangers “{party}” gegevens (activiteiten: {activities}); de privacyverklaring noemt deze categorie niet",
			},
			Mend: value.Text{
				"en": "mention the category in the policy, or better: name in both who the recipients are; if the policy uses other words for it, add them under otherNames of the party",
				"nl": "noem de categorie in de privacyverklaring of, beter: noem in beide wie de ontvangers zijn; gebruikt de verklaring andere woorden, zet die dan bij de partij onder otherNames",
			},
		},
	})

var ntc003 = aboutText("NTC-003", []string{"Art. 13(1)(e) GDPR", "Art. 30(1)(d) GDPR"},
	value.Text{"en": "Named without role or data", "nl": "Genoemd zonder rol of gegevens"},
	value.Text{
		"en": "A name alone does not tell people what happens to their data. The policy should say what a recipient does, and the register in which role it acts and which data it gets.",
		"nl": "Een naam alleen zegt mensen niet wat er met hun gegevens gebeurt. De privacyverklaring hoort te zeggen wat een ontvanger doet, en het register in welke rol en met welke gegevens.",
	},
	map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the policy names “{party}” in a heading only and says nothing about it; the register does not show its role or its data either",
				"nl": "de privacyverklaring noemt “{party}” alleen in een kop en zegt er niets over; ook het register laat geen rol en geen gegevens zien",
			},
			Mend: value.Text{
				"en": "find out whether the party is used; if so, fill in as and data at the disclosure and say in the policy what it does; if not, take it out of both",
				"nl": "ga na of deze partij wordt gebruikt; zo ja, vul bij de verstrekking as en data in en schrijf in de privacyverklaring wat zij doet; zo niet, haal haar uit beide",
			},
		},
		"text": {
			Says: value.Text{
				"en": "the policy names “{party}” in a heading only and says nothing about it",
				"nl": "de privacyverklaring noemt “{party}” alleen in een kop en zegt er niets over",
			},
			Mend: value.Text{
				"en": "say in the policy what the party does and which data it gets; the register shows it",
				"nl": "schrijf in de privacyverklaring wat deze partij doet en welke gegevens zij krijgt; het register laat het zien",
			},
		},
		"register": {
			Says: value.Text{
				"en": "the policy speaks of “{party}”; the register names it as a recipient and does not show in which role or of which data",
				"nl": "de privacyverklaring spreekt over “{party}”; het register noemt die als ontvanger en laat niet zien in welke rol of van welke gegevens",
			},
			Mend: value.Text{
				"en": "fill in as and data at the disclosure",
				"nl": "vul bij de verstrekking as en data in",
			},
		},
	})

var ntc004 = aboutText("NTC-004", []string{"Art. 12(1) GDPR", "Art. 13(1)(e) GDPR"},
	value.Text{"en": "One party under two names", "nl": "Eén partij onder twee namen"},
	value.Text{
		"en": "What people are told must be clear. Who reads two names takes them for two companies, and does not know whom to turn to.",
		"nl": "Wat mensen te horen krijgen, moet duidelijk zijn. Wie twee namen leest, denkt aan twee bedrijven en weet niet bij wie hij moet zijn.",
	},
	map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the policy speaks of “{one}” and of “{other}”, which the register has as names of one party, and does not say that they are the same",
				"nl": "de privacyverklaring spreekt van “{one}” en van “{other}”, die volgens het register namen van één partij zijn, en zegt niet dat het om dezelfde gaat",
			},
			Mend: value.Text{
				"en": "use one name, or write the other in brackets the first time; if they are two companies, make two parties of them in the register",
				"nl": "gebruik één naam, of zet de andere er de eerste keer tussen haakjes bij; zijn het twee bedrijven, maak er in het register dan twee partijen van",
			},
		},
	})

var ntc005 = aboutText("NTC-005", []string{"Art. 13(2)(b) GDPR", "Art. 13(2)(c) GDPR"},
	value.Text{"en": "Right not mentioned in the policy", "nl": "Recht niet genoemd in de privacyverklaring"},
	value.Text{
		"en": "Whoever gives data must be told which rights come with that, and that consent can be withdrawn at any time.",
		"nl": "Wie gegevens geeft, moet horen welke rechten daarbij horen, en dat toestemming altijd kan worden ingetrokken.",
	},
	map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the policy does not seem to mention the right {right}",
				"nl": "de privacyverklaring lijkt het recht {right} niet te noemen",
			},
			Mend: value.Text{
				"en": "say in the policy that people have this right, and how they use it",
				"nl": "schrijf in de privacyverklaring dat mensen dit recht hebben, en hoe zij het gebruiken",
			},
		},
		"consent": {
			Says: value.Text{
				"en": "the policy does not seem to say that consent can be withdrawn; according to the register these purposes rest on consent: {purposes}",
				"nl": "de privacyverklaring lijkt niet te zeggen dat toestemming kan worden ingetrokken; volgens het register rusten deze doeleinden op toestemming: {purposes}",
			},
			Mend: value.Text{
				"en": "say in the policy that consent can be withdrawn at any time, and how",
				"nl": "schrijf in de privacyverklaring dat toestemming altijd kan worden ingetrokken, en hoe",
			},
		},
	})

var ntc006 = aboutText("NTC-006", []string{"Art. 13(2)(d) GDPR"},
	value.Text{"en": "Complaint not mentioned in the policy", "nl": "Klacht niet genoemd in de privacyverklaring"},
	value.Text{
		"en": "People must be told that they can complain to a supervisory authority.",
		"nl": "Mensen moeten horen dat zij een klacht kunnen indienen bij een toezichthoudende autoriteit.",
	},
	map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the policy does not seem to say that people can complain to the supervisory authority",
				"nl": "de privacyverklaring lijkt niet te zeggen dat mensen een klacht kunnen indienen bij de toezichthoudende autoriteit",
			},
			Mend: value.Text{
				"en": "say that people have the right to complain, and name the authority (organisation.authority)",
				"nl": "schrijf dat mensen het recht hebben een klacht in te dienen, en noem de autoriteit (organisation.authority)",
			},
		},
	})

var ntc007 = aboutText("NTC-007", []string{"Art. 13(2)(a) GDPR"},
	value.Text{"en": "Retention not mentioned in the policy", "nl": "Bewaartermijn niet genoemd in de privacyverklaring"},
	value.Text{
		"en": "People must be told how long their data are kept, or what decides how long.",
		"nl": "Mensen moeten horen hoe lang hun gegevens worden bewaard, of wat dat bepaalt.",
	},
	map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the policy does not seem to say how long data are kept",
				"nl": "de privacyverklaring lijkt niet te zeggen hoe lang gegevens worden bewaard",
			},
			Mend: value.Text{
				"en": "give the periods, or what decides them; retentionRules in the register are where they come from",
				"nl": "noem de termijnen, of wat ze bepaalt; ze staan in het register onder retentionRules",
			},
		},
	})

var ntc008 = aboutText("NTC-008", []string{"Art. 13(1)(c) GDPR"},
	value.Text{"en": "Legal basis not mentioned in the policy", "nl": "Rechtsgrond niet genoemd in de privacyverklaring"},
	value.Text{
		"en": "People must be told for which purposes their data are processed and on which legal basis. Their rights depend on it.",
		"nl": "Mensen moeten horen voor welke doeleinden hun gegevens worden verwerkt en op welke rechtsgrond. Hun rechten hangen ervan af.",
	},
	map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the policy does not seem to name any legal basis",
				"nl": "de privacyverklaring lijkt geen enkele rechtsgrond te noemen",
			},
			Mend: value.Text{
				"en": "name for each purpose the legal basis that the register has under basis",
				"nl": "noem voor elk doel de rechtsgrond die het register onder basis heeft",
			},
		},
		"basis": {
			Says: value.Text{
				"en": "the policy does not seem to name the legal basis “{basis}”, on which processing rests according to the register",
				"nl": "de privacyverklaring lijkt de rechtsgrond “{basis}” niet te noemen, waarop volgens het register verwerkingen rusten",
			},
			Mend: value.Text{
				"en": "name this basis in the policy with the purposes that rest on it, or correct basis in the register",
				"nl": "noem deze rechtsgrond in de privacyverklaring bij de doeleinden die erop rusten, of verbeter basis in het register",
			},
		},
	})

var ntc009 = aboutText("NTC-009", []string{"Art. 13(1)(f) GDPR"},
	value.Text{"en": "Transfer not mentioned in the policy", "nl": "Doorgifte niet genoemd in de privacyverklaring"},
	value.Text{
		"en": "People must be told that their data go to a country outside the EEA, and how they are protected there.",
		"nl": "Mensen moeten horen dat hun gegevens naar een land buiten de EER gaan, en hoe ze daar worden beschermd.",
	},
	map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "according to the register data leave the EEA (countries: {countries}; through: {parties}); the policy does not seem to mention a transfer",
				"nl": "volgens het register gaan gegevens naar buiten de EER (landen: {countries}; via: {parties}); de privacyverklaring lijkt geen doorgifte te noemen",
			},
			Mend: value.Text{
				"en": "name in the policy the country, the adequacy decision or the safeguards, and how people get a copy of these",
				"nl": "noem in de privacyverklaring het land, het adequaatheidsbesluit of de waarborgen, en hoe mensen daarvan een kopie krijgen",
			},
		},
	})

var ntc010 = func() *Rule {
	r := aboutText("NTC-010", []string{"Art. 13(1)(e) GDPR", "Art. 30(1)(d) GDPR"},
		value.Text{"en": "Company unknown to the register", "nl": "Bedrijf dat het register niet kent"},
		value.Text{
			"en": "A company that the policy names may receive data. The register must list all recipients.",
			"nl": "Een bedrijf dat de privacyverklaring noemt, ontvangt misschien gegevens. Het register moet alle ontvangers noemen.",
		},
		map[string]Sentence{
			"": {
				Says: value.Text{
					"en": "the policy names “{name}”; the register does not show who that is",
					"nl": "de privacyverklaring noemt “{name}”; het register laat niet zien wie dat is",
				},
				Mend: value.Text{
					"en": "if the company receives data, add it under parties and disclosures; if it is another name of a party, add it under otherNames",
					"nl": "ontvangt het bedrijf gegevens, voeg het dan toe onder parties en disclosures; is het een andere naam van een partij, zet die dan onder otherNames",
				},
			},
		})
	r.Severity = diag.Info
	return r
}()
