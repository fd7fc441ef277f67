package cli

// wordsOfRemote are the words of what calls a server.
var wordsOfRemote = catalogue{
	"help.push": {
		"Put a register in the place of the one at a server, or make it there.",
		"Zet een register in de plaats van dat op een server, of maak het daar aan.",
	},
	"help.push.long": {
		"The whole register is validated, here and there, and the entries that change are listed: with --dry-run that is all. What the register extends must be at the server under the same name. A revision is made; where nothing differs, none is.\nThe write names the version that is at the server when the changes are worked out: if somebody else is first, nothing is written. With --revision N it is only made where that version is still revision N, such as the one that was pulled.\nThe token comes from --token-file or ROPA_TOKEN. It is sent over https, or to this machine.",
		"Het hele register wordt gecontroleerd, hier en daar, en de onderdelen die wijzigen worden genoemd: met --dry-run is dat alles. Wat het register uitbreidt moet op de server staan onder dezelfde naam. Er komt een revisie bij; als niets verschilt niet.\nHet schrijven noemt de versie die op de server staat als de wijzigingen worden bepaald: als iemand anders eerder is, wordt er niets geschreven. Met --revision N gebeurt het alleen als die versie nog revisie N is, zoals die welke is opgehaald.\nHet token komt uit --token-file of ROPA_TOKEN. Het gaat via https, of naar deze machine.",
	},
	"help.push.arguments": {"PATH", "PAD"},

	"help.pull": {
		"Write a register of a server to a file.",
		"Schrijf een register van een server naar een bestand.",
	},
	"help.pull.long": {
		"The file is YAML as people write it, or canonical JSON where its name ends in .json. Comments are not kept at a server. Without -o it goes to the standard output.\nThe token comes from --token-file or ROPA_TOKEN. It is sent over https, or to this machine.",
		"Het bestand is YAML zoals mensen die schrijven, of canonieke JSON als de naam op .json eindigt. Opmerkingen worden op een server niet bewaard. Zonder -o gaat het naar de standaarduitvoer.\nHet token komt uit --token-file of ROPA_TOKEN. Het gaat via https, of naar deze machine.",
	},
	"help.pull.arguments": {"REGISTER", "REGISTER"},

	"flag.server":        {"the address of the server, such as https://ropa.example.org", "het adres van de server, zoals https://ropa.example.org"},
	"flag.token-file":    {"a file that holds the token (default: that of the environment, ROPA_TOKEN)", "een bestand met het token (standaard: dat van de omgeving, ROPA_TOKEN)"},
	"flag.register":      {"the register at the server", "het register op de server"},
	"flag.register.push": {"its identifier at the server (default: its own)", "zijn id op de server (standaard: zijn eigen)"},
	"flag.dry-run":       {"show what would change, and change nothing", "toon wat er zou wijzigen, en wijzig niets"},
	"flag.reason":        {"why; kept with the revision", "waarom; wordt bij de revisie bewaard"},
	"flag.revision.push": {"only where the server still has this revision", "alleen als de server deze revisie nog heeft"},
	"flag.revision.pull": {"as it was at this revision", "zoals het was bij deze revisie"},
	"flag.approved":      {"as it was last approved", "zoals het het laatst is goedgekeurd"},
	"flag.output.pull":   {"the file to write", "het bestand om te schrijven"},

	"push.create":         {"create", "nieuw"},
	"push.replace":        {"replace", "wijzig"},
	"push.delete":         {"delete", "verwijder"},
	"push.nothing":        {"The register %s at the server is the same, revision %d; nothing was written.", "Het register %s op de server is hetzelfde, revisie %d; er is niets geschreven."},
	"push.would":          {"Nothing was written; this would change in %s.", "Er is niets geschreven; dit zou wijzigen in %s."},
	"push.done":           {"The register %s is revision %d now.", "Het register %s is nu revisie %d."},
	"push.more-problems":  {"and %d more", "en nog %d"},
	"push.changed":        {"somebody else changed the register %s meanwhile; nothing was written", "iemand anders heeft het register %s intussen gewijzigd; er is niets geschreven"},
	"push.other-revision": {"the register %s is revision %d at the server, not %d; nothing was written", "het register %s is op de server revisie %d, niet %d; er is niets geschreven"},
	"push.pull-first":     {"See what changed: ropa pull %s --server %s; then push again.", "Kijk wat er is gewijzigd: ropa pull %s --server %s; push daarna opnieuw."},
	"pull.wrote":          {"%s was written: %s, revision %d", "%s is geschreven: %s, revisie %d"},

	"use.no-server":             {"--server is missing", "--server ontbreekt"},
	"use.which-register":        {"--register is missing: which register at the server", "--register ontbreekt: welk register op de server"},
	"use.path-and-server":       {"PATH and --server exclude one another", "PAD en --server sluiten elkaar uit"},
	"use.revision-and-approved": {"--revision and --approved exclude one another", "--revision en --approved sluiten elkaar uit"},
	"use.server-address":        {"--server is not the address of a server; expected such as https://ropa.example.org", "--server is niet het adres van een server; verwacht: zoals https://ropa.example.org"},
	"use.server-plain":          {"a token is not sent over http to another machine; use https", "een token gaat niet via http naar een andere machine; gebruik https"},
	"use.server-reach":          {"the server %s did not answer: %s", "de server %s antwoordde niet: %s"},
	"use.server-leads":          {"the server %s leads to another address, %s, and nothing was sent there; if that is the server, name it with --server", "de server %s verwijst naar een ander adres, %s, en daarheen is niets gestuurd; als dat de server is, noem die met --server"},
	"use.server-pages":          {"the server %s sends pages that do not fit together; it is broken, or no server of ropa", "de server %s stuurt bladzijden die niet bij elkaar passen; hij is stuk, of geen server van ropa"},
	"use.server-token":          {"the server does not know who asks: give a token with --token-file or ROPA_TOKEN", "de server weet niet wie het vraagt: geef een token met --token-file of ROPA_TOKEN"},
	"use.server-register":       {"the server has no register %q, or not for you", "de server heeft geen register %q, of niet voor u"},
	"use.server-version":        {"the server has the register %q, but not in this version", "de server heeft het register %q, maar niet in deze versie"},
	"use.server-refused":        {"the server refused: %s [%s]", "de server weigerde: %s [%s]"},
	"use.token-file":            {"the token cannot be read from %s: %s", "het token kan niet uit %s worden gelezen: %s"},
	"use.token-form":            {"%s does not hold a token, and nothing else", "%s bevat geen token zonder iets anders"},
	"use.unknown-of":            {"%s: the register does not know one of %s", "%s: het register kent een van %s niet"},
}
