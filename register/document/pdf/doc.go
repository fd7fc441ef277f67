// Package pdf writes a document as PDF: A4, with bookmarks, contents, links,
// page numbers and embedded subsets of its typefaces.
//
// A section that is Wide stands on pages on their side, with the sections below
// it, where its tables need that. Tables repeat their heads; a row of a table stays
// on one page where it fits on one, and a heading on that of what it heads. A table
// with more columns than a page can hold is written out as one list of facts a row.
//
// The typefaces are Liberation Sans and Liberation Mono: Latin, Greek, Cyrillic
// and Hebrew letters. A character that they lack is shown as □, keeps its value
// for copying and searching, and is named in a remark at the end. Control
// characters are shown as □ too; marks that only turn the direction of writing
// or take no room are left out. Hebrew stands from right to left within lines
// that run from left to right.
//
// What it cannot do: the library writes no structure tree, so the file is not a
// tagged PDF (PDF/UA). Its language, the language of each run and the
// description of each picture are marked all the same. Where accessibility is
// asked for, give the HTML or DOCX form beside it.
package pdf
