package lint

var trfRules = []*Rule{trf001, trf002, trf003, trf004, trf005, trf006, trf007}
