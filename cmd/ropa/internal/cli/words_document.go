package cli

// wordsOfDocument are the words of document.
var wordsOfDocument = catalogue{
	"help.document": {
		"Make a document of a register: the record itself, or a list that follows from it.",
		"Maak een document van een register: het verwerkingsregister zelf, of een lijst die eruit volgt.",
	},
	"help.document.long": {
		"KIND is register (the record of processing activities, Art. 30), activity (one activity with all that belongs to it; give its ID), processors (the list of processors and sub-processors), notice (the privacy notice, Art. 13 and 14; for internal readers with what it still lacks), retention (the retention schedule), transfers (the transfers to third countries and international organisations), dpias (the impact assessments), findings (what lint finds, and what of it the organisation accepts for a time) or inspection (a ZIP for the visit of an authority: all of these in several formats, with checksums).\nWithout --format, the ending of the name of --output decides, and without that it is Markdown. --layout gives the register the columns or forms of an authority, in the language of that authority unless --language names another. --language is that of the document: en, nl, de or fr; what lint finds is told in English in the last two, and the program itself speaks English or Dutch. The public sees no drafts, plans or notes; processors and notice are public and findings internal unless --audience says otherwise, the other documents are for the authority; dpias, findings and inspection are never public. An inspection holds the findings with --findings, and for internal the register itself too; its README says what has been left out.\nThe same register, date and language give the same file.",
		"SOORT is register (het verwerkingsregister, art. 30), activity (één verwerking met alles wat erbij hoort; geef haar ID), processors (de lijst van verwerkers en subverwerkers), notice (de privacyverklaring, art. 13 en 14; voor interne lezers met wat er nog in ontbreekt), retention (de bewaartermijnen), transfers (de doorgiften naar derde landen en internationale organisaties), dpias (de effectbeoordelingen), findings (wat lint vindt, en wat de organisatie daarvan tijdelijk aanvaardt) of inspection (een ZIP voor het bezoek van een toezichthouder: al deze documenten in verschillende vormen, met controlegetallen).\nZonder --format beslist het einde van de naam bij --output, en zonder die naam wordt het Markdown. --layout geeft het register de kolommen of formulieren van een toezichthouder, in de taal van die toezichthouder tenzij --language een andere noemt. --language is de taal van het document: en, nl, de of fr; wat lint vindt staat in de laatste twee in het Engels, en het programma zelf spreekt Nederlands of Engels. Het publiek ziet geen concepten, plannen of notities; processors en notice zijn openbaar en findings intern tenzij --audience anders zegt, de andere documenten zijn voor de toezichthouder; dpias, findings en inspection zijn nooit openbaar. Een inspection bevat de bevindingen met --findings, en voor internal ook het register zelf; de README zegt wat is weggelaten.\nHetzelfde register, dezelfde datum en dezelfde taal geven hetzelfde bestand.",
	},
	"help.document.arguments": {"KIND PATH [ID]", "SOORT PAD [ID]"},

	"document.register":   {"the record of processing activities", "het verwerkingsregister"},
	"document.activity":   {"one activity", "één verwerking"},
	"document.processors": {"processors and sub-processors", "verwerkers en subverwerkers"},
	"document.notice":     {"the privacy notice (Art. 13 and 14)", "de privacyverklaring (art. 13 en 14)"},
	"document.retention":  {"the retention schedule", "de bewaartermijnen"},
	"document.transfers":  {"transfers to third countries", "doorgiften naar derde landen"},

	"layout.house": {"all that the register says", "alles wat het register zegt"},

	"document.dpias":      {"data protection impact assessments", "effectbeoordelingen (DPIA's)"},
	"document.findings":   {"what the register does not show", "wat het register niet laat zien"},
	"document.inspection": {"a ZIP for the visit of an authority", "een ZIP voor het bezoek van een toezichthouder"},

	"progress.build": {"making the document", "het document wordt gemaakt"},
	"progress.write": {"writing", "er wordt geschreven"},

	"flag.format.document": {"html, docx, xlsx, pdf, markdown, csv or json", "html, docx, xlsx, pdf, markdown, csv of json"},
	"flag.layout":          {"the layout of the register: ropa (ours, with everything) or that of an authority: nl, ico, cnil, gba, dsk …", "de indeling van het register: ropa (de onze, met alles) of die van een toezichthouder: nl, ico, cnil, gba, dsk …"},
	"flag.audience":        {"for whom: public, authority or internal (everything, with notes and open questions)", "voor wie: public (het publiek), authority (de toezichthouder) of internal (alles, met notities en open vragen)"},
	"flag.document-as-of":  {"the date as of which the document is true, YYYY-MM-DD (default: today)", "de datum waarop het document juist is, JJJJ-MM-DD (standaard: vandaag)"},
	"flag.findings":        {"add what lint finds (register, activity and inspection)", "voeg toe wat lint vindt (register, activity en inspection)"},
	"flag.document-output": {"write the document to this file", "schrijf het document naar dit bestand"},

	"use.document-kind":   {"there is no document %q; there are %s", "er is geen document %q; wel %s"},
	"use.no-activity":     {"the register has no activity %q", "het register heeft geen verwerking %q"},
	"use.no-findings":     {"--findings: the document %q has no place for them; register, activity and inspection have", "--findings: het document %q heeft er geen plaats voor; register, activity en inspection wel"},
	"use.no-layout":       {"--layout: the document %q has one layout only; register and inspection have several", "--layout: het document %q heeft maar één indeling; register en inspection hebben er meer"},
	"use.no-format":       {"--format: %s is a ZIP that holds documents in several formats", "--format: %s is een ZIP met documenten in verschillende vormen"},
	"use.not-public":      {"--audience public: nothing of the document %q is for the public", "--audience public: niets van het document %q is voor het publiek"},
	"use.stopped":         {"stopped; nothing was written", "afgebroken; er is niets geschreven"},
	"use.binary-terminal": {"%s is nothing for a terminal; name a file with --output", "%s is niets voor een terminal; noem een bestand met --output"},
}
