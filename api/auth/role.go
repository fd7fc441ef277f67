package auth

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Role is what somebody may do in a register. Roles can be joined with |.
type Role uint8

// The roles. Approver and Editor both hold Reader and neither holds the other;
// Admin holds them all.
const (
	Reader   Role = 1
	Editor   Role = 2 | Reader
	Approver Role = 4 | Reader
	Admin    Role = 8 | Editor | Approver
)

// All stands for every register of a tenant, those to come included.
const All = "*"

var roleNames = map[string]Role{"reader": Reader, "editor": Editor, "approver": Approver, "admin": Admin}

// RoleNames returns the names of the roles, the least first.
func RoleNames() []string { return []string{"reader", "editor", "approver", "admin"} }

// RoleOf returns the role of a name; 0, which holds nothing, where there is none.
func RoleOf(name string) Role { return roleNames[name] }

// Holds reports whether whoever has the role may do what another role may.
func (r Role) Holds(need Role) bool { return need != 0 && r&need == need }

// ErrGrant tells that a text is no grant.
var ErrGrant = errors.New("no grant; expected ROLE:REGISTER, such as editor:webgems or reader:*")

// Grants are roles by the register that they hold in, or All.
type Grants map[string]Role

// register is the form of the identifier of a register, as far as a grant needs it:
// nothing that an address could mean otherwise.
var register = regexp.MustCompile(`^(\*|[A-Za-z0-9][A-Za-z0-9._-]{0,199})$`)

// ParseGrant reads a grant, such as editor:webgems or reader:*. The error is
// ErrGrant. A role without a register is none: it must be said that all are meant.
func ParseGrant(s string) (id string, role Role, err error) {
	name, id, found := strings.Cut(s, ":")
	if role = roleNames[name]; !found || role == 0 || !register.MatchString(id) {
		return "", 0, ErrGrant
	}
	return id, role, nil
}

// ParseGrants reads grants; several of one register are joined.
func ParseGrants(list []string) (Grants, error) {
	g := make(Grants, len(list))
	for _, s := range list {
		id, role, err := ParseGrant(s)
		if err != nil {
			return nil, err
		}
		g[id] |= role
	}
	return g, nil
}

// In returns the role in a register.
func (g Grants) In(register string) Role { return g[All] | g[register] }

// Strings returns the grants as texts, in order.
func (g Grants) Strings() []string {
	var all []string
	for id, role := range g {
		switch {
		case role.Holds(Admin):
			all = append(all, "admin:"+id)
		case role == Reader:
			all = append(all, "reader:"+id)
		default:
			for _, name := range []string{"editor", "approver"} {
				if role.Holds(roleNames[name]) {
					all = append(all, fmt.Sprintf("%s:%s", name, id))
				}
			}
		}
	}
	slices.Sort(all)
	return all
}
