// Package recent keeps the values that were asked for last, and no more than a
// number of them.
package recent

import (
	"container/list"
	"sync"
)

// Map is a map of bounded size. It is safe for concurrent use.
type Map[K comparable, V any] struct {
	most  int
	mu    sync.Mutex
	by    map[K]*list.Element
	order list.List // of *entry[K, V], the last asked for in front
}

type entry[K comparable, V any] struct {
	key   K
	value V
}

// New returns a map that holds at most so many values.
func New[K comparable, V any](most int) *Map[K, V] {
	return &Map[K, V]{most: max(most, 1), by: make(map[K]*list.Element)}
}

// Get returns the value of a key.
func (m *Map[K, V]) Get(key K) (V, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if e := m.by[key]; e != nil {
		m.order.MoveToFront(e)
		return e.Value.(*entry[K, V]).value, true
	}
	var none V
	return none, false
}

// GetOr returns the value of a key, and makes it where there is none.
func (m *Map[K, V]) GetOr(key K, make func() V) V {
	m.mu.Lock()
	defer m.mu.Unlock()
	if e := m.by[key]; e != nil {
		m.order.MoveToFront(e)
		return e.Value.(*entry[K, V]).value
	}
	v := make()
	m.put(key, v)
	return v
}

// Put sets the value of a key; the one not asked for longest goes where there is no
// room.
func (m *Map[K, V]) Put(key K, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if e := m.by[key]; e != nil {
		e.Value.(*entry[K, V]).value = v
		m.order.MoveToFront(e)
		return
	}
	m.put(key, v)
}

func (m *Map[K, V]) put(key K, v V) {
	m.by[key] = m.order.PushFront(&entry[K, V]{key, v})
	if m.order.Len() > m.most {
		oldest := m.order.Back()
		delete(m.by, oldest.Value.(*entry[K, V]).key)
		m.order.Remove(oldest)
	}
}

// Drop forgets a key.
func (m *Map[K, V]) Drop(key K) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if e := m.by[key]; e != nil {
		delete(m.by, key)
		m.order.Remove(e)
	}
}

// Len is how many values there are.
func (m *Map[K, V]) Len() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.order.Len()
}
