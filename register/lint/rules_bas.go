package lint

var basRules = []*Rule{}
