package lint

var trfRules = []*Rule{}
