package lint

var prcRules = []*Rule{prc001, prc002, prc003, prc004, prc005, prc006, prc007, prc008, prc009}
