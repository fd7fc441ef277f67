package datamap

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// role is the role in which a party gets data, relative to the controller.
type role uint8

const (
	roleUnstated role = iota
	roleProcessor
	roleSubProcessor
	roleJointController
	roleController
	roleRecipient
)

// roleNames are the words for the roles in filters and answers.
var roleNames = []string{"", "processor", "sub-processor", "joint-controller", "controller", "recipient"}

func roleOf(r register.Role) role {
	return role(max(0, slices.Index(roleNames, string(r))))
}

// processes reports whether the role is one of Art. 28.
func (r role) processes() bool { return r == roleProcessor || r == roleSubProcessor }

// directRole is the role of a direct recipient. Where the organisation is
// itself a processor, the one that it engages is a sub-processor (Art. 28(4)).
func directRole(as register.Role, of register.ActivityRole) role {
	r := roleOf(as)
	if r == roleProcessor && of == register.ActivityRoleProcessor {
		return roleSubProcessor
	}
	return r
}

// onward returns the role of a party that gets data from one that acts as r,
// and whether it rests on r. Whom a processor engages is a sub-processor;
// whom any other engages is the processor of that one (Art. 28(2), (4)).
func (r role) onward(explicit role, engaged bool) (role, bool) {
	switch {
	case explicit == roleProcessor && r.processes():
		return roleSubProcessor, true
	case explicit != roleUnstated:
		return explicit, false
	case !engaged:
		return roleUnstated, false
	case r.processes():
		return roleSubProcessor, true
	case r == roleUnstated:
		return roleUnstated, true
	}
	return roleProcessor, true
}

// roleSet is a set of roles.
type roleSet uint8

func (s roleSet) has(r role) bool { return s&(1<<r) != 0 }

// names returns the roles that are stated, in their order. The caller must not
// change them.
func (s roleSet) names() []string { return roleLists[s>>1] }

// roleLists are the names of each set of roles.
var roleLists = makeRoleLists()

func makeRoleLists() (lists [1 << roleRecipient][]string) {
	for s := range lists {
		for r := roleProcessor; r <= roleRecipient; r++ {
			if s&(1<<(r-1)) != 0 {
				lists[s] = append(lists[s], roleNames[r])
			}
		}
		lists[s] = slices.Clip(lists[s])
	}
	return lists
}
