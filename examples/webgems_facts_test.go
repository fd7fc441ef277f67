package examples_test

// webgemsTold are the facts of the policy and where each comes out.
var webgemsTold = []toldFact{
	{
		fact: "F01",
		record: []saying{
			{"Verwerkingsverantwoordelijke > Ilona's WebGems", "Controller > Ilona's WebGems"},
			{"Andere namen > Ilona's Silver & Gemstones", "Other names > Ilona's Silver & Gemstones"},
			{"Functionaris voor gegevensbescherming > niet vermeld", "Data protection officer > not stated"},
		},
		notice: []saying{
			{"Ilona's WebGems is de verwerkingsverantwoordelijke", "Ilona's WebGems is the controller"},
			{"Andere namen > Ilona's Silver & Gemstones", "Other names > Ilona's Silver & Gemstones"},
		},
		findings: []string{"REG-001 organisation/contact"},
	},
	{
		fact:   "F02",
		record: []saying{{"Toezichthouder > Autoriteit Persoonsgegevens", "Supervisory authority > Dutch Data Protection Authority"}},
		notice: []saying{{"klacht in te dienen bij de toezichthouder: Autoriteit Persoonsgegevens", "complain to the supervisory authority: Dutch Data Protection Authority"}},
	},
	{
		fact:   "F03",
		record: []saying{{"Privacy Policy…25 mei 2018", "Privacy Policy…25 May 2018"}},
		notice: []saying{{"De nieuwste versie staat op de site. Klanten krijgen een e-mail", "The newest version is on the site. Customers are e-mailed"}},
	},
	{
		fact:   "F04",
		record: []saying{{"Contact > privacy@webgems.example.org", "Contact > privacy@webgems.example.org"}},
		notice: []saying{{"Zo bereikt u ons > privacy@webgems.example.org", "How to reach us > privacy@webgems.example.org"}},
	},
	{
		fact:     "F05",
		record:   []saying{{"Wat voor alle verwerkingen geldt > Lightspeed / dienst: webwinkelsoftware…verwerker | alle gegevens", "Lightspeed / service: web shop software…processor | all data"}, {"verplicht Lightspeed tot passende beveiliging", "obliges Lightspeed to take appropriate security measures"}},
		notice:   []saying{{"Lightspeed / Webwinkelsoftware / Toegang om technisch te ondersteunen | Verwerker…Alle delen…alle gegevens", "Lightspeed / Web shop software / Access to give technical support | Processor…All parts…all data"}, {"Webwinkelsoftware en hosting > Welke gegevens > Gebruiksgegevens, technische metagegevens – van Lightspeed", "Web shop software and hosting > Which data > Usage data, technical metadata – from Lightspeed"}},
		findings: []string{"SPC-006 activities/hosting/data/usage-data/claim"},
	},
	{
		fact:     "F06",
		record:   []saying{{"Wat voor alle verwerkingen geldt > Lightspeed / dienst: webhosting | verwerker", "Lightspeed / service: web hosting | processor"}, {"Vertrouwelijkheid > Lightspeed is tot geheimhouding verplicht", "Confidentiality > Lightspeed is bound to confidentiality"}},
		internal: []saying{{"Technische metagegevens / geen persoonsgegevens genoemd", "Technical metadata / called no personal data"}},
		notice:   []saying{{"Lightspeed / Webhosting | Verwerker…niet voor eigen doelen", "Lightspeed / Web hosting | Processor…not use the data for purposes of its own"}},
		findings: []string{"SPC-006 activities/hosting/data/metadata/claim", "OPN-001 parties/lightspeed/services/hosting"},
	},
	{
		fact:   "F07",
		record: []saying{{"Lightspeed / dienst: zakelijke e-mail…Geen toegang tot het postvak. | verwerker | e-mailverkeer", "Lightspeed / service: business e-mail…No access to the mailbox. | processor | e-mail traffic"}, {"Dienst: zakelijke e-mail > Maatregelen > maatregelen tegen misbruik", "Service: business e-mail > Measures > measures against abuse"}},
		notice: []saying{{"Lightspeed / Zakelijke e-mail | Verwerker…E-mailverkeer", "Lightspeed / Business e-mail | Processor…E-mail traffic"}},
	},
	{
		fact:   "F08",
		record: []saying{{"KPN / geen toegang tot het postvak | niet vermeld | e-mailverkeer", "KPN / no access to the mailbox | not stated | e-mail traffic"}, {"KPN > Maatregelen > maatregelen tegen misbruik", "KPN > Measures > measures against abuse"}},
		notice: []saying{{"KPN / Internetprovider…E-mailverkeer", "KPN / Internet provider…E-mail traffic"}},
	},
	{
		fact:     "F09",
		record:   []saying{{"Ontvangers > Mailchimp | niet vermeld | alle gegevens", "Recipients > Mailchimp | not stated | all data"}, {"Ontvangers > Laposta | niet vermeld | alle gegevens", "Recipients > Laposta | not stated | all data"}},
		notice:   []saying{{"Nieuwsbrief > Wie ze ontvangt > Mailchimp", "Newsletter > Who receives them > Mailchimp"}, {"Nieuwsbrief > Wie ze ontvangt > Laposta", "Newsletter > Who receives them > Laposta"}},
		findings: []string{"NTC-003 parties/mailchimp", "NTC-003 parties/laposta", "PRC-009 parties/mailchimp", "REG-007 activities/newsletter"},
	},
	{
		fact:     "F10",
		record:   []saying{{"Ontvangers > Mollie | verwerker | naam / adres / woonplaats / bankrekeningnummer / creditcard", "Recipients > Mollie | processor | name / postal address / place of residence / bank account number / credit"}, {"Mollie > Eigen doelen > Doel > dienstverlening verbeteren", "Mollie > Purposes of its own > Purpose > improving the service"}, {"Mollie…de waarborgen gelden ook voor wie Mollie inschakelt", "Mollie…the safeguards also bind those whom Mollie engages"}, {"termijn van de betaaldienst | Niet langer dan de wettelijke termijnen toestaan", "period of the payment service | No longer than the statutory periods allow"}},
		notice:   []saying{{"Mollie / Betaaldienst, die gegevens geanonimiseerd met derden mag delen | Verwerker…Naam, adres, woonplaats, bankrekeningnummer, creditcard- of pasnummer…eigen doel: dienstverlening verbeteren", "Mollie / Payment service, which may share data with third parties after anonymising them | Processor…Name, postal address, place of residence, bank account number, credit or debit card number…purpose of its own: improving the service"}},
		findings: []string{"PRC-004 parties/mollie/ownPurposes"},
	},
	{
		fact:     "F11",
		record:   []saying{{"Ontvangers > PayPal | verwerker | naam / adres / woonplaats / bankrekeningnummer / creditcard", "Recipients > PayPal | processor | name / postal address / place of residence / bank account number / credit"}, {"PayPal > kredietbeoordelaars | verwerkingsverantwoordelijke…financiële positie | bij een aanvraag voor uitgestelde betaling", "PayPal > credit assessors | controller…financial position | on an application for deferred payment"}},
		notice:   []saying{{"PayPal / Betaaldienst, die gegevens geanonimiseerd…eigen doel: dienstverlening verbeteren", "PayPal / Payment service, which may share…purpose of its own: improving the service"}, {"Kredietbeoordelaars | Verwerkingsverantwoordelijke…Krijgt gegevens van PayPal…financiële positie | Bij een aanvraag voor uitgestelde betaling", "Credit assessors | Controller…Receives data from PayPal…financial position | On an application for deferred payment"}},
		findings: []string{"PRC-004 parties/paypal/ownPurposes"},
	},
	{
		fact:     "F12",
		record:   []saying{{"Ontvangers > Kangaroo | niet vermeld | naam / adres / bestelgegevens", "Recipients > Kangaroo | not stated | name / postal address / order data"}, {"Kangaroo > Maatregelen > passende", "Kangaroo > Measures > appropriate"}},
		notice:   []saying{{"Kangaroo |  | Spaarsysteem | Naam, adres, bestelgegevens", "Kangaroo |  | Loyalty scheme | Name, postal address, order data"}},
		findings: []string{"REG-007 activities/loyalty"},
	},
	{
		fact:     "F13",
		record:   []saying{{"De Feedback company > Andere namen > WebwinkelKeur", "De Feedback company > Other names > WebwinkelKeur"}, {"Ontvangers > De Feedback company…Het gebruikt deze gegevens alleen om uit te nodigen. | verwerker | naam / e-mailadres / betrokkenen: klant", "Recipients > De Feedback company…It uses these data only to invite. | processor | name / e-mail address / data subjects: customer"}, {"De Feedback company > Eigen doelen > Doel > Opmerking > op de eigen site", "De Feedback company > Purposes of its own > Purpose > Note > on its own site"}},
		notice:   []saying{{"De Feedback company (ook bekend als WebwinkelKeur) | Verwerker…Naam (klant), e-mailadres (klant) / Verzamelt zelf: naam, woonplaats, e-mailadres (schrijver van een beoordeling)…beoordelingen publiceren (naam, woonplaats)…om een toelichting op een beoordeling vragen", "De Feedback company (also known as WebwinkelKeur) | Processor…Name (customer), e-mail address (customer) / Gathers itself: name, place of residence, e-mail address (reviewer)…publishing reviews (name, place of residence)…asking for an explanation of a review"}, {"Derden die De Feedback company inschakelt | Subverwerker…Als het bedrijf derden inschakelt", "Third parties engaged by De Feedback company | Sub-processor…Where the company engages third parties"}},
		findings: []string{"PRC-004 parties/feedback-company/ownPurposes", "NTC-004 parties/feedback-company", "OPN-001 parties/feedback-company"},
	},
	{
		fact:   "F14",
		record: []saying{{"Ontvangers > PostNL | niet vermeld | naam / bedrijfsnaam / adres / woonplaats", "Recipients > PostNL | not stated | name / company name / postal address / place of residence"}},
		notice: []saying{{"Wie uw gegevens ontvangt > PostNL |…Naam, bedrijfsnaam, adres, woonplaats | Gebruikt de gegevens niet voor eigen doelen", "Who receives your data > PostNL |…Name, company name, postal address, place of residence | Does not use the data for purposes of its own"}, {"Onderaannemers van PostNL…Als PostNL onderaannemers inschakelt", "Subcontractors of PostNL…Where PostNL engages subcontractors"}},
	},
	{
		fact:     "F15",
		record:   []saying{{"Ontvangers > MyParcel | niet vermeld | naam / bedrijfsnaam / adres / woonplaats", "Recipients > MyParcel | not stated | name / company name / postal address / place of residence"}},
		notice:   []saying{{"MyParcel (ook bekend als My Parcel) |…Naam, bedrijfsnaam, adres, woonplaats", "MyParcel (also known as My Parcel) |…Name, company name, postal address, place of residence"}, {"Onderaannemers van MyParcel…Als MyParcel onderaannemers inschakelt", "Subcontractors of MyParcel…Where MyParcel engages subcontractors"}},
		findings: []string{"OPN-001 parties/myparcel"},
	},
	{
		fact:   "F16",
		record: []saying{{"Ontvangers > Pheanix Administraties | niet vermeld | naam / adres / woonplaats / bestelgegevens", "Recipients > Pheanix Administraties | not stated | name / postal address / place of residence / order data"}, {"Pheanix Administraties > Maatregelen > gegevens worden beschermd verzonden en opgeslagen", "Pheanix Administraties > Measures > data are sent and stored protected"}, {"Pheanix Administraties > Maatregelen > geheimhoudingsplicht", "Pheanix Administraties > Measures > duty of confidentiality"}},
		notice: []saying{{"Pheanix Administraties |  | Facturatie en boekhouding | Naam, adres, woonplaats, bestelgegevens | Gebruikt de gegevens niet voor eigen doelen", "Pheanix Administraties |  | Invoicing and bookkeeping | Name, postal address, place of residence, order data | Does not use the data for purposes of its own"}},
	},
	{
		fact:     "F17",
		record:   []saying{{"Ontvangers > Google | verwerker | gebruiksgegevens…Verenigde Staten / buiten de EER – waarborgen niet vermeld", "Recipients > Google | processor | usage data…United States / outside the EEA – safeguards not stated"}},
		notice:   []saying{{"Google / Webstatistieken (Analytics); mag de gegevens niet voor andere diensten gebruiken, maar kan door de wet verplicht zijn om autoriteiten inzage te geven | Verwerker…Gebruiksgegevens", "Google / Web statistics (Analytics); may not use the data for other services, but may be obliged by law to give authorities access | Processor…Usage data"}, {"Buiten de Europese Economische Ruimte > Verenigde Staten | Google", "Outside the European Economic Area > United States | Google"}},
		findings: []string{"TRF-001 parties/google/country", "NTC-009 notices/privacy-policy"},
	},
	{
		fact:     "F18",
		record:   []saying{{"Wat voor alle verwerkingen geldt > Belastingdienst | ontvanger…alleen als een wettelijke plicht daartoe dwingt", "Dutch tax authority | recipient…only where a legal duty compels it"}},
		notice:   []saying{{"Belastingdienst | Ontvanger…Alleen als een wettelijke plicht daartoe dwingt, bij fiscaal of strafrechtelijk onderzoek", "Dutch tax authority | Recipient…Only where a legal duty compels it, in a tax or criminal investigation"}},
		findings: []string{"OPN-001 allActivities/disclosures/tax-authority"},
	},
	{
		fact:     "F19",
		record:   []saying{{"Ontvangers > sociale media | niet vermeld | cookiegegevens…alleen na toestemming", "Recipients > social media | not stated | cookie data…only after consent"}, {"Ontvangers > adverteerders op sites van anderen | niet vermeld | cookiegegevens…alleen na toestemming", "Recipients > advertisers on sites of others | not stated | cookie data…only after consent"}},
		notice:   []saying{{"Sociale media / Verzamelen met cookies mogelijk ook gegevens buiten de site…Cookiegegevens | Alleen na toestemming", "Social media / May with cookies also gather data outside the site…Cookie data | Only after consent"}, {"Adverteerders op sites van anderen / Verzamelen met cookies mogelijk ook gegevens buiten de site…Cookiegegevens | Alleen na toestemming", "Advertisers on sites of others / May with cookies also gather data outside the site…Cookie data | Only after consent"}},
		findings: []string{"OPN-001 parties/social-media", "OPN-001 parties/advertisers", "CLM-001 notices/privacy-policy/claims/no-marketing"},
	},
	{
		fact:   "F20",
		record: []saying{{"Bestellingen uitvoeren > Een klant bestelt met een account of als gast", "Fulfilling orders > A customer orders with an account or as a guest"}, {"Verwerkingsdoeleinden en grondslagen > Bestellingen uitvoeren | overeenkomst", "Fulfilling orders | contract"}},
		notice: []saying{{"Een klant bestelt met een account of als gast", "A customer orders with an account or as a guest"}, {"Bestellingen uitvoeren > Welke gegevens > Naam, e-mailadres, adres, betaalgegevens – u moet ze geven", "Fulfilling orders > Which data > Name, e-mail address, postal address, payment data – you must give them"}, {"Bestellingen uitvoeren > Waarvoor, en op welke grondslag > Bestellingen uitvoeren, klanten over hun bestelling informeren > Dit is nodig voor een overeenkomst met u", "Fulfilling orders > What for, and on which legal basis > Fulfilling orders, informing customers about their order > This is needed for a contract with you"}},
	},
	{
		fact:   "F21",
		record: []saying{{"Telefoonnummer / alleen om te bellen als er iets mis is met de bestelling", "Telephone number / only to call when something is wrong with the order"}},
		notice: []saying{{"Het telefoonnummer dient om te bellen als er iets mis is met de bestelling", "The telephone number serves to call when something is wrong with the order"}, {"Welke gegevens > Telefoonnummer – voor: klanten over hun bestelling informeren", "Which data > Telephone number – for: informing customers about their order"}},
	},
	{
		fact:   "F22",
		record: []saying{{"Accounts beheren | toestemming…door een account aan te maken; het hoeft niet | per e-mail", "Managing accounts | consent…by making an account; it is optional | by e-mail"}},
		notice: []saying{{"Klantaccounts > Wie wil, laat gegevens bewaren om later gemakkelijker te bestellen. Bestellen kan ook zonder.", "Customer accounts > Whoever wants to has data kept so that ordering is easier next time. Ordering works without it too."}, {"Klantaccounts > Waarvoor, en op welke grondslag > Accounts beheren > Wij doen dit met uw toestemming", "Customer accounts > What for, and on which legal basis > Managing accounts > We do this with your consent"}},
	},
	{
		fact:     "F23",
		record:   []saying{{"Factuurgegevens…Ten minste 7 jaar", "Invoice data…At least 7 years"}, {"Adres…Ten minste 7 jaar", "Postal address…At least 7 years"}},
		notice:   []saying{{"Facturatie en boekhouding > Welke gegevens > Naam, adres, woonplaats, bestelgegevens, factuurgegevens", "Invoicing and bookkeeping > Which data > Name, postal address, place of residence, order data, invoice data"}, {"Facturatie en boekhouding > Waarvoor, en op welke grondslag > Factureren, boekhouden > De wet verplicht ons hiertoe", "Invoicing and bookkeeping > What for, and on which legal basis > Invoicing, bookkeeping > The law obliges us to do this"}},
		findings: []string{"BAS-002 activities/bookkeeping/purposes/invoicing"},
	},
	{
		fact:   "F24",
		record: []saying{{"Nieuwsbrief versturen | toestemming…aanmelden op de site en bevestigen met een activatielink | met de afmeldlink onder elke nieuwsbrief", "Sending a newsletter | consent…signing up on the site and confirming with an activation link | with the unsubscribe link in each newsletter"}},
		notice: []saying{{"Nieuwsbrief > Ongeveer tweemaal per week nieuws, aanbiedingen", "Newsletter > News, offers and word"}, {"Nieuwsbrief versturen > Hoe u toestemming geeft: aanmelden op de site en bevestigen met een activatielink", "Sending a newsletter > How you give consent: signing up on the site and confirming with an activation link"}, {"Uw toestemming intrekken > Nieuwsbrief > Met de afmeldlink onder elke nieuwsbrief", "Withdrawing your consent > Newsletter > With the unsubscribe link in each newsletter"}, {"Inzage…De persoonlijke link onder elke nieuwsbrief", "Access…The personal link under each newsletter"}},
	},
	{
		fact:   "F25",
		record: []saying{{"Beoordelingen > De winkel nodigt klanten uit", "Reviews > The shop invites customers"}, {"Naam / om de beoordeling aan de bestelling te koppelen | schrijver van een beoordeling…De Feedback company", "Name / to link the review to the order | reviewer…De Feedback company"}},
		notice: []saying{{"Beoordelingen > De winkel nodigt klanten uit", "Reviews > The shop invites customers"}, {"Gegevens die wij niet van u krijgen > Van De Feedback company: naam, woonplaats, e-mailadres, beoordeling", "Data that we do not get from you > From De Feedback company: name, place of residence, e-mail address, review"}},
	},
	{
		fact:   "F26",
		record: []saying{{"Spaarprogramma uitvoeren | toestemming", "Running a loyalty scheme | consent"}},
		notice: []saying{{"Spaarsysteem > Welke gegevens > Naam, adres, bestelgegevens", "Loyalty scheme > Which data > Name, postal address, order data"}},
	},
	{
		fact:   "F27",
		record: []saying{{"Bestellingen bezorgen | overeenkomst", "Delivering orders | contract"}},
		notice: []saying{{"Bestellingen bezorgen > Welke gegevens > Naam, adres, woonplaats, bedrijfsnaam", "Delivering orders > Which data > Name, postal address, place of residence, company name"}},
	},
	{
		fact:   "F28",
		record: []saying{{"Betalingen afhandelen | overeenkomst", "Handling payments | contract"}},
		notice: []saying{{"Betalingen afhandelen > Wie ze ontvangt > Mollie: elk voor een deel van de betalingen", "Handling payments > Who receives them > Mollie: each for part of the payments"}, {"Betalingen afhandelen > Wie ze ontvangt > PayPal: elk voor een deel", "Handling payments > Who receives them > PayPal: each for part"}},
	},
	{
		fact:   "F29",
		record: []saying{{"Factureren | wettelijke verplichting", "Invoicing | legal obligation"}},
		notice: []saying{{"Facturatie en boekhouding > Wie ze ontvangt > Pheanix Administraties", "Invoicing and bookkeeping > Who receives them > Pheanix Administraties"}},
	},
	{
		fact:   "F30",
		record: []saying{{"alle e-mail wordt strikt vertrouwelijk behandeld", "all e-mail is treated as strictly confidential"}},
		notice: []saying{{"Zakelijke e-mail en vragen van klanten > Welke gegevens > E-mailverkeer", "Business e-mail and questions of customers > Which data > E-mail traffic"}, {"Zakelijke e-mail en vragen van klanten > Wie ze ontvangt > KPN", "Business e-mail and questions of customers > Who receives them > KPN"}},
	},
	{
		fact:   "F31",
		record: []saying{{"Webwinkelsoftware en hosting > De gegevens van klanten die hier worden bewaard", "Web shop software and hosting > The data of customers that are kept here"}},
		notice: []saying{{"Webwinkelsoftware en hosting > De gegevens van klanten die hier worden bewaard", "Web shop software and hosting > The data of customers that are kept here"}},
	},
	{
		fact:     "F32",
		record:   []saying{{"IP-adres / online-identificator", "IP address / online identifier"}},
		internal: []saying{{"IP-adres / online-identificator / geen persoonsgegevens genoemd", "IP address / online identifier / called no personal data"}},
		notice:   []saying{{"Automatisch verzamelde gegevens > Welke gegevens > IP-adres, webbrowser, besturingssysteem", "Automatically collected data > Which data > IP address, web browser, operating system"}, {"Automatisch verzamelde gegevens > Waarvoor, en op welke grondslag > Dienstverlening verbeteren", "Automatically collected data > What for, and on which legal basis > Improving the service"}},
		findings: []string{"SPC-006 activities/website/data/ip-address/claim"},
	},
	{
		fact:     "F33",
		record:   []saying{{"Gebruik van de website meten | toestemming…door op \"Akkoord\" te klikken", "Web analytics | consent…by clicking \"agree\""}},
		internal: []saying{{"Gebruiksgegevens / anoniem genoemd", "Usage data / called anonymous"}},
		notice:   []saying{{"Cookies > De site vraagt toestemming…wie niet akkoord gaat, niet, en kan de site toch gebruiken", "Cookies > The site asks for consent…who does not agree gets none and can still use the site"}, {"Website laten werken / ingelogd blijven | Nee: het is strikt noodzakelijk", "Making the website work / staying logged in | No: it is strictly necessary"}, {"Gebruik van de website meten | Ja: alleen met uw toestemming…door op \"Akkoord\" te klikken", "Web analytics | Yes: only with your consent…by clicking \"agree\""}, {"Delen op sociale media | Ja: alleen met uw toestemming", "Sharing on social media | Yes: only with your consent"}, {"Adverteren / advertenties op sites van anderen | Ja: alleen met uw toestemming", "Advertising / advertisements on sites of others | Yes: only with your consent"}},
		findings: []string{"SPC-006 activities/cookies/data/usage-data/claim", "CON-004 activities/cookies/purposes/web-analytics"},
	},
	{
		fact:     "F34",
		record:   []saying{{"E-mailadres / het bekende adres waarheen kopieën gaan", "E-mail address / the address on file to which copies go"}, {"Administratie van verzoeken / bij een verzoek om wissing, geanonimiseerd", "Records of requests / for a request for erasure, anonymised"}},
		internal: []saying{{"Administratie van verzoeken / erasure-log / anoniem genoemd", "Records of requests / erasure-log / called anonymous"}},
		notice:   []saying{{"Inzage…kopieën gaan alleen naar het bekende e-mailadres; naar een ander adres of per post pas na legitimatie", "Access…copies go only to the e-mail address on file; to another address or by post only after identification"}, {"Verzoeken van betrokkenen > Verzoeken om inzage, wissing en andere rechten worden afgehandeld en in een administratie bijgehouden", "Data subject requests > Requests for access, erasure and other rights are handled, and a log of them is kept"}},
	},
	{
		fact:   "F35",
		record: []saying{{"Wat voor alle verwerkingen geldt > opsporingsinstanties | ontvanger…alleen als een wettelijke plicht daartoe dwingt", "investigating authorities | recipient…only where a legal duty compels it"}},
		notice: []saying{{"Opsporingsinstanties | Ontvanger…Alle delen…Alleen als een wettelijke plicht daartoe dwingt", "Investigating authorities | Recipient…All parts…Only where a legal duty compels it"}},
	},
	{
		fact:     "F36",
		internal: []saying{{"Zegt > Wie later ongevraagd benaderd wordt, heeft daarvoor tevoren uitdrukkelijk toestemming gegeven", "Says > Whoever is contacted later, not at their own request, has given explicit consent beforehand"}},
		findings: []string{"CON-003 activities/reviews/purposes/review-invitation"},
		why:      "promises are told by whoever checked them; invitations to review rest on consent that is none",
	},
	{
		fact:     "F37",
		internal: []saying{{"Zegt > Gegevens worden alleen verwerkt waar dat nodig is voor de dienstverlening", "Says > Data are processed only where that is needed for the service"}},
		findings: []string{"CLM-001 notices/privacy-policy/claims/only-for-the-service"},
		why:      "a promise that the register does not bear out is not repeated",
	},
	{
		fact:     "F38",
		internal: []saying{{"Zegt > Gegevens worden niet voor (gerichte) marketing gebruikt", "Says > Data are not used for (targeted) marketing"}},
		notice:   []saying{{"Nieuws en reclame > Nieuwsbrief versturen > Via: e-mail", "News and advertising > Sending a newsletter > By: e-mail"}, {"Nieuws en reclame > Adverteren > Via: online reclame", "News and advertising > Advertising > By: online advertising"}},
		findings: []string{"CLM-001 notices/privacy-policy/claims/no-marketing"},
	},
	{
		fact:     "F39",
		internal: []saying{{"Zegt > Gegevens worden niet verkocht.", "Says > Data are not sold."}, {"Zegt > Gegevens gaan nooit voor commerciële doelen naar derden", "Says > Data never go to third parties for commercial ends"}},
		findings: []string{"CLM-001 notices/privacy-policy/claims/not-for-commercial-ends"},
		why:      "promises are told by whoever checked them; the register contradicts one of these two",
	},
	{
		fact:     "F40",
		internal: []saying{{"Zegt > Gegevens gaan alleen naar partijen die bij de uitvoering van de bestelling betrokken zijn", "Says > Data go only to parties that are involved in carrying out the order"}, {"Zegt > Die partijen nemen uit zichzelf geen contact op", "Says > Those parties may not e-mail the customer unasked"}},
		findings: []string{"CLM-001 notices/privacy-policy/claims/only-for-the-order", "CLM-001 notices/privacy-policy/claims/no-unasked-contact"},
		why:      "a promise that the register contradicts is not repeated",
	},
	{
		fact:     "F41",
		internal: []saying{{"Zegt > Gegevens gaan niet naar derden, behalve voor boekhoudkundige", "Says > Data go to no third party, except for bookkeeping"}, {"Zegt > Alle derden zijn gebonden aan geheimhouding", "Says > All third parties are bound to confidentiality"}},
		findings: []string{"CLM-001 notices/privacy-policy/claims/only-for-administration", "CLM-002 notices/privacy-policy/claims/all-bound"},
		why:      "a promise that the register contradicts is not repeated",
	},
	{
		fact:     "F42",
		record:   []saying{{"Klanten om een beoordeling vragen | toestemming…door de privacyverklaring te accepteren", "Inviting customers to review | consent…by accepting the privacy policy"}},
		findings: []string{"CON-003 activities/reviews/purposes/review-invitation", "CON-003 activities/loyalty/purposes/loyalty-scheme", "CON-003 activities/business-email/purposes/business-correspondence"},
		why:      "consent cannot be given by accepting the policy",
	},
	{
		fact:     "F43",
		record:   []saying{{"Spaarprogramma uitvoeren | toestemming…| per e-mail", "Running a loyalty scheme | consent…| by e-mail"}},
		notice:   []saying{{"Uw toestemming intrekken > U kunt uw toestemming altijd intrekken", "Withdrawing your consent > You can withdraw your consent at any time"}, {"Uw toestemming intrekken > Klantaccounts, Beoordelingen, Spaarsysteem…Cookies > Per e-mail", "Withdrawing your consent > Customer accounts, Reviews, Loyalty scheme…Cookies > By e-mail"}},
		findings: []string{"CLM-001 notices/privacy-policy/claims/otherwise-consent"},
	},
	{
		fact:     "F44",
		record:   []saying{{"zolang iemand klant is…Tot de klant zegt geen gebruik meer te willen maken van de diensten; dat telt als verzoek om vergeten te worden…| afschermen", "as long as somebody is a customer…Until the customer says that they no longer want to use the services, which counts as a request to be forgotten"}},
		notice:   []saying{{"Hoe lang wij uw gegevens bewaren > Tot de klant zegt geen gebruik meer te willen maken van de diensten; dat telt als verzoek om vergeten te worden", "How long we keep your data > Until the customer says that they no longer want to use the services, which counts as a request to be forgotten"}},
		findings: []string{"RET-006 retentionRules/profile"},
	},
	{
		fact:     "F45",
		record:   []saying{{"medewerkers hebben daarna geen toegang meer tot het profiel en de documenten over de opdracht", "after that staff no longer have access to the profile and to the documents made for the order"}, {"fiscale bewaarplicht…Ten minste 7 jaar…art. 52 Algemene wet inzake rijksbelastingen", "fiscal retention duty…At least 7 years…art. 52 Algemene wet inzake rijksbelastingen"}},
		notice:   []saying{{"Hoe lang wij uw gegevens bewaren > Ten minste 7 jaar…art. 52 Algemene wet inzake rijksbelastingen…factuurgegevens", "How long we keep your data > At least 7 years…art. 52 Algemene wet inzake rijksbelastingen…invoice data"}, {"Klantaccounts > Hoe lang wij ze bewaren > …daarna afgeschermd (geen toegang)", "Customer accounts > How long we keep them > …then restricted (no access)"}},
		findings: []string{"RET-002 retentionRules/nl-fiscal"},
	},
	{
		fact:     "F46",
		record:   []saying{{"> Administratie van verzoeken | … | niet vermeld", "> Records of requests | … | not stated"}},
		notice:   []saying{{"Waar in deze verklaring geen termijn staat, kunt u ons vragen", "Where no period is named in this notice, you can ask us"}},
		findings: []string{"REG-008 activities/data-subject-requests", "REG-008 activities/newsletter", "REG-008 activities/reviews", "REG-008 activities/cookies"},
	},
	{
		fact:   "F47",
		record: []saying{{"inzage (art. 15) | elke verwerking | privacy@webgems.example.org / de persoonlijke link", "access (Art. 15) | every activity | privacy@webgems.example.org / the personal link"}},
		notice: []saying{{"Uw rechten > Inzage / art. 15…privacy@webgems.example.org / De persoonlijke link", "Your rights > Access / Art. 15…privacy@webgems.example.org / The personal link"}},
	},
	{
		fact:   "F48",
		record: []saying{{"rectificatie (art. 16) | elke verwerking | privacy@webgems.example.org / de persoonlijke link", "rectification (Art. 16) | every activity | privacy@webgems.example.org / the personal link"}},
		notice: []saying{{"Uw rechten > Rectificatie / art. 16…privacy@webgems.example.org / De persoonlijke link", "Your rights > Rectification / Art. 16…privacy@webgems.example.org / The personal link"}},
	},
	{
		fact:   "F49",
		record: []saying{{"beperking (art. 18)…Een toegewezen verzoek wordt per e-mail bevestigd", "restriction (Art. 18)…A request that is granted is confirmed by e-mail"}},
		notice: []saying{{"Uw rechten > Beperking / art. 18…Een toegewezen verzoek wordt per e-mail bevestigd; daarna worden de gegevens niet verwerkt tot de klant de beperking opheft", "Your rights > Restriction / Art. 18…A request that is granted is confirmed by e-mail; after that the data are not processed until the customer lifts the restriction"}},
	},
	{
		fact:   "F50",
		record: []saying{{"overdraagbaarheid (art. 20)…De klant krijgt kopieën van alle gegevens", "portability (Art. 20)…The customer gets copies of all data"}},
		notice: []saying{{"Uw rechten > Overdraagbaarheid / art. 20…De klant krijgt kopieën van alle gegevens, van de winkel en van wie namens de winkel verwerkt. De dienstverlening stopt daarna waarschijnlijk.", "Your rights > Portability / Art. 20…The customer gets copies of all data, from the shop and from those who process for it. The service then probably ends."}},
	},
	{
		fact:   "F51",
		record: []saying{{"bezwaar (art. 21)…De verwerking stopt meteen, tot het bezwaar is beoordeeld", "objection (Art. 21)…The processing stops at once, until the objection has been assessed"}},
		notice: []saying{{"Uw recht van bezwaar > U kunt bezwaar maken > ", "Your right to object > You can object > "}, {"Uw recht van bezwaar > Hoe u dat doet > De verwerking stopt meteen, tot het bezwaar is beoordeeld. Is het gegrond, dan krijgt de klant kopieën", "Your right to object > How to do it > The processing stops at once, until the objection has been assessed. When it is upheld, the customer gets copies"}},
	},
	{
		fact:   "F52",
		record: []saying{{"wissing (art. 17) | elke verwerking | privacy@webgems.example.org", "erasure (Art. 17) | every activity | privacy@webgems.example.org"}},
		notice: []saying{{"Uw rechten > Wissing / art. 17…privacy@webgems.example.org", "Your rights > Erasure / Art. 17…privacy@webgems.example.org"}},
	},
	{
		fact:   "F53",
		record: []saying{{"intrekking van toestemming (art. 7 lid 3) | elke verwerking | privacy@webgems.example.org", "withdrawal of consent (Art. 7(3)) | every activity | privacy@webgems.example.org"}},
		notice: []saying{{"Uw toestemming intrekken > In het algemeen > privacy@webgems.example.org", "Withdrawing your consent > In general > privacy@webgems.example.org"}},
	},
	{
		fact:   "F54",
		record: []saying{{"klacht (art. 77) | elke verwerking | bij de Autoriteit Persoonsgegevens", "complaint (Art. 77) | every activity | to the Dutch Data Protection Authority"}},
		notice: []saying{{"Klachten > Autoriteit Persoonsgegevens > https://www.autoriteitpersoonsgegevens.nl", "Complaints > Dutch Data Protection Authority > https://www.autoriteitpersoonsgegevens.nl"}},
	},
}

