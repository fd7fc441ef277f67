package lint

var eprRules = []*Rule{epr001, epr002}
