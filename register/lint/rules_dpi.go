package lint

var dpiRules = []*Rule{}
