package own

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// reached is a way in which data reach a party: one entry of reaches.
type reached struct {
	// Role is the role in which the party acts, "" where none is stated.
	Role    string `json:"role"`
	Service string `json:"service"`
	// Stated: neither the recipients on the way nor their roles are assumed.
	Stated bool `json:"stated"`
	// Direct: the organisation itself discloses the data to the party.
	Direct bool `json:"direct"`
	// Exporter is the party from which the data come, "" for the organisation.
	Exporter     string `json:"exporter"`
	ExporterRole string `json:"exporterRole"`
	// Via are the parties in between.
	Via []string `json:"via"`
	// Activity is that of the disclosure by which the data leave the organisation.
	Activity   string               `json:"activity"`
	Disclosure *register.Disclosure `json:"disclosure"`
	// Countries are those from or in which the party processes.
	Countries []reachedCountry `json:"countries"`
	// OwnPurposes are the purposes of its own that are stated there.
	OwnPurposes []string `json:"ownPurposes"`
}

// reachedCountry is a country in which data are, and what is stated for the
// transfer to it.
type reachedCountry struct {
	Country register.Area `json:"country"`
	// How is seat, location or remote-access.
	How string `json:"how"`
	// Tool is that of the transfer.
	Tool register.TransferTool `json:"tool"`
	// Transfer is left out where the register states none.
	Transfer *register.Transfer `json:"transfer"`

	transferAt string
}

// arrival is a party with the ways in which data reach it.
type arrival struct {
	party     *register.Party
	reaches   []reached
	countries []reachedCountry
}

// arrivals gathers the parties that data reach, in the order of their ids.
func arrivals(view *register.View, all []datamap.Reach) []*arrival {
	var list []*arrival
	for len(all) > 0 {
		n := slices.IndexFunc(all, func(x datamap.Reach) bool { return x.Party != all[0].Party })
		if n < 0 {
			n = len(all)
		}
		if party := view.Party(all[0].Party); party != nil {
			a := &arrival{party: party}
			for i := range all[:n] {
				a.add(&all[i])
			}
			list = append(list, a)
		}
		all = all[n:]
	}
	return list
}

func (a *arrival) add(x *datamap.Reach) {
	r := reached{
		Role: x.Role, Service: x.Service, Stated: x.Stated, Direct: x.Exporter == "", Exporter: x.Exporter, ExporterRole: x.ExporterRole,
		Via: x.Via, Disclosure: x.Disclosure, OwnPurposes: x.OwnPurposes,
	}
	if x.Activity != nil {
		r.Activity = x.Activity.ID
	}
	for i := range x.Countries {
		c := &x.Countries[i]
		y := reachedCountry{c.Country, c.How, c.Tool, c.Transfer, c.TransferAt}
		r.Countries = append(r.Countries, y)
		if !slices.ContainsFunc(a.countries, func(z reachedCountry) bool {
			return z.Country == y.Country && z.How == y.How && z.transferAt == y.transferAt
		}) {
			a.countries = append(a.countries, y)
		}
	}
	a.reaches = append(a.reaches, r)
}
