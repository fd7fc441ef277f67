package lint

var spcRules = []*Rule{spc001, spc002, spc003, spc004, spc005, spc006}
