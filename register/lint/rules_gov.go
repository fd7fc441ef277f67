package lint

var govRules = []*Rule{gov001, gov002, gov003, gov004}
