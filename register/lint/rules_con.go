package lint

var conRules = []*Rule{con001, con002, con003, con004, con005, con006}
