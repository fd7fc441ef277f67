package lint

import (
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

// ntcRules hold a published text against the register; package notice applies
// them.
var ntcRules = []*Rule{ntc001, ntc002, ntc003, ntc004, ntc005, ntc006, ntc007, ntc008, ntc009, ntc010}

// aboutText makes a rule about a published text. It finds words and understands
// no sentences, so that nothing it finds weighs more than a Warning.
func aboutText(code diag.Code, articles []string, title, why value.Text, sentences map[string]Sentence) *Rule {
	return &Rule{
		Code: code, Title: title, Why: why, Articles: articles, Source: Law, Severity: diag.Warning, Profile: Accountability,
		Sentences: sentences, Text: true,
	}
}
