package files

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// stampOf tells whether files have changed: names, sizes and times of the files
// of a register and of what else lies in their folders and could belong to it.
func stampOf(path string, files []string) string {
	folders := []string{}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		folders = append(folders, path)
	}
	for _, name := range files {
		folders = append(folders, filepath.Dir(name))
	}
	slices.Sort(folders)
	var b strings.Builder
	for _, folder := range slices.Compact(folders) {
		entries, err := os.ReadDir(folder)
		if err != nil {
			fmt.Fprintf(&b, "%s: gone\n", folder)
			continue
		}
		for _, entry := range entries {
			if !mayBelong(entry.Name()) {
				continue
			}
			if info, err := os.Stat(filepath.Join(folder, entry.Name())); err == nil {
				fmt.Fprintf(&b, "%s/%s %d %d\n", folder, entry.Name(), info.Size(), info.ModTime().UnixNano())
			}
		}
	}
	return b.String()
}

// sizeOf is how many bytes files have.
func sizeOf(files []string) int {
	n := 0
	for _, name := range files {
		if info, err := os.Stat(name); err == nil {
			n += int(info.Size())
		}
	}
	return n
}

// mayBelong reports whether a register may be read from a file of this name.
func mayBelong(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml", ".json":
		return true
	}
	return false
}

// tagOf is a short form of a stamp. It holds no names of files.
func tagOf(stamp string) string {
	sum := sha256.Sum256([]byte(stamp))
	return hex.EncodeToString(sum[:12])
}
