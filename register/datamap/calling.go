package datamap

import "github.com/openropa/ropa/register"

// callings are the activities of a segment, by block, whose data uses or disclosures
// are called in addresses by their keys alone, as in nearly all: no two have the same
// one, and all are identifiers.
type callings struct{ data, disclosures set }

// callings are worked out when they are first asked for.
func (s *segment) callings() *callings {
	if known := s.called.Load(); known != nil {
		return known
	}
	c := &callings{}
	for i, a := range s.activities {
		if called(a.Data) {
			c.data.add(int32(i))
		}
		if called(a.Disclosures) {
			c.disclosures.add(int32(i))
		}
	}
	s.called.Store(c)
	return c
}

// called reports whether all entries of a list are called by their keys alone.
func called[T any, P interface {
	*T
	Key() string
}](list []T) bool {
	for i, name := range register.Names[T, P](list) {
		if P(&list[i]).Key() != name {
			return false
		}
	}
	return true
}
