package lint

var opnRules = []*Rule{}
