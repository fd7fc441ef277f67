package lint

var regRules = []*Rule{
	reg001, reg002, reg003, reg004, reg005, reg006, reg007, reg008, reg009, reg010, reg011, reg012, reg013, reg014, reg015,
}
