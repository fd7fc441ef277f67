package cli

// wordsOfDiagram are the words of diagram, and of pictures in documents.
var wordsOfDiagram = catalogue{
	"help.diagram": {
		"Draw a register: whose data are used in which activities, who receives them and where they go on to.",
		"Teken een register: van wie gegevens in welke verwerkingen worden gebruikt, wie ze ontvangt en waar ze verder heen gaan.",
	},
	"help.diagram.long": {
		"Without --activity or --party it is a map of the whole register: data subjects, processing activities, recipients, and those to whom they pass data on. A large register is drawn in groups, by department or purpose and by kind of party. --activity draws one activity with the data on their way, --party one party with what comes in and goes on.\nParties stand together in the EEA, outside it and where the register states no country, or with --by country by country. Special categories of data are marked, and what is assumed is drawn with a broken line.\nWithout --format, the ending of the name of --output decides, and without that it is SVG. dot is for Graphviz, mermaid for Mermaid. The same register, date and language give the same file.",
		"Zonder --activity of --party is het een kaart van het hele register: betrokkenen, verwerkingen, ontvangers, en degenen aan wie zij gegevens doorgeven. Een groot register wordt in groepen getekend, naar afdeling of doel en naar soort partij. --activity tekent één verwerking met de gegevens onderweg, --party één partij met wat binnenkomt en verder gaat.\nPartijen staan bij elkaar binnen de EER, daarbuiten en waar het register geen land vermeldt, of met --by country per land. Bijzondere categorieën gegevens zijn gemerkt, en wat is aangenomen heeft een onderbroken lijn.\nZonder --format beslist het einde van de naam bij --output, en zonder die naam wordt het SVG. dot is voor Graphviz, mermaid voor Mermaid. Hetzelfde register, dezelfde datum en dezelfde taal geven hetzelfde bestand.",
	},
	"help.diagram.arguments": {"PATH", "PAD"},

	"flag.diagram-activity": {"draw this activity", "teken deze verwerking"},
	"flag.diagram-party":    {"draw this party", "teken deze partij"},
	"flag.by":               {"how parties stand together: eea or country", "hoe partijen bij elkaar staan: eea (EER) of country (land)"},
	"flag.format.diagram":   {"svg, png, dot or mermaid", "svg, png, dot of mermaid"},
	"flag.diagram-as-of":    {"the date as of which the picture is true, YYYY-MM-DD (default: today)", "de datum waarop het beeld juist is, JJJJ-MM-DD (standaard: vandaag)"},
	"flag.diagram-output":   {"write the picture to this file", "schrijf het beeld naar dit bestand"},
	"flag.figures":          {"show pictures (html, docx and pdf); --figures=false leaves them out", "toon beelden (html, docx en pdf); --figures=false laat ze weg"},

	"use.activity-and-party": {"--activity and --party: a picture is of one of them", "--activity en --party: een beeld is van één van beide"},
	"use.no-party":           {"the register has no party %q", "het register heeft geen partij %q"},
	"use.no-party-shown":     {"on that day, no data that this audience sees reach the party %q", "op die dag bereiken geen gegevens die dit publiek ziet de partij %q"},
	"use.no-activity-shown":  {"this audience does not see the activity %q", "dit publiek ziet de verwerking %q niet"},
}
