package cli

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// writeJSON writes a value as JSON with two spaces of indentation.
func (a *app) writeJSON(v any) error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(v); err != nil {
		return err
	}
	a.out.Write(escapedJSON(b.Bytes()))
	return nil
}

// escapedJSON writes what would disturb a terminal as escapes, which mean the
// same: JSON may hold it as it is, but only inside strings.
func escapedJSON(data []byte) []byte {
	if !bytes.ContainsFunc(data, func(r rune) bool { return r != '\n' && disturbs(r) }) {
		return data
	}
	out := make([]byte, 0, len(data)+64)
	for _, r := range string(data) {
		switch {
		case r == '\n' || !disturbs(r):
			out = utf8.AppendRune(out, r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
	}
	return out
}

// writeFile writes the text of a file: as it is where it goes to a file or a
// pipe, without what would disturb it on a terminal.
func (a *app) writeFile(data []byte) {
	if a.env.Width == 0 {
		a.out.Write(data)
		return
	}
	for line := range bytes.Lines(data) {
		text, ended := bytes.CutSuffix(line, []byte("\n"))
		a.out.WriteString(clean(string(text)))
		if ended {
			a.out.WriteByte('\n')
		}
	}
}

// writeText writes a table for a terminal.
func (a *app) writeText(t *table) { t.write(&a.out, a.env.width(), a.env.colour()) }

// writeLines writes a sentence, broken where the terminal ends.
func (a *app) writeLines(sentence string) {
	for _, line := range wrap(clean(sentence), a.env.width()) {
		a.out.WriteString(line + "\n")
	}
}

// writeCSV writes a table as comma-separated values.
func (a *app) writeCSV(t *table) error {
	w := csv.NewWriter(&a.out)
	for _, row := range append([][]string{t.titles}, t.rows...) {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = guarded(clean(cell))
		}
		if err := w.Write(cells); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// guarded keeps a spreadsheet from reading a text as a formula: a register is
// written by others.
func guarded(cell string) string {
	// Some read the wide forms of East Asian keyboards alike, and some do not
	// mind spaces in front.
	switch first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(cell, unicode.IsSpace)); first {
	case '=', '+', '-', '@', '＝', '＋', '－', '＠':
		return "'" + cell
	}
	if strings.HasPrefix(cell, "\t") || strings.HasPrefix(cell, "\r") {
		return "'" + cell
	}
	return cell
}

// writeMarkdown writes a table in Markdown.
func (a *app) writeMarkdown(t *table) {
	rule := make([]string, len(t.titles))
	for i := range rule {
		rule[i] = "---"
	}
	a.markdownRow(t.titles, escaped)
	a.markdownRow(rule, func(s string) string { return s })
	for _, row := range t.rows {
		a.markdownRow(row, escaped)
	}
}

func (a *app) markdownRow(cells []string, escape func(string) string) {
	for _, cell := range cells {
		a.out.WriteString("| " + escape(cell) + " ")
	}
	a.out.WriteString("|\n")
}

var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "|", `\|`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "&", `\&`, "~", `\~`, string(softHyphen), "",
)

// escaped keeps a text from ending its cell and from being read as markup.
func escaped(cell string) string { return markdownEscapes.Replace(clean(cell)) }

// joined joins the items of a list in one cell.
func joined(items []string) string { return strings.Join(items, "; ") }
