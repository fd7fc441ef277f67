package lint

var eprRules = []*Rule{}
