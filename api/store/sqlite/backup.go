package sqlite

import (
	"context"
	"fmt"
	"io/fs"
	"os"
)

// Backup writes a copy of the store, as it is at one moment, to a new file that
// its owner alone may read. Others read and write meanwhile. The copy is a store
// of its own. The error is fs.ErrExist where there is such a file.
func (s *Store) Backup(ctx context.Context, path string) (err error) {
	if path, err = plain(path); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(path) // half a copy is none
		}
	}()
	if err := f.Close(); err != nil {
		return err
	}
	// An empty file is an empty database to SQLite: it is filled.
	if _, err := s.read.ExecContext(ctx, `VACUUM INTO ?`, path); err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	return synced(path)
}

// synced sees to it that a file is on the disk.
func synced(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return &fs.PathError{Op: "sync", Path: path, Err: err}
	}
	if err := f.Sync(); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}
