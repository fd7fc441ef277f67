package cli

// wordsOfFlags say what a flag does and name its value.
var wordsOfFlags = catalogue{
	"flag.language": {"language of the output: en or nl; of documents also de or fr (default: that of the locale)", "taal van de uitvoer: en of nl; van documenten ook de of fr (standaard: die van de omgeving)"},
	"flag.help":     {"show this page", "toon deze bladzijde"},
	"flag.version":  {"show the version, as the command version does", "toon de versie, zoals de opdracht version"},
	"flag.verbose":  {"show remarks too, such as files that were left out", "toon ook opmerkingen, zoals bestanden die zijn overgeslagen"},

	"flag.format.text-json": {"form of the output: text (default) or json", "vorm van de uitvoer: text (standaard) of json"},
	"flag.format.all":       {"form of the output: text (default), json, csv or markdown", "vorm van de uitvoer: text (standaard), json, csv of markdown"},

	"flag.receives":     {"only these categories of data; narrower ones and members of bundles count too", "alleen deze categorieën gegevens; engere en de leden van bundels tellen mee"},
	"flag.data":         {"the same as --receives", "hetzelfde als --receives"},
	"flag.subject":      {"only data about these categories of data subjects", "alleen gegevens over deze categorieën betrokkenen"},
	"flag.purpose":      {"only for these purposes", "alleen voor deze doelen"},
	"flag.activity":     {"only in these activities", "alleen in deze verwerkingen"},
	"flag.basis":        {"only on these legal bases, such as consent or contract", "alleen op deze grondslagen, zoals consent of contract"},
	"flag.recipient":    {"only what reaches these parties, directly or through others", "alleen wat deze partijen bereikt, rechtstreeks of via anderen"},
	"flag.role":         {"only recipients in these roles: processor, sub-processor, joint-controller, controller, recipient", "alleen ontvangers in deze rollen: processor, sub-processor, joint-controller, controller, recipient"},
	"flag.system":       {"only data kept in these systems", "alleen gegevens die in deze systemen staan"},
	"flag.country":      {"only recipients with a seat, a location or remote access in these countries (ISO 3166-1)", "alleen ontvangers met zetel, locatie of toegang op afstand in deze landen (ISO 3166-1)"},
	"flag.outside-eea":  {"only recipients known to be, with a seat, a location or remote access, outside the EEA; --outside-eea=false: only those known not to be", "alleen ontvangers van wie bekend is dat zij, met zetel, locatie of toegang op afstand, buiten de EER zijn; --outside-eea=false: alleen zij van wie bekend is dat dit niet zo is"},
	"flag.own-purposes": {"only recipients that state purposes of their own; --own-purposes=false: only those that state that there are none", "alleen ontvangers die eigen doelen vermelden; --own-purposes=false: alleen zij die vermelden dat er geen zijn"},
	"flag.direct":       {"leave out what reaches a recipient only through others", "laat weg wat een ontvanger alleen via anderen bereikt"},
	"flag.stated":       {"leave out answers that are assumed", "laat antwoorden weg die zijn aangenomen"},
	"flag.planned":      {"include activities that are only planned", "neem verwerkingen mee die alleen gepland zijn"},
	"flag.as-of":        {"the date for which the question is asked, YYYY-MM-DD (default: today)", "de datum waarvoor de vraag geldt, JJJJ-MM-DD (standaard: vandaag)"},
	"flag.evidence":     {"how many statements to show behind each answer (json: 20 by default)", "hoeveel vermeldingen bij elk antwoord te tonen (json: standaard 20)"},

	"flag.root": {"folder below which the registers named under extends must lie (default: the folder that ropa is run in, or the one above the register)", "map waaronder de registers moeten staan die onder extends worden genoemd (standaard: de map waarin ropa draait, of die boven het register)"},

	"flag.authoring": {"the schema of the form that people type, for editors", "het schema van de vorm die mensen typen, voor teksteditors"},
	"flag.write":     {"write the result to the files instead of the standard output", "schrijf het resultaat naar de bestanden in plaats van naar de standaarduitvoer"},
	"flag.list":      {"list the files that would change", "noem de bestanden die zouden veranderen"},
	"flag.diff":      {"show what would change", "toon wat er zou veranderen"},
	"flag.check":     {"end with status 1 where a file would change", "eindig met status 1 als een bestand zou veranderen"},

	"placeholder.ids":       {"ID,…", "ID,…"},
	"placeholder.words":     {"WORD,…", "WOORD,…"},
	"placeholder.countries": {"CODE,…", "CODE,…"},
	"placeholder.date":      {"DATE", "DATUM"},
	"placeholder.evidence":  {"all|none|N", "all|none|N"},
	"placeholder.folder":    {"DIR", "MAP"},
	"placeholder.word":      {"WORD", "WOORD"},
}
