package own

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/tree"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

// Version is what a file of rules says under schema.
const Version = "ropa/rules/v1"

// limits bound a file of rules.
var limits = tree.Limits{Bytes: 1 << 20, Nodes: 50_000, Depth: 8, Scalar: 16 << 10}

// Load reads a file of rules; the name stands in problems and is not opened. It
// collects every problem. The rules are those that have none: where one of the
// problems is an error, some are missing.
func Load(name string, data []byte) ([]*lint.Rule, diag.Problems) {
	n, problems := tree.ReadYAML(name, 0, data, limits)
	l := &loader{name: name, source: []rune(string(data)), problems: problems, codes: make(map[string]*tree.Node)}
	if len(problems) > 0 {
		return nil, problems
	}
	if n == nil || n.Kind != tree.Map {
		l.problems = append(l.problems, diag.New(diag.RulesVersion, "", diag.Place{File: name}, "found", describe(n)))
		return nil, l.problems
	}
	rules := l.file(n)
	l.problems.Sort()
	return rules, l.problems
}

// loader reads one file.
type loader struct {
	name     string
	source   []rune
	problems diag.Problems
	// codes are those that were seen.
	codes map[string]*tree.Node
}

func (l *loader) report(code diag.Code, n *tree.Node, args ...string) *diag.Problem {
	place := diag.Place{File: l.name}
	if n != nil {
		place.Line, place.Column = int(n.Line), int(n.Column)
	}
	l.problems = append(l.problems, diag.New(code, "", place, args...))
	return &l.problems[len(l.problems)-1]
}

func (l *loader) file(n *tree.Node) []*lint.Rule {
	l.known(n, "RuleFile", "schema", "rules")
	if schema := n.Get("schema"); schema == nil || schema.Kind != tree.Scalar || schema.Raw != Version {
		l.report(diag.RulesVersion, cmpOr(schema, n), "found", describe(schema))
		return nil
	}
	list := n.Get("rules")
	if list == nil {
		l.report(diag.MissingField, n, "object", "RuleFile", "field", "rules")
		return nil
	}
	if list.Kind != tree.List {
		l.report(diag.WrongType, list, "field", "rules", "expected", "a list", "found", describe(list))
		return nil
	}
	var rules []*lint.Rule
	for _, item := range list.Items {
		before := len(l.problems)
		if r := l.rule(item); r != nil && len(l.problems) == before {
			rules = append(rules, r)
		}
	}
	return rules
}

// ruleFields are the fields of a rule.
var ruleFields = []string{"code", "title", "why", "for", "when", "message", "severity", "article", "fix"}

func (l *loader) rule(n *tree.Node) *lint.Rule {
	if n.Kind != tree.Map {
		l.report(diag.WrongType, n, "field", "rules", "expected", "a mapping", "found", describe(n))
		return nil
	}
	l.known(n, "Rule", ruleFields...)
	for _, field := range []string{"code", "title", "for", "when", "message"} {
		if n.Get(field) == nil {
			l.report(diag.MissingField, n, "object", "Rule", "field", field)
		}
	}
	d := &rule{Rule: lint.Rule{
		Code: l.code(n.Get("code")), Title: l.text(n.Get("title"), "title"), Why: l.text(n.Get("why"), "why"),
		Severity: l.severity(n.Get("severity")), Articles: l.articles(n.Get("article")), Source: lint.Own, Profile: lint.Art30,
	}}
	says, mend := l.text(n.Get("message"), "message"), l.text(n.Get("fix"), "fix")
	d.Sentences = map[string]lint.Sentence{"": {Says: says, Mend: mend}, failed: failure, tooCostly: costly}
	if d.subject = l.subject(n.Get("for")); d.subject == nil {
		return nil
	}
	l.braces(d.subject, n.Get("message"))
	l.braces(d.subject, n.Get("fix"))
	l.when(d, n.Get("when"))
	if d.program == nil {
		return nil
	}
	d.Register = d.look
	return &d.Rule
}

func (l *loader) when(d *rule, n *tree.Node) {
	raw, ok := l.str(n, "when")
	if !ok {
		return
	}
	if strings.TrimSpace(raw) == "" {
		l.report(diag.EmptyString, n, "field", "when")
		return
	}
	program, problems := compile(d.subject, newExpression(l.name, l.source, n))
	d.program = program
	l.problems = append(l.problems, problems...)
}

// known reports fields that an object does not have.
func (l *loader) known(n *tree.Node, object string, fields ...string) {
	for _, m := range n.Members {
		if slices.Contains(fields, m.Key) || strings.HasPrefix(m.Key, "x-") {
			continue
		}
		p := l.report(diag.UnknownField, &tree.Node{Line: m.Line, Column: m.Column}, "field", m.Key, "object", object)
		p.Suggestions = diag.Suggest(m.Key, fields)
	}
}

