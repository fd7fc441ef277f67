package diagram

import (
	"cmp"
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// mostRows is the most rows of a chart.
const mostRows = 24

// kept says how long the data of a category are kept.
type kept struct {
	category, name string
	periods        []period
	indefinite     bool
	criterion      bool
	silent         bool // for some of them nobody says
}

// period is a period in months, about, and in words.
type period struct {
	months float64
	words  string
}

// RetentionChart draws how long each category of data is kept by the activities that
// the audience may know of, nil where they hold none. The error is ErrNoDate.
func RetentionChart(view *register.View, chart *datamap.Map, o Options) (*Picture, error) {
	o.Activity, o.Party = "", ""
	m, err := newMaker(view, chart, o)
	if err != nil {
		return nil, err
	}
	rows := m.kept()
	if len(rows) == 0 {
		return nil, nil
	}
	rest := 0
	if len(rows) > mostRows {
		rest = len(rows) - mostRows
		rows = rows[:mostRows]
	}
	return m.retentionPicture(rows, rest), nil
}

// kept goes through the data of all activities.
func (m *maker) kept() []*kept {
	of := make(map[string]*kept)
	var all []*kept
	for _, a := range m.activities() {
		for i := range a.Data {
			u := &a.Data[i]
			k := of[u.Category]
			if k == nil {
				k = &kept{category: u.Category, name: capital(m.name(register.KindDataCategories, u.Category))}
				of[u.Category] = k
				all = append(all, k)
			}
			uses := u.Retention
			if len(uses) == 0 {
				uses = a.Retention
			}
			k.silent = k.silent || len(uses) == 0
			for j := range uses {
				m.keep(k, m.view.RetentionRule(uses[j].Rule))
			}
		}
	}
	rank := func(k *kept) float64 {
		switch {
		case k.indefinite:
			return 1e9
		case len(k.periods) > 0:
			return k.longest().months
		case k.criterion:
			return -1
		}
		return -2
	}
	slices.SortStableFunc(all, func(a, b *kept) int {
		return cmp.Or(cmp.Compare(rank(b), rank(a)), strings.Compare(a.name, b.name))
	})
	return all
}

func (m *maker) keep(k *kept, rule *register.RetentionRule) {
	switch {
	case rule == nil:
		k.silent = true
	case rule.Indefinite == register.Yes:
		k.indefinite = true
	case rule.Period != "":
		years, months, weeks, days := rule.Period.Parts()
		p := period{float64(12*years+months) + float64(7*weeks+days)/30.44, m.words.Period(rule.Period)}
		if rule.Limit == register.LimitAtLeast {
			p.words = m.say("retention.at-least") + " " + p.words
		}
		if !slices.Contains(k.periods, p) {
			k.periods = append(k.periods, p)
		}
	default:
		k.criterion = true
	}
}

func (k *kept) longest() period {
	return slices.MaxFunc(k.periods, func(a, b period) int { return cmp.Compare(a.months, b.months) })
}

// retentionPicture draws the chart, on a scale of months or years.
func (m *maker) retentionPicture(rows []*kept, rest int) *Picture {
	most := 1.0
	for _, k := range rows {
		for _, p := range k.periods {
			most = max(most, p.months)
		}
	}
	in, unit := []float64{1, 2, 3, 6}, "retention.month"
	per := 1.0
	if most > 24 {
		in, unit, per = []float64{12, 24, 60, 120, 240}, "retention.year", 12
	}
	scale := steps(most, in, func(at float64) string { return whole(at / per) })
	scale[len(scale)-1].text = m.say(unit, scale[len(scale)-1].text)
	c := newChart(most*1.04, scale, len(rows), rowHeight)
	var told []string
	for i, k := range rows {
		y := c.top + float64(i)*rowHeight + rowHeight/2
		c.label(y+2.8, k.name, m.marksOf(k.category))
		text := m.bars(c, k, y)
		told = append(told, k.name+": "+text)
	}
	if rest > 0 {
		c.note(m.say("retention.rest", rest))
	}
	var found marks
	for _, k := range rows {
		found = found.or(m.marksOf(k.category))
	}
	m.marksKey(c, found)
	p := &Picture{Title: m.say("retention.title"), Description: m.say("retention.about") + " " + strings.Join(told, "; ") + ".", plain: c.s}
	p.headed = headed(c.s, p.Title, m.say("retention.about"))
	return p
}

func (m *maker) marksKey(c *chart, found marks) {
	if found.special {
		c.key(func(x, y float64) { c.s.diamond(point{x, y}, plum) }, m.say("special"))
	}
	if found.criminal {
		c.key(func(x, y float64) { c.s.triangle(point{x, y}, plum) }, m.say("criminal"))
	}
}

// bars draws a row and returns what it says.
func (m *maker) bars(c *chart, k *kept, y float64) string {
	var words []string
	end := c.zero
	top := y - barHeight/2
	if len(k.periods) > 0 {
		p := k.longest()
		words = append(words, p.words)
		end = c.zero + p.months*c.unit
		c.s.box(c.zero, top, end-c.zero, barHeight, 1, blue, none, 0)
		for _, other := range k.periods {
			if x := c.zero + other.months*c.unit; other.months < p.months {
				c.s.box(x-0.7, top-1.5, 1.4, barHeight+3, 0, paper, none, 0)
			}
		}
	}
	switch {
	case k.indefinite: // no end: an arrow out of the scale
		end = c.zero + plotWidth
		c.s.box(c.zero, top, plotWidth-4, barHeight, 1, none, amber, 1, 3, 2)
		c.s.area(amber, point{end + 5, y}, point{end - 4, top - 1}, point{end - 4, top + barHeight + 1})
		end += 6
		words = append([]string{m.say("retention.indefinite")}, words...)
	case k.criterion && len(k.periods) == 0:
		end = c.zero + 46
		c.s.box(c.zero, top, 46, barHeight, 1, paper, blue, 0.9, 3, 2)
		words = append(words, m.say("retention.criterion"))
	case k.criterion && !k.silent:
		words = append(words, m.say("retention.in-part"))
	}
	with := black
	switch {
	case k.silent && k.criterion && len(k.periods) > 0:
		words = append(words, m.say("retention.either"))
	case k.silent && len(words) > 0:
		words = append(words, m.say("retention.partly"))
	case k.silent:
		words, with = []string{m.say("retention.silent")}, amber
		c.s.straight(point{c.zero + 4, y}, point{c.zero + 40, y}, amber, 1.2, 1.5, 2.5)
		end = c.zero + 42
	}
	text := strings.Join(words, "; ")
	for _, line := range wrap(text, detailSize, false, c.s.width-margin-end-6, 1) {
		c.s.text(end+6, y+2.8, line, detailSize, false, with)
	}
	return text
}
