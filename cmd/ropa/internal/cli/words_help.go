package cli

// wordsOfHelp are the pages of --help.
var wordsOfHelp = catalogue{
	"help.heading.usage":     {"Usage:", "Gebruik:"},
	"help.heading.commands":  {"Commands:", "Opdrachten:"},
	"help.heading.flags":     {"Flags:", "Opties:"},
	"help.heading.global":    {"Flags of every command:", "Opties van elke opdracht:"},
	"help.heading.examples":  {"Examples:", "Voorbeelden:"},
	"help.flags-placeholder": {"flags", "opties"},

	"help.ropa": {
		"Keep a GDPR record of processing activities as data and answer questions about it.",
		"Houd een AVG-verwerkingsregister bij als gegevens en beantwoord vragen erover.",
	},
	"help.ropa.long": {
		"A register is a YAML or JSON file, or a folder of them, that says which personal data an organisation processes, about whom, why, on which legal basis, for how long, and who receives it (GDPR Art. 30). Begin with \"ropa init DIR\".\nResults go to the standard output, problems to the standard error. Exit status: 0 nothing to report; 1 the register has problems or findings; 2 wrong use, such as an unknown flag, a path that does not exist or an unknown id.",
		"Een register is een YAML- of JSON-bestand, of een map daarmee, dat zegt welke persoonsgegevens een organisatie verwerkt, over wie, waarom, op welke grondslag, hoe lang, en wie ze ontvangt (AVG art. 30). Begin met \"ropa init MAP\".\nResultaten gaan naar de standaarduitvoer, problemen naar de standaardfoutuitvoer. Eindstatus: 0 niets te melden; 1 het register heeft problemen of bevindingen; 2 verkeerd gebruik, zoals een onbekende optie, een pad dat niet bestaat of een onbekend id.",
	},
	"help.ropa.arguments": {"COMMAND", "OPDRACHT"},

	"help.help":           {"Show the page of a command.", "Toon de bladzijde van een opdracht."},
	"help.help.arguments": {"[COMMAND]", "[OPDRACHT]"},

	"help.validate": {
		"Check that a register is well formed and say every problem with its place.",
		"Controleer of een register klopt van vorm en noem elk probleem met zijn plaats.",
	},
	"help.validate.long": {
		"Each PATH is a register of its own: a file, or a folder whose files together make one register. Each problem is a line of the form file:line:column: message [code] on the standard error; a last line sums up. Exit status 1 when there is an error.",
		"Elk PAD is een eigen register: een bestand, of een map waarvan de bestanden samen één register vormen. Elk probleem is een regel van de vorm bestand:regel:kolom: bericht [code] op de standaardfoutuitvoer; een laatste regel vat samen. Eindstatus 1 als er een fout is.",
	},
	"help.validate.arguments": {"PATH…", "PAD…"},

	"help.query": {
		"Answer a question about a register, with the statements behind each answer.",
		"Beantwoord een vraag over een register, met bij elk antwoord de regels waarop het rust.",
	},
	"help.query.long": {
		"Questions: processors (recipients that act as processor, or are engaged by one, at any depth), recipients, activities, data, subjects, purposes, countries, systems, retention, consents, flows.\nThe values of one flag are alternatives, separated by commas; an answer meets all flags. An answer is stated, or assumed where the register leaves something out or is unsure. Below the answers stand parties that might belong to them but for a fact that the register does not state.\nWith --server and --register instead of PATH, a server is asked; the token comes from --token-file or ROPA_TOKEN. The answers are the same, without file and line where the server has no files.",
		"Vragen: processors (ontvangers die verwerker zijn of door een verwerker zijn ingeschakeld, hoe diep ook), recipients (ontvangers), activities (verwerkingen), data (gegevens), subjects (betrokkenen), purposes (doelen), countries (landen), systems (systemen), retention (bewaartermijnen), consents (toestemmingen), flows (gegevensstromen).\nDe waarden van één optie zijn alternatieven, gescheiden door komma's; een antwoord voldoet aan alle opties. Een antwoord is vermeld, of aangenomen waar het register iets weglaat of onzeker is. Onder de antwoorden staan partijen die erbij zouden kunnen horen, op een feit na dat het register niet vermeldt.\nMet --server en --register in plaats van PAD wordt een server gevraagd; het token komt uit --token-file of ROPA_TOKEN. De antwoorden zijn dezelfde, zonder bestand en regel waar de server geen bestanden heeft.",
	},
	"help.query.arguments": {"QUESTION [PATH]", "VRAAG [PAD]"},

	"help.show": {
		"Show everything that a register says about one thing, and where.",
		"Toon alles wat een register over één onderdeel zegt, en waar.",
	},
	"help.show.long": {
		"KIND is activity, party, agreement, data, subject, purpose, retention, event, operation, system, measure, document, right or notice. Without KIND and ID: what the register holds. For a party also what it receives and through whom; for a category of data its recipients and retention; for an activity all that it discloses.",
		"SOORT is activity (verwerking), party (partij), agreement (overeenkomst), data (gegevens), subject (betrokkene), purpose (doel), retention (bewaartermijn), event (gebeurtenis), operation (bewerking), system (systeem), measure (maatregel), document, right (recht) of notice (verklaring). Zonder SOORT en ID: wat het register bevat. Bij een partij ook wat zij ontvangt en via wie; bij een categorie gegevens de ontvangers en bewaartermijnen; bij een verwerking alles wat zij verstrekt.",
	},
	"help.show.arguments": {"PATH [KIND ID]", "PAD [SOORT ID]"},

	"help.init": {
		"Write a starter register with comments into a folder.",
		"Schrijf een beginregister met uitleg in een map.",
	},
	"help.init.long": {
		"The folder is made where there is none. Nothing is ever overwritten: a folder that already holds a YAML or JSON file is refused.",
		"De map wordt gemaakt als zij er niet is. Er wordt nooit iets overschreven: een map waarin al een YAML- of JSON-bestand staat, wordt geweigerd.",
	},
	"help.init.arguments": {"DIR", "MAP"},

	"help.fmt": {
		"Write the files of a register in the usual layout; comments stay.",
		"Zet de bestanden van een register in de gebruikelijke opmaak; opmerkingen blijven staan.",
	},
	"help.fmt.long": {
		"Without -w, -l, -d or --check, the result goes to the standard output. A folder means its files that are part of the register. A file with problems is never written; the meaning of a file never changes.",
		"Zonder -w, -l, -d of --check gaat het resultaat naar de standaarduitvoer. Een map staat voor haar bestanden die deel zijn van het register. Een bestand met problemen wordt nooit geschreven; de betekenis van een bestand verandert nooit.",
	},
	"help.fmt.arguments": {"PATH…", "PAD…"},

	"help.vocabulary": {
		"List the built-in terms: categories of data, data subjects, purposes, measures and others.",
		"Noem de ingebouwde termen: categorieën gegevens, betrokkenen, doelen, maatregelen en andere.",
	},
	"help.vocabulary.long": {
		"Every register builds on these terms unless it says otherwise under extends. KIND is as in show. As JSON, the terms stand in a list in canonical form, with their names by language; without KIND, each says under \"of\" to which list of a register it belongs.",
		"Elk register bouwt op deze termen voort, tenzij het onder extends iets anders zegt. SOORT is als bij show. Als JSON staan de termen in een lijst in canonieke vorm, met hun namen per taal; zonder SOORT zegt elk onder \"of\" bij welke lijst van een register hij hoort.",
	},
	"help.vocabulary.arguments": {"[KIND]", "[SOORT]"},

	"help.schema": {
		"Write the JSON Schema that defines the format.",
		"Schrijf het JSON Schema dat het formaat vastlegt.",
	},
	"help.schema.long": {
		"The schema is that of the canonical form. With --authoring, it is that of the form that people type in YAML: give it to an editor with the YAML language server, and it completes and explains the fields.",
		"Het schema is dat van de canonieke vorm. Met --authoring is het dat van de vorm die mensen in YAML typen: geef het aan een teksteditor met de YAML-taalserver, en die vult de velden aan en legt ze uit.",
	},

	"help.completion": {
		"Write a script that lets a shell complete commands, flags and ids.",
		"Schrijf een script waarmee een shell opdrachten, opties en id's aanvult.",
	},
	"help.completion.long": {
		"SHELL is bash, zsh, fish or powershell. Once a register stands on the line, flags such as --receives are completed with its ids.",
		"SHELL is bash, zsh, fish of powershell. Zodra er een register op de regel staat, worden opties zoals --receives aangevuld met zijn id's.",
	},
	"help.completion.arguments": {"SHELL", "SHELL"},

	"help.version": {
		"Show the version of the program and of the format.",
		"Toon de versie van het programma en van het formaat.",
	},
	"help.version.long": {
		"As JSON also the revision of the source and when it was committed.",
		"Als JSON ook de revisie van de broncode en wanneer die is vastgelegd.",
	},
}

