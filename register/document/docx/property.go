package docx

import "github.com/openropa/ropa/register/document"

// longestProperty is as many characters as programs show of a property.
const longestProperty = 250

// writeProperties writes docProps/core.xml. The document was made, for what it
// tells, on the day as of which it is true.
func writeProperties(x *markup, d *document.Document) {
	x.raw(`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, p := range [][2]string{
		{"dc:title", d.Title}, {"dc:subject", d.Subtitle}, {"dc:creator", d.Author}, {"dc:language", string(d.Language)},
	} {
		if p[1] != "" {
			x.raw(`<` + p[0] + `>`)
			x.attr(oneLine(p[1], longestProperty))
			x.raw(`</` + p[0] + `>`)
		}
	}
	if !d.AsOf.IsZero() {
		for _, name := range []string{"dcterms:created", "dcterms:modified"} {
			x.raw(`<` + name + ` xsi:type="dcterms:W3CDTF">` + d.AsOf.String() + `T00:00:00Z</` + name + `>`)
		}
	}
	x.raw(`</cp:coreProperties>`)
}
