package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var spc003 = &Rule{
	Code:  "SPC-003",
	Title: value.Text{"en": "Words that hint at special data", "nl": "Woorden die op bijzondere gegevens wijzen"},
	Why: value.Text{
		"en": "Data from which health, religion, trade union membership or sexual life can be inferred are special categories too, even where nobody asked for them as such.",
		"nl": "Gegevens waaruit gezondheid, godsdienst, vakbondslidmaatschap of seksueel leven is af te leiden, zijn ook bijzondere persoonsgegevens, zelfs als niemand er als zodanig om vroeg.",
	},
	Articles: []string{"Art. 9(1) GDPR"},
	Source:   Case, // C-184/20, C-21/23
	Severity: diag.Warning,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show whether “{category}” is a special category of data: it speaks of “{word}”",
				"nl": "het register laat niet zien of “{category}” bijzondere persoonsgegevens zijn: het spreekt van “{word}”",
			},
			Mend: value.Text{
				"en": "add marks: special to the category, or put it below a category such as health-data under parent; otherwise say under waivers why nothing special can be inferred",
				"nl": "zet marks: special bij de categorie, of hang haar met parent onder een categorie zoals health-data; zeg anders onder waivers waarom er niets bijzonders uit af te leiden is",
			},
		},
		"note": {
			Says: value.Text{
				"en": "the register does not show whether “{category}” in “{activity}” holds special categories of data: the note speaks of “{word}”",
				"nl": "het register laat niet zien of “{category}” in “{activity}” bijzondere persoonsgegevens bevat: de toelichting spreekt van “{word}”",
			},
			Mend: value.Text{
				"en": "list the special category, such as health-data, under data; or say notProcessed: [special] where such data are taken out",
				"nl": "noem de bijzondere categorie, zoals health-data, onder data; of zeg notProcessed: [special] als zulke gegevens worden verwijderd",
			},
		},
		"activity": {
			Says: value.Text{
				"en": "the register does not show whether “{activity}” processes special categories of data: the name speaks of “{word}”",
				"nl": "het register laat niet zien of “{activity}” bijzondere persoonsgegevens verwerkt: de naam spreekt van “{word}”",
			},
			Mend: value.Text{
				"en": "list the special category, such as health-data, under data; or say notProcessed: [special]",
				"nl": "noem de bijzondere categorie, zoals health-data, onder data; of zeg notProcessed: [special]",
			},
		},
	},
	Register: hintsOfCategories,
	Activity: func(c *Check, a *Activity) {
		word := hint(a.Name)
		note := -1
		for i := range a.Data {
			if n := a.Data[i].Note; len(n) > 0 && note < 0 && hint(n) != nil {
				note = i
			}
		}
		if word == nil && note < 0 || !c.gdprControls(a) || c.bearsAny(a, special) || isOne(string(register.DataMarkSpecial), a.NotProcessed...) {
			return
		}
		if note >= 0 {
			c.Report(Hit{At: a.DataAt(note) + "/note", Variant: "note", Args: args(
				"category", c.category(a.Data[note].Category), "activity", c.activityName(a), "word", hint(a.Data[note].Note))})
			return
		}
		c.Report(Hit{At: a.At, Variant: "activity", Args: args("activity", c.activityName(a), "word", word)})
	},
}

// hintsOfCategories looks at the categories that the register itself defines and
// that an activity uses: those of the built-in vocabulary were looked at when
// they were written.
func hintsOfCategories(c *Check) {
	words := make(map[string]value.Text)
	for _, k := range c.view.Register().DataCategories {
		word := hint(k.Name)
		if word == nil {
			word = hint(k.Description)
		}
		if word != nil && !c.terms.marked(k.ID, register.DataMarkSpecial) {
			words[k.ID] = word
		}
	}
	if len(words) == 0 {
		return
	}
	for _, a := range c.view.Activities() {
		for i := range a.Data {
			id := a.Data[i].Category
			if word, ok := words[id]; ok {
				c.Report(Hit{At: "dataCategories/" + id, Args: args("category", c.category(id), "word", word)})
				delete(words, id)
			}
		}
	}
}
