package docx

// page is a sheet of A4, upright or on its side.
type page uint8

const (
	portrait page = iota
	landscape
)

// Lengths are in twentieths of a point (twips), as in the file.
const (
	pageShort = 11906
	pageLong  = 16838
	// margin of the page at the sides: 2 cm.
	margin = 1134
)

// width returns the width of the text.
func (p page) width() int {
	if p == landscape {
		return pageLong - 2*margin
	}
	return pageShort - 2*margin
}

// lines returns about how many lines of a table fit on the page.
func (p page) lines() int {
	if p == landscape {
		return 36
	}
	return 56
}

func (p page) header() string {
	if p == landscape {
		return "header2.xml"
	}
	return "header1.xml"
}

func (p page) footer() string {
	if p == landscape {
		return "footer2.xml"
	}
	return "footer1.xml"
}

// firstPage is the page of the title: on its side where a first section that is
// follows it at once, so that it does not stand alone.
func (b *body) firstPage() page {
	d := b.doc
	if d.Contents == 0 && len(d.Sections) > 0 && b.sides.Turns(&d.Sections[0]) && !d.Sections[0].NewPage {
		return landscape
	}
	return portrait
}

// turn begins a new page where p is not the page that is written on, and
// reports whether it did.
func (b *body) turn(p page) bool {
	if b.page == p {
		return false
	}
	turned := b.begun
	if turned {
		// The paragraph that carries the layout stands for the gap, too.
		b.gap = false
		b.raw(`<w:p><w:pPr><w:pStyle w:val="LayoutEnd"/>`)
		b.layout()
		b.raw(`</w:pPr></w:p>`)
	}
	b.page = p
	return turned
}

// layout tells the page of all that was written since the last layout.
func (b *body) layout() {
	header, footer := idHeader, idFooter
	if b.page == landscape {
		header, footer = idWideHeader, idWideFooter
	}
	b.raw(`<w:sectPr>`)
	b.reference("header", "default", header)
	b.reference("footer", "default", footer)
	if b.turns == 0 {
		// The title stands on the first page: no header above it.
		b.reference("header", "first", idBlank)
		b.reference("footer", "first", footer)
	}
	b.raw(`<w:type w:val="nextPage"/>`)
	if b.page == landscape {
		b.raw(`<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>`)
	} else {
		b.raw(`<w:pgSz w:w="11906" w:h="16838"/>`)
	}
	b.raw(`<w:pgMar w:top="1361" w:right="1134" w:bottom="1247" w:left="1134" w:header="624" w:footer="567" w:gutter="0"/>`)
	if b.turns == 0 {
		b.raw(`<w:titlePg/>`)
	}
	b.raw(`</w:sectPr>`)
	b.turns++
}

func (b *body) reference(what, pages, id string) {
	b.raw(`<w:` + what + `Reference w:type="` + pages + `" r:id="` + id + `"/>`)
}
