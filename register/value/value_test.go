package value

import (
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	for s, want := range map[string]Date{"2018-05-25": 20180525, "2024-02-29": 20240229, "0000-01-01": 101, "0001-01-01": 10101, "9999-12-31": 99991231} {
		d, err := ParseDate(s)
		if err != nil || d != want || d.String() != s {
			t.Errorf("ParseDate(%q) = %d, %v", s, d, err)
		}
	}
	for _, s := range []string{"", "2018-5-25", "2018-05-32", "2023-02-29", "2018-13-01", "2018-00-01", "2018-05-25T00:00", "２018-05-25", "2018/05/25", "20180525", "-018-05-25"} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %v", s, d)
		}
	}
}

func TestDate(t *testing.T) {
	d := MustDate("2018-05-25")
	if d.Year() != 2018 || d.Month() != time.May || d.Day() != 25 || d.IsZero() {
		t.Errorf("parts of %v", d)
	}
	if DateOf(d.Time()) != d {
		t.Errorf("DateOf(%v) = %v", d.Time(), DateOf(d.Time()))
	}
	var none Date
	if !none.IsZero() || none.String() != "" || !none.Time().IsZero() {
		t.Errorf("the zero date: %q %v", none.String(), none.Time())
	}
	amsterdam := time.FixedZone("", 3600)
	if got := DateOf(time.Date(2026, 1, 1, 0, 30, 0, 0, amsterdam)); got.String() != "2026-01-01" {
		t.Errorf("the day in its own zone: %v", got)
	}
	if _, err := NewDate(2026, time.April, 31); err == nil {
		t.Error("31 April is a day")
	}
}

func TestBetween(t *testing.T) {
	day := MustDate("2026-01-15")
	for _, c := range []struct {
		from, until string
		want        bool
	}{
		{"", "", true},
		{"2026-01-15", "", true},
		{"2026-01-16", "", false},
		{"", "2026-01-15", true},
		{"", "2026-01-14", false},
		{"2026-01-15", "2026-01-15", true},
	} {
		from, _ := ParseDate(c.from)
		until, _ := ParseDate(c.until)
		if got := day.Between(from, until); got != c.want {
			t.Errorf("Between(%s, %s) = %t", c.from, c.until, got)
		}
	}
}

func TestParsePeriod(t *testing.T) {
	for s, want := range map[string][4]int{
		"P7Y": {7, 0, 0, 0}, "P1Y6M": {1, 6, 0, 0}, "P18M": {0, 18, 0, 0}, "P4W": {0, 0, 4, 0}, "P30D": {0, 0, 0, 30},
		"P1Y2M3D": {1, 2, 0, 3}, "P0D": {}, "P1Y3D": {1, 0, 0, 3},
	} {
		p, err := ParsePeriod(s)
		y, m, w, d := p.Parts()
		if err != nil || [4]int{y, m, w, d} != want {
			t.Errorf("ParsePeriod(%q) = %v, %v", s, p, err)
		}
	}
	for _, s := range []string{"", "P", "7Y", "P7", "PY", "P1M1Y", "P1Y1W", "P1W1D", "PT1H", "P1.5Y", "P-1Y", "p7y", "P7Y ", "P10000Y", "P1Y1Y", "P1X"} {
		if p, err := ParsePeriod(s); err == nil {
			t.Errorf("ParsePeriod(%q) = %v", s, p)
		}
	}
}

func TestPeriodAfter(t *testing.T) {
	for _, c := range [][3]string{
		{"2019-12-31", "P7Y", "2026-12-31"},
		{"2024-02-29", "P1Y", "2025-02-28"},
		{"2024-01-31", "P1M", "2024-02-29"},
		{"2024-01-31", "P1M1D", "2024-03-01"},
		{"2024-01-01", "P4W", "2024-01-29"},
		{"2024-12-31", "P2M", "2025-02-28"},
		{"2024-12-31", "P0D", "2024-12-31"},
	} {
		if got := Period(c[1]).After(MustDate(c[0])); got != MustDate(c[2]) {
			t.Errorf("%s after %s = %v, want %s", c[1], c[0], got, c[2])
		}
	}
	if Period("P1Y").After(0) != 0 {
		t.Error("a period after no date is a date")
	}
}

func TestText(t *testing.T) {
	text := Text{"nl": "naam", "en": "name", "de": "Name"}
	for _, c := range []struct {
		text      Text
		languages []Language
		want      string
		language  Language
	}{
		{text, []Language{"nl"}, "naam", "nl"},
		{text, []Language{"fr", "de"}, "Name", "de"},
		{text, []Language{"fr"}, "name", "en"},
		{Text{"pl": "nazwa", "el": "όνομα"}, []Language{"fr"}, "όνομα", "el"},
		{Text{Undetermined: "x"}, nil, "x", Undetermined},
		{nil, []Language{"nl"}, "", ""},
	} {
		if got, language := c.text.Find(c.languages...); got != c.want || language != c.language {
			t.Errorf("%v in %v: %q, %q", c.text, c.languages, got, language)
		}
	}
}

func TestCountry(t *testing.T) {
	if n := len(Countries()); n != 249 {
		t.Errorf("%d countries", n)
	}
	for _, c := range Countries() {
		if !c.IsValid() {
			t.Errorf("%s is not valid", c)
		}
	}
	for _, c := range []Country{"", "UK", "EL", "nl", "N", "NLD", "L A", "  ", "EU", "XX"} {
		if c.IsValid() {
			t.Errorf("%q is valid", c)
		}
	}
	for _, a := range []Area{"EEA", "EU", "NL"} {
		if !a.IsValid() {
			t.Errorf("%s is not valid", a)
		}
	}
	if _, ok := EEA.Country(); ok {
		t.Error("EEA is a country")
	}
	if c, ok := Area("NL").Country(); !ok || c != "NL" {
		t.Error("NL is no country")
	}
}

func TestTristate(t *testing.T) {
	if TristateOf(true) != Yes || TristateOf(false) != No || Unstated.String()+Yes.String()+No.String() != "truefalse" {
		t.Error("tristate")
	}
}

func FuzzParseDate(f *testing.F) {
	f.Add("2018-05-25")
	f.Add("2018-02-30")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		want, wantErr := time.Parse("2006-01-02", s)
		if err == nil && (wantErr != nil || DateOf(want) != d || d.String() != s) {
			t.Errorf("ParseDate(%q) = %v; the time package: %v, %v", s, d, want, wantErr)
		}
		if err != nil && wantErr == nil {
			t.Errorf("ParseDate(%q): %v", s, err)
		}
	})
}

func FuzzParsePeriod(f *testing.F) {
	f.Add("P1Y6M")
	f.Fuzz(func(t *testing.T, s string) {
		if p, err := ParsePeriod(s); err == nil && string(p) != s {
			t.Errorf("ParsePeriod(%q) = %q", s, p)
		}
	})
}
