package lint

var retRules = []*Rule{}
