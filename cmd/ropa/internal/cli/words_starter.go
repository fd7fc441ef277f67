package cli

// wordsOfStarter is the register that init writes.
var wordsOfStarter = catalogue{
	"starter": {starterEnglish, starterDutch},
}

const starterEnglish = `# yaml-language-server: $schema=./register.authoring.schema.json
# An editor with the YAML language server completes the fields when the line
# above leads to the file that "ropa schema --authoring" writes.
#
# A starter register. Replace what is said here by what is true of your
# organisation. Three rules:
#   - What you leave out says nothing; "none" says that there is none.
#   - What an entry leaves out means all of the activity: a recipient without
#     "data" may get everything, and answers that rest on it are "assumed".
#   - Do not guess. Write "open: …" for a question that is not answered yet.
# An id is made of lower-case letters, digits and hyphens. A text with a colon
# or, inside braces, a comma needs quotes. Indent with spaces, not with tabs.
# Check it with "ropa validate", see the terms with "ropa vocabulary".

schema: ropa/v1 # the format of this file
id: my-organisation
name: Record of processing activities
language: en # language of the texts in this file

# Who keeps the register (GDPR Art. 30(1)(a)).
organisation:
  name: My Organisation
  country: NL # ISO 3166-1: GB, not UK; GR, not EL
  contact:
    email: privacy@example.org
  authority: ap-nl # see: ropa vocabulary parties
  # dpo: {none: true, reason: …}     # say so when there is none (Art. 37)

# What you do with personal data. One entry a processing activity.
activities:
  - id: orders
    name: Handling orders
    purposes: # why, and on which legal basis (Art. 6)
      - purpose: order-fulfilment
        basis: contract
      - purpose: invoicing
        basis: legal-obligation
        law: [nl-awr-52]
    subjects: [customer] # about whom; see: ropa vocabulary subjects
    data: # which data, and how long they are kept; see: ropa vocabulary data
      - category: [name, email, postal-address]
        retention: after-order
      - category: [invoice-data, bank-account]
        purposes: [invoicing]
        retention: fiscal
    measures: [tls, access-control]
    disclosures: # these data, to this party, in this role
      - to: web-host
        as: processor # or controller, joint-controller, recipient
        data: [name, email, postal-address]
        agreement: hosting-contract
      - to: carrier # no role here: the register does not say
        data: [name, postal-address]
        open: is the carrier a processor or a controller of its own?

  - id: newsletter
    name: Sending the newsletter
    purposes:
      - purpose: newsletter
        basis: consent
        consent:
          mechanism: double-opt-in
          how: sign-up form, confirmed by a link in an e-mail
          withdrawal: link under each newsletter
    subjects: [newsletter-subscriber]
    data:
      - category: email
        retention: until-withdrawal
    disclosures: none # sent from our own server

# Whom the activities name.
parties:
  - id: web-host
    name: Web host
    country: NL
    # locations: [EEA]             # where it processes data, if you know
    # ownPurposes: none            # say so when the contract does
  - id: carrier
    name: Carrier

# Contracts with processors (Art. 28).
agreements:
  - id: hosting-contract
    kind: processor-contract
    between: [web-host]

# How long data are kept (Art. 30(1)(f)).
retentionRules:
  - id: after-order
    period: P2Y # 2 years; P18M is 18 months, P4W 4 weeks, P30D 30 days
    startsAt: [order-completed]
    action: erase
  - id: fiscal
    period: P7Y
    limit: at-least
    startsAt: [financial-year-end]
    action: erase
    law: [nl-awr-52]
  - id: until-withdrawal
    criterion: until consent is withdrawn
    action: erase
`

