package lint

var clmRules = []*Rule{}
