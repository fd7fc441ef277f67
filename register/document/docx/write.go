package docx

import (
	"archive/zip"
	"bufio"
	"context"
	"fmt"
	"io"
	"time"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/whole"
)

// Write writes d to w as a Word file. The same document gives the same bytes.
// Errors are those of w, that of a context that ends first, and that there is no
// document or what is no block in it.
func Write(ctx context.Context, w io.Writer, d *document.Document) error {
	if err := whole.Check(d); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	a := &archive{ctx: ctx, zip: zip.NewWriter(w)}
	b := newBody(ctx, d)
	a.fixed("[Content_Types].xml", contentTypes)
	a.fixed("_rels/.rels", packageRelations)
	a.part("docProps/core.xml", func(x *markup) { writeProperties(x, d) })
	a.part("word/document.xml", b.write)
	a.part("word/_rels/document.xml.rels", b.writeRelations)
	a.part("word/styles.xml", func(x *markup) { writeStyles(x, d.Language) })
	a.part("word/numbering.xml", b.writeNumbering)
	a.fixed("word/settings.xml", settings)
	a.fixed("word/fontTable.xml", fontTable)
	for _, p := range []page{portrait, landscape} {
		a.part("word/"+p.header(), func(x *markup) { writeHeader(x, d, p) })
		a.part("word/"+p.footer(), func(x *markup) { writeFooter(x, d, p) })
	}
	a.fixed("word/blank.xml", blankHeader)
	for i, f := range b.figures {
		a.picture("word/"+pictureName(i), f.PNG)
	}
	return a.close()
}

// archive puts parts into a ZIP file; after a first error it does nothing.
type archive struct {
	ctx context.Context
	zip *zip.Writer
	err error
}

// partTime is the time of every part: the first that ZIP knows.
var partTime = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

func (a *archive) create(name string, method uint16) io.Writer {
	if a.err != nil {
		return nil
	}
	w, err := a.zip.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: partTime})
	a.err = err
	return w
}

func (a *archive) part(name string, write func(*markup)) {
	w := a.create(name, zip.Deflate)
	if a.err != nil {
		return
	}
	x := &markup{w: bufio.NewWriterSize(w, 1<<16)}
	x.raw(declaration)
	write(x)
	if a.err = a.ctx.Err(); a.err == nil {
		a.err = x.w.Flush()
	}
}

func (a *archive) fixed(name, text string) {
	a.part(name, func(x *markup) { x.raw(text) })
}

// picture stores a picture as it is: PNG does not get smaller.
func (a *archive) picture(name string, data []byte) {
	w := a.create(name, zip.Store)
	if a.err == nil {
		_, a.err = w.Write(data)
	}
}

func (a *archive) close() error {
	if a.err != nil {
		return a.err
	}
	return a.zip.Close()
}