// examples are command lines that work on the register of the examples.
var examples = map[string][]string{
	"ropa": {
		"ropa validate examples/webgems",
		"ropa query processors examples/webgems --receives bank-account",
	},
	"help": {
		"ropa help query",
		"ropa help show --language nl",
	},
	"validate": {
		"ropa validate examples/webgems",
		"ropa validate --format json register.yaml",
	},
	"query": {
		"ropa query processors examples/webgems --receives bank-account,payment-card",
		"ropa query recipients examples/webgems --outside-eea --as-of 2026-11-22",
		"ropa query data examples/webgems --recipient lightspeed --direct",
		"ropa query retention examples/webgems --subject customer --format markdown",
		"ropa query processors --server http://127.0.0.1:8080 --register webgems --receives bank-account",
	},
	"show": {
		"ropa show examples/webgems",
		"ropa show examples/webgems party lightspeed",
		"ropa show examples/webgems data bank-account --format json",
	},
	"init": {
		"ropa init my-register",
		"ropa init --language nl verwerkingsregister",
	},
	"lint": {
		"ropa lint examples/webgems --as-of 2026-11-22",
		"ropa lint examples/webgems --profile nl --format sarif -o lint.sarif",
		"ropa lint register.yaml --write-baseline baseline.json",
		"ropa lint register.yaml --baseline baseline.json --fail-on warning",
		"ropa lint --explain REG-002",
	},
	"diagram": {
		"ropa diagram examples/webgems -o map.svg",
		"ropa diagram examples/webgems --by country --language nl -o kaart.png",
		"ropa diagram examples/webgems --activity payments --format mermaid",
		"ropa diagram examples/webgems --party lightspeed --format dot",
	},
	"serve": {
		"ropa serve examples/webgems",
		"ropa serve examples/webgems --listen 127.0.0.1:9000 --log json",
		"ropa serve --store sqlite:ropa.db",
	},
	"healthcheck": {
		"ropa healthcheck --listen 127.0.0.1:8080",
		"ropa healthcheck --listen 127.0.0.1:8080 --language nl",
	},
	"token": {
		"ropa token create ann --role 'admin:*' --store sqlite:ropa.db",
		"ropa token create website --role reader:webgems --expires 365d --store sqlite:ropa.db > token.txt",
		"ropa token list --store sqlite:ropa.db",
	},
	"history": {
		"ropa history list shop --store sqlite:ropa.db",
		"ropa history verify --store sqlite:ropa.db --format json",
		"ropa history verify --store sqlite:ropa.db --kept hashes.json",
	},
	"backup": {
		"ropa backup --store sqlite:ropa.db -o ropa-2026-11-22.db",
		"ROPA_STORE=sqlite:ropa.db ropa backup -o copy.db",
	},
	"push": {
		"ropa push examples/webgems --server http://127.0.0.1:8080 --token-file token.txt --dry-run",
		"ropa push examples/webgems --server http://127.0.0.1:8080 --token-file token.txt --reason contract",
	},
	"pull": {
		"ropa pull webgems --server http://127.0.0.1:8080 --token-file token.txt -o webgems.yaml",
		"ropa pull webgems --server http://127.0.0.1:8080 --token-file token.txt --revision 1 -o old.json",
	},
	"document": {
		"ropa document register examples/webgems --language nl -o register.html",
		"ropa document processors examples/webgems --audience public --format markdown",
		"ropa document activity examples/webgems payments -o payments.pdf",
		"ropa document retention examples/webgems --format csv > retention.csv",
		"ropa document inspection examples/webgems --language nl -o inspection.zip",
	},
	"rules": {
		"ropa rules",
		"ropa rules --profile art30 --format markdown",
	},
	"fmt": {
		"ropa fmt -d examples/webgems",
		"ropa fmt -w register.yaml",
	},
	"vocabulary": {
		"ropa vocabulary data",
		"ropa vocabulary purposes --format json",
	},
	"law": {
		"ropa law adequacy US --as-of 2019-01-01",
		"ropa law adequacy --all --format csv",
		"ropa law retention --country NL",
		"ropa law consent-age FR --format json",
	},
	"schema": {
		"ropa schema > register.schema.json",
		"ropa schema --authoring > register.authoring.schema.json",
	},
	"completion": {
		"source <(ropa completion bash)",
		"ropa completion fish > ~/.config/fish/completions/ropa.fish",
	},
	"version": {
		"ropa version",
		"ropa version --format json",
	},
}
