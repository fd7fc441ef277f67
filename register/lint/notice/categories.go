package notice

// category is a category of recipients: how texts call it, and the purposes for
// which those who belong to it get data.
type category struct {
	purposes []string
	words    wording
}

// authorities are recipients that Art. 4(9) excepts where they inquire.
var authorities = category{words: wording{
	"nl": {"overheid*", "opsporing*", "autoriteit*", "politie", "justitie", "belastingdienst", "toezichthouder*", "strafrechtelijk onderzoek"},
	"en": {"authorit*", "government*", "police", "law enforcement", "regulator*", "tax office"},
}}

var categories = []category{
	{[]string{"payment"}, wording{
		"nl": {"betaaldienst*", "betaalprovider*", "betaalinstelling*", "betalingsverwerker*", "*betaalpartner*", "payment provider*", "bank", "banken"},
		"en": {"payment provider*", "payment processor*", "payment service*", "payment compan*", "banks"},
	}},
	{[]string{"delivery", "order-fulfilment"}, wording{
		"nl": {"bezorgdienst*", "bezorger*", "vervoerder*", "koerier*", "pakketdienst*", "transporteur*", "postbedrij*", "logistiek* partner*", "logistiek* dienst*"},
		"en": {"carrier*", "courier*", "delivery compan*", "delivery service*", "delivery partner*", "postal service*", "logistics provider*"},
	}},
	{[]string{"hosting", "website-operation", "security"}, wording{
		"nl": {"hostingpartij*", "hostingprovider*", "hostingbedrij*", "cloudprovider*", "clouddienst*", "hosting provider*", "cloud provider*", "it dienstverlener*", "ict dienstverlener*", "it leverancier*", "ict leverancier*", "softwareleverancier*"},
		"en": {"hosting provider*", "hosting compan*", "cloud provider*", "cloud service*", "it provider*", "it service*", "it supplier*", "software supplier*", "software provider*"},
	}},
	{[]string{"financial-administration"}, wording{
		"nl": {"boekhouder*", "boekhoudkantoor*", "accountant*", "accountantskantoor*", "administratiekantoor*", "administrateur*"},
		"en": {"bookkeeper*", "accountant*", "accounting firm*", "auditor*"},
	}},
	{[]string{"direct-marketing", "newsletter"}, wording{
		"nl": {"mailingdienst*", "nieuwsbriefdienst*", "mailprovider*", "e mail provider*", "e maildienst*", "marketingbureau*", "verzender* van ~ nieuwsbrie*"},
		"en": {"e mail provider*", "email provider*", "mailing service*", "newsletter provider*", "marketing agenc*", "email service*", "e mail service*"},
	}},
	{[]string{"web-analytics", "usage-analytics"}, wording{
		"nl": {"analysedienst*", "analysepartner*", "statistiekdienst*", "analytics provider*", "aanbieder* van ~ statistiek*"},
		"en": {"analytics provider*", "analytics service*", "analytics partner*"},
	}},
	{[]string{"advertising", "social-media-marketing"}, wording{
		"nl": {"adverteerder*", "advertentie*", "advertentienetwerk*", "reclamepartner*"},
		"en": {"advertiser*", "advertising partner*", "advertising network*", "ad network*"},
	}},
	{[]string{"social-sharing"}, wording{
		"nl": {"social media", "sociale media", "sociale netwerken"},
		"en": {"social media", "social networks"},
	}},
	{[]string{"review-invitation", "customer-feedback"}, wording{
		"nl": {"beoordelingsplatform*", "reviewplatform*", "review platform*", "beoordelingsdienst*"},
		"en": {"review platform*", "review service*", "review compan*"},
	}},
	{[]string{"debt-collection"}, wording{
		"nl": {"incassobureau*", "deurwaarder*", "incassopartner*"},
		"en": {"debt collect*", "collection agenc*", "bailiff*"},
	}},
	{[]string{"credit-assessment"}, wording{
		"nl": {"kredietbeoordelaar*", "kredietinformatiebureau*", "kredietregistratie*"},
		"en": {"credit agenc*", "credit reference*", "credit bureau*", "credit assessor*"},
	}},
	{[]string{"payroll", "personnel-management"}, wording{
		"nl": {"salarisadministrateur*", "salarisverwerker*", "loonverwerker*", "salarisadministratiekantoor*"},
		"en": {"payroll provider*", "payroll compan*", "payroll service*"},
	}},
	{[]string{"occupational-health", "absence-management"}, wording{
		"nl": {"arbodienst*", "bedrijfsarts*"},
		"en": {"occupational health*", "company doctor*"},
	}},
	{[]string{"insurance-claims"}, wording{
		"nl": {"verzekeraar*", "zorgverzekeraar*", "verzekeringsmaatschappij*"},
		"en": {"insurer*", "insurance compan*"},
	}},
	{[]string{"care-provision", "referral", "medication-management"}, wording{
		"nl": {"huisarts*", "ziekenhuis*", "ziekenhuizen", "laborator*", "zorgverlener*", "apothe*", "verwijzer*"},
		"en": {"hospital*", "laborator*", "general practitioner*", "care provider*", "pharmac*"},
	}},
	{[]string{"legal-claims", "legal-advice"}, wording{
		"nl": {"advocaat", "advocaten", "advocatenkantoor*", "juridisch adviseur*"},
		"en": {"lawyer*", "law firm*", "legal advis*", "solicitor*"},
	}},
	{[]string{"pension-administration"}, wording{
		"nl": {"pensioenfonds*", "pensioenuitvoerder*"},
		"en": {"pension fund*", "pension provider*"},
	}},
	authorities,
}
