package main

import "strings"

// exhibit is a document of the gallery.
type exhibit struct {
	// name is that of its files, without language and ending.
	name string
	// args are the command and its flags, without date, language and output.
	args string
	// what and whom tell what it is and for whom it is made.
	what, whom string
	// languages and endings are those of the files that are kept.
	languages, endings []string
	// pages are pictures of pages of it in formats that are not text.
	pages []page
}

// page is a picture of a page of a document.
type page struct {
	// name is that of the file; says what can be seen, for those who cannot.
	name, says string
	language   string
	// format is docx, xlsx, pdf or html.
	format string
	// number is that of the page; the top of the page in html.
	number int
	// top is the share of the height that is kept, 0 for all; zoom how many times
	// larger than the picture the page is, 0 for as large: the left is kept.
	top, zoom float64
}

const (
	shop    = "examples/webgems"
	day     = "2026-11-22"
	listing = "txt" // of an archive, what is in it
)

var (
	both = []string{"en", "nl"}
	read = []string{"html", "md"}
)

var exhibits = []exhibit{
	{
		name: "map", args: "diagram " + shop, languages: both, endings: []string{"svg"},
		what: "The map of the register: whose data, in which activities, who receives them and who after that.",
		whom: "A first look, for a board or a new privacy officer.",
	},
	{
		name: "payments-map", args: "diagram " + shop + " --activity payments", languages: both, endings: []string{"svg"},
		what: "One activity, with the data on each arrow.", whom: "Who has to judge one processing.",
	},
	{
		name: "lightspeed-map", args: "diagram " + shop + " --party lightspeed", languages: both, endings: []string{"svg"},
		what: "One party: from which activities it gets data, and to whom it passes them on.", whom: "Who reviews a supplier.",
	},
	{
		name: "register", args: "document register " + shop, languages: both, endings: []string{"html", "md", "csv"},
		what: "The record of processing activities (Art. 30): an overview, a sheet for each activity, annexes.",
		whom: "The supervisory authority, and whoever keeps the record.",
		pages: []page{
			{name: "register-word", says: "The overview of all activities, in Word and Dutch", language: "nl", format: "docx", number: 3},
			{name: "register-pdf", says: "The sheet of an activity, in PDF and English", language: "en", format: "pdf", number: 6},
			{name: "register-excel", says: "The overview as a sheet of Excel, in English", language: "en", format: "xlsx", number: 2},
			{name: "register-html", says: "The first screen of the register in a browser, in Dutch", language: "nl", format: "html"},
		},
	},
	{
		name: "payments", args: "document activity " + shop + " payments", languages: both, endings: read,
		what: "An extract: one activity with all that it refers to.", whom: "An authority that asks about one processing.",
		pages: []page{{name: "payments-pdf", says: "The first page of the extract in PDF, in English", language: "en", format: "pdf", number: 1}},
	},
	{
		name: "notice", args: "document notice " + shop, languages: both, endings: read,
		what: "The privacy notice (Art. 13 and 14) in plain words.", whom: "The people whose data they are.",
		pages: []page{{name: "notice-html", says: "The first screen of the privacy notice, in Dutch", language: "nl", format: "html"}},
	},
	{
		name: "processors", args: "document processors " + shop, languages: both, endings: []string{"html", "md", "json"},
		what: "Who processes data on behalf of the shop, and whom they engage.", whom: "Customers, as a public list.",
		pages: []page{{name: "processors-html", says: "The list of processors in a browser, in English", language: "en", format: "html"}},
	},
	{
		name: "retention", args: "document retention " + shop, languages: both, endings: read,
		what: "How long data are kept, from when, by which law; and of which data the register does not say it.", whom: "Who erases data, and who checks it.",
		pages: []page{{name: "retention-word", says: "The first page of the retention schedule in Word, in Dutch", language: "nl", format: "docx", number: 1}},
	},
	{
		name: "transfers", args: "document transfers " + shop, languages: both, endings: read,
		what: "Which data leave the EEA, through whom, and what each transfer rests on.", whom: "The data protection officer, an authority.",
		pages: []page{{name: "transfers-pdf", says: "The first page of the transfers in PDF, in English", language: "en", format: "pdf", number: 1}},
	},
	{
		name: "dpias", args: "document dpias " + shop, languages: both, endings: read,
		what: "Of each activity whether an impact assessment is needed and made (Art. 35).", whom: "The data protection officer, an authority.",
	},
	{
		name: "findings", args: "document findings " + shop, languages: both, endings: read,
		what: "What the register does not show although the law asks for it, and what of that the shop accepts for a time.", whom: "The organisation itself.",
	},
	{
		name: "layout-nl", args: "document register " + shop + " --layout nl", languages: []string{"nl"}, endings: read,
		what: "The register in the order that the Dutch authority and government use.", whom: "The Autoriteit Persoonsgegevens.",
		pages: []page{{name: "layout-nl-word", says: "The form of an activity in Word, in Dutch", language: "nl", format: "docx", number: 4}},
	},
	{
		name: "layout-ico", args: "document register " + shop + " --layout ico", languages: []string{"en"}, endings: read,
		what: "The register in the columns of the British template.", whom: "The Information Commissioner.",
		pages: []page{{name: "layout-ico-excel", says: "The left of the sheet of Excel, in English", language: "en", format: "xlsx", number: 2, top: 0.6, zoom: 2.2}},
	},
	{
		name: "inspection", args: "document inspection " + shop, languages: both, endings: []string{listing},
		what: "What is in the archive for the visit of an authority: its files, and the page that comes with them.", whom: "An authority that asks for everything.",
	},
}

// command is the command that makes a file.
func (x *exhibit) command(language, file string) []string {
	args := strings.Fields(x.args)
	return append(args, "--as-of", day, "--language", language, "-o", file)
}

// file is the name of a file of an exhibit.
func (x *exhibit) file(language, ending string) string { return x.name + "." + language + "." + ending }
