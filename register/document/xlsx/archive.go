package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"

	"github.com/xuri/excelize/v2"
)

// archive writes the parts of a workbook in the order of their names: the library
// hands over sheets at random. Until then they are kept compressed.
type archive struct {
	to    io.Writer
	parts []*part
	// packer is that of all parts, one after another: a new one is dear.
	packer *flate.Writer
}

// part is a part of the workbook.
type part struct {
	header  zip.FileHeader
	written bytes.Buffer
	packer  *flate.Writer
}

func newArchive(w io.Writer) excelize.ZipWriter { return &archive{to: w} }

// Create begins a part; the one before it has ended.
func (a *archive) Create(name string) (io.Writer, error) {
	if err := a.end(); err != nil {
		return nil, err
	}
	p := &part{header: zip.FileHeader{Name: name, Method: zip.Deflate}}
	if a.packer == nil {
		packer, err := flate.NewWriter(nil, flate.DefaultCompression)
		if err != nil {
			return nil, err
		}
		a.packer = packer
	}
	a.packer.Reset(&p.written)
	p.packer = a.packer
	a.parts = append(a.parts, p)
	return p, nil
}

// Write takes in more of a part.
func (p *part) Write(data []byte) (int, error) {
	p.header.CRC32 = crc32.Update(p.header.CRC32, crc32.IEEETable, data)
	p.header.UncompressedSize64 += uint64(len(data))
	return p.packer.Write(data)
}

// end ends the last part.
func (a *archive) end() error {
	if len(a.parts) == 0 {
		return nil
	}
	p := a.parts[len(a.parts)-1]
	if p.packer == nil {
		return nil
	}
	err := p.packer.Close()
	p.packer = nil
	p.header.CompressedSize64 = uint64(p.written.Len())
	return err
}

// Close writes the archive. [Content_Types].xml goes first, by which programs
// tell what it is.
func (a *archive) Close() error {
	if err := a.end(); err != nil {
		return err
	}
	slices.SortFunc(a.parts, func(x, y *part) int { return cmp.Compare(x.header.Name, y.header.Name) })
	w := zip.NewWriter(a.to)
	for _, p := range a.parts {
		to, err := w.CreateRaw(&p.header)
		if err != nil {
			return err
		}
		if _, err := p.written.WriteTo(to); err != nil {
			return err
		}
	}
	return w.Close()
}

// AddFS is for other uses of the library.
func (a *archive) AddFS(fs.FS) error { return fs.ErrInvalid }
