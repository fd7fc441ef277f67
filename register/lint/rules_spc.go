package lint

var spcRules = []*Rule{}
