package lint

var regRules = []*Rule{reg002}
