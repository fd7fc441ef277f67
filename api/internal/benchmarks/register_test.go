package benchmarks

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register"
)

// webgems is the web shop of the examples.
var webgems = sync.OnceValues(func() (*register.Register, error) {
	r, _, problems := register.Load("../../../examples/webgems")
	if problems.HasErrors() {
		return nil, problems.Err()
	}
	return r, nil
})

// made is a register in canonical form: the activities of the web shop, again and
// again until there are as many as asked for, as a group of shops has them. The
// categories of data of each shop are its own, below those of all; the parties are
// the same. The note tells one making of it from another.
func made(id string, many int, note string) ([]byte, error) {
	shop, err := webgems()
	if err != nil {
		return nil, err
	}
	r := *shop
	r.ID = id
	r.Activities = nil
	own := make(categories)
	for i := range many {
		a, err := own.activity(shop.Activities[i%len(shop.Activities)], i/len(shop.Activities))
		if err != nil {
			return nil, err
		}
		a.ID, a.Number = activityID(i), ""
		if note != "" {
			a.Note = register.Text{"en": note}
		}
		r.Activities = append(r.Activities, a)
	}
	r.DataCategories = append(slices.Clone(r.DataCategories), own.sorted()...)
	// What refers to one activity by its identifier would lead nowhere.
	r.Waivers, r.Rights = nil, nil
	return register.Save(&r, register.CanonicalJSON)
}

// categories are those that the shops have of their own, by identifier.
type categories map[string]*register.DataCategory

// activity is an activity of the first shop as another one has it.
func (c categories) activity(first *register.Activity, shop int) (*register.Activity, error) {
	raw, err := json.Marshal(first)
	if err != nil {
		return nil, err
	}
	var fields map[string]any
	if err := json.Unmarshal(raw, &fields); err != nil {
		return nil, err
	}
	c.rename(fields, "", shop)
	if raw, err = json.Marshal(fields); err != nil {
		return nil, err
	}
	a := new(register.Activity)
	return a, json.Unmarshal(raw, a)
}

// rename puts a shop's own categories in the place of those of all.
func (c categories) rename(v any, field string, shop int) any {
	switch v := v.(type) {
	case map[string]any:
		for name, one := range v {
			v[name] = c.rename(one, name, shop)
		}
	case []any:
		for i, one := range v {
			v[i] = c.rename(one, field, shop)
		}
	case string:
		if (field != "data" && field != "category") || v == "all" {
			return v
		}
		id := categoryID(v, shop)
		c[id] = &register.DataCategory{ID: id, Name: register.Text{"en": id}, Parent: v}
		return id
	}
	return v
}

func (c categories) sorted() []*register.DataCategory {
	return slices.SortedFunc(maps.Values(c), func(a, b *register.DataCategory) int { return strings.Compare(a.ID, b.ID) })
}

func categoryID(category string, shop int) string { return fmt.Sprintf("%s-of-%d", category, shop) }

func activityID(i int) string { return fmt.Sprintf("activity-%d", i) }

func registerID(i int) string { return fmt.Sprintf("register-%d", i) }

// change changes one entry of a register, in the store alone.
func change(s store.Store, held *store.Copy) error {
	of := held.View.Register().Activities
	before, err := json.Marshal(of[1])
	if err != nil {
		return err
	}
	changed := *of[1]
	changed.Note = register.Text{"en": time.Now().String()}
	after, err := json.Marshal(&changed)
	if err != nil {
		return err
	}
	_, err = s.Commit(context.Background(), held.Key, store.Commit{
		Base: held.Revision, Tag: held.Tag, Action: store.Replace, By: "benchmark", On: time.Now(), Extends: held.View.Register().Extends,
		Changes: []store.Change{{At: "activities/" + of[1].ID, Position: 1, Before: before, After: after}},
	})
	return err
}

func keyOf(i int) store.Key { return store.Key{Register: registerID(i)} }

// fill makes registers directly in a store, some at a time.
func fill(s store.Store, registers, activities int) error {
	const together = 4
	errs := make([]error, together)
	var wg sync.WaitGroup
	for w := range together {
		wg.Go(func() {
			for i := w; i < registers && errs[w] == nil; i += together {
				errs[w] = begin(s, i, activities)
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// begin makes a register directly in a store.
func begin(s store.Store, i, activities int) error {
	shop, err := webgems()
	if err != nil {
		return err
	}
	raw, err := made(registerID(i), activities, "")
	if err != nil {
		return err
	}
	_, err = s.Commit(context.Background(), keyOf(i), store.Commit{
		Action: store.Create, Whole: raw, Extends: shop.Extends, By: "benchmark", On: time.Now(),
	})
	return err
}
