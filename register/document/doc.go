// Package document makes what people read of a register: the record of
// processing activities (Art. 30) as an authority or a board wants to see it,
// and the documents that follow from it.
//
// A builder for each document knows the content and no format: it makes a
// Document, a tree of sections, tables and texts in one language. A writer for
// each format, in a package of its own below this one, knows the format and no
// content. So a further layout or format is a further file, and every document
// can be had in every format.
//
// The same register, day and language give the same tree, and the same tree
// gives the same bytes.
package document
