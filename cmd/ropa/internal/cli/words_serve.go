package cli

// wordsOfServe are the words of serve.
var wordsOfServe = catalogue{
	"help.serve": {
		"Serve registers over HTTP: the questions, entries, findings and documents.",
		"Bied registers aan over HTTP: de vragen, onderdelen, bevindingen en documenten.",
	},
	"help.serve.long": {
		"Answers what openapi.yaml says, for the registers at the given paths or those of a store: questions under /v1/registers/ID/processors and the like, entries under /v1/registers/ID/entities, findings, documents, diagrams. The contract is at /openapi.json, the state of the server at /healthz and /readyz, figures at /metrics.\nRegisters from files are read-only here; a file that changes is read again. There is no login for them, so the server listens on this machine alone, and answers only those who ask for 127.0.0.1 or localhost.\nA store (--store) can be written to, and keeps every change. It always takes a token: one of ropa token, or one of an OpenID Connect issuer (--oidc-issuer), sent as Authorization: Bearer. Files can be had from elsewhere with an issuer too. On an address that other machines reach, give --tls-cert and --tls-key, or put a proxy with TLS before it; without --proxies, all who come through a proxy count as one when wrong tokens are bounded.\nEach flag can also be given by the environment, in capitals: ROPA_LISTEN for --listen, ROPA_STORE, ROPA_OIDC_ISSUER. A flag comes first.\nRequests and faults are logged on the standard error, as text or as JSON (--log), from a level on (--log-level). Certificate and key are read again when the files change. It stops at an interrupt or SIGTERM, after the requests that it is answering, within 20 seconds; a second signal ends it at once.",
		"Antwoordt wat openapi.yaml zegt, voor de registers op de gegeven paden of die van een opslag: vragen onder /v1/registers/ID/processors en dergelijke, onderdelen onder /v1/registers/ID/entities, bevindingen, documenten, tekeningen. Het contract staat op /openapi.json, de toestand van de server op /healthz en /readyz, cijfers op /metrics.\nRegisters uit bestanden zijn hier alleen te lezen; een bestand dat wijzigt wordt opnieuw gelezen. Er is geen aanmelding voor, dus de server luistert alleen op deze machine, en antwoordt alleen wie om 127.0.0.1 of localhost vraagt.\nEen opslag (--store) kan worden gewijzigd, en bewaart elke wijziging. Daar is altijd een token voor nodig: een van ropa token, of een van een uitgever (--oidc-issuer, OpenID Connect), gestuurd als Authorization: Bearer. Met een uitgever zijn ook bestanden van elders te bereiken. Geef --tls-cert en --tls-key op een adres dat andere machines bereiken, of zet er een proxy met TLS voor; zonder --proxies telt wie door een proxy komt als één, waar verkeerde tokens worden begrensd.\nElke optie kan ook door de omgeving worden gegeven, in hoofdletters: ROPA_LISTEN voor --listen, ROPA_STORE, ROPA_OIDC_ISSUER. Een optie gaat voor.\nVerzoeken en storingen worden vastgelegd op de standaardfoutuitvoer, als tekst of als JSON (--log), vanaf een niveau (--log-level). Certificaat en sleutel worden opnieuw gelezen als de bestanden wijzigen. Hij stopt bij een onderbreking of SIGTERM, na de verzoeken die hij beantwoordt, binnen 20 seconden; een tweede signaal beëindigt hem meteen.",
	},
	"help.serve.arguments": {"PATH … | --store STORE", "PAD … | --store OPSLAG"},

	"flag.listen": {"the address to listen on (default 127.0.0.1:8080)", "het adres om op te luisteren (standaard 127.0.0.1:8080)"},
	"flag.log":    {"how requests are logged: text (default), json or none", "hoe verzoeken worden vastgelegd: text (standaard), json of none"},

	"flag.log-level": {"what is logged: info (default; each request too), warn, or error", "wat wordt vastgelegd: info (standaard; ook elk verzoek), warn of error"},

	"flag.memory": {
		"about how many MiB of registers are kept ready, those that were asked last; the others are read when they are asked (default 512)",
		"hoeveel MiB aan registers ongeveer klaar wordt gehouden: die het laatst zijn bevraagd; de andere worden gelezen zodra ernaar wordt gevraagd (standaard 512)",
	},
	"flag.heavy-jobs": {
		"how many documents, pictures, imports and the like are worked on at once, half of them for one caller; the others wait (default: one for each processor, two at least)",
		"aan hoeveel documenten, tekeningen, imports en dergelijke tegelijk wordt gewerkt, de helft voor één aanroeper; de rest wacht (standaard: één per processor, minstens twee)",
	},

	"help.healthcheck": {
		"Ask the server on this machine whether it can answer.",
		"Vraag de server op deze machine of hij kan antwoorden.",
	},
	"help.healthcheck.long": {
		"For a container that has no shell and no other program: it asks /readyz at the address where ropa serve listens, and takes the same variables of the environment, ROPA_LISTEN and ROPA_TLS_CERT. With --tls-cert it asks over TLS. At an address of this machine alone, such as 127.0.0.1, it takes whatever certificate the server has: it sends no token, and where a renewed file cannot be read the server goes on with the one before. At another address it takes the server that has this certificate and no other; names are not compared.\nExit status 0 when the server can answer, 1 when it cannot or is not there.",
		"Voor een container zonder shell of andere programma's: het vraagt /readyz op het adres waar ropa serve luistert, en neemt dezelfde variabelen uit de omgeving, ROPA_LISTEN en ROPA_TLS_CERT. Met --tls-cert vraagt het over TLS. Op een adres van alleen deze machine, zoals 127.0.0.1, neemt het elk certificaat dat de server heeft: het stuurt geen token, en als een vernieuwd bestand niet te lezen is, gaat de server door met het vorige. Op een ander adres neemt het de server met dit certificaat en geen andere; namen worden niet vergeleken.\nEindstatus 0 als de server kan antwoorden, 1 als hij dat niet kan of er niet is.",
	},
	"flag.health-listen":   {"where the server listens (default 127.0.0.1:8080)", "waar de server luistert (standaard 127.0.0.1:8080)"},
	"flag.health-tls-cert": {"file with the certificate of the server, where it speaks TLS", "bestand met het certificaat van de server, als die TLS spreekt"},
	"health.ready":         {"%s: ready", "%s: gereed"},
	"health.not-ready":     {"%s: not ready, status %d", "%s: niet gereed, status %d"},
	"health.away":          {"%s: no answer: %s", "%s: geen antwoord: %s"},

	"serve.listening": {"listening on %s", "luistert op %s"},

	"use.listen":         {"cannot listen on %s: %s", "kan niet luisteren op %s: %s"},
	"use.listen-form":    {"%q is no address to listen on; expected HOST:PORT, such as 127.0.0.1:8080", "%q is geen adres om op te luisteren; verwacht: HOST:POORT, zoals 127.0.0.1:8080"},
	"use.listen-open":    {"%s can be reached from other machines, and there is no login; listen on 127.0.0.1, or give --store (with ropa token) or --oidc-issuer", "%s is bereikbaar vanaf andere machines, en er is geen aanmelding; luister op 127.0.0.1, of geef --store (met ropa token) of --oidc-issuer"},
	"use.path-or-store":  {"nothing to serve: give PATH, or --store (or ROPA_STORE)", "niets om aan te bieden: geef PAD, of --store (of ROPA_STORE)"},
	"use.register-twice": {"%s and %s both hold the register %q", "%s en %s bevatten allebei het register %q"},
}
