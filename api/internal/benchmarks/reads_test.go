package benchmarks

import (
	"fmt"
	"net/http"
	"slices"

	"github.com/openropa/ropa/api"
)

// reads measures answers that are kept and answers that are made, beside a bare
// handler that writes the same bytes.
func reads(d *databases) error {
	s, err := d.sqlite().another()
	if err != nil {
		return err
	}
	defer s.Close()
	keeping, err := api.New(api.Options{Store: s})
	if err != nil {
		return err
	}
	making, err := api.New(api.Options{Store: s, Answers: 1})
	if err != nil {
		return err
	}
	kept, err := serve(keeping)
	if err != nil {
		return err
	}
	defer kept.close()
	fresh, err := serve(making)
	if err != nil {
		return err
	}
	defer fresh.close()
	raw, err := made("large", *activities, "")
	if err != nil {
		return err
	}
	if _, err := send(client(1), http.MethodPost, kept.url+"/v1/registers", raw); err != nil {
		return err
	}
	t := newTable("Question", "bytes", "bare", "kept", "of bare", "made", "of bare")
	for _, q := range []struct{ name, path string }{
		{"one activity", "entities/activities/" + activityID(7)},
		{"a page of activities", "entities/activities?limit=43"},
		{"a longer page of activities", "entities/activities?limit=290"},
		{"who gets the data of one activity, briefly", "recipients?brief=true&activity=" + activityID(7)},
		{"which activities use names, briefly, a page", "activities?data=name&brief=true&limit=170"},
		{"which activities use names, briefly, all", "activities?data=name&brief=true&limit=1000"},
		{"which processors get one shop's bank accounts", "processors?receives=bank-account-of-7"},
		{"which activities reach Mollie, a page", "activities?recipient=mollie&limit=44"},
		{"which activities use names, all", "activities?data=name&limit=1000"},
		{"which activities use names or e-mail addresses, all", "activities?data=name,email&limit=950"},
		{"which activities reach Lightspeed, all of 250", "activities?recipient=lightspeed&limit=250"},
		{"the flows of names, a page", "flows?data=name&limit=100"},
	} {
		if err := read(t, q.name, "/v1/registers/large/"+q.path, kept, fresh); err != nil {
			return err
		}
	}
	t.print("### Answers")
	return nil
}

func read(t *table, name, path string, kept, fresh *served) error {
	body, _, err := get(client(1), kept.url+path)
	if err != nil {
		return err
	}
	bare, err := serve(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(body)
	}))
	if err != nil {
		return err
	}
	defer bare.close()
	// In turns, so that what else the machine does concerns all of them.
	var all [3][]float64
	for range 3 {
		for i, url := range []string{bare.url, kept.url + path, fresh.url + path} {
			r, err := getRate(url, *budget/2)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			all[i] = append(all[i], r)
		}
	}
	var rates [3]float64
	for i := range all {
		slices.Sort(all[i])
		rates[i] = all[i][1]
	}
	t.row(name, len(body), rates[0], rates[1], percent(rates[1]/rates[0]), rates[2], percent(rates[2]/rates[0]))
	return nil
}