// webgemsFaults are what a lawyer would question in the policy, in words, small
// letters: none of them may come back in the notice.
var webgemsFaults = []struct{ fact, says string }{
	{"F05", "geen persoonsgegevens"}, {"F06", "no personal data"}, {"F32", "keine personenbezogenen"}, {"F32", "pas de données à caractère personnel"},
	{"F33", "anoniem"}, {"F33", "anonymous"},
	{"F13", "via postnl"},
	{"F38", "niet voor (gerichte) marketing"}, {"F38", "not used for (targeted) marketing"}, {"F38", "geen marketing"}, {"F38", "no marketing"},
	{"F39", "commerciële doelen"}, {"F39", "commercial ends"}, {"F39", "niet verkocht"}, {"F39", "not sold"},
	{"F40", "bij de uitvoering van de bestelling betrokken"}, {"F40", "involved in carrying out the order"}, {"F40", "uit zichzelf geen contact"}, {"F40", "customer unasked"},
	{"F41", "gaan niet naar derden"}, {"F41", "no third party"}, {"F41", "gebonden aan geheimhouding"}, {"F41", "bound to confidentiality"},
	{"F42", "privacyverklaring te accepteren"}, {"F42", "accepting the privacy policy"}, {"F42", "voorwaarden te aanvaarden"}, {"F42", "accepting terms"}, {"F42", "annahme von bedingungen"}, {"F42", "acceptation de conditions"},
	{"F43", "alleen met toestemming gebruikt"}, {"F43", "used only with consent"},
	{"F36", "uitdrukkelijk toestemming"}, {"F36", "explicit consent beforehand"}, {"F37", "alleen verwerkt waar dat nodig"}, {"F37", "processed only where"},
	{"F17", "adequaatheidsbesluit"}, {"F17", "adequacy decision"}, {"F17", "standaardcontractbepalingen"}, {"F17", "standard contractual clauses"},
	{"F45", "7 jaar na"}, {"F45", "7 years from"}, {"F45", "gewist na"},
}
