package cli

import (
	"encoding/csv"
	"encoding/json"
	"strings"
)

// writeJSON writes a value as JSON with two spaces of indentation.
func (a *app) writeJSON(v any) error {
	encoder := json.NewEncoder(&a.out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(v)
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
			cells[i] = guarded(cell)
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
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
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
	`\`, `\\`, "|", `\|`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "&", `\&`, "~", `\~`,
)

// escaped keeps a text from ending its cell and from being read as markup.
func escaped(cell string) string { return markdownEscapes.Replace(clean(cell)) }

// joined joins the items of a list in one cell.
func joined(items []string) string { return strings.Join(items, "; ") }
