// Package inspection makes the archive that is handed over when a supervisory
// authority visits (Art. 30(4), 31, 58(1)): the record, the lists that follow from
// it, a page that says what each file is, and the checksums of all of them.
package inspection

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"time"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document"
)

// Options say which archive is made, and for whom.
type Options struct {
	// Options are those of the documents. The findings are a document of the archive
	// where there is a list of them, be it empty; where it is nil they are left out,
	// and the first page says so. Where Layout names that of an authority, the record
	// is told in it besides, and its language is that of all documents where Language
	// is left out. Activity has no meaning here.
	document.Options
	// Progress is told, if it is not nil, how many of the files are done and which
	// one is being made; at the end that all are.
	Progress func(done, total int, name string)
}

// Write writes the archive, a ZIP. The same register, day, language and audience
// give the same bytes. The error is document.ErrNoDate where the options lack the
// day, document.ErrNotPublic for the public, that of a context that ends first, or
// that of the writer.
func Write(ctx context.Context, w io.Writer, view *register.View, m *datamap.Map, o Options) error {
	switch {
	case o.AsOf.IsZero():
		return document.ErrNoDate
	case o.Audience == document.Public:
		return document.ErrNotPublic
	case o.Audience == "":
		o.Audience = document.Authority
	}
	layout, err := document.FindLayout(o.Layout)
	if err != nil {
		return err
	}
	if o.Language == "" && layout.Name != document.House {
		o.Language = layout.Language
	}
	first, err := document.DPIAs(ctx, view, m, o.Options)
	if err != nil {
		return err
	}
	a := &archive{zip: zip.NewWriter(w), time: stamp(o), progress: o.Progress}
	p := newPlan(view, m, o, first)
	a.total = p.count()
	if err := p.write(ctx, a); err != nil {
		return err
	}
	return a.close()
}

// stamp is the time of all files: the day of the documents, as near as all programs
// that read a ZIP can tell it.
func stamp(o Options) time.Time {
	day := o.AsOf.Time()
	if earliest := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC); day.Before(earliest) {
		return earliest
	}
	if latest := time.Date(2037, 12, 31, 0, 0, 0, 0, time.UTC); day.After(latest) {
		return latest
	}
	return day
}

// archive is a ZIP that is being written.
type archive struct {
	zip         *zip.Writer
	time        time.Time
	progress    func(done, total int, name string)
	done, total int
	sums        []sum
}

// sum is the checksum of a file.
type sum struct {
	name string
	hash [sha256.Size]byte
}

// file adds a file.
func (a *archive) file(name string, write func(io.Writer) error) error {
	if a.progress != nil {
		a.progress(a.done, a.total, name)
	}
	header := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: a.time}
	header.SetMode(0o644)
	to, err := a.zip.CreateHeader(header)
	if err != nil {
		return err
	}
	hash := sha256.New()
	if err := write(io.MultiWriter(to, hash)); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	a.sums = append(a.sums, sum{name, [sha256.Size]byte(hash.Sum(nil))})
	a.done++
	return nil
}

// close adds the checksums and ends the archive.
func (a *archive) close() error {
	sums := a.sums
	err := a.file(sumsName, func(w io.Writer) error {
		for _, s := range sums {
			if _, err := fmt.Fprintf(w, "%x  %s\n", s.hash, s.name); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if a.progress != nil {
		a.progress(a.done, a.total, "")
	}
	return a.zip.Close()
}
