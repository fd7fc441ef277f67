// Package whole tells what keeps a document from being written, so that no writer
// leaves out what it does not know.
package whole

import (
	"errors"
	"fmt"

	"github.com/openropa/ropa/register/document"
)

// Check returns the error of a document that is none, or that has a block which is none:
// nil, or a pointer, which Go takes for a block as well.
func Check(d *document.Document) (err error) {
	if d == nil {
		return errors.New("no document")
	}
	d.Walk(func(s *document.Section, _ int) {
		for _, b := range s.Blocks {
			switch b.(type) {
			case document.Paragraph, document.List, document.Facts, document.Table, document.Note, document.Figure:
			default:
				err = fmt.Errorf("%T in section %s is no block; blocks are values, such as document.Table", b, s.ID)
			}
		}
	})
	return err
}
