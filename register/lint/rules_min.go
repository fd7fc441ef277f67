package lint

var minRules = []*Rule{}
