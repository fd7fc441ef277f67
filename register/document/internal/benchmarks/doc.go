// Package benchmarks measures how long documents take to build and to write, and
// beside each format what the library that knows it takes for the same texts. It
// has no code outside its tests. docs/benchmarks.md says how to run it and what
// came out.
//
// The document is the record of processing activities, in the layout of the
// house, of a register that package scale makes up. What a format library is
// given is the texts of that document as they are, worked out before: headings,
// paragraphs, and the cells of its tables, each once. It does not escape what is
// no text, lead from one place to another, measure columns, or tell a language
// from another, unless it does so by itself.
//
//   - html: html/template, from a template of a few lines.
//   - docx: archive/zip, which packs the same parts.
//   - xlsx: excelize, whose stream writer takes the same cells.
//   - pdf: fpdf, which breaks the same texts into lines (MultiCell).
//   - markdown: fmt.Fprintf of the same texts into a buffer.
//   - csv: encoding/csv, given the same rows.
//   - json: encoding/json, given the same tree, with the same indentation.
package benchmarks
