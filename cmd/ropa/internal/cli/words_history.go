package cli

// wordsOfHistory are the words of history and backup.
var wordsOfHistory = catalogue{
	"help.history": {
		"List the revisions of a register in a store, or verify them.",
		"Toon de revisies van een register in een opslag, of controleer ze.",
	},
	"help.history.long": {
		"list tells who changed what, when and why, the newest first. verify reads the whole history and compares it with its hashes, with the approvals and with what the register says now: who changed a row behind the server's back is found out. Without REGISTER it verifies all registers, also those that were removed, of all tenants unless --tenant names one.\nEach hash covers all that went before it, revisions and approvals each. Keep the JSON of verify elsewhere, such as in your backups: whoever can write to the database could also write a history anew, or an approval that nobody gave. verify --kept FILE tells where a history does not go on from what was kept.\nExit status 1 when something is not what was written.",
		"list vertelt wie wat wijzigde, wanneer en waarom, het nieuwste eerst. verify leest de hele geschiedenis en vergelijkt die met haar hashes, met de goedkeuringen en met wat het register nu zegt: wie buiten de server om een rij wijzigde, valt door de mand. Zonder REGISTER controleert het alle registers, ook verwijderde, van alle tenants tenzij --tenant er een noemt.\nElke hash dekt alles wat eraan voorafging, van revisies en van goedkeuringen apart. Bewaar de JSON van verify elders, bijvoorbeeld bij uw reservekopieën: wie in de database kan schrijven, kan ook een geschiedenis opnieuw schrijven, of een goedkeuring die niemand gaf. verify --kept BESTAND vertelt waar een geschiedenis niet verdergaat op wat bewaard is.\nEindstatus 1 als iets niet is wat er geschreven is.",
	},
	"help.history.arguments": {"list REGISTER | verify [REGISTER …]", "list REGISTER | verify [REGISTER …]"},
	"flag.history-tenant":    {"the tenant whose registers are meant", "de tenant om wiens registers het gaat"},
	"flag.history-format":    {"text, json or csv", "text, json of csv"},
	"flag.history-kept":      {"the JSON that verify wrote before; each history must go on from it", "de JSON die verify eerder schreef; elke geschiedenis moet daarop verdergaan"},

	"help.backup": {
		"Copy a store of SQLite, as it is at one moment, while it is used.",
		"Kopieer een opslag van SQLite, zoals die op één moment is, terwijl die in gebruik is.",
	},
	"help.backup.long": {
		"The copy is a store of its own: to restore, stop the server and put it in the place of the store, or serve it. It holds personal data and the history, and only its owner may read it. A store of PostgreSQL is copied with pg_dump.",
		"De kopie is een opslag op zichzelf: stop om te herstellen de server en zet haar op de plaats van de opslag, of bied haar zelf aan. Ze bevat persoonsgegevens en de geschiedenis, en alleen de eigenaar mag haar lezen. Een opslag van PostgreSQL kopieert u met pg_dump.",
	},
	"help.backup.arguments": {"--store sqlite:FILE -o COPY", "--store sqlite:BESTAND -o KOPIE"},
	"flag.backup-output":    {"the file to write; there must be none of that name", "het bestand om te schrijven; er mag er geen zijn met die naam"},

	"history.tampered":        {"%s: the history is not what was written: %s", "%s: de geschiedenis is niet wat er geschreven is: %s"},
	"history.fine":            {"as it was written", "zoals het geschreven is"},
	"history.removed":         {"removed on %s by %s", "verwijderd op %s door %s"},
	"history.anew":            {"one of this name was removed on %s by %s", "een van deze naam is verwijderd op %s door %s"},
	"history.column.register": {"register", "register"},
	"history.column.revision": {"revision", "revisie"},
	"history.column.state":    {"state", "toestand"},
	"history.column.hash":     {"hash", "hash"},
	"history.column.on":       {"when", "wanneer"},
	"history.column.by":       {"who", "wie"},
	"history.column.action":   {"action", "handeling"},
	"history.column.at":       {"what", "wat"},
	"history.column.reason":   {"why", "waarom"},
	"history.column.approved": {"approved by", "goedgekeurd door"},

	"history.column.approved-revision": {"approved", "goedgekeurd"},
	"history.column.approval":          {"approval", "goedkeuring"},

	"use.no-such-store": {"there is no store at %s", "er is geen opslag op %s"},
	"use.kept":          {"%s is not what history verify --format json wrote", "%s is niet wat history verify --format json schreef"},
	"use.no-register":   {"the store has no register %q of that tenant", "de opslag heeft geen register %q van die tenant"},
	"use.backup-output": {"name the file to write with -o", "noem het bestand om te schrijven met -o"},
	"use.backup-store":  {"only a store of SQLite is copied this way; copy one of PostgreSQL with pg_dump", "alleen een opslag van SQLite wordt zo gekopieerd; kopieer een van PostgreSQL met pg_dump"},
	"use.backup-exists": {"%s is there already; nothing was written", "%s bestaat al; er is niets geschreven"},
	"use.backup-failed": {"%s cannot be written: %s", "%s is niet te schrijven: %s"},
}
