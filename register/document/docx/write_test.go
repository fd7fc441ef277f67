package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/docx"
)

// keep makes the samples stay, to be looked at.
var keep = flag.String("keep", "", "directory to keep the samples in")

// written returns d as a Word file.
func written(t testing.TB, d *document.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := docx.Write(t.Context(), &b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// parts returns the parts of a Word file by name.
func parts(t testing.TB, file []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if _, twice := all[f.Name]; twice {
			t.Errorf("%s: twice", f.Name)
		}
		all[f.Name] = string(data)
	}
	return all
}

func TestWholeAtEverySize(t *testing.T) {
	for _, n := range []int{0, 1, 20, 300} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			file := written(t, made(t, n))
			checkWhole(t, parts(t, file))
			if *keep != "" {
				if err := os.WriteFile(filepath.Join(*keep, fmt.Sprintf("made%d.docx", n)), file, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func TestEmptyDocument(t *testing.T) {
	checkWhole(t, parts(t, written(t, &document.Document{})))
}

func TestSameBytes(t *testing.T) {
	if !bytes.Equal(written(t, made(t, 20)), written(t, made(t, 20))) {
		t.Error("the same document gave other bytes")
	}
}

// full is a disk without room.
type full struct{ room int }

var errFull = errors.New("no room")

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestErrorOfWriter(t *testing.T) {
	d := made(t, 20)
	for _, room := range []int{0, 100, 5000} {
		if err := docx.Write(t.Context(), &full{room}, d); !errors.Is(err, errFull) {
			t.Errorf("room for %d bytes: %v", room, err)
		}
	}
}

// checkWhole holds what a reader needs: parts of a known type, no relation to
// what is not there, no reference without a relation, bookmark, style or list.
func checkWhole(t *testing.T, all map[string]string) {
	t.Helper()
	seen := map[string]map[string]bool{}
	for name, text := range all {
		if strings.HasSuffix(name, ".png") {
			continue
		}
		seen[name] = inspect(t, name, text)
	}
	for name := range all {
		typed := seen["[Content_Types].xml"]
		if !typed["PartName=/"+name] && !typed["Extension="+strings.TrimPrefix(path.Ext(name), ".")] {
			t.Errorf("%s has no type", name)
		}
	}
	for at := range seen["[Content_Types].xml"] {
		if part, found := strings.CutPrefix(at, "PartName=/"); found && all[part] == "" {
			t.Errorf("%s has a type and is not there", part)
		}
	}
	body, relations := seen["word/document.xml"], seen["word/_rels/document.xml.rels"]
	for at := range body {
		what, name, _ := strings.Cut(at, "=")
		switch what {
		case "r:id", "r:embed":
			need(t, relations, "Id="+name)
		case "anchor":
			need(t, body, "bookmark="+name)
		case "style":
			need(t, seen["word/styles.xml"], "styleId="+name)
		case "num":
			need(t, seen["word/numbering.xml"], "numId="+name)
		}
	}
	for at := range relations {
		if target, found := strings.CutPrefix(at, "Target="); found && !strings.Contains(target, ":") && all["word/"+target] == "" {
			t.Errorf("relation to %s, which is not there", target)
		}
	}
}

func need(t *testing.T, in map[string]bool, what string) {
	t.Helper()
	if !in[what] {
		t.Errorf("nothing for %s", what)
	}
}

// inspect reads a part and returns what it names and refers to. Names of
// bookmarks and relations are unique, and the properties have their order.
func inspect(t *testing.T, name, text string) map[string]bool {
	t.Helper()
	seen := map[string]bool{}
	once := func(what string) {
		if seen[what] {
			t.Errorf("%s: %s twice", name, what)
		}
		seen[what] = true
	}
	var open []string
	var last []int
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return seen
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if len(open) > 0 {
				checkOrder(t, name, open[len(open)-1], token.Name.Local, &last[len(last)-1])
			}
			open, last = append(open, token.Name.Local), append(last, -1)
			note(token, seen, once)
		case xml.EndElement:
			open, last = open[:len(open)-1], last[:len(last)-1]
		}
	}
}

func note(e xml.StartElement, seen map[string]bool, once func(string)) {
	for _, a := range e.Attr {
		switch what := e.Name.Local + " " + a.Name.Local; what {
		case "Override PartName", "Default Extension", "Relationship Id", "style styleId", "num numId":
			once(a.Name.Local + "=" + a.Value)
		case "Relationship Target", "hyperlink anchor":
			seen[a.Name.Local+"="+a.Value] = true
		case "bookmarkStart name":
			once("bookmark=" + a.Value)
		case "bookmarkStart id", "docPr id":
			once(what + a.Value)
		case "hyperlink id", "headerReference id", "footerReference id":
			seen["r:id="+a.Value] = true
		case "blip embed":
			seen["r:embed="+a.Value] = true
		case "pStyle val", "rStyle val", "tblStyle val":
			seen["style="+a.Value] = true
		case "numId val":
			seen["num="+a.Value] = true
		}
	}
}

// orders are the orders in which the format wants properties.
var orders = map[string][]string{
	"pPr": {"pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs", "suppressAutoHyphens",
		"spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr"},
	"rPr":    {"rStyle", "rFonts", "b", "bCs", "i", "iCs", "noProof", "color", "sz", "szCs", "u", "bdr", "shd", "rtl", "lang"},
	"tblPr":  {"tblStyle", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption"},
	"tcPr":   {"tcW", "tcBorders", "shd", "vAlign"},
	"style":  {"name", "basedOn", "next", "uiPriority", "semiHidden", "qFormat", "pPr", "rPr", "tblPr", "tblStylePr"},
	"sectPr": {"headerReference", "footerReference", "headerReference", "footerReference", "type", "pgSz", "pgMar", "titlePg"},
	"settings": {"zoom", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps",
		"characterSpacingControl", "compat"},
	"tbl": {"tblPr", "tblGrid"},
}

func checkOrder(t *testing.T, part, parent, child string, last *int) {
	t.Helper()
	order, known := orders[parent]
	if !known || parent == "tbl" && child == "tr" {
		return
	}
	for i := *last + 1; i < len(order); i++ {
		if order[i] == child {
			*last = i
			return
		}
	}
	t.Errorf("%s: %s stands at the wrong place in %s", part, child, parent)
}
