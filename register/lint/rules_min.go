package lint

var minRules = []*Rule{min001}
