package lint

var wvrRules = []*Rule{wvr001, wvr002, wvr003}
