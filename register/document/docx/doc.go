// Package docx writes a document as a Word file (Office Open XML, ISO 29500
// transitional): headings, captions, lists and tables are real styles that can
// be changed in Word, wide sections lie on their side where their tables need
// it, heads of tables repeat, a heading stays with what it heads,
// and the languages of the document and of its runs are set.
//
// It writes the parts itself. The library that was tried
// (github.com/ZeroHawkeye/wordZero v1.6.0) knows no language of a run, no links
// out of the document and one page layout per document, gives bookmarks names
// for numbers, prints to standard output, orders the parts at random, stamps
// them with the time of day and holds the whole document in memory. Here the
// text streams into the archive: the same document gives the same bytes, and
// what is held in memory are the names of what can be linked to.
//
// # Page numbers of the contents
//
// Only who sets the pages knows their numbers. The table of contents is a field
// whose entries are filled in and lead to their sections; the numbers are fields
// in it that Word fills when it prints or when the table is updated (F9), and
// LibreOffice when the index is updated. Asking for that on opening would greet
// every reader with a warning, so the file does not.
//
// # What is changed in a text
//
// Breaks of lines and tabs are kept. What XML cannot hold (control characters,
// bytes that are not UTF-8) becomes U+FFFD. The characters that embed, override
// or isolate a direction (U+202A to U+202E, U+2066 to U+2069) are left out: they
// can make a text read as another one. The marks U+200E, U+200F and U+061C stay.
// Links other than https and mailto are set as text.
package docx
