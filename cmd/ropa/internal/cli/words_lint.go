package cli

// wordsOfLint are the words of lint and rules.
var wordsOfLint = catalogue{
	"help.lint": {
		"Tell what a register does not show although the law asks for it.",
		"Noem wat een register niet laat zien terwijl de wet erom vraagt.",
	},
	"help.lint.long": {
		"Each finding says where it is, what the register does not show, which article asks for it and how to mend it. A finding does not say that a processing is against the law, and a register without findings proves nothing.\nProfiles: art30 (what Art. 30 itself lists), accountability (also what a controller must be able to show: legal basis, contracts, transfers, retention, rights, impact assessments), nl (also Dutch law: UAVG, Telecommunicatiewet, AWR, the list of the authority).\nA finding that somebody decided to accept stands under waivers in the register, with a reason; it is counted as accepted. A team that begins with many findings writes them to a baseline once and is told from then on only what is new.\nExit status: 0 nothing of the severity of --fail-on or above; 1 such findings, or a register with problems; 2 wrong use, such as a rule that does not exist.",
		"Elke bevinding zegt waar zij staat, wat het register niet laat zien, welk artikel erom vraagt en hoe het te herstellen is. Een bevinding zegt niet dat een verwerking tegen de wet is, en een register zonder bevindingen bewijst niets.\nProfielen: art30 (wat art. 30 zelf noemt), accountability (ook wat een verwerkings\u00adverantwoordelijke moet kunnen aantonen: grondslag, overeenkomsten, doorgiften, bewaartermijnen, rechten, effectbeoordelingen), nl (ook Nederlands recht: UAVG, Telecommunicatiewet, AWR, de lijst van de AP).\nEen bevinding die iemand besloot te aanvaarden, staat in het register onder waivers, met een reden; zij telt als aanvaard. Wie met veel bevindingen begint, schrijft die één keer naar een baseline en hoort daarna alleen wat nieuw is.\nEindstatus: 0 niets van de ernst van --fail-on of hoger; 1 wel zulke bevindingen, of een register met problemen; 2 verkeerd gebruik, zoals een regel die niet bestaat.",
	},
	"help.lint.arguments": {"PATH", "PAD"},

	"help.rules": {
		"List the rules of lint.",
		"Noem de regels van lint.",
	},
	"help.rules.long": {
		"Each rule has a code that never changes its meaning, a severity, the narrowest profile to which it belongs, and the articles that ask for it. \"ropa lint --explain CODE\" tells more about one.",
		"Elke regel heeft een code die nooit van betekenis verandert, een ernst, het smalste profiel waartoe hij behoort, en de artikelen die erom vragen. \"ropa lint --explain CODE\" zegt meer over één regel.",
	},

	"flag.lint-as-of":     {"the date as of which the register is looked at, YYYY-MM-DD (default: today)", "de datum waarop het register wordt bekeken, JJJJ-MM-DD (standaard: vandaag)"},
	"flag.profile":        {"set of rules: art30, accountability (default) or nl", "verzameling regels: art30, accountability (standaard) of nl"},
	"flag.rules-profile":  {"only the rules of this profile: art30, accountability or nl (default: all)", "alleen de regels van dit profiel: art30, accountability of nl (standaard: alle)"},
	"flag.rule":           {"only these rules, whatever their profile", "alleen deze regels, ongeacht hun profiel"},
	"flag.exclude":        {"without these rules", "zonder deze regels"},
	"flag.rules":          {"also the organisation's own rules in this YAML file", "ook de eigen regels van de organisatie in dit YAML-bestand"},
	"flag.notice":         {"also hold this published privacy policy (text, Markdown or HTML) against the register", "leg ook deze gepubliceerde privacyverklaring (tekst, Markdown of HTML) naast het register"},
	"flag.baseline":       {"leave out the findings that stand in this file", "laat de bevindingen weg die in dit bestand staan"},
	"flag.write-baseline": {"write the findings of today to this file; they are then known", "schrijf de bevindingen van vandaag naar dit bestand; daarmee zijn ze bekend"},
	"flag.fail-on":        {"lowest severity that gives exit status 1: error (default), warning or info (remarks)", "laagste ernst die eindstatus 1 geeft: error (fouten, standaard), warning (waarschuwingen) of info (opmerkingen)"},
	"flag.format.lint":    {"form of the output: text (default), json, sarif, junit, github or markdown", "vorm van de uitvoer: text (standaard), json, sarif, junit, github of markdown"},
	"flag.output":         {"write the report to this file, and one line that sums up to the standard output", "schrijf het verslag naar dit bestand, en één regel die samenvat naar de standaarduitvoer"},
	"flag.explain":        {"explain this rule with an example; needs no PATH (--format text, json or markdown)", "leg deze regel uit met een voorbeeld; zonder PAD (--format text, json of markdown)"},

	"placeholder.code":  {"CODE", "CODE"},
	"placeholder.codes": {"CODE,…", "CODE,…"},
	"placeholder.file":  {"FILE", "BESTAND"},

	"use.no-rule":         {"%s: there is no rule %q", "%s: er is geen regel %q"},
	"use.no-file":         {"the name of a file is missing", "de naam van een bestand ontbreekt"},
	"use.empty-code":      {"the code of a rule is missing", "de code van een regel ontbreekt"},
	"use.cannot-read":     {"%q cannot be read: %s", "%q kan niet worden gelezen: %s"},
	"use.no-baseline":     {"%q is no baseline of lint: %s", "%q is geen baseline van lint: %s"},
	"use.output-is-input": {"--output: %q is read here; name another file", "--output: %q wordt hier gelezen; noem een ander bestand"},
	"use.notice-no-text":  {"%q is not a text, Markdown or HTML file", "%q is geen tekst-, Markdown- of HTML-bestand"},
	"use.notice-too-long": {"%q is longer than a privacy policy can be (1 MiB)", "%q is langer dan een privacyverklaring kan zijn (1 MiB)"},
	"use.notice-language": {"the text of %q is neither in Dutch nor in English", "de tekst van %q is niet in het Nederlands en niet in het Engels"},
	"use.needs-notice":    {"--rule: %s is about a published text; name it with --notice", "--rule: %s gaat over een gepubliceerde tekst; noem die met --notice"},
	"use.explain-format":  {"a rule cannot be explained as %s; use text, json or markdown", "een regel kan niet worden uitgelegd als %s; gebruik text, json of markdown"},

	"count.finding.one":  {"finding", "bevinding"},
	"count.finding.many": {"findings", "bevindingen"},

	"lint.baseline-written": {"%s written to %s", "%s geschreven naar %s"},

	"lint.column.code":     {"CODE", "CODE"},
	"lint.column.title":    {"TITLE", "TITEL"},
	"lint.column.severity": {"SEVERITY", "ERNST"},
	"lint.column.profile":  {"PROFILE", "PROFIEL"},
	"lint.column.articles": {"ARTICLES", "ARTIKELEN"},
	"lint.column.source":   {"ASKED BY", "GEVRAAGD DOOR"},

	"lint.severity.error":   {"error", "fout"},
	"lint.severity.warning": {"warning", "waarschuwing"},
	"lint.severity.info":    {"remark", "opmerking"},

	"lint.source.law":      {"the text of the law", "de tekst van de wet"},
	"lint.source.guidance": {"guidance of authorities", "uitleg van toezichthouders"},
	"lint.source.case":     {"a judgment", "een uitspraak"},

	"lint.source.own": {"the organisation itself", "de organisatie zelf"},

	"lint.profile.art30":          {"what a record must contain", "wat een register moet bevatten"},
	"lint.profile.accountability": {"what a controller must be able to show", "wat een verwerkings\u00adverantwoordelijke moet kunnen aantonen"},
	"lint.profile.nl":             {"what Dutch law asks as well", "wat Nederlands recht daarnaast vraagt"},

	"lint.says":    {"What it says:", "Wat hij zegt:"},
	"lint.fix":     {"fix", "herstel"},
	"lint.failing": {"A register with this finding (as of %s):", "Een register met deze bevinding (per %s):"},
	"lint.passing": {"The same register, mended:", "Hetzelfde register, hersteld:"},
}
