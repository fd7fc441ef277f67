package benchmarks

import (
	"fmt"

	"slices"
	"time"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/internal/scale"
)

// evidence asks broad questions with every flow behind the answers.
func (r *reporter) evidence() {
	r.ready()
	title("With all evidence")
	rows := []string{"question\tanswers\trows\tmedian\tp90\tallocs"}
	read := []string{"read one at a time\trows\tmedian\tp90\tallocs\twith addresses and places"}
	for _, q := range []question{
		{name: "a fairly common category, who gets it from us", data: "postal-address", direct: true},
		{name: "a common category, who gets it from us", data: scale.Common, direct: true},
	} {
		kind, filter := q.filter()
		filter.Brief, filter.Evidence = false, datamap.EvidenceAll
		var found *datamap.Answers
		work := func() {
			var err error
			if found, err = r.built.Ask(kind, filter); err != nil {
				r.Fatal(err)
			}
		}
		s := repeat(5, r.each, work)
		n := 0
		for i := range found.Answers {
			n += len(found.Answers[i].Evidence)
		}
		rows = append(rows, cells(q.name, len(found.Answers), n, s.median(), s.at(90), allocations(work)))
		few := func() { n = r.readEvidence(kind, filter, false) }
		s = repeat(20, r.each, few)
		full := repeat(5, r.each, func() { r.readEvidence(kind, filter, true) })
		read = append(read, cells(q.name, n, s.median(), s.at(90), allocations(few), full.median()))
	}
	table(rows...)
	table(read...)
}

// readEvidence goes through what is behind the answers: who gets which data from
// which activity or, in full, all that there is to tell. It returns how many rows
// there are.
func (r *reporter) readEvidence(kind datamap.Question, filter datamap.Filter, full bool) int {
	rows, err := r.built.Evidence(kind, filter)
	if err != nil {
		r.Fatal(err)
	}
	n := 0
	for row := range rows {
		n++
		if full && row.Evidence().At == "" || row.Recipient() == "" || row.Data() == "" || row.Activity() == nil {
			r.Fatal("a row that tells nothing")
		}
	}
	return n
}

// full asks the questions as people do: not brief, with twenty flows of
// evidence an answer and all that is behind it.
func (r *reporter) full() {
	r.ready()
	title("With what is behind the answers")
	rows := []string{"question\tanswers\tflows behind them\tmedian\tp90\tMB"}
	// Without a filter on data every way of everything is looked up, for minutes.
	list := slices.DeleteFunc(questions(r.options.Parties), func(q question) bool { return q.data == "" })
	kinds := make([]datamap.Question, len(list))
	filters := make([]datamap.Filter, len(list))
	for i := range list {
		kinds[i], filters[i] = list[i].filter()
	}
	list = append(list, question{name: "activities from which a rare category leaves the EEA"})
	kinds, filters = append(kinds, datamap.Activities), append(filters, datamap.Filter{AsOf: today, Data: []string{scale.Rare}, OutsideEEA: register.Yes})
	for i := range list {
		filters[i].Brief = false
		var found *datamap.Answers
		work := func() {
			var err error
			if found, err = r.built.Ask(kinds[i], filters[i]); err != nil {
				r.Fatal(err)
			}
		}
		s := repeat(3, r.each, work)
		n := 0
		for i := range found.Answers {
			n += found.Answers[i].EvidenceCount
		}
		rows = append(rows, cells(list[i].name, len(found.Answers), n, s.median(), s.at(90), megabytes(work)))
	}
	table(rows...)
}

// next measures the next map after one activity or one party has changed. The
// views of what changed are made beforehand.
func (r *reporter) next() {
	r.ready()
	title("Next")
	rows := []string{"changed\tmedian\tp95\ttimes"}
	const changes = 6
	for _, c := range []struct {
		name   string
		of     int
		change func(*register.Register, scale.Options, int) *register.Register
	}{{"one activity", r.options.Activities, scale.ChangeActivity}, {"one party", r.options.Parties, scale.ChangeParty}} {
		var views []*register.View
		for i := range changes {
			views = append(views, resolved(r, c.change(r.register, r.options, (2*i+1)*c.of/(2*changes))))
		}
		i := 0
		s := repeat(10*changes, r.each, func() {
			r.built.Next(views[i%changes])
			i++
		})
		rows = append(rows, cells(c.name, s.median(), s.at(95), len(s)))
	}
	table(rows...)
	r.afterChange()
}

