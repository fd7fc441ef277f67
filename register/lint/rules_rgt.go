package lint

var rgtRules = []*Rule{rgt001, rgt002, rgt003, rgt004, rgt005}
