package datamap

import "sync"

// upward are the steps from node to node, the other way round. Nodes are added
// as they are made.
type upward struct {
	mu      sync.RWMutex
	above   [][]int32 // by number of the node: those with a step to it
	byParty [][]int32 // the nodes of a party
	nodes   int       // how many of chains.made are entered
	points  int       // how many of the points have nodes
}

// leadingTo returns the numbers of the nodes from which data could go on to
// some parties, whatever the data and the day, and the parties at these nodes.
func (c *chains) leadingTo(parties map[int32]bool, points []point) (nodes set, found []int32) {
	c.complete(points)
	u := &c.up
	u.mu.RLock()
	defer u.mu.RUnlock()
	var queue []int32
	put := func(list []int32) {
		for _, n := range list {
			if !nodes.has(n) {
				nodes.add(n)
				queue = append(queue, n)
			}
		}
	}
	for party := range parties {
		if int(party) < len(u.byParty) {
			put(u.byParty[party])
		}
	}
	var seen set
	made := c.nodesMade()
	for i := 0; i < len(queue); i++ {
		if n := queue[i]; int(n) < len(u.above) {
			put(u.above[n])
		}
		if party := made[queue[i]].party; !seen.has(party) {
			seen.add(party)
			found = append(found, party)
		}
	}
	return nodes, found
}

func (c *chains) nodesMade() []*node {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.made[:len(c.made):len(c.made)]
}

// complete makes the nodes of all points, and those to which their steps lead,
// and notes where they come from.
func (c *chains) complete(points []point) {
	u := &c.up
	u.mu.RLock()
	known := u.points >= len(points)
	u.mu.RUnlock()
	if known {
		return
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	for ; u.points < len(points); u.points++ {
		c.at(int32(u.points), &points[u.points])
	}
	for {
		made := c.nodesMade()
		if u.nodes == len(made) {
			return
		}
		for ; u.nodes < len(made); u.nodes++ {
			n := made[u.nodes]
			grow(&u.byParty, int(n.party))
			u.byParty[n.party] = append(u.byParty[n.party], n.number)
			hops := c.hopsOf(n)
			for i := range hops {
				to := hops[i].to.number
				grow(&u.above, int(to))
				if list := u.above[to]; len(list) == 0 || list[len(list)-1] != n.number {
					u.above[to] = append(list, n.number)
				}
			}
		}
	}
}
