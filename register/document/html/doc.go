// Package html writes a document as one HTML file that needs nothing else: no
// script, no font, no picture and no style from elsewhere, and a content
// security policy that forbids them all.
//
// It is made to be read on wide and narrow, light and dark screens, by screen
// readers and on paper: headings in order, landmarks, a link past the contents,
// table heads with their scope, texts in their language; on paper A4 pages
// with title and page number, wide sections on their side, table heads that are
// repeated and rows that stay together.
//
// Texts are shown as they are and never read as marks. Control characters
// appear as their pictures (␛), what turns the direction of the text around it
// as �; text that runs from right to left is kept apart from what surrounds it.
package html
