package datamap

// Forget drops the answers that are kept, so that a question is answered anew.
func (m *Map) Forget() {
	m.kept.asked.Lock()
	defer m.kept.asked.Unlock()
	m.kept.known, m.kept.size = nil, 0
}

// Size returns the number of flows and segments.
func (m *Map) Size() (flows, segments int) { return m.directory.allFlows, len(m.segments) }

// KeepSmall makes the map keep how data enter the chains however few they are.
func (m *Map) KeepSmall() { m.kept.small = true }

// FollowApart makes the map take data through the chains disclosure by
// disclosure, as where there are very many categories.
func (m *Map) FollowApart() { m.kept.apart = true }
