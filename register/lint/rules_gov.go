package lint

var govRules = []*Rule{}
