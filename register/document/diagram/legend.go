package diagram

// legend draws below a picture what its shapes mean, of those that stand in it, and
// returns where it ends.
func (d *drawing) legend(y float64) float64 {
	var has struct{ subject, activity, eea, outside, unknown, special, criminal bool }
	for i := range d.g.nodes {
		n := &d.g.nodes[i]
		switch n.kind {
		case subjectNode:
			has.subject = true
		case activityNode:
			has.activity = true
		case partyNode:
			has.eea = has.eea || n.place == inEEA
			has.outside = has.outside || n.place == outsideEEA
			has.unknown = has.unknown || n.place == unknownPlace
		}
		has.special, has.criminal = has.special || n.special, has.criminal || n.criminal
	}
	sample := func(kind nodeKind, where placeKind) func(x, y float64) {
		return func(x, y float64) { frame(d.s, kind, where, false, x, y-8, 20, 11) }
	}
	arrow := func(dash ...float64) func(x, y float64) {
		return func(x, y float64) {
			d.s.straight(point{x, y - 3}, point{x + 16, y - 3}, black, 0.9, dash...)
			d.s.arrowHead(point{x + 21, y - 3}, black)
		}
	}
	activity := "legend.activity"
	if d.g.together {
		activity = "legend.activities"
	}
	items := []struct {
		has  bool
		code string
		draw func(x, y float64)
	}{
		{has.subject, "legend.subject", sample(subjectNode, inEEA)},
		{has.activity, activity, sample(activityNode, inEEA)},
		{has.eea, "legend.eea", sample(partyNode, inEEA)},
		{has.outside, "legend.outside", sample(partyNode, outsideEEA)},
		{has.unknown, "legend.unknown", sample(partyNode, unknownPlace)},
		{has.special, "special", func(x, y float64) { d.s.diamond(point{x + 10, y - 3}, plum) }},
		{has.criminal, "criminal", func(x, y float64) { d.s.triangle(point{x + 10, y - 3}, plum) }},
		{len(d.g.edges) > 0, "legend.stated", arrow()},
		{d.g.doubtful, "legend.assumed", arrow(4, 2.5)},
		{d.g.Grouped, "legend.count", func(x, y float64) { d.s.straight(point{x, y - 3}, point{x + 21, y - 3}, black, 2.4) }},
	}
	d.s.straight(point{margin, y}, point{d.s.width - margin, y}, silver, 0.6)
	y += 15
	x := margin
	for _, item := range items {
		if !item.has {
			continue
		}
		text := say(d.g.words, item.code)
		wide := 26 + widthOf(text, detailSize, false) + 16
		if x+wide-16 > d.s.width-margin && x > margin {
			x, y = margin, y+15
		}
		item.draw(x, y)
		d.s.text(x+26, y, text, detailSize, false, black)
		x += wide
	}
	return y
}
