package benchmarks

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/openropa/ropa/register/document"
)

// grown is what a process of its own measured: how long the document took to
// build and to write, what the process held before it was written, and the most
// that it held meanwhile, in bytes; 0 where the system does not tell.
type grown struct {
	build, write       time.Duration
	held, most, length int64
}

// runChild writes the record of a register in a format, pdf=300, into a file, and
// prints what came out. It returns the status of the process.
func runChild(line string) int {
	g, err := grow(line)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	fmt.Println(g.build.Nanoseconds(), g.write.Nanoseconds(), g.held, g.most, g.length)
	return 0
}

func grow(line string) (g grown, err error) {
	name, number, _ := strings.Cut(line, "=")
	*only = name
	n, err := strconv.Atoi(number)
	if err != nil || len(chosen()) != 1 {
		return g, errors.New("not to be written: " + line)
	}
	m, err := makeRegister(n)
	if err != nil {
		return g, err
	}
	start := time.Now()
	d, err := m.build("register")
	if err != nil {
		return g, err
	}
	g.build, m = time.Since(start), nil
	folder, err := os.MkdirTemp("", "ropa")
	if err != nil {
		return g, err
	}
	defer os.RemoveAll(folder)
	out, err := os.Create(filepath.Join(folder, "register"))
	if err != nil {
		return g, err
	}
	defer out.Close()
	start = time.Now()
	if g.length, err = writeTo(out, d); err != nil {
		return g, err
	}
	g.write = time.Since(start)
	// Once more for the memory. The collector waits until there is as much garbage
	// as there is in use; here it is made to look more often.
	debug.SetGCPercent(10)
	debug.FreeOSMemory()
	g.held = restart()
	if _, err = writeTo(out, d); err != nil {
		return g, err
	}
	g.most = status("VmHWM")
	return g, nil
}

// writeTo writes a document over what is in a file, and tells how long it is.
func writeTo(out *os.File, d *document.Document) (int64, error) {
	if _, err := out.Seek(0, io.SeekStart); err != nil {
		return 0, err
	}
	b := bufio.NewWriter(out)
	if err := chosen()[0].write(context.Background(), b, d); err != nil {
		return 0, err
	}
	if err := b.Flush(); err != nil {
		return 0, err
	}
	return out.Seek(0, io.SeekCurrent)
}

// restart lets the system count anew what is the most that this process holds,
// and returns what it holds now.
func restart() int64 {
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
		return 0
	}
	return status("VmRSS")
}

// status is what the system tells of this process, in bytes.
func status(name string) int64 {
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, name+":"); ok {
			var kilobytes int64
			if _, err := fmt.Sscan(rest, &kilobytes); err == nil {
				return kilobytes * 1024
			}
		}
	}
	return 0
}

// reportGrowth writes each format of ever larger registers, in processes of
// their own.
func reportGrowth() error {
	all, err := numbers(*growth)
	if err != nil {
		return err
	}
	fmt.Println("\n## Growth")
	for _, f := range chosen() {
		t := begin(f.name, "build", "write", "write, each activity", "written", "process before", "most while writing")
		for _, n := range all {
			g, err := inProcess(f.name, n)
			if err != nil {
				return fmt.Errorf("%s of %d activities: %w", f.name, n, err)
			}
			t.row(n, g.build, g.write, g.write/time.Duration(n), megabytes(uint64(g.length)), megabytes(uint64(g.held)), megabytes(uint64(g.most)))
		}
		if err := t.end(); err != nil { // each is long in coming
			return err
		}
	}
	return nil
}

func inProcess(format string, n int) (g grown, err error) {
	var out bytes.Buffer
	c := exec.Command(os.Args[0], "-child", fmt.Sprintf("%s=%d", format, n), "-parties", strconv.Itoa(*parties))
	c.Stdout, c.Stderr = &out, os.Stderr
	if err := c.Run(); err != nil {
		return g, err
	}
	_, err = fmt.Sscan(out.String(), (*int64)(&g.build), (*int64)(&g.write), &g.held, &g.most, &g.length)
	return g, err
}