// str returns a text; ok is false where there is none.
func (l *loader) str(n *tree.Node, field string) (s string, ok bool) {
	switch {
	case n == nil:
		return "", false
	case n.Kind != tree.Scalar:
		l.report(diag.WrongType, n, "field", field, "expected", "a text", "found", describe(n))
		return "", false
	case n.IsNull():
		l.report(diag.NullValue, n, "field", field)
		return "", false
	}
	return n.Raw, true
}

// text returns a text, or texts by language.
func (l *loader) text(n *tree.Node, field string) value.Text {
	if n == nil {
		return nil
	}
	if n.Kind != tree.Map {
		if s, ok := l.str(n, field); ok {
			return value.Text{value.Undetermined: s}
		}
		return nil
	}
	t := make(value.Text, len(n.Members))
	for _, m := range n.Members {
		if s, ok := l.str(m.Value, field); ok {
			t[value.Language(m.Key)] = s
		}
	}
	return t
}

// codeForm is that of the codes of an organisation's own rules.
var codeForm = regexp.MustCompile(`^[A-Z]{2,8}-[0-9]{3}$`)

func (l *loader) code(n *tree.Node) diag.Code {
	s, ok := l.str(n, "code")
	if !ok {
		return ""
	}
	prefix, _, _ := strings.Cut(s, "-")
	switch first := l.codes[s]; {
	case !codeForm.MatchString(s):
		l.report(diag.InvalidRuleCode, n, "found", s)
	case first != nil:
		p := l.report(diag.DuplicateID, n, "id", s, "kind", "rules")
		p.Related = []diag.Related{{Place: diag.Place{File: l.name, Line: int(first.Line), Column: int(first.Column)}}}
	case slices.ContainsFunc(lint.Rules(), func(r *lint.Rule) bool { return strings.HasPrefix(string(r.Code), prefix+"-") }):
		l.report(diag.TakenRuleCode, n, "prefix", prefix)
	}
	l.codes[s] = n
	return diag.Code(s)
}

func (l *loader) severity(n *tree.Node) diag.Severity {
	s, ok := l.str(n, "severity")
	if !ok {
		return diag.Warning
	}
	for _, x := range []diag.Severity{diag.Info, diag.Warning, diag.Error} {
		if s == x.String() {
			return x
		}
	}
	l.word(n, "severity", s, []string{"info", "warning", "error"})
	return diag.Warning
}

func (l *loader) subject(n *tree.Node) *subject {
	s, ok := l.str(n, "for")
	if !ok {
		return nil
	}
	for i := range subjects {
		if subjects[i].word == s {
			return &subjects[i]
		}
	}
	l.word(n, "for", s, words())
	return nil
}

func (l *loader) word(n *tree.Node, field, found string, all []string) {
	p := l.report(diag.UnknownValue, n, "found", found, "field", field, "expected", strings.Join(all, ", "))
	p.Suggestions = diag.Suggest(found, all)
}

// articles returns a provision, or several.
func (l *loader) articles(n *tree.Node) []string {
	if n == nil {
		return nil
	}
	items := []*tree.Node{n}
	if n.Kind == tree.List {
		items = n.Items
	}
	var all []string
	for _, item := range items {
		if s, ok := l.str(item, "article"); ok {
			all = append(all, s)
		}
	}
	return all
}

var inBraces = regexp.MustCompile(`\{[^{}]*\}`)

// braces reports names in braces that nothing fills.
func (l *loader) braces(s *subject, n *tree.Node) {
	if n == nil {
		return
	}
	for _, m := range n.Members {
		l.braces(s, m.Value)
	}
	for _, name := range inBraces.FindAllString(n.Raw, -1) {
		name = strings.Trim(name, "{}")
		if !slices.Contains(s.braces, name) {
			p := l.report(diag.UnknownBraces, n, "name", name, "names", "{"+strings.Join(s.braces, "}, {")+"}")
			p.Suggestions = diag.Suggest(name, s.braces)
		}
	}
}

func cmpOr(a, b *tree.Node) *tree.Node {
	if a != nil {
		return a
	}
	return b
}

// describe says what stands where something else was expected.
func describe(n *tree.Node) string {
	switch {
	case n == nil:
		return "nothing"
	case n.Kind == tree.List:
		return "a list"
	case n.Kind == tree.Map:
		return "a mapping"
	}
	return strconv.Quote(shorten(n.Raw))
}
