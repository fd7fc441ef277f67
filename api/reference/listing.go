package reference

import (
	"bytes"
	_ "embed"
	"html/template"
	"net/http"
	"strconv"
)

// Listing is the page for people who look for a register and its documents. It runs
// no scripts.
type Listing struct {
	// Language is that of the page: en or nl.
	Language string
	// Login: the server asks who calls, which a page cannot answer, so it lists
	// nothing and says how to get on.
	Login     bool
	Registers []ListedRegister
	// More is how many registers there are besides.
	More int
	// Documents are those that can be made of each register.
	Documents []ListedDocument
}

// ListedRegister is a register on the page. Names may be "".
type ListedRegister struct{ ID, Name, Organisation string }

// ListedDocument is a document by its name in addresses, and the audience that it is
// for where the address names none.
type ListedDocument struct {
	Name, Audience string
	// Formats are those in which the page offers it, by their names in addresses; none
	// for one that has no formats.
	Formats []string
}

// Title is what people call a document.
func (l *Listing) Title(d ListedDocument) string { return l.Say("document." + d.Name) }

// Say is a word of the page in its language.
func (l *Listing) Say(word string) string {
	said := listingWords[word]
	if l.Language == "nl" {
		return said[1]
	}
	return said[0]
}

var (
	//go:embed listing.html
	listingText string
	listingPage = template.Must(template.New("listing").Parse(listingText))
)

// listingPolicy lets the page load its own style and nothing else.
const listingPolicy = "default-src 'none'; style-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

// Write sends the page. The error is that of a page that could not be made: nothing
// was sent then.
func (l *Listing) Write(w http.ResponseWriter, r *http.Request) error {
	var b bytes.Buffer
	if err := listingPage.Execute(&b, l); err != nil {
		return err
	}
	header := w.Header()
	header.Set("Content-Type", "text/html; charset=utf-8")
	header.Set("Content-Language", l.Language)
	header.Set("Content-Security-Policy", listingPolicy)
	header.Set("X-Frame-Options", "DENY")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cache-Control", "private, no-cache")
	header.Set("Vary", "Accept-Language")
	header.Set("Content-Length", strconv.Itoa(b.Len()))
	if r.Method != http.MethodHead {
		_, _ = w.Write(b.Bytes()) // whoever left does not read it
	}
	return nil
}

// listingWords are the words of the page in English and Dutch.
var listingWords = map[string][2]string{
	"title":     {"Registers and their documents", "Registers en hun documenten"},
	"intro":     {"Each document is made of the register as it is now, as of today, for the readers that stand beside it.", "Elk document wordt gemaakt van het register zoals het nu is, per vandaag, voor de lezers die ernaast staan."},
	"none":      {"There are no registers here yet.", "Er zijn hier nog geen registers."},
	"more":      {"registers are not listed here; the reference says how to get on to them.", "registers staan hier niet; in de beschrijving staat hoe u erbij komt."},
	"reference": {"Reference of the HTTP interface", "Beschrijving van de HTTP-koppeling (in het Engels)"},
	"other":     {"An extract of one activity, other readers, days and languages, and the layouts of authorities are parameters of the address:", "Een uittreksel van één verwerking, andere lezers, dagen en talen, en de indelingen van toezichthouders zijn parameters van het adres:"},
	"document":  {"Document", "Document"},
	"readers":   {"For", "Voor"},
	"formats":   {"As", "Als"},
	"login":     {"This server asks who you are, so it lists no registers on a page. Whoever runs it can give you a token. With the token in a header, Authorization: Bearer …, the registers are at /v1/registers, and a document of one is, for example, at /v1/registers/ID/documents/register?format=pdf. The reference takes the token under Authorize and shows each answer.", "Deze server vraagt wie u bent en noemt daarom op een bladzijde geen registers. Wie hem beheert, kan u een token geven. Met het token in een header, Authorization: Bearer …, staan de registers op /v1/registers, en een document van een register bijvoorbeeld op /v1/registers/ID/documents/register?format=pdf. De beschrijving neemt het token aan onder Authorize en toont elk antwoord."},

	"document.register":   {"Record of processing activities", "Register van verwerkingsactiviteiten"},
	"document.processors": {"Processors", "Verwerkers"},
	"document.notice":     {"Privacy notice", "Privacyverklaring"},
	"document.retention":  {"Retention", "Bewaartermijnen"},
	"document.transfers":  {"Transfers outside the EEA", "Doorgiften buiten de EER"},
	"document.dpias":      {"Impact assessments", "Gegevensbeschermingseffectbeoordelingen"},
	"document.findings":   {"Findings: what the register does not show", "Bevindingen: wat het register niet laat zien"},
	"document.inspection": {"For an inspection: all of these", "Voor een inspectie: al deze samen"},

	"audience.public":    {"everybody", "iedereen"},
	"audience.authority": {"the authority", "de toezichthouder"},
	"audience.internal":  {"your own organisation", "de eigen organisatie"},

	"format.html": {"web page", "webpagina"},
	"format.docx": {"Word", "Word"},
	"format.xlsx": {"Excel", "Excel"},
	"format.pdf":  {"PDF", "PDF"},
	"format.zip":  {"ZIP", "ZIP"},
}