// afterChange asks broad questions of a map of which nothing has been asked
// since an activity changed.
func (r *reporter) afterChange() {
	title("First asked after one activity has changed")
	view := resolved(r, scale.ChangeActivity(r.register, r.options, r.options.Activities/3))
	rows := []string{"question\tmedian\tp90"}
	for _, q := range questions(r.options.Parties) {
		var s sample
		for range 15 {
			m := r.built.Next(view)
			start := time.Now()
			r.answer(m, &q)
			s = append(s, time.Since(start))
		}
		slices.Sort(s)
		rows = append(rows, cells(q.name, s.median(), s.at(90)))
	}
	table(rows...)
}

// growth asks the map of registers of a hundredth and a tenth of the size.
func (r *reporter) growth() {
	title("Growth: median, and answers, of registers of different size")
	sizes := []int{r.options.Activities / 100, r.options.Activities / 10, r.options.Activities}
	heading, rows := "question", make([]string, len(questions(r.options.Parties)))
	for _, n := range sizes {
		o := r.options
		o.Activities = max(100, n)
		view := r.view
		if o.Activities != r.options.Activities {
			view = resolved(r, scale.Register(o))
		}
		m := mapEngine{datamap.Build(view)}
		heading += fmt.Sprintf("\t%d activities\tanswers", o.Activities)
		list := questions(o.Parties)
		answers := make([]int, len(list))
		for i := range list {
			answers[i] = len(ask(r, m, &list[i]))
		}
		for i := range list {
			rows[i] += "\t" + cells(r.fresh(m.Map, &list[i], 10, r.each/4).median(), answers[i])
		}
	}
	for i, q := range questions(r.options.Parties) {
		rows[i] = q.name + rows[i]
	}
	table(append([]string{heading}, rows...)...)
}

// policy measures the check of a thousand systems against ten rules.
func (r *reporter) policy() {
	const systems = 1_000
	v, rules := policy(r, systems)
	ts := readTrees(v)
	m := datamap.Build(v)
	got, err := checkMap(m, &ts, rules)
	if err != nil {
		r.Fatal(err)
	}
	if want := checkDirect(v, &ts, rules); digest(got) != digest(want) {
		r.Fatalf("policy: %d lines by the map, %d directly, or others", len(got), len(want))
	}
	title("Policy: %d systems with %d declarations, %d rules, %d broken", systems, len(v.Activities()), len(rules), len(got))
	ours := repeat(10, r.each, func() {
		if _, err := checkMap(m, &ts, rules); err != nil {
			r.Fatal(err)
		}
	})
	whole := repeat(10, r.each, func() {
		if _, err := checkMap(datamap.Build(v), &ts, rules); err != nil {
			r.Fatal(err)
		}
	})
	theirs := repeat(10, r.each, func() { checkDirect(v, &ts, rules) })
	rows := []string{"way\tmedian\tp90"}
	for _, s := range []struct {
		name string
		sample
	}{{"data map", ours}, {"data map, built first", whole}, {"directly from the structs", theirs}} {
		rows = append(rows, cells(s.name, s.median(), s.at(90)))
	}
	table(rows...)
}

// load reads the register, or its first ten thousand activities, in processes
// of their own, so that the memory of each can be told.
func (r *reporter) load() {
	o := r.options
	o.Activities = min(o.Activities, 10_000)
	title("Load, of %d activities and %d parties: each in a process of its own, median of 3", o.Activities, o.Parties)
	folder, err := saved(o)
	if err != nil {
		r.Fatal(err)
	}
	defer folder.remove()
	rows := []string{"what\ttime\tpeak memory of the process\tfile"}
	for _, c := range children {
		if c.file == "" {
			continue
		}
		var all sample
		highest := int64(0)
		for range 3 {
			taken, most, err := runProcess(c.name, folder.path(c.file))
			if err != nil {
				r.Fatal(err)
			}
			all, highest = append(all, taken), max(highest, most)
		}
		slices.Sort(all)
		rows = append(rows, cells(c.says, all.median(), fmt.Sprintf("%d MB", highest/1_000_000), fmt.Sprintf("%.1f MB", float64(folder.size(c.file))/1e6)))
	}
	table(rows...)
	taken, highest, err := runProcess("map", fmt.Sprint(r.options.Activities, " ", r.options.Parties))
	if err != nil {
		r.Fatal(err)
	}
	fmt.Printf("make, resolve and build %d activities: %s, peak memory of the process %d MB\n", r.options.Activities, short(taken), highest/1_000_000)
}
