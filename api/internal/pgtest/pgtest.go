// Package pgtest starts PostgreSQL for tests: a cluster of its own in a temporary
// folder, reached over a socket, gone when the tests end or are killed.
package pgtest

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
)

// ErrMissing tells that PostgreSQL is not installed.
var ErrMissing = errors.New("PostgreSQL is missing: install it (Debian: apt-get install postgresql), or put initdb, pg_ctl and postgres into PATH")

// Cluster is a running PostgreSQL. What it acknowledges is on the disk.
type Cluster struct {
	bin, folder string
	// held is read by a process that stops the cluster when it is closed: by Stop, or
	// by the system when the tests are killed.
	held    io.Closer
	watcher *exec.Cmd
	count   atomic.Int64
}

// Start makes a cluster and starts it, with lines of its configuration beside those
// that it has for tests. The error is ErrMissing where there is no PostgreSQL.
func Start(settings ...string) (*Cluster, error) {
	bin, err := programs()
	if err != nil {
		return nil, err
	}
	// Short: the address of a socket has at most 107 bytes.
	folder, err := os.MkdirTemp("", "ropa-pg")
	if err != nil {
		return nil, err
	}
	if err := own(folder); err != nil {
		return nil, err
	}
	c := &Cluster{bin: bin, folder: folder}
	if err := c.watch(); err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	if err := c.start(settings); err != nil {
		c.Stop()
		return nil, err
	}
	return c, nil
}

func (c *Cluster) start(more []string) error {
	if err := c.Run("initdb", "-D", c.data(), "-U", "ropa", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"); err != nil {
		return err
	}
	settings := "listen_addresses = ''\nunix_socket_directories = '" + c.folder + "'\nfsync = on\nmax_connections = 60\nshared_buffers = '16MB'\n" + strings.Join(more, "\n") + "\n"
	f, err := os.OpenFile(filepath.Join(c.data(), "postgresql.conf"), os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return err
	}
	if _, err := f.WriteString(settings); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := f.Close(); err != nil {
		return err
	}
	return c.control("start")
}

func (c *Cluster) data() string { return filepath.Join(c.folder, "data") }

func (c *Cluster) control(args ...string) error {
	return c.Run("pg_ctl", append(args, "-D", c.data(), "-w", "-t", "120", "-l", filepath.Join(c.folder, "log"))...)
}

// Restart ends the cluster and starts it again. The mode is one of pg_ctl: fast
// breaks connections, immediate does what a crash does.
func (c *Cluster) Restart(mode string) error { return c.control("restart", "-m", mode) }

// Down ends the cluster until it is restarted.
func (c *Cluster) Down() error { return c.Run("pg_ctl", "stop", "-D", c.data(), "-m", "fast", "-w") }

// Stop ends the cluster and removes it.
func (c *Cluster) Stop() {
	_ = c.held.Close()
	_ = c.watcher.Wait() // it says nothing that would matter
}

// Database makes an empty database and returns its address.
func (c *Cluster) Database() (string, error) {
	name := fmt.Sprintf("d%d", c.count.Add(1))
	return c.Address(name), c.Run("createdb", append(c.Reach(), name)...)
}

// Address is where a database is reached.
func (c *Cluster) Address(name string) string {
	return "postgres:///" + name + "?" + url.Values{"host": {c.folder}, "user": {"ropa"}}.Encode()
}

// Reach are the arguments by which the programs of PostgreSQL reach the cluster.
func (c *Cluster) Reach() []string { return []string{"-h", c.folder, "-U", "ropa"} }

// Folder is where programs may write.
func (c *Cluster) Folder() string { return c.folder }

// Run runs a program of PostgreSQL.
func (c *Cluster) Run(name string, args ...string) error {
	// To a file, not to a pipe: what pg_ctl leaves running would keep a pipe open.
	said, err := os.CreateTemp(c.folder, "said")
	if err != nil {
		return err
	}
	defer os.Remove(said.Name())
	defer said.Close()
	cmd := c.command(filepath.Join(c.bin, name), args...)
	cmd.Stdout, cmd.Stderr = said, said
	if err := cmd.Run(); err != nil {
		text, _ := os.ReadFile(said.Name())
		return fmt.Errorf("%s: %w: %s", name, err, text)
	}
	return nil
}

func (c *Cluster) command(path string, args ...string) *exec.Cmd {
	cmd := exec.Command(path, args...)
	cmd.Dir = c.folder
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	unprivileged(cmd)
	return cmd
}

// watch starts what stops the cluster and removes it when this process ends.
func (c *Cluster) watch() error {
	read, write, err := os.Pipe()
	if err != nil {
		return err
	}
	defer read.Close()
	c.watcher = c.command("/bin/sh", "-c", `trap "" INT TERM HUP; cat >/dev/null; "$1" stop -D "$2/data" -m immediate -w >/dev/null 2>&1; cd /; rm -rf "$2"`, "sh", filepath.Join(c.bin, "pg_ctl"), c.folder)
	c.watcher.Stdin = read
	c.held = write
	return c.watcher.Start()
}

// programs is the folder of the programs of PostgreSQL, the newest there is.
func programs() (string, error) {
	folders, err := filepath.Glob("/usr/lib/postgresql/*/bin")
	if err != nil {
		return "", err
	}
	slices.SortFunc(folders, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(b, a)) })
	if found, err := exec.LookPath("initdb"); err == nil {
		if found, err = filepath.EvalSymlinks(found); err == nil {
			folders = append([]string{filepath.Dir(found)}, folders...)
		}
	}
	for _, folder := range folders {
		if all(folder, "initdb", "pg_ctl", "postgres", "createdb", "pg_dump", "pg_restore") {
			return folder, nil
		}
	}
	return "", ErrMissing
}

func all(folder string, names ...string) bool {
	return !slices.ContainsFunc(names, func(name string) bool {
		_, err := os.Stat(filepath.Join(folder, name))
		return err != nil
	})
}
