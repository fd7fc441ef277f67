package register_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
)

// TestSaveYAML says how entries are abbreviated, and where they must not be.
func TestSaveYAML(t *testing.T) {
	text := func(s string) register.Text { return register.Text{"nl": s} }
	for name, c := range map[string]struct {
		activity register.Activity
		want     string
	}{
		"identifiers":             {register.Activity{Subjects: []register.SubjectUse{{Subject: "customer"}, {Subject: "05"}}}, `subjects: [customer, "05"]`},
		"one entry stays a list":  {register.Activity{Data: []register.DataUse{{Category: "name"}}}, `data: [name]`},
		"one word":                {register.Activity{DPIA: &register.DPIA{Criteria: []register.DPIACriterion{"large-scale"}}}, "dpia:\n  criteria: large-scale"},
		"two words":               {register.Activity{DPIA: &register.DPIA{Criteria: []register.DPIACriterion{"large-scale", "sensitive-data"}}}, "dpia:\n  criteria: [large-scale, sensitive-data]"},
		"one rule":                {register.Activity{Retention: []register.RetentionUse{{Rule: "profile"}}}, `retention: profile`},
		"a rule called none":      {register.Activity{Retention: []register.RetentionUse{{Rule: "none"}}}, "retention:\n  - rule: \"none\""},
		"none":                    {register.Activity{Disclosures: []register.Disclosure{}, Systems: []string{}}, "systems: none\ndisclosures: none"},
		"a system called none":    {register.Activity{Systems: []string{"none"}}, `systems: ["none"]`},
		"a text":                  {register.Activity{Name: text("Betalen")}, `name: Betalen`},
		"a text called none":      {register.Activity{Name: text("none")}, `name: "none"`},
		"another language":        {register.Activity{Name: register.Text{"no": "Betale"}}, "name:\n  \"no\": Betale"},
		"two languages":           {register.Activity{Name: register.Text{"nl": "Betalen", "en": "Paying"}}, "name:\n  en: Paying\n  nl: Betalen"},
		"bare texts":              {register.Activity{Measures: []register.MeasureUse{{Measure: "tls"}, {Text: text("Alles op slot")}}}, "measures:\n  - tls\n  - Alles op slot"},
		"a text like an id":       {register.Activity{Measures: []register.MeasureUse{{Text: text("slot")}}}, "measures:\n  - text: slot"},
		"an id like a text":       {register.Activity{Measures: []register.MeasureUse{{Measure: "Not an id"}}}, "measures:\n  - measure: Not an id"},
		"a text in two languages": {register.Activity{Measures: []register.MeasureUse{{Text: register.Text{"nl": "a b", "en": "c d"}}}}, "measures:\n  - text:\n      en: c d\n      nl: a b"},
		"equal entries": {
			register.Activity{Disclosures: []register.Disclosure{{To: "a", As: "processor"}, {To: "b", As: "processor"}, {To: "c", As: "controller"}}},
			"disclosures:\n  - to: [a, b]\n    as: processor\n  - to: c\n    as: controller",
		},
		"equal entries with ids": {
			register.Activity{Disclosures: []register.Disclosure{{ID: "x", To: "a", As: "processor"}, {To: "b", As: "processor"}}},
			"disclosures:\n  - id: x\n    to: a\n    as: processor\n  - to: b\n    as: processor",
		},
		"said twice": {
			register.Activity{Disclosures: []register.Disclosure{{To: "a", As: "processor"}, {To: "a", As: "processor"}}},
			"disclosures:\n  - to: a\n    as: processor\n  - to: a\n    as: processor",
		},
		"bare recipients are no entries": {register.Activity{Disclosures: []register.Disclosure{{To: "a"}, {To: "b"}}}, "disclosures:\n  - to: a\n  - to: b"},
		"not neighbours": {
			register.Activity{Data: []register.DataUse{{Category: "a", Mandatory: register.Yes}, {Category: "b"}, {Category: "c", Mandatory: register.Yes}}},
			"data:\n  - category: a\n    mandatory: true\n  - b\n  - category: c\n    mandatory: true",
		},
		"values":    {register.Activity{From: register.Date(20180525), Occasional: register.No, Version: "1.0", Number: "05"}, "number: \"05\"\nfrom: 2018-05-25\nversion: \"1.0\"\noccasional: false"},
		"countries": {register.Activity{Transfers: []register.TransferClaim{{To: "NO"}, {UnknownCountry: register.Yes}}}, "transfers:\n  - \"NO\"\n  - unknownCountry: true"},
		"extension": {register.Activity{Remarks: register.Remarks{Extensions: register.Extensions{"x-b": []byte(`{"z": 1.0, "a": "05"}`), "x-a": []byte(`[]`)}}}, "x-a: []\nx-b:\n  z: 1.0\n  a: \"05\""},
		"lines":     {register.Activity{Name: text("one\n\ntwo\n")}, "name: |\n  one\n\n  two"},
		"long": {
			register.Activity{Name: text(strings.Repeat("word ", 30) + "end")},
			"name: >-\n  " + strings.Repeat("word ", 20) + "word\n  " + strings.Repeat("word ", 9) + "end",
		},
	} {
		t.Run(name, func(t *testing.T) {
			c.activity.ID = "a"
			r := &register.Register{Schema: "ropa/v1", ID: "r", Language: "nl", Activities: []*register.Activity{&c.activity}}
			want := "schema: ropa/v1\nid: r\nlanguage: nl\n\nactivities:\n  - id: a\n    " + strings.ReplaceAll(c.want, "\n", "\n    ") + "\n"
			want = strings.ReplaceAll(want, "\n    \n", "\n\n")
			if diff := cmp.Diff(want, string(save(t, r, register.YAML))); diff != "" {
				t.Errorf("saved (-want +got):\n%s", diff)
			}
		})
	}
}
