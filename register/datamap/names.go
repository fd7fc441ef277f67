package datamap

import "sync"

// names numbers strings. It only grows, so that the segments of an older map
// can be used in the next one; numbers never change.
type names struct {
	mu    sync.RWMutex
	index map[string]int32
	list  []string
}

// number returns the number of a name, a new one where it has none yet.
func (n *names) number(name string) int32 {
	if i, ok := n.find(name); ok {
		return i
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if i, ok := n.index[name]; ok {
		return i
	}
	if n.index == nil {
		n.index = make(map[string]int32)
	}
	i := int32(len(n.list))
	n.index[name] = i
	n.list = append(n.list, name)
	return i
}

// find returns the number of a name that has one.
func (n *names) find(name string) (int32, bool) {
	n.mu.RLock()
	defer n.mu.RUnlock()
	i, ok := n.index[name]
	return i, ok
}

// all returns the names by number. The caller must not change them.
func (n *names) all() []string {
	n.mu.RLock()
	defer n.mu.RUnlock()
	return n.list[:len(n.list):len(n.list)]
}