const starterDutch = `# yaml-language-server: $schema=./register.authoring.schema.json
# Een teksteditor met de YAML-taalserver vult de velden aan als de regel
# hierboven leidt naar het bestand dat "ropa schema --authoring" schrijft.
#
# Een beginregister. Vervang wat hier staat door wat waar is voor uw
# organisatie. Drie regels:
#   - Wat u weglaat, zegt niets; "none" zegt dat er geen is.
#   - Wat een regel weglaat, betekent alles van de verwerking: een ontvanger
#     zonder "data" krijgt mogelijk alles, en antwoorden die daarop rusten, zijn
#     "aangenomen".
#   - Gis niet. Schrijf "open: …" bij een vraag die nog niet is beantwoord.
# De namen van velden en de vaste waarden zijn Engels; alles wat u zelf benoemt,
# mag Nederlands zijn. Een id bestaat uit kleine letters, cijfers en koppeltekens.
# Een tekst met een dubbele punt of, tussen accolades, een komma moet tussen
# aanhalingstekens. Spring in met spaties, niet met tabs.
# Controleer het met "ropa validate"; zie de termen met "ropa vocabulary".

schema: ropa/v1 # het formaat van dit bestand
id: mijn-organisatie
name: Register van verwerkingsactiviteiten
language: nl # taal van de teksten in dit bestand

# Wie het register houdt (AVG art. 30 lid 1 onder a).
organisation:
  name: Mijn Organisatie
  country: NL # ISO 3166-1: GB, niet UK; GR, niet EL
  contact:
    email: privacy@example.org
  authority: ap-nl # zie: ropa vocabulary parties
  # dpo: {none: true, reason: …}     # zeg het als er geen is (art. 37)

# Wat u met persoonsgegevens doet. Eén regel per verwerking.
activities:
  - id: bestellingen
    name: Bestellingen afhandelen
    purposes: # waarom, en op welke grondslag (art. 6)
      - purpose: order-fulfilment
        basis: contract
      - purpose: invoicing
        basis: legal-obligation
        law: [nl-awr-52]
      # Grondslagen: consent (toestemming), contract (overeenkomst),
      # legal-obligation (wettelijke verplichting), vital-interests (vitale
      # belangen), public-task (taak van algemeen belang) en
      # legitimate-interests (gerechtvaardigd belang).
    subjects: [customer] # over wie; zie: ropa vocabulary subjects
    data: # welke gegevens, en hoe lang bewaard; zie: ropa vocabulary data
      - category: [name, email, postal-address]
        retention: na-bestelling
      - category: [invoice-data, bank-account]
        purposes: [invoicing]
        retention: fiscaal
    measures: [tls, access-control]
    disclosures: # deze gegevens, aan deze partij, in deze rol
      - to: webhost
        as: processor # verwerker; of controller, joint-controller, recipient
        data: [name, email, postal-address]
        agreement: hostingovereenkomst
      - to: vervoerder # hier geen rol: het register zegt het niet
        data: [name, postal-address]
        open: is de vervoerder verwerker of zelf verwerkingsverantwoordelijke?

  - id: nieuwsbrief
    name: De nieuwsbrief versturen
    purposes:
      - purpose: newsletter
        basis: consent
        consent:
          mechanism: double-opt-in
          how: aanmeldformulier, bevestigd met een link in een e-mail
          withdrawal: link onder elke nieuwsbrief
    subjects: [newsletter-subscriber]
    data:
      - category: email
        retention: tot-intrekking
    disclosures: none # verstuurd vanaf onze eigen server

# Wie de verwerkingen noemen.
parties:
  - id: webhost
    name: Webhost
    country: NL
    # locations: [EEA]             # waar het gegevens verwerkt, als u het weet
    # ownPurposes: none            # zeg dit als de overeenkomst het zegt
  - id: vervoerder
    name: Vervoerder

# Overeenkomsten met verwerkers (art. 28).
agreements:
  - id: hostingovereenkomst
    kind: processor-contract
    between: [webhost]

# Hoe lang gegevens worden bewaard (art. 30 lid 1 onder f).
retentionRules:
  - id: na-bestelling
    period: P2Y # 2 jaar; P18M is 18 maanden, P4W 4 weken, P30D 30 dagen
    startsAt: [order-completed]
    action: erase # wissen; of anonymise, archive, restrict (afschermen)
  - id: fiscaal
    period: P7Y
    limit: at-least # ten minste; of at-most (ten hoogste)
    startsAt: [financial-year-end]
    action: erase
    law: [nl-awr-52]
  - id: tot-intrekking
    criterion: tot de toestemming is ingetrokken
    action: erase
`
