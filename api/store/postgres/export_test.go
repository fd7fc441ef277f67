package postgres

import "time"

// Hears reports whether the store hears of what others change.
func (s *Store) Hears() bool {
	told, _ := s.Heads.Known()
	return told
}

// Remembers reports how many heads the store remembers.
func (s *Store) Remembers() int {
	_, n := s.Heads.Known()
	return n
}

// Quiet sets after how long without news the connection is tried, and returns
// what it was.
func Quiet(d time.Duration) time.Duration {
	before := quiet
	quiet = d
	return before
}
