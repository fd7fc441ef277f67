package datamap

import "sync"

// names numbers strings. It only grows, so that the segments of an older map
// can be used in the next one; numbers never change.
type names struct {
	settled map[string]int32 // those known when the map was built; read without a lock

	mu   sync.RWMutex
	late map[string]int32
	list []string
}

// number returns the number of a name, a new one where it has none yet.
func (n *names) number(name string) int32 {
	if i, ok := n.find(name); ok {
		return i
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if i, ok := n.late[name]; ok {
		return i
	}
	if n.late == nil {
		n.late = make(map[string]int32)
	}
	i := int32(len(n.list))
	n.late[name] = i
	n.list = append(n.list, name)
	return i
}

// find returns the number of a name that has one.
func (n *names) find(name string) (int32, bool) {
	if i, ok := n.settled[name]; ok {
		return i, true
	}
	n.mu.RLock()
	defer n.mu.RUnlock()
	i, ok := n.late[name]
	return i, ok
}

// settle makes the names of now readable without a lock. Nobody else may have
// the names yet.
func (n *names) settle() {
	if n.settled == nil {
		n.settled, n.late = n.late, nil
	}
}

// worn reports whether so many names have come in that it is better to number
// them anew.
func (n *names) worn() bool {
	n.mu.RLock()
	defer n.mu.RUnlock()
	return len(n.late) > len(n.settled)+1000
}

// all returns the names by number. The caller must not change them.
func (n *names) all() []string {
	n.mu.RLock()
	defer n.mu.RUnlock()
	return n.list[:len(n.list):len(n.list)]
}
