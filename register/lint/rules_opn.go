package lint

var opnRules = []*Rule{opn001, opn002}
