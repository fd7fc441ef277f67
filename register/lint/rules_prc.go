package lint

var prcRules = []*Rule{}
