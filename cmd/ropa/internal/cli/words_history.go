package cli

// wordsOfHistory are the words of history and backup.
var wordsOfHistory = catalogue{
	"help.history": {
		"List the revisions of a register in a store, or verify them.",
		"Toon de revisies van een register in een opslag, of controleer ze.",
	},
	"help.history.long": {
		"list tells who changed what, when and why, the newest first. verify reads the whole history and compares it with its hashes, with the approvals and with what the register says now: who changed a row behind the server's back is found out. Without REGISTER it verifies all registers, also those that were removed, of all tenants unless --tenant names one.\nEach hash covers all that went before it, revisions and approvals each. Keep the JSON of verify elsewhere, such as in your backups: whoever can write to the database could also write a history anew, or an approval that nobody gave. verify --kept FILE tells where a history does not go on from what was kept. What is wrong is told in words; programs read the code beside it in the JSON.\nEach flag can also be given by the environment: ROPA_STORE for --store. Exit status 1 when something is not what was written.",
		"list vertelt wie wat wijzigde, wanneer en waarom, het nieuwste eerst. verify leest de hele geschiedenis en vergelijkt die met haar hashes, met de goedkeuringen en met wat het register nu zegt: wie buiten de server om een rij wijzigde, valt door de mand. Zonder REGISTER controleert het alle registers, ook verwijderde, van alle tenants tenzij --tenant er een noemt.\nElke hash dekt alles wat eraan voorafging, van revisies en van goedkeuringen apart. Bewaar de JSON van verify elders, bijvoorbeeld bij uw reservekopieën: wie in de database kan schrijven, kan ook een geschiedenis opnieuw schrijven, of een goedkeuring die niemand gaf. verify --kept BESTAND vertelt waar een geschiedenis niet verdergaat op wat bewaard is. Wat er mis is, staat er in woorden; programma's lezen de code ernaast in de JSON.\nElke optie kan ook door de omgeving worden gegeven: ROPA_STORE voor --store. Eindstatus 1 als iets niet is wat er geschreven is.",
	},
	"help.history.arguments": {"list REGISTER | verify [REGISTER …]", "list REGISTER | verify [REGISTER …]"},
	"flag.history-tenant":    {"the tenant whose registers are meant", "de tenant om wiens registers het gaat"},
	"flag.history-format":    {"form of the output: text (default), json or csv", "vorm van de uitvoer: text (standaard), json of csv"},
	"flag.history-kept":      {"the JSON that verify wrote before; each history must go on from it", "de JSON die verify eerder schreef; elke geschiedenis moet daarop verdergaan"},

	"help.backup": {
		"Copy a store of SQLite, as it is at one moment, while it is used.",
		"Kopieer een opslag van SQLite, zoals die op één moment is, terwijl die in gebruik is.",
	},
	"help.backup.long": {
		"The copy is a store of its own: to restore, stop the server and put it in the place of the store, or serve it. It holds personal data and the history, and only its owner may read it. A store of PostgreSQL is copied with pg_dump. The flag --store can also be given by the environment: ROPA_STORE.",
		"De kopie is een opslag op zichzelf: stop om te herstellen de server en zet haar op de plaats van de opslag, of bied haar zelf aan. Ze bevat persoonsgegevens en de geschiedenis, en alleen de eigenaar mag haar lezen. Een opslag van PostgreSQL kopieert u met pg_dump. De optie --store kan ook door de omgeving worden gegeven: ROPA_STORE.",
	},
	"help.backup.arguments": {"--store sqlite:FILE -o COPY", "--store sqlite:BESTAND -o KOPIE"},
	"flag.backup-output":    {"the file to write; there must be none of that name", "het bestand om te schrijven; er mag er geen zijn met die naam"},

	"history.tampered":        {"%s: the history cannot be relied on: %s", "%s: de geschiedenis is niet betrouwbaar: %s"},
	"history.removed-since":   {"%s: removed since what was kept, at revision %d, on %s by %s: see that it was them", "%s: verwijderd na wat bewaard is, bij revisie %d, op %s door %s: ga na of dat klopt"},
	"history.fine":            {"as it was written", "zoals het geschreven is"},
	"history.removed":         {"removed on %s by %s", "verwijderd op %s door %s"},
	"history.anew":            {"one of this name was removed on %s by %s", "een van deze naam is verwijderd op %s door %s"},
	"count.change.one":        {"change", "wijziging"},
	"count.change.many":       {"changes", "wijzigingen"},
	"history.action.create":   {"create", "nieuw"},
	"history.action.replace":  {"replace", "wijzig"},
	"history.action.delete":   {"delete", "verwijder"},
	"history.action.restore":  {"restore", "herstel"},
	"history.action.import":   {"import", "invoer"},
	"history.action.remove":   {"remove", "register verwijderd"},
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

// wordsOfTampering are the words of each store.TamperCode. In braces are its numbers.
var wordsOfTampering = catalogue{
	"tampered.revision-missing":    {"revision {revision} is missing", "revisie {revision} ontbreekt"},
	"tampered.revision-changed":    {"revision {revision} is not what was written", "revisie {revision} is niet wat er geschreven is"},
	"tampered.revision-impossible": {"revision {revision} changes “{address}” in a way that is not possible", "revisie {revision} wijzigt “{address}” op een manier die niet kan"},
	"tampered.revision-approval":   {"what revision {revision} says of its approval is not what was approved", "wat revisie {revision} over haar goedkeuring zegt, is niet wat er is goedgekeurd"},
	"tampered.revision-extends":    {"the registers that revision {revision} builds on are not those that were written", "de registers waarop revisie {revision} voortbouwt, zijn niet die welke er geschreven zijn"},
	"tampered.copy-missing":        {"the copy of the whole register at revision {revision} is missing", "de kopie van het hele register bij revisie {revision} ontbreekt"},
	"tampered.copy-changed":        {"the copy of the whole register at revision {revision} is not what was written", "de kopie van het hele register bij revisie {revision} is niet wat er geschreven is"},

	"tampered.approval-missing":   {"approval {approval} is missing", "goedkeuring {approval} ontbreekt"},
	"tampered.approval-changed":   {"approval {approval} is not what was written", "goedkeuring {approval} is niet wat er geschreven is"},
	"tampered.approved-by-maker":  {"revision {revision} counts as approved by the person who made it", "revisie {revision} geldt als goedgekeurd door wie haar maakte"},
	"tampered.approved-elsewhere": {"the register counts as approved up to revision {revision}, but its approvals go up to revision {reached}", "het register geldt als goedgekeurd tot en met revisie {revision}, maar de goedkeuringen gaan tot en met revisie {reached}"},
	"tampered.approved-ahead":     {"the register counts as approved up to revision {revision}, but its newest revision is {reached}", "het register geldt als goedgekeurd tot en met revisie {revision}, maar de nieuwste revisie is {reached}"},

	"tampered.register-missing":   {"the register is gone, nobody is noted to have removed it, and {left} are still there", "het register is weg, er staat niet wie het verwijderde, en {left} zijn er nog"},
	"tampered.register-changed":   {"the register does not agree with its newest revision, {revision}", "het register klopt niet met zijn nieuwste revisie, {revision}"},
	"tampered.entries-unreadable": {"what the register says now cannot be read (its newest revision is {revision})", "wat het register nu zegt, is niet te lezen (zijn nieuwste revisie is {revision})"},
	"tampered.entries-changed":    {"what the register says now is not what revision {revision} made of it", "wat het register nu zegt, is niet wat revisie {revision} ervan maakte"},
	"tampered.removal-changed":    {"what is noted of the removal at revision {revision} is not what was written", "wat over de verwijdering bij revisie {revision} is vastgelegd, is niet wat er geschreven is"},
	"tampered.left-behind":        {"the register was removed at revision {revision}, but {left} are still there", "het register is verwijderd bij revisie {revision}, maar {left} zijn er nog"},

	"tampered.kept-revision-missing": {"revision {revision}, which was kept, is gone", "revisie {revision}, die bewaard is, is weg"},
	"tampered.kept-revision":         {"revision {revision} is not what was kept", "revisie {revision} is niet wat er bewaard is"},
	"tampered.kept-removal":          {"what was removed at revision {revision} is not what was kept", "wat bij revisie {revision} is verwijderd, is niet wat er bewaard is"},
	"tampered.kept-approval-missing": {"approval {approval}, which was kept, is gone", "goedkeuring {approval}, die bewaard is, is weg"},
	"tampered.kept-approval":         {"approval {approval} is not what was kept", "goedkeuring {approval} is niet wat er bewaard is"},
	"tampered.kept-uncounted":        {"what was approved before approvals were numbered is not what was kept", "wat is goedgekeurd voordat goedkeuringen een nummer kregen, is niet wat er bewaard is"},

	"left.entries":   {"its entries", "de onderdelen ervan"},
	"left.revisions": {"its revisions", "de revisies ervan"},
	"left.changes":   {"changes to it", "wijzigingen ervan"},
	"left.copies":    {"copies of it", "kopieën ervan"},
	"left.approvals": {"its approvals", "de goedkeuringen ervan"},
}
