package lint

var basRules = []*Rule{bas001, bas002, bas003, bas004, bas005, bas006, bas007, bas008}
