package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/openropa/ropa/api/wire"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// reply writes the answers to a question in one of the formats.
type reply struct {
	*app
	asked *asked
	// answers are as they leave the program, from files or from a server alike.
	answers *wire.Answers
	// named returns the name of an entry for people, else its identifier.
	named func(kind register.Kind, id string) string
	// folder is that of the register, "" for a server's.
	folder string
	// places: where an answer stands is shown.
	places bool
}

func (r *reply) write(format string) error {
	switch format {
	case "json":
		return r.writeJSON(r.json())
	case "csv":
		r.noteUndetermined()
		return r.writeCSV(r.csv())
	case "markdown":
		r.markdown()
	default:
		r.text()
	}
	return nil
}

// text writes a table of answers, then what the register leaves undetermined.
func (r *reply) text() {
	if len(r.answers.Answers) == 0 {
		r.writeLines(r.noAnswer())
	} else {
		r.writeText(r.table())
	}
	if reasons := r.reasons(); len(reasons) > 0 {
		r.out.WriteString("\n")
		for _, why := range reasons {
			r.writeLines(r.say("answer.assumed-because", r.say("why."+string(why)), r.say("why-long."+string(why))))
		}
	}
	if r.asked.showsEvidence() && len(r.answers.Answers) > 0 {
		r.section("answer.evidence")
		r.writeText(r.evidence())
	}
	if len(r.answers.Undetermined) > 0 {
		r.out.WriteString("\n")
		r.writeLines(r.say("answer.undetermined"))
		r.writeText(r.undetermined())
	}
}

func (r *reply) markdown() {
	if len(r.answers.Answers) == 0 {
		fmt.Fprintln(&r.out, r.noAnswer())
	} else {
		r.writeMarkdown(r.table())
		if r.asked.showsEvidence() {
			fmt.Fprintf(&r.out, "\n%s\n\n", r.say("answer.evidence"))
			r.writeMarkdown(r.evidence())
		}
	}
	if len(r.answers.Undetermined) > 0 {
		fmt.Fprintf(&r.out, "\n%s\n\n", r.say("answer.undetermined"))
		r.writeMarkdown(r.undetermined())
	}
}

// noAnswer says in a sentence that there is no answer.
func (r *reply) noAnswer() string {
	key := "answer.none." + string(r.answers.Question)
	if r.asked.stated {
		return r.say(key) + " " + r.say("answer.none.stated")
	}
	return r.say(key)
}

// noteUndetermined says on the standard error what a format with one line an
// answer cannot hold, so that nobody takes the list for complete.
func (r *reply) noteUndetermined() {
	if n := len(r.answers.Undetermined); n > 0 {
		fmt.Fprintln(r.env.Stderr, r.say("answer.undetermined-note", r.count(n, "party")))
	}
}

func (r *reply) undetermined() *table {
	t := &table{titles: r.titles("id", "name", "missing")}
	for _, u := range r.answers.Undetermined {
		t.add(u.ID, u.Name, r.say("missing."+u.Missing))
	}
	return t
}

// evidence lists the flows behind the answers, and how many there are where not
// all are listed.
func (r *reply) evidence() *table {
	t := &table{titles: r.titles("id", "activity", "recipient", "data", "roles", "via", "certainty", "where"), whole: map[int]bool{0: true, 7: true}}
	for _, answer := range r.answers.Answers {
		for _, e := range answer.Evidence {
			role := ""
			if e.Recipient != "" {
				role = r.roles(single(e.Role), nil)
			}
			t.add(answer.ID, r.named(register.KindActivities, e.Activity), r.names(register.KindParties, single(e.Recipient)),
				r.names(register.KindDataCategories, single(e.Data)), role, r.names(register.KindParties, e.Via),
				r.certainty(e.Stated, e.Why), r.standsAt(e))
		}
		if rest := answer.EvidenceCount - len(answer.Evidence); rest > 0 {
			t.add(answer.ID, r.say("answer.more", rest), "", "", "", "", "", "")
		}
	}
	return t
}

// single returns a list of one word, or of none for "".
func single(word string) []string {
	if word == "" {
		return nil
	}
	return []string{word}
}

// reasons returns the reasons for which shown answers are assumed.
func (r *reply) reasons() []datamap.Assumption {
	var all []datamap.Assumption
	for _, answer := range r.answers.Answers {
		if !answer.Stated {
			all = append(all, answer.Why...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func (r *reply) titles(codes ...string) []string {
	titles := make([]string, len(codes))
	for i, code := range codes {
		titles[i] = r.say("column." + code)
	}
	return titles
}

// most is how many names a cell holds before the others are counted.
const most = 8

// names returns the names of entities, for people; the ids of those without.
func (r *reply) names(kind register.Kind, ids []string) string {
	var names []string
	for _, id := range ids {
		names = append(names, r.named(kind, id))
	}
	if len(names) > most {
		rest := len(names) - most + 1
		names = append(names[:most-1], r.say("answer.more", rest))
	}
	return strings.Join(names, ", ")
}

func (r *reply) values(values []string) string {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = r.value(v)
	}
	return strings.Join(words, ", ")
}

// roles names roles and marks those of which the register is not sure.
func (r *reply) roles(roles, assumed []string) string {
	if len(roles) == 0 {
		return r.say("answer.no-role")
	}
	words := make([]string, len(roles))
	for i, role := range roles {
		words[i] = r.value(role)
		if slices.Contains(assumed, role) {
			words[i] += " (" + r.say("answer.assumed") + ")"
		}
	}
	return strings.Join(words, ", ")
}

// certainty says in a word whether an answer is stated, and why it is not.
func (r *reply) certainty(stated bool, why []datamap.Assumption) string {
	if stated {
		return r.say("answer.stated")
	}
	if len(why) == 0 {
		return r.say("answer.assumed")
	}
	words := make([]string, len(why))
	for i, w := range why {
		words[i] = r.say("why." + string(w))
	}
	return r.say("answer.assumed") + ": " + strings.Join(words, ", ")
}

// where is the place of the first evidence.
func (r *reply) where(answer wire.Answer) string {
	if !r.places || len(answer.Evidence) == 0 {
		return ""
	}
	return r.standsAt(answer.Evidence[0])
}

// standsAt is where a statement stands: file and line, else its address.
func (r *reply) standsAt(e wire.Evidence) string {
	return cmp.Or(place(register.Place{File: e.File, Line: e.Line}, r.folder), e.At)
}

// destinations says where a recipient processes and on which tool a transfer
// rests: United States (seat): no tool stated.
func (r *reply) destinations(all []wire.Destination) string {
	var items []string
	for _, d := range all {
		item := fmt.Sprintf("%s (%s)", d.Name, r.value(d.How))
		switch {
		case d.Tool != "":
			item += ": " + r.value(string(d.Tool))
		case d.OutsideEEA:
			item += ": " + r.say("answer.no-tool")
		}
		if !slices.Contains(items, item) {
			items = append(items, item)
		}
	}
	return strings.Join(items, "; ")
}
