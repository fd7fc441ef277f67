package lint

var conRules = []*Rule{}
