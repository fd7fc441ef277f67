package main

import (
	"bytes"
	"fmt"
	"image"
	_ "image/png" // the pictures of pages are read
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// wide is the width of the pictures, in pixels; tall the height of a screen.
const wide, tall = 1000, 1100

// file is where the picture of a page is kept.
func (p *page) file() string { return "pictures/" + p.name + ".png" }

// pictures makes the pictures of pages.
func (m *maker) pictures(folder string) error {
	if err := os.MkdirAll(filepath.Join(folder, "pictures"), 0o755); err != nil {
		return err
	}
	for i := range exhibits {
		for _, p := range exhibits[i].pages {
			shown, err := m.picture(&exhibits[i], &p)
			if err != nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
			if err := save(filepath.Join(folder, p.file()), shown); err != nil {
				return err
			}
		}
	}
	return nil
}

// picture shows a page as a reader sees it.
func (m *maker) picture(x *exhibit, p *page) (image.Image, error) {
	made, err := m.made(x, p.language, p.format)
	if err != nil {
		return nil, err
	}
	to := filepath.Join(m.scratch, p.name)
	switch p.format {
	case "html":
		err = m.screen(made, to+".png")
	case "pdf":
		err = m.paper(made, to, p)
	default:
		if made, err = m.printed(made); err == nil {
			err = m.paper(made, to, p)
		}
	}
	if err != nil {
		return nil, err
	}
	raw, err := os.ReadFile(to + ".png")
	if err != nil {
		return nil, err
	}
	shown, _, err := image.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	return part(shown, p), nil
}

// screen takes what a browser shows first of a page.
func (m *maker) screen(page, to string) error {
	page, err := filepath.Abs(page)
	if err != nil {
		return err
	}
	return m.run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1",
		"--user-data-dir="+filepath.Join(m.scratch, "browser"), "--screenshot="+to, fmt.Sprintf("--window-size=%d,%d", wide, tall), "file://"+page)
}

// paper draws a page of a PDF.
func (m *maker) paper(file, to string, p *page) error {
	width := wide
	if p.zoom > 0 {
		width = int(wide * p.zoom)
	}
	n := strconv.Itoa(p.number)
	return m.run("pdftoppm", "-png", "-singlefile", "-f", n, "-l", n, "-scale-to-x", strconv.Itoa(width), "-scale-to-y", "-1", file, to)
}

// printed lets LibreOffice print a file as PDF.
func (m *maker) printed(file string) (string, error) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		return "", err
	}
	// The program itself: what starts it would leave it running.
	if office, err = filepath.EvalSymlinks(office); err != nil {
		return "", err
	}
	out := filepath.Join(m.scratch, filepath.Base(file)+".print")
	args := []string{"-env:UserInstallation=file://" + filepath.Join(m.scratch, "office"), "--headless", "--norestore", "--convert-to", "pdf", "--outdir", out, file}
	pdf := filepath.Join(out, strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))+".pdf")
	// With a new profile it asks to be started again.
	for range 2 {
		err = m.run(office+".bin", args...)
		if _, missing := os.Stat(pdf); missing == nil {
			return pdf, nil
		}
	}
	return "", fmt.Errorf("LibreOffice printed nothing: %w", err)
}

// part is the part of a page that is kept: the width of a picture from the left,
// and a share of the height.
func part(shown image.Image, p *page) image.Image {
	r := shown.Bounds()
	r.Max.X = min(r.Max.X, r.Min.X+wide)
	if p.top > 0 {
		r.Max.Y = r.Min.Y + int(float64(r.Dx())*p.top)
	}
	if cut, ok := shown.(interface {
		SubImage(image.Rectangle) image.Image
	}); ok {
		return cut.SubImage(r)
	}
	return shown
}
