package law

import (
	"slices"
	"testing"

	"github.com/openropa/ropa/register/value"
)

func TestIsEEA(t *testing.T) {
	for _, c := range []struct {
		country value.Country
		on      string
		eea, eu bool
	}{
		{"NL", "2018-05-25", true, true},
		{"NO", "2026-11-22", true, false},
		{"LI", "1995-04-30", false, false},
		{"LI", "1995-05-01", true, false},
		{"HR", "2013-06-30", false, false},
		{"HR", "2013-07-01", true, true},
		{"GB", "2020-02-01", true, true},
		{"GB", "2020-12-31", true, true},
		{"GB", "2021-01-01", false, false},
		{"RE", "2026-11-22", true, true},
		{"BL", "2026-11-22", false, false},
		{"SJ", "2026-11-22", false, false},
		{"FO", "2026-11-22", false, false},
		{"CH", "2026-11-22", false, false},
		{"US", "2026-11-22", false, false},
		{"", "2026-11-22", false, false},
	} {
		on := value.MustDate(c.on)
		if got := IsEEA(c.country, on); got != c.eea {
			t.Errorf("IsEEA(%q, %s) = %t", c.country, c.on, got)
		}
		if got := IsEU(c.country, on); got != c.eu {
			t.Errorf("IsEU(%q, %s) = %t", c.country, c.on, got)
		}
	}
}

func TestUnionHas27Members(t *testing.T) {
	territories := []value.Country{"AX", "GF", "GP", "MF", "MQ", "RE", "YT"}
	n := 0
	for _, c := range value.Countries() {
		if IsEU(c, value.MustDate("2026-11-22")) && !slices.Contains(territories, c) {
			n++
		}
	}
	if n != 27 {
		t.Errorf("%d members of the Union, want 27", n)
	}
}

func TestDataAreComplete(t *testing.T) {
	for _, m := range Memberships() {
		if !m.Country.IsValid() || m.Source == "" || m.On.IsZero() {
			t.Errorf("membership incomplete: %+v", m)
		}
	}
	if !slices.IsSortedFunc(provisions, func(a, b Provision) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	}) {
		t.Error("provisions are not in the order of their ids")
	}
	for _, p := range Provisions() {
		if found, ok := FindProvision(p.ID); !ok || found != p {
			t.Errorf("FindProvision(%q) = %v, %t", p.ID, found, ok)
		}
		if !p.Country.IsValid() || p.Cite == "" || p.Source == "" {
			t.Errorf("provision incomplete: %+v", p)
		}
	}
	if _, ok := FindProvision("nl-awr-53x"); ok {
		t.Error("found a provision that is none")
	}
	for _, item := range DPIAItems() {
		if found, ok := FindDPIAItem(item.ID); !ok || found.Name != item.Name {
			t.Errorf("FindDPIAItem(%q) = %v, %t", item.ID, found, ok)
		}
	}
	if _, ok := FindDPIAItem("nl-ap-18"); ok {
		t.Error("found an item that is none")
	}
}
