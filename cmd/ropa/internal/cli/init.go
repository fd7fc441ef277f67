package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/openropa/ropa/register/printable"
)

// starterName is the file that init writes.
const starterName = "register.yaml"

func (a *app) initCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "init",
		Args: a.need("DIR"),
		RunE: func(_ *cobra.Command, args []string) error { return a.start(args[0]) },
	}
}

// start writes a starter register into a folder that holds none.
func (a *app) start(dir string) error {
	if held, err := registerFile(dir); err != nil {
		return err
	} else if held != "" {
		return wrongUse("init.exists", filepath.Join(dir, held))
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	path := filepath.Join(dir, starterName)
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return wrongUse("init.exists", path)
	} else if err != nil {
		return err
	}
	_, err = file.WriteString(a.say("starter"))
	if err := errors.Join(err, file.Close()); err != nil {
		return err
	}
	fmt.Fprintln(&a.out, printable.Line(a.say("init.wrote", filepath.ToSlash(path), slashed(dir))))
	return nil
}

// registerFile returns a file of a folder that may be part of a register.
func registerFile(dir string) (string, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	} else if err != nil {
		return "", err
	}
	for _, e := range entries {
		if slices.Contains([]string{".yaml", ".yml", ".json"}, filepath.Ext(e.Name())) {
			return e.Name(), nil
		}
	}
	return "", nil
}
