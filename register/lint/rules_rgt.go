package lint

var rgtRules = []*Rule{}
