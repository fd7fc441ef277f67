package cli

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"

	"github.com/openropa/ropa/register/printable"
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
	a.out.Write(printable.JSON(b.Bytes()))
	return nil
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
		a.out.WriteString(printable.Line(string(text)))
		if ended {
			a.out.WriteByte('\n')
		}
	}
}

// writeText writes a table for a terminal.
func (a *app) writeText(t *table) { t.write(&a.out, a.env.width(), a.env.colour()) }

// writeLines writes a sentence, broken where the terminal ends.
func (a *app) writeLines(sentence string) {
	for _, line := range wrap(printable.Line(sentence), a.env.width()) {
		a.out.WriteString(line + "\n")
	}
}

// writeCSV writes a table as comma-separated values.
func (a *app) writeCSV(t *table) error {
	w := csv.NewWriter(&a.out)
	for _, row := range append([][]string{t.titles}, t.rows...) {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = printable.Cell(printable.Line(cell))
		}
		if err := w.Write(cells); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
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
func escaped(cell string) string { return markdownEscapes.Replace(printable.Line(cell)) }

// joined joins the items of a list in one cell.
func joined(items []string) string { return strings.Join(items, "; ") }
