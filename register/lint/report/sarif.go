package report

import (
	"bufio"
	"net/url"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/printable"
)

// SARIF is written by hand: the few objects that are needed are fewer lines than
// a library would need, which besides brings a second JSON Schema validator and
// with it the network. A test holds the output against the schema of SARIF.

const (
	sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	home        = "https://github.com/openropa/ropa"
	page        = home + "/blob/main/docs/rules.md#"
)

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool struct {
		Driver sarifDriver `json:"driver"`
	} `json:"tool"`
	Language   string            `json:"language"`
	ColumnKind string            `json:"columnKind"`
	Results    []sarifResult     `json:"results"`
	Properties map[string]string `json:"properties"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version,omitzero"`
	URI     string      `json:"informationUri"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID            string         `json:"id"`
	Short         *sarifText     `json:"shortDescription,omitzero"`
	Full          *sarifText     `json:"fullDescription,omitzero"`
	Help          *sarifHelp     `json:"help,omitzero"`
	HelpURI       string         `json:"helpUri,omitzero"`
	Configuration sarifLevel     `json:"defaultConfiguration"`
	Properties    sarifRuleFacts `json:"properties"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifHelp struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown"`
}

type sarifLevel struct {
	Level string `json:"level"`
}

type sarifRuleFacts struct {
	Tags     []string `json:"tags"`
	Articles []string `json:"articles"`
	Profile  string   `json:"profile"`
	Source   string   `json:"source"`
}

