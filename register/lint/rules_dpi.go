package lint

var dpiRules = []*Rule{dpi001, dpi002, dpi003}
