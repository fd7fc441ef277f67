package cli

// wordsOfToken are the words of token, and of who may ask a server.
var wordsOfToken = catalogue{
	"help.token": {
		"Make, list or revoke the tokens that a server with a store asks for.",
		"Maak, toon of beëindig de tokens waar een server met een opslag om vraagt.",
	},
	"help.token.long": {
		"create makes a token and writes it once: the store keeps only its SHA-256. NAME is whom it stands for, and what the history says of who made a change; two tokens of one name are one person, who does not approve what either of them made.\n--role says what it may do, in one register or in all (*), and may be given again: reader:webgems, editor:webgems, approver:*, admin:*. A reader reads; an editor also writes; an approver also approves, and does not write; an admin does all of it and removes registers, and one of all registers makes new ones. A token without roles sees the figures at /metrics and no register.\nlist shows the tokens with the day on which they were last used. revoke ends the token of an ID; a server that runs knows it within five seconds.\nEach flag can also be given by the environment: ROPA_STORE for --store.",
		"create maakt een token en schrijft het één keer: de opslag bewaart alleen de SHA-256 ervan. NAAM is voor wie het staat, en wat de geschiedenis zegt van wie iets wijzigde; twee tokens met één naam zijn één persoon, die niet goedkeurt wat een van beide maakte.\n--role zegt wat het mag, in één register of in alle (*), en mag vaker worden gegeven: reader:webgems, editor:webgems, approver:*, admin:*. Een reader leest; een editor schrijft ook; een approver keurt ook goed, en schrijft niet; een admin doet dat alles en verwijdert registers, en die van alle registers maakt nieuwe. Een token zonder rollen ziet de cijfers op /metrics en geen register.\nlist toont de tokens met de dag waarop ze het laatst zijn gebruikt. revoke beëindigt het token met een ID; een server die draait weet het binnen vijf seconden.\nElke vlag kan ook door de omgeving worden gegeven: ROPA_STORE voor --store.",
	},
	"help.token.arguments": {"create NAME | list | revoke ID", "create NAAM | list | revoke ID"},

	"flag.store":      {"where registers are kept: sqlite:PATH or postgres://…", "waar registers worden bewaard: sqlite:PAD of postgres://…"},
	"flag.tenant":     {"whose registers it opens (default: those of a server for one organisation)", "wiens registers het opent (standaard: die van een server voor één organisatie)"},
	"flag.token-role": {"what it may do: ROLE:REGISTER, of reader, editor, approver and admin; * for all registers", "wat het mag: ROL:REGISTER, uit reader, editor, approver en admin; * voor alle registers"},
	"flag.expires":    {"when it ends: after days (90d), on a date, or never", "wanneer het eindigt: na dagen (90d), op een datum, of never"},

	"flag.tls-cert":           {"file with the certificate, and those above it, in PEM", "bestand met het certificaat, en die erboven, in PEM"},
	"flag.tls-key":            {"file with the key of the certificate, in PEM", "bestand met de sleutel van het certificaat, in PEM"},
	"flag.oidc-issuer":        {"address of the OpenID Connect issuer whose tokens are taken", "adres van de uitgever (OpenID Connect) waarvan tokens worden aangenomen"},
	"flag.oidc-audience":      {"for whom its tokens must be made: this server", "voor wie zijn tokens gemaakt moeten zijn: deze server"},
	"flag.oidc-subject-claim": {"claim that says who it is; one that people cannot choose themselves (default sub)", "claim die zegt wie het is; een die mensen niet zelf kiezen (standaard sub)"},
	"flag.oidc-roles-claim":   {"claim with the roles, as ropa token takes them, such as editor:webgems (default roles)", "claim met de rollen, zoals ropa token ze neemt, bijvoorbeeld editor:webgems (standaard roles)"},
	"flag.oidc-tenant-claim":  {"claim that says whose registers are meant; every token must have it", "claim die zegt wiens registers bedoeld zijn; elk token moet hem hebben"},
	"flag.oidc-tenant":        {"whose registers are meant, where no claim says it", "wiens registers bedoeld zijn, waar geen claim dat zegt"},
	"flag.rate":               {"requests a second that each caller may make, twice as many at once; 0 for no bound (default 50; files without a login have none)", "verzoeken per seconde die elke aanroeper mag doen, tweemaal zoveel ineens; 0 voor geen grens (standaard 50; bestanden zonder aanmelding hebben er geen)"},
	"flag.proxies":            {"addresses or networks of proxies whose word counts for where a request comes from", "adressen of netwerken van proxy's die mogen zeggen waar een verzoek vandaan komt"},

	"serve.no-tls": {
		"tokens travel here as they are: put TLS before it, or give --tls-cert and --tls-key",
		"tokens gaan hier onversleuteld: zet er TLS voor, of geef --tls-cert en --tls-key",
	},
	"token.made":           {"token %s, valid until: %s; it is not shown again", "token %s, geldig tot: %s; het wordt niet opnieuw getoond"},
	"token.never":          {"revoked", "beëindiging"},
	"token.revoked":        {"token %s is revoked", "token %s is beëindigd"},
	"token.none":           {"no tokens", "geen tokens"},
	"token.column.id":      {"ID", "ID"},
	"token.column.name":    {"Name", "Naam"},
	"token.column.roles":   {"Roles", "Rollen"},
	"token.column.made":    {"Made", "Gemaakt"},
	"token.column.expires": {"Expires", "Eindigt"},
	"token.column.used":    {"Last used", "Laatst gebruikt"},
	"token.column.revoked": {"Revoked", "Beëindigd"},

	"use.token-action":   {"%q cannot be done with tokens; expected one of %s", "%q kan niet met tokens; verwacht: een van %s"},
	"use.token-name":     {"a token needs a name of at most 200 printable letters", "een token heeft een naam nodig van ten hoogste 200 leesbare letters"},
	"use.no-token":       {"there is no token %q of this tenant; see ropa token list", "er is geen token %q van deze tenant; zie ropa token list"},
	"use.grant":          {"a role is written ROLE:REGISTER, such as reader:webgems or admin:*; the roles are reader, editor, approver and admin", "een rol schrijft men als ROL:REGISTER, zoals reader:webgems of admin:*; de rollen zijn reader, editor, approver en admin"},
	"use.expires":        {"%q is no end of a token; expected days up to 3650 such as 90d, a date to come, or never", "%q is geen einde van een token; verwacht: dagen tot 3650 zoals 90d, een datum in de toekomst, of never"},
	"use.tenant":         {"the name of a tenant is letters, digits, dots, hyphens and underscores", "de naam van een tenant is letters, cijfers, punten, koppeltekens en lage streepjes"},
	"use.store-form":     {"no store is written so; expected sqlite:PATH or postgres://…", "zo schrijft men geen opslag; verwacht: sqlite:PAD of postgres://…"},
	"use.store":          {"cannot open the store %s: %s", "kan de opslag %s niet openen: %s"},
	"use.no-store":       {"the flag --store is missing (or ROPA_STORE)", "de vlag --store ontbreekt (of ROPA_STORE)"},
	"use.path-and-store": {"either PATH or --store: what is served comes from files or from a store", "of PAD of --store: wat wordt aangeboden komt uit bestanden of uit een opslag"},
	"use.tls-both":       {"--tls-cert and --tls-key belong together", "--tls-cert en --tls-key horen bij elkaar"},
	"use.tls":            {"cannot read the certificate %s with the key %s: %s", "kan het certificaat %s met de sleutel %s niet lezen: %s"},
	"use.oidc-both":      {"--oidc-issuer and --oidc-audience belong together", "--oidc-issuer en --oidc-audience horen bij elkaar"},
	"use.oidc-issuer":    {"%q is no address of an issuer; expected https://…", "%q is geen adres van een uitgever; verwacht: https://…"},
	"use.oidc":           {"cannot ask the issuer %s: %s", "kan de uitgever %s niet vragen: %s"},
	"use.rate":           {"--rate must be from 0 to 1000000", "--rate moet van 0 tot 1000000 zijn"},
	"use.network":        {"%q is no address or network; expected 10.0.0.0/8", "%q is geen adres of netwerk; verwacht: 10.0.0.0/8"},
}
