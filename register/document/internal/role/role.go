// Package role tells in which role a party gets data, seen from the organisation
// whose register it is. All documents and pictures ask it, so that none of them
// gives a party a role that another does not.
//
// A role is a word of register.Role, SubProcessor, or "" where the register states
// none and none follows from what it states.
package role

import "github.com/openropa/ropa/register"

// SubProcessor is the role of whom a processor engages. Nobody types it.
const SubProcessor = "sub-processor"

// Direct is the role of whom the organisation itself gives data. Whom it engages
// where it is itself a processor is a sub-processor (Art. 28(4)).
func Direct(as register.Role, of register.ActivityRole) string {
	if as == register.RoleProcessor && of == register.ActivityRoleProcessor {
		return SubProcessor
	}
	return string(as)
}

// Onward is the role of whom a party in the role above passes data on to: whom a
// processor engages is a sub-processor, whom any other engages is the processor of
// that one (Art. 28(2), (4)). Of whom a party without a role engages nothing
// follows.
func Onward(above string, as register.Role, engaged bool) string {
	switch {
	case as == register.RoleProcessor && Processes(above):
		return SubProcessor
	case as != "":
		return string(as)
	case !engaged || above == "":
		return ""
	case Processes(above):
		return SubProcessor
	}
	return string(register.RoleProcessor)
}

// Processes reports whether a role is one of Art. 28.
func Processes(role string) bool {
	return role == string(register.RoleProcessor) || role == SubProcessor
}
