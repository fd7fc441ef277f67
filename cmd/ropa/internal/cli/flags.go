package cli

import (
	"os"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/value"
)

// The types of flags. Each says "string" or "bool" as its type, because that
// is what cobra writes into completion scripts.

// list is a flag that takes several values, separated by commas or given
// again. Two flags may share one list.
type list []string

func (l *list) String() string { return strings.Join(*l, ",") }
func (l *list) Type() string   { return "string" }
func (l *list) Set(s string) error {
	for _, item := range strings.Split(s, ",") {
		if item = strings.TrimSpace(item); item == "" {
			return wrongUse("use.empty")
		}
		*l = append(*l, item)
	}
	return nil
}

// tristate is a flag of which "no" differs from leaving it out.
type tristate struct{ register.Tristate }

func (t *tristate) Type() string { return "bool" }
func (t *tristate) Set(s string) error {
	b, err := strconv.ParseBool(s)
	if err != nil {
		return wrongUse("use.bool", s)
	}
	t.Tristate = value.TristateOf(b)
	return nil
}

// day is a flag that takes a date.
type day struct{ register.Date }

func (d *day) Type() string { return "string" }
func (d *day) Set(s string) error {
	date, err := value.ParseDate(s)
	if err != nil {
		return wrongUse("use.date", s)
	}
	d.Date = date
	return nil
}

// evidence is a flag that takes all, none or a number.
type evidence struct {
	most  int
	given bool
}

func (e *evidence) String() string { return "20" }
func (e *evidence) Type() string   { return "string" }
func (e *evidence) Set(s string) error {
	e.given = true
	switch s {
	case "all":
		e.most = datamap.EvidenceAll
		return nil
	case "none":
		e.most = datamap.EvidenceNone
		return nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return wrongUse("use.evidence", s)
	}
	if e.most = n; n == 0 { // for the data map, 0 is the default
		e.most = datamap.EvidenceNone
	}
	return nil
}

// folder is a flag that takes a folder.
type folder string

func (f *folder) String() string { return string(*f) }
func (f *folder) Type() string   { return "string" }
func (f *folder) Set(s string) error {
	if info, err := os.Stat(s); err != nil || !info.IsDir() {
		return wrongUse("use.folder", s)
	}
	*f = folder(s)
	return nil
}

// file is a flag that takes the name of a file.
type file string

func (f *file) String() string { return string(*f) }
func (f *file) Type() string   { return "string" }
func (f *file) Set(s string) error {
	if s == "" {
		return wrongUse("use.no-file")
	}
	*f = file(s)
	return nil
}

// isStdout reports whether no file is named: what would go to it goes to the
// standard output.
func (f file) isStdout() bool { return f == "" || f == "-" }

// code is a flag that takes the code of a rule, in letters of any case.
type code string

func (c *code) String() string { return string(*c) }
func (c *code) Type() string   { return "string" }
func (c *code) Set(s string) error {
	if s == "" {
		return wrongUse("use.empty-code")
	}
	*c = code(strings.ToUpper(s))
	return nil
}

// codes is a list of codes of rules.
type codes struct{ list }

func (c *codes) Set(s string) error { return c.list.Set(strings.ToUpper(s)) }

// choice is a flag that takes one of several words.
type choice struct {
	chosen  string
	allowed []string
}

func (c *choice) String() string { return c.chosen }
func (c *choice) Type() string   { return "string" }
func (c *choice) Set(s string) error {
	if err := oneOf("use.choice", s, c.allowed...); err != nil {
		return err
	}
	c.chosen = s
	return nil
}

// choices is a list of which every item is one of several words.
type choices struct {
	list
	allowed []string
}

func (w *choices) Set(s string) error {
	before := len(w.list)
	if err := w.list.Set(s); err != nil {
		return err
	}
	for _, item := range w.list[before:] {
		if err := oneOf("use.choice", item, w.allowed...); err != nil {
			return err
		}
	}
	return nil
}

// countries is a list of country codes.
type countries struct{ list }

func (c *countries) Set(s string) error {
	before := len(c.list)
	if err := c.list.Set(s); err != nil {
		return err
	}
	for i, item := range c.list[before:] {
		code := register.Country(strings.ToUpper(item))
		if !code.IsValid() {
			e := wrongUse("use.country", item)
			switch code { // what people write for the codes of ISO 3166-1
			case "UK":
				e.suggest([]string{"GB"})
			case "EL":
				e.suggest([]string{"GR"})
			}
			return e
		}
		c.list[before+i] = string(code)
	}
	return nil
}

var allowedRoles = []string{"processor", "sub-processor", "joint-controller", "controller", "recipient"}

var allowedBases = []string{
	string(register.BasisConsent), string(register.BasisContract), string(register.BasisLegalObligation),
	string(register.BasisVitalInterests), string(register.BasisPublicTask),
	string(register.BasisLegitimateInterests), string(register.BasisRecognisedLegitimateInterests),
}