type sarifResult struct {
	Rule         string             `json:"ruleId"`
	Index        int                `json:"ruleIndex"`
	Level        string             `json:"level"`
	Message      sarifText          `json:"message"`
	Locations    []sarifLocation    `json:"locations,omitempty"`
	Related      []sarifLocation    `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string  `json:"partialFingerprints"`
	Suppressions []sarifSuppression `json:"suppressions,omitempty"`
	Properties   sarifResultFacts   `json:"properties"`
}

type sarifResultFacts struct {
	Fix      string   `json:"fix"`
	Articles []string `json:"articles"`
}

type sarifLocation struct {
	ID       int            `json:"id,omitzero"`
	Physical *sarifPhysical `json:"physicalLocation,omitzero"`
	Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	Message  *sarifText     `json:"message,omitzero"`
}

type sarifPhysical struct {
	Artifact struct {
		URI string `json:"uri"`
	} `json:"artifactLocation"`
	Region *sarifRegion `json:"region,omitzero"`
}

type sarifRegion struct {
	Line   int `json:"startLine"`
	Column int `json:"startColumn,omitzero"`
}

type sarifLogical struct {
	Name string `json:"fullyQualifiedName"`
}

type sarifSuppression struct {
	Kind          string         `json:"kind"`
	Status        string         `json:"status"`
	Justification string         `json:"justification"`
	Location      *sarifLocation `json:"location,omitzero"`
}

func (c *Content) sarif(w *bufio.Writer) error {
	run := sarifRun{
		Language: string(c.language()), ColumnKind: "unicodeCodePoints", Results: []sarifResult{},
		Properties: map[string]string{"asOf": c.AsOf.String(), "profile": string(c.Profile)},
	}
	run.Tool.Driver = sarifDriver{Name: "ropa", Version: printable.Line(c.Version), URI: home, Rules: []sarifRule{}}
	numbers := make(map[diag.Code]int)
	for i, r := range c.rules() {
		numbers[r.Code] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, c.sarifRule(r))
	}
	for i := range c.Findings {
		run.Results = append(run.Results, c.sarifResult(&c.Findings[i], numbers))
	}
	for i := range c.Waived {
		x := &c.Waived[i]
		result := c.sarifResult(&x.Finding, numbers)
		result.Suppressions = []sarifSuppression{{Kind: "external", Status: "accepted", Justification: c.decision(x)}}
		run.Results = append(run.Results, result)
	}
	return writeJSON(w, sarifLog{sarifSchema, "2.1.0", []sarifRun{run}})
}

// language is the one in which the sentences are.
func (c *Content) language() string {
	if primary, _, _ := strings.Cut(string(c.Language), "-"); primary == "nl" {
		return "nl"
	}
	return "en"
}

func (c *Content) sarifRule(r *lint.Rule) sarifRule {
	s := sarifRule{
		ID: printable.Line(string(r.Code)), Configuration: sarifLevel{levelOf(r.Severity)},
		Properties: sarifRuleFacts{[]string{"privacy", "gdpr"}, append([]string{}, r.Articles...), string(r.Profile), string(r.Source)},
	}
	if _, ok := lint.FindRule(r.Code); ok {
		s.HelpURI = page + strings.ToLower(string(r.Code))
	}
	if title := c.in(r.Title); title != "" {
		s.Short = &sarifText{title}
	}
	if why := c.in(r.Why); why != "" {
		articles := law.CiteAll(r.Articles, c.Language)
		s.Full = &sarifText{why}
		s.Help = &sarifHelp{Text: why + "\n" + printable.Line(articles), Markdown: escaped(why) + "\n\n" + escaped(articles)}
	}
	return s
}

func (c *Content) sarifResult(f *diag.Finding, numbers map[diag.Code]int) sarifResult {
	r := sarifResult{
		Rule: printable.Line(string(f.Code)), Index: numbers[f.Code], Level: levelOf(f.Severity),
		Message:      sarifText{c.withFix(f)},
		Fingerprints: map[string]string{"ropa/v1": f.Fingerprint()},
		Properties:   sarifResultFacts{printable.Line(f.Fix(c.Language)), append([]string{}, f.Articles...)},
	}
	if l := sarifLocationOf(f.Place, f.At); l != nil {
		r.Locations = []sarifLocation{*l}
	}
	for i, related := range f.Related {
		if l := sarifLocationOf(related.Place, related.At); l != nil {
			l.ID, l.Message = i+1, &sarifText{printable.Line(related.At)}
			r.Related = append(r.Related, *l)
		}
	}
	return r
}

// withFix is the sentence of a finding with how to mend it, in one paragraph.
// SARIF reads a pair of brackets in a message as a link, and braces as a place
// for an argument.
func (c *Content) withFix(f *diag.Finding) string {
	s := printable.Line(f.Message(c.Language))
	if fix := printable.Line(f.Fix(c.Language)); fix != "" {
		s += " (" + c.say("fix") + ": " + fix + ")"
	}
	return sarifEscapes.Replace(s)
}

var sarifEscapes = strings.NewReplacer("[", `\[`, "]", `\]`, "{", "{{", "}", "}}", `\`, `\\`)

// decision says why a finding is accepted, by whom, and until when.
func (c *Content) decision(x *lint.Waived) string {
	parts := []string{printable.Line(x.Waiver.Reason.In(c.Language, "en"))}
	if x.Waiver.By != "" {
		parts = append(parts, c.say("by", printable.Line(x.Waiver.By)))
	}
	if !x.Waiver.Until.IsZero() {
		parts = append(parts, c.say("until", x.Waiver.Until))
	}
	if parts[0] == "" {
		parts = parts[1:]
	}
	return strings.Join(parts, ", ")
}

func levelOf(s diag.Severity) string {
	return [...]string{"note", "warning", "error"}[min(s, diag.Error)]
}

func sarifLocationOf(p diag.Place, at string) *sarifLocation {
	var l sarifLocation
	if p.File != "" {
		l.Physical = &sarifPhysical{}
		l.Physical.Artifact.URI = uriOf(p.File)
		if p.Line > 0 {
			l.Physical.Region = &sarifRegion{p.Line, p.Column}
		}
	}
	if at != "" {
		l.Logical = []sarifLogical{{printable.Line(at)}}
	}
	if l.Physical == nil && l.Logical == nil {
		return nil
	}
	return &l
}

// uriOf is the path of a file as a reference: one from where the program was
// run, or a file URI.
func uriOf(file string) string {
	path := strings.TrimPrefix(slashed(file), "./")
	u := url.URL{Path: path}
	switch drive := len(path) > 2 && path[1] == ':' && path[2] == '/'; {
	case drive:
		u.Scheme, u.Path = "file", "/"+path
	case strings.HasPrefix(path, "/"):
		u.Scheme = "file"
	}
	return u.String()
}
