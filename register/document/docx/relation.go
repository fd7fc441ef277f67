package docx

import "strconv"

// Names of the relations of word/document.xml.
const (
	idHeader     = "rIdHeader1"
	idFooter     = "rIdFooter1"
	idWideHeader = "rIdHeader2"
	idWideFooter = "rIdFooter2"
	idBlank      = "rIdBlank"
	linkID       = "rIdLink"
	pictureID    = "rIdPicture"
)

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const (
	wordTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	officeRel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
)

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/>` +
	`<Default Extension="png" ContentType="image/png"/>` +
	`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="` + wordTypes + `document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="` + wordTypes + `styles+xml"/>` +
	`<Override PartName="/word/numbering.xml" ContentType="` + wordTypes + `numbering+xml"/>` +
	`<Override PartName="/word/settings.xml" ContentType="` + wordTypes + `settings+xml"/>` +
	`<Override PartName="/word/fontTable.xml" ContentType="` + wordTypes + `fontTable+xml"/>` +
	`<Override PartName="/word/header1.xml" ContentType="` + wordTypes + `header+xml"/>` +
	`<Override PartName="/word/header2.xml" ContentType="` + wordTypes + `header+xml"/>` +
	`<Override PartName="/word/blank.xml" ContentType="` + wordTypes + `header+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="` + wordTypes + `footer+xml"/>` +
	`<Override PartName="/word/footer2.xml" ContentType="` + wordTypes + `footer+xml"/>` +
	`</Types>`

const packageRelations = relations +
	`<Relationship Id="rId1" Type="` + officeRel + `officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
	`</Relationships>`

// writeRelations writes word/_rels/document.xml.rels, once the body is written.
func (b *body) writeRelations(x *markup) {
	x.raw(relations)
	for _, r := range [][3]string{
		{"rIdStyles", "styles", "styles.xml"},
		{"rIdNumbering", "numbering", "numbering.xml"},
		{"rIdSettings", "settings", "settings.xml"},
		{"rIdFonts", "fontTable", "fontTable.xml"},
		{idHeader, "header", portrait.header()},
		{idWideHeader, "header", landscape.header()},
		{idBlank, "header", "blank.xml"},
		{idFooter, "footer", portrait.footer()},
		{idWideFooter, "footer", landscape.footer()},
	} {
		writeRelation(x, r[0], r[1], r[2], false)
	}
	for i := range b.figures {
		writeRelation(x, pictureID+strconv.Itoa(i+1), "image", pictureName(i), false)
	}
	for i, address := range b.links {
		writeRelation(x, linkID+strconv.Itoa(i+1), "hyperlink", address, true)
	}
	x.raw(`</Relationships>`)
}

func writeRelation(x *markup, id, kind, target string, external bool) {
	x.raw(`<Relationship Id="` + id + `" Type="` + officeRel + kind + `" Target="`)
	x.attr(target)
	if external {
		x.raw(`" TargetMode="External`)
	}
	x.raw(`"/>`)
}
