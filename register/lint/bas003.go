package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var bas003 = &Rule{
	Code:  "BAS-003",
	Title: value.Text{"en": "Contract does not fit the person or the purpose", "nl": "Overeenkomst past niet bij de persoon of het doel"},
	Why: value.Text{
		"en": "A contract is a basis only for what is needed to carry out a contract with that very person. It does not reach people who are not party to it, nor marketing or analytics that the contract can do without.",
		"nl": "Een overeenkomst is alleen een grondslag voor wat nodig is om een overeenkomst met diezelfde persoon uit te voeren. Zij dekt geen mensen die geen partij zijn, en geen marketing of analyse die de overeenkomst kan missen.",
	},
	Articles: []string{"Art. 6(1)(b) GDPR", "C-252/21", "C-394/23"},
	Source:   Case,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{"en": "the register does not show how a contract can be the basis of {purposes} in “{activity}” for {subjects}: it says that these people are not party to it", "nl": "het register laat niet zien hoe een overeenkomst de grondslag kan zijn van {purposes} bij “{activity}” voor {subjects}: volgens het register zijn zij geen partij"},
			Mend: value.Text{"en": "give these people an entry of their own under purposes, with subjects and another basis", "nl": "geef deze mensen een eigen regel onder purposes, met subjects en een andere grondslag"},
		},
		"stranger": {
			Says: value.Text{"en": "the register does not show that the contract behind {purposes} in “{activity}” is one with {subjects}", "nl": "het register laat niet zien dat de overeenkomst achter {purposes} bij “{activity}” er een is met {subjects}"},
			Mend: value.Text{"en": "state contractParty under subjects; where they are not party, choose another basis for them", "nl": "vul contractParty in onder subjects; kies een andere grondslag voor wie geen partij is"},
		},
		"purpose": {
			Says: value.Text{"en": "the register does not show why the contract with the data subject cannot do without {purposes} in “{activity}”", "nl": "het register laat niet zien waarom de overeenkomst met de betrokkene niet zonder {purposes} bij “{activity}” kan"},
			Mend: value.Text{"en": "choose consent or a legitimate interest as basis, unless the contract is impossible without it", "nl": "kies toestemming of een gerechtvaardigd belang als grondslag, tenzij de overeenkomst zonder dit niet kan worden uitgevoerd"},
		},
	},
	Activity: func(c *Check, a *Activity) {
		if !needsBasis(a) {
			return
		}
		var beyond []int
		for i := range a.Purposes {
			u := &a.Purposes[i]
			if !restsOnlyOn(u, register.BasisContract) {
				continue
			}
			if c.classes().beyond[u.Purpose] {
				beyond = append(beyond, i)
			}
			c.tellStrangers(a, i)
		}
		c.reportPurposes(a, beyond, Hit{Variant: "purpose", Key: "purpose", Lighter: true})
	},
}

// neverContract are purposes that a contract with the data subject can do
// without (C-252/21; EDPB Guidelines 2/2019, 48-57), and what belongs to them
// yet may well be a contract of its own.
var (
	neverContract = []string{"marketing", "customer-segmentation", "service-improvement", "web-analytics", "personalisation", "sale-of-data"}
	mayBeContract = []string{"prize-draws", "service-monitoring"}
)

// strangers are people who by their very name are no party to a contract with
// the organisation: it is with the organisation that a business contact works
// for, or with the one who bought the gift.
var strangers = []string{
	"delivery-recipient", "business-contact", "emergency-contact-person", "referee", "beneficial-owner",
	"deceased-relation", "whistleblower", "camera-visitor", "passer-by",
}

// tellStrangers tells which data subjects of a purpose are not party to the
// contract on which it rests.
func (c *Check) tellStrangers(a *Activity, i int) {
	u := &a.Purposes[i]
	var stated, named []string
	for n := range a.Subjects {
		s := &a.Subjects[n]
		if s.ContractParty == register.Yes || !c.concerns(u, s.Subject) {
			continue
		}
		if s.ContractParty == register.No {
			stated = append(stated, s.Subject)
		} else if c.classes().strangers[s.Subject] {
			named = append(named, s.Subject)
		}
	}
	if len(stated)+len(named) == 0 {
		return
	}
	same := a.entryOf(i)
	if same == nil {
		return
	}
	if len(stated) > 0 {
		c.reportPurposes(a, same, Hit{Key: "party", Args: args("subjects", c.quoted(register.KindDataSubjects, stated))})
	}
	if len(named) > 0 {
		c.reportPurposes(a, same, Hit{Variant: "stranger", Key: "stranger", Lighter: true, Args: args("subjects", c.quoted(register.KindDataSubjects, named))})
	}
}

// concerns reports whether a purpose concerns data subjects of its activity.
func (c *Check) concerns(u *register.PurposeUse, subject string) bool {
	return u.Subjects == nil || isOne(subject, u.Subjects...) ||
		c.terms.overlapAny(register.KindDataSubjects, u.Subjects, []string{subject})
}
