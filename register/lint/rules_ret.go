package lint

var retRules = []*Rule{ret001, ret002, ret003, ret004, ret005, ret006}
