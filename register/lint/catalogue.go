package lint

import (
	"cmp"
	"slices"
)

// catalogue holds all rules, in the order of their codes.
var catalogue = sorted(regRules, basRules, conRules, spcRules, retRules, prcRules, trfRules, rgtRules, dpiRules, govRules, eprRules, minRules, clmRules, opnRules, ntcRules, wvrRules)

func sorted(groups ...[]*Rule) []*Rule {
	all := slices.Concat(groups...)
	slices.SortFunc(all, func(a, b *Rule) int { return cmp.Compare(a.Code, b.Code) })
	return all
}
