package cli

// wordsOfServe are the words of serve.
var wordsOfServe = catalogue{
	"help.serve": {
		"Serve registers over HTTP: the questions, entries, findings and documents.",
		"Bied registers aan over HTTP: de vragen, onderdelen, bevindingen en documenten.",
	},
	"help.serve.long": {
		"Answers what openapi.yaml says, for the registers at the given paths: questions under /v1/registers/ID/processors and the like, entries under /v1/registers/ID/entities, findings, documents, diagrams. The contract is at /openapi.json, the state of the server at /healthz and /readyz, figures at /metrics.\nRegisters from files are read-only here; a file that changes is read again. There is no login, so the server listens on this machine alone.\nIt stops at an interrupt, after the requests that it is answering.",
		"Antwoordt wat openapi.yaml zegt, voor de registers op de gegeven paden: vragen onder /v1/registers/ID/processors en dergelijke, onderdelen onder /v1/registers/ID/entities, bevindingen, documenten, tekeningen. Het contract staat op /openapi.json, de toestand van de server op /healthz en /readyz, cijfers op /metrics.\nRegisters uit bestanden zijn hier alleen te lezen; een bestand dat wijzigt wordt opnieuw gelezen. Er is geen aanmelding, dus de server luistert alleen op deze machine.\nHij stopt bij een onderbreking, na de verzoeken die hij beantwoordt.",
	},
	"help.serve.arguments": {"PATH …", "PAD …"},

	"flag.listen": {"the address to listen on, HOST:PORT; of this machine alone", "het adres om op te luisteren, HOST:POORT; alleen van deze machine"},
	"flag.log":    {"how requests are logged: text, json or none", "hoe verzoeken worden vastgelegd: text, json of none"},

	"serve.listening": {"listening on %s", "luistert op %s"},

	"use.listen":         {"cannot listen on %s: %s", "kan niet luisteren op %s: %s"},
	"use.listen-form":    {"%q is no address to listen on; expected HOST:PORT, such as 127.0.0.1:8080", "%q is geen adres om op te luisteren; verwacht: HOST:POORT, zoals 127.0.0.1:8080"},
	"use.listen-open":    {"%s can be reached from other machines, and there is no login; listen on 127.0.0.1 and put a proxy that authenticates before it", "%s is bereikbaar vanaf andere machines, en er is geen aanmelding; luister op 127.0.0.1 en zet er een proxy voor die gebruikers aanmeldt"},
	"use.register-twice": {"%s and %s both hold the register %q", "%s en %s bevatten allebei het register %q"},
}
