package cli

// wordsOfDocument are the words of document.
var wordsOfDocument = catalogue{
	"help.document": {
		"Make a document of a register: the record itself, or a list that follows from it.",
		"Maak een document van een register: het verwerkingsregister zelf, of een lijst die eruit volgt.",
	},
	"help.document.long": {
		"KIND is register (the record of processing activities, Art. 30), activity (one activity with all that belongs to it; give its ID), processors (the list of processors and sub-processors), retention (the retention schedule) or transfers (the transfers to third countries and international organisations).\nWithout --format, the ending of the name of --output decides, and without that it is Markdown. --language is that of the document. The public sees no drafts, plans or notes; processors is public unless --audience says otherwise, the other documents are for the authority.\nThe same register, date and language give the same file.",
		"SOORT is register (het verwerkingsregister, art. 30), activity (één verwerking met alles wat erbij hoort; geef haar ID), processors (de lijst van verwerkers en subverwerkers), retention (de bewaartermijnen) of transfers (de doorgiften naar derde landen en internationale organisaties).\nZonder --format beslist het einde van de naam bij --output, en zonder die naam wordt het Markdown. --language is de taal van het document. Het publiek ziet geen concepten, plannen of notities; processors is openbaar tenzij --audience anders zegt, de andere documenten zijn voor de toezichthouder.\nHetzelfde register, dezelfde datum en dezelfde taal geven hetzelfde bestand.",
	},
	"help.document.arguments": {"KIND PATH [ID]", "SOORT PAD [ID]"},

	"document.register":   {"the record of processing activities", "het verwerkingsregister"},
	"document.activity":   {"one activity", "één verwerking"},
	"document.processors": {"processors and sub-processors", "verwerkers en subverwerkers"},
	"document.retention":  {"the retention schedule", "de bewaartermijnen"},
	"document.transfers":  {"transfers to third countries", "doorgiften naar derde landen"},

	"flag.format.document": {"html, docx, xlsx, pdf, markdown, csv or json", "html, docx, xlsx, pdf, markdown, csv of json"},
	"flag.audience":        {"for whom: public, authority or internal (everything, with notes and open questions)", "voor wie: public (het publiek), authority (de toezichthouder) of internal (alles, met notities en open vragen)"},
	"flag.document-as-of":  {"the date as of which the document is true, YYYY-MM-DD (default: today)", "de datum waarop het document juist is, JJJJ-MM-DD (standaard: vandaag)"},
	"flag.findings":        {"add what lint finds (register and activity)", "voeg toe wat lint vindt (register en activity)"},
	"flag.document-output": {"write the document to this file", "schrijf het document naar dit bestand"},

	"use.document-kind":   {"there is no document %q; there are %s", "er is geen document %q; wel %s"},
	"use.no-activity":     {"the register has no activity %q", "het register heeft geen verwerking %q"},
	"use.no-findings":     {"--findings: the document %q has no place for them; register and activity have", "--findings: het document %q heeft er geen plaats voor; register en activity wel"},
	"use.binary-terminal": {"%s is nothing for a terminal; name a file with --output", "%s is niets voor een terminal; noem een bestand met --output"},
}
