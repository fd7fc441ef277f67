package lint

var clmRules = []*Rule{clm001, clm002}
