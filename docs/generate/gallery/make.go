package main

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// maker runs the command line, built from the sources beside it.
type maker struct {
	root    string // of the module; the commands run there
	scratch string
	ropa    string
}

func newMaker(root string) (*maker, error) {
	scratch, err := os.MkdirTemp("", "ropa-gallery")
	if err != nil {
		return nil, err
	}
	m := &maker{root: root, scratch: scratch, ropa: filepath.Join(scratch, "ropa")}
	if err := m.run("go", "build", "-o", m.ropa, "./cmd/ropa"); err != nil {
		m.close()
		return nil, err
	}
	return m, nil
}

func (m *maker) close() { os.RemoveAll(m.scratch) }

func (m *maker) run(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir = m.root
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w\n%s", filepath.Base(name), strings.Join(args, " "), err, out)
	}
	return nil
}

// texts writes the files that are the same on every machine, and the page that
// shows the gallery.
func (m *maker) texts(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for i := range exhibits {
		x := &exhibits[i]
		for _, language := range x.languages {
			for _, ending := range x.endings {
				if err := m.text(x, language, ending, filepath.Join(folder, x.file(language, ending))); err != nil {
					return err
				}
			}
		}
	}
	return os.WriteFile(filepath.Join(folder, "README.md"), index(), 0o644)
}

func (m *maker) text(x *exhibit, language, ending, to string) error {
	if ending == listing {
		archive, err := m.made(x, language, "zip")
		if err != nil {
			return err
		}
		return list(archive, to)
	}
	made, err := m.made(x, language, ending)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(made)
	if err != nil {
		return err
	}
	return os.WriteFile(to, text, 0o644)
}

// made makes a document in the scratch folder, once.
func (m *maker) made(x *exhibit, language, ending string) (string, error) {
	path := filepath.Join(m.scratch, x.file(language, ending))
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	return path, m.run(m.ropa, x.command(language, path)...)
}

// list writes the names of the files of an archive, and the page for readers that
// is one of them.
func list(archive, to string) error {
	z, err := zip.OpenReader(archive)
	if err != nil {
		return err
	}
	defer z.Close()
	var b strings.Builder
	for _, f := range z.File {
		b.WriteString(f.Name + "\n")
	}
	readme, err := z.Open("README.txt")
	if err != nil {
		return err
	}
	defer readme.Close()
	text, err := io.ReadAll(readme)
	if err != nil {
		return err
	}
	b.WriteString("\n---- README.txt ----\n\n")
	b.Write(text)
	return os.WriteFile(to, []byte(b.String()), 0o644)
}
