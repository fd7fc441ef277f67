package document_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/docx"
	"github.com/openropa/ropa/register/document/pdf"
	"github.com/openropa/ropa/register/document/xlsx"
)

// LibreOffice opens what we write for Word and Excel, and all that stands there
// arrives on its pages; what we write as PDF can be read out again.
func TestOfficeOpens(t *testing.T) {
	folder := t.TempDir()
	d := recordOf(t, shop(t), document.Options{Language: "nl", Audience: document.Internal})
	for _, f := range []struct {
		ending string
		write  func(context.Context, io.Writer, *document.Document) error
		office bool
	}{{"docx", docx.Write, true}, {"xlsx", xlsx.Write, true}, {"pdf", pdf.Write, false}} {
		t.Run(f.ending, func(t *testing.T) {
			name := filepath.Join(folder, "register."+f.ending)
			file, err := os.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.write(t.Context(), file, d); err != nil {
				t.Fatal(err)
			}
			if err := file.Close(); err != nil {
				t.Fatal(err)
			}
			if f.office {
				name = printed(t, name)
			}
			arrives(t, d, pages(t, name))
		})
	}
}

// arrives reports whether a text tells everything that a document tells. Lines are
// broken anew, so blanks and hyphens do not count.
func arrives(t *testing.T, d *document.Document, text string) {
	t.Helper()
	text = bare(text)
	missing := 0
	want := func(s string) {
		if !strings.Contains(text, bare(s)) {
			if missing++; missing <= 5 {
				t.Errorf("lost: %q", s)
			}
		}
	}
	want(d.Title)
	d.Walk(func(s *document.Section, _ int) {
		for _, b := range s.Blocks {
			if table, ok := b.(document.Table); ok {
				for i := range table.Rows {
					for _, c := range table.Rows[i].Cells {
						// A cell may go on on the next page: the first words do for all.
						if len(c.Lines) > 0 {
							want(firstWords(c.Lines[0].String()))
						}
					}
				}
			}
		}
	})
	if missing > 5 {
		t.Errorf("and %d more", missing-5)
	}
}

func firstWords(s string) string {
	words := strings.Fields(s)
	return strings.Join(words[:min(len(words), 2)], " ")
}

var blanks = strings.NewReplacer(" ", "", "\n", "", "\f", "", "\r", "", "\t", "", "\u00a0", "", "\u00ad", "", "\u202f", "", "-", "", "\u2011", "", "\u2010", "", "\u200b", "")

func bare(s string) string { return blanks.Replace(s) }

// printed lets LibreOffice open a file and print it, and returns where.
func printed(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatalf("%v; install Debian's packages libreoffice-writer-nogui and libreoffice-calc-nogui", err)
	}
	if path, err = filepath.EvalSymlinks(path); err != nil {
		t.Fatal(err)
	}
	// The program itself: what starts it would leave it running. With a new profile
	// it asks to be started again.
	args := []string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--norestore", "--convert-to", "pdf", "--outdir", filepath.Dir(name), name}
	const again = 81
	if _, err := run(path+".bin", args...); err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) && exit.ExitCode() == again {
			_, err = run(path+".bin", args...)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	out := strings.TrimSuffix(name, filepath.Ext(name)) + ".pdf"
	to := name + ".pdf"
	if err := os.Rename(out, to); err != nil {
		t.Fatal(err)
	}
	return to
}

// pages is the text on the pages of a file.
func pages(t *testing.T, name string) string {
	t.Helper()
	text, err := run("pdftotext", "-enc", "UTF-8", "-raw", name, "-")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// run runs a program to its end, but not for ever.
func run(name string, args ...string) (string, error) {
	ctx, stop := context.WithTimeout(context.Background(), 5*time.Minute)
	defer stop()
	var told strings.Builder
	c := exec.CommandContext(ctx, name, args...)
	c.Stderr = &told
	out, err := c.Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w %s; .ci/needs installs what the tests need", name, err, told.String())
	}
	return string(out), nil
}
