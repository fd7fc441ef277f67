package lint

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/openropa/ropa/register/diag"
)

// Baseline is a list of findings that are known, so that a team that starts with
// many is told only what is new. Unlike a waiver it is no decision: the known
// ones are still to be mended.
type Baseline struct {
	entries []BaselineEntry
	known   map[string]bool // by fingerprint
}

// BaselineEntry is a finding that is known. The fingerprint decides; code and
// address are for people.
type BaselineEntry struct {
	Fingerprint string    `json:"fingerprint"`
	Code        diag.Code `json:"code"`
	At          string    `json:"at"`
}

// baselineFormat is the version of the file.
const baselineFormat = "ropa-baseline/v1"

type baselineFile struct {
	Format   string          `json:"format"`
	Findings []BaselineEntry `json:"findings"`
}

// NewBaseline returns the baseline that knows some findings.
func NewBaseline(findings diag.Findings) *Baseline {
	entries := make([]BaselineEntry, 0, len(findings))
	for i := range findings {
		f := &findings[i]
		entries = append(entries, BaselineEntry{f.Fingerprint(), f.Code, f.At})
	}
	return newBaseline(entries)
}

func newBaseline(entries []BaselineEntry) *Baseline {
	slices.SortFunc(entries, func(a, b BaselineEntry) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.At, b.At), cmp.Compare(a.Fingerprint, b.Fingerprint))
	})
	b := &Baseline{entries: slices.Compact(entries), known: make(map[string]bool, len(entries))}
	for _, e := range b.entries {
		b.known[e.Fingerprint] = true
	}
	return b
}

// Entries returns what is known, in the order of codes and addresses.
func (b *Baseline) Entries() []BaselineEntry { return slices.Clone(b.entries) }

// Filter parts findings into those that are new and those that are known. Both
// keep their order.
func (b *Baseline) Filter(findings diag.Findings) (fresh, known diag.Findings) {
	for i := range findings {
		if b.known[findings[i].Fingerprint()] {
			known = append(known, findings[i])
		} else {
			fresh = append(fresh, findings[i])
		}
	}
	return fresh, known
}

// Write writes the baseline as JSON, a finding a line. The same findings give the
// same bytes, so that a comparison of two baselines shows what was mended.
func (b *Baseline) Write(w io.Writer) error {
	data := []byte("{\n  \"format\": \"" + baselineFormat + "\",\n  \"findings\": [")
	for i, e := range b.entries {
		entry, err := json.Marshal(e)
		if err != nil {
			return err
		}
		if i > 0 {
			data = append(data, ',')
		}
		data = append(append(data, "\n    "...), entry...)
	}
	if len(b.entries) > 0 {
		data = append(data, "\n  "...)
	}
	_, err := w.Write(append(data, "]\n}\n"...))
	return err
}

// mostBaseline is the most bytes of a baseline.
const mostBaseline = 64 << 20

// ReadBaseline reads a baseline. It is strict: a file that is something else, or
// was cut off, must not silence findings. The error is a *BaselineError.
func ReadBaseline(r io.Reader) (*Baseline, error) {
	data, err := io.ReadAll(io.LimitReader(r, mostBaseline+1))
	if err != nil {
		return nil, err
	}
	if len(data) > mostBaseline {
		return nil, &BaselineError{Reason: fmt.Sprintf("larger than %d bytes", mostBaseline)}
	}
	var file baselineFile
	if err := json.Unmarshal(data, &file, json.RejectUnknownMembers(true), jsontext.AllowDuplicateNames(false)); err != nil {
		return nil, &BaselineError{Reason: "not the JSON of a baseline", Err: err}
	}
	if file.Format != baselineFormat {
		return nil, &BaselineError{Reason: fmt.Sprintf("format is not %q", baselineFormat)}
	}
	if file.Findings == nil {
		return nil, &BaselineError{Reason: "findings are missing"}
	}
	for i, e := range file.Findings {
		if !isFingerprint(e.Fingerprint) {
			return nil, &BaselineError{Reason: fmt.Sprintf("finding %d has no fingerprint", i+1)}
		}
	}
	return newBaseline(file.Findings), nil
}

// isFingerprint reports whether a string has the form of a fingerprint.
func isFingerprint(s string) bool {
	if len(s) != 24 {
		return false
	}
	for _, r := range s {
		if (r < '0' || r > '9') && (r < 'a' || r > 'f') {
			return false
		}
	}
	return true
}

// BaselineError tells that a file is no baseline.
type BaselineError struct {
	Reason string
	Err    error // what the JSON reader says, nil where it says nothing
}

func (e *BaselineError) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("no baseline: %s: %v", e.Reason, e.Err)
	}
	return "no baseline: " + e.Reason
}

// Unwrap returns what the JSON reader says.
func (e *BaselineError) Unwrap() error { return e.Err }
