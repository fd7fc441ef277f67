package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var reg001 = &Rule{
	Code:  "REG-001",
	Title: value.Text{"en": "No name or contact details of the organisation", "nl": "Naam of contactgegevens van de organisatie ontbreken"},
	Why: value.Text{
		"en": "The record begins with the name and contact details of whoever keeps it, controller or processor. The authority and the people concerned must know whom they can write to.",
		"nl": "Het register begint met de naam en de contactgegevens van wie het bijhoudt, verwerkingsverantwoordelijke of verwerker. De toezichthouder en de betrokkenen moeten weten aan wie zij kunnen schrijven.",
	},
	Articles: []string{"Art. 30(1)(a) GDPR", "Art. 30(2)(a) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Art30,
	Sentences: map[string]Sentence{
		"name": {
			Says: value.Text{"en": "the register does not show the name of the organisation that keeps it", "nl": "het register laat niet zien hoe de organisatie heet die het bijhoudt"},
			Mend: value.Text{"en": "fill in name under organisation", "nl": "vul name in onder organisation"},
		},
		"contact": {
			Says: value.Text{"en": "the register does not show how the organisation can be reached: it gives no postal address, e-mail address or telephone number", "nl": "het register laat niet zien hoe de organisatie te bereiken is: een postadres, e-mailadres of telefoonnummer staat er niet in"},
			Mend: value.Text{"en": "fill in contact under organisation, with address and email or phone", "nl": "vul contact in onder organisation, met address en email of phone"},
		},
		"post": {
			Says: value.Text{"en": "the register does not show the postal address of the organisation", "nl": "het register laat het postadres van de organisatie niet zien"},
			Mend: value.Text{"en": "fill in address (street, postalCode, city, country) under organisation, contact", "nl": "vul address in (street, postalCode, city, country) onder organisation, contact"},
		},
	},
	Register: func(c *Check) {
		r := c.View().Register()
		o := r.Organisation
		if o == nil {
			if len(r.Activities) > 0 { // without activities it is a vocabulary or a base of others
				c.Report(Hit{Variant: "name", Key: "name"})
				c.Report(Hit{Variant: "contact", Key: "contact"})
			}
			return
		}
		if len(o.Name) == 0 {
			c.Report(Hit{At: "organisation", Variant: "name", Key: "name"})
		}
		switch {
		case !canBeReached(o.Contact):
			c.Report(Hit{At: "organisation", Variant: "contact", Key: "contact"})
		case !hasPostalAddress(o.Contact.Address):
			// "Contact details" need not be all there are: some are shown.
			c.Report(Hit{At: "organisation/contact", Variant: "post", Key: "post", Info: true})
		}
	},
}

// canBeReached reports whether a contact tells a way to reach somebody: by post,
// e-mail or telephone.
func canBeReached(x *register.Contact) bool {
	return x != nil && (x.Email != "" || x.Phone != "" || hasPostalAddress(x.Address))
}

func hasPostalAddress(x *register.Address) bool {
	return x != nil && (x.Street != "" || x.PostalCode != "")
}
