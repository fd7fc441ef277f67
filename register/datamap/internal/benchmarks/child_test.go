package benchmarks

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"go.yaml.in/yaml/v4"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/internal/scale"
)

// children are what processes of their own do with an argument, and the file
// that it names. A child prints the nanoseconds that it took and the most
// memory that it held.
var children = []struct {
	name, says, file string
	work             func(string) (time.Duration, error)
}{
	{"parser", "YAML, the parser alone", "scale.yaml", childParser},
	{"yaml", "YAML", "scale.yaml", childParse},
	{"schema", "JSON, unmarshal and schema alone", "scale.json", childSchema},
	{"json", "JSON", "scale.json", childParse},
	{"map", "", "", childMap},
}

// runChild does what a child does, and returns the status of the process.
func runChild(line string) int {
	name, argument, _ := strings.Cut(line, "=")
	for _, c := range children {
		if c.name != name {
			continue
		}
		taken, err := c.work(argument)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		fmt.Println(taken.Nanoseconds(), peak())
		return 0
	}
	return 2
}

// runProcess runs a child, and returns the time that it took and the most
// memory that the process held, in bytes (0 where that cannot be told).
func runProcess(name, argument string) (time.Duration, int64, error) {
	var out bytes.Buffer
	c := exec.Command(os.Args[0], "-child", name+"="+argument)
	c.Stdout, c.Stderr = &out, os.Stderr
	if err := c.Run(); err != nil {
		return 0, 0, err
	}
	var taken time.Duration
	var most int64
	_, err := fmt.Sscan(out.String(), (*int64)(&taken), &most)
	return taken, most, err
}

// peak returns the most memory that this process held, in bytes; 0 where the
// system does not tell. What it tells the parent counts that one in.
func peak() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			var kilobytes int64
			if _, err := fmt.Sscan(rest, &kilobytes); err == nil {
				return kilobytes * 1024
			}
		}
	}
	return 0
}

func childParser(path string) (time.Duration, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return 0, err
	}
	start := time.Now()
	var n yaml.Node
	err = yaml.Load(data, &n)
	return time.Since(start), err
}

func childSchema(path string) (time.Duration, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return 0, err
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("register.json", bytes.NewReader(register.Schema())); err != nil {
		return 0, err
	}
	definition, err := c.Compile("register.json")
	if err != nil {
		return 0, err
	}
	start := time.Now()
	var v any
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		return 0, err
	}
	err = definition.Validate(v)
	return time.Since(start), err
}

func childParse(path string) (time.Duration, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return 0, err
	}
	var options []register.Option
	if filepath.Ext(path) == ".json" {
		options = append(options, register.Canonical())
	}
	start := time.Now()
	_, _, problems := register.Parse(path, data, options...)
	taken := time.Since(start)
	if len(problems) > 0 {
		return 0, problems[0]
	}
	return taken, nil
}

// childMap makes a register, resolves it and builds the map of it.
func childMap(sizes string) (time.Duration, error) {
	o := scale.Options{Seed: 1}
	if _, err := fmt.Sscan(sizes, &o.Activities, &o.Parties); err != nil {
		return 0, err
	}
	start := time.Now()
	v, _ := register.Resolve(scale.Register(o), nil, nil)
	m := datamap.Build(v)
	taken := time.Since(start)
	runtime.KeepAlive(m)
	return taken, nil
}

// folder holds the files of a register.
type folder string

// saved writes a register as YAML and as JSON.
func saved(o scale.Options) (folder, error) {
	dir, err := os.MkdirTemp("", "ropa-benchmarks")
	if err != nil {
		return "", err
	}
	r := scale.Register(o)
	for name, encoding := range map[string]register.Encoding{"scale.yaml": register.YAML, "scale.json": register.JSON} {
		text, err := register.Save(r, encoding)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), text, 0o600)
		}
		if err != nil {
			return "", errors.Join(err, os.RemoveAll(dir))
		}
	}
	return folder(dir), nil
}

func (f folder) path(name string) string { return filepath.Join(string(f), name) }

func (f folder) size(name string) int64 {
	info, err := os.Stat(f.path(name))
	if err != nil {
		return 0
	}
	return info.Size()
}

func (f folder) remove() { os.RemoveAll(string(f)) }
