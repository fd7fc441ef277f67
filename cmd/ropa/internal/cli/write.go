package cli

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// writeWhole writes a file, new or in place of the one that is there. What is no
// regular file, such as /dev/stderr, is written to.
func writeWhole(name string, data []byte) error { return writeBy(name, holding(data)) }

// holding writes what is there already.
func holding(data []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}
}

// writeBy does the same with what a function writes, as it comes. Until all of it is
// there the file is as it was: a failure leaves no half of one.
func writeBy(name string, write func(io.Writer) error) error {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return create(name, write)
	case err != nil:
		return err
	case info.Mode().IsRegular():
		return replaceBy(name, write)
	}
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_TRUNC, 0)
	if err != nil {
		return err
	}
	return errors.Join(buffered(file, write), file.Close())
}

// create makes a file under another name first. The system decides, as of any new
// file, who may read it.
func create(name string, write func(io.Writer) error) error {
	if to, err := os.Readlink(name); err == nil { // a link to nothing: to be made there
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(name), to)
		}
		name = to
	}
	file, err := beside(name)
	if err != nil {
		return err
	}
	return install(file, name, write)
}

// beside makes a file next to one that is not there yet, under a name of its own.
func beside(name string) (*os.File, error) {
	for n := os.Getpid(); ; n++ {
		at := filepath.Join(filepath.Dir(name), ".ropa-"+strconv.Itoa(n))
		file, err := os.OpenFile(at, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		var failed *fs.PathError
		switch {
		case errors.Is(err, fs.ErrExist):
			continue
		case errors.As(err, &failed): // it is about the file that was asked for
			return nil, &fs.PathError{Op: failed.Op, Path: name, Err: failed.Err}
		}
		return file, err
	}
}

// replaceBy writes a file in place of one that is there, of the same owner and with
// the same permissions.
func replaceBy(name string, write func(io.Writer) error) error {
	name, err := filepath.EvalSymlinks(name)
	if err != nil {
		return err
	}
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	if info.Mode().Perm()&0o200 == 0 {
		return &fs.PathError{Op: "write", Path: name, Err: fs.ErrPermission}
	}
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	return install(file, name, func(w io.Writer) error {
		err := write(w)
		keepOwner(file, info)
		return errors.Join(err, file.Chmod(info.Mode().Perm()))
	})
}

// install fills a file and gives it its name; where that fails it is removed.
func install(file *os.File, name string, write func(io.Writer) error) error {
	err := errors.Join(buffered(file, write), file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(file.Name()))
	}
	return nil
}

func buffered(file *os.File, write func(io.Writer) error) error {
	b := bufio.NewWriterSize(file, 1<<16)
	if err := write(b); err != nil {
		return err
	}
	return b.Flush()
}
