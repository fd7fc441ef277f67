package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var rgt001 = &Rule{
	Code:  "RGT-001",
	Title: value.Text{"en": "No information for people", "nl": "Geen informatie voor betrokkenen"},
	Why: value.Text{
		"en": "People must be told who uses their data, what for and what their rights are. Where the data do not come from themselves, they must also be told which data these are and where they come from.",
		"nl": "Mensen moeten weten wie hun gegevens gebruikt, waarvoor, en welke rechten zij hebben. Komen de gegevens niet van henzelf, dan moeten zij ook horen welke gegevens het zijn en waar ze vandaan komen.",
	},
	Articles: []string{"Art. 13 GDPR", "Art. 14 GDPR", "Art. 12(1) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show which notice tells people about “{activity}”",
				"nl": "het register laat niet zien met welke privacyverklaring mensen over “{activity}” worden geïnformeerd",
			},
			Mend: value.Text{
				"en": "name the notice under notices, or say under rights, with right: information, how people are told or why they need not be",
				"nl": "noem de verklaring onder notices, of zeg onder rights, met right: information, hoe mensen worden geïnformeerd of waarom dat niet hoeft",
			},
		},
		"none": {
			Says: value.Text{
				"en": "the register does not show any notice that tells people what is done with their data ({activities})",
				"nl": "het register laat geen enkele privacyverklaring zien waarin staat wat er met gegevens gebeurt ({activities})",
			},
			Mend: value.Text{
				"en": "add the privacy notice under notices, and name it under notices of allActivities or of each activity",
				"nl": "voeg de privacyverklaring toe onder notices, en noem haar onder notices van allActivities of van elke activiteit",
			},
		},
		"14": {
			Says: value.Text{
				"en": "the register does not show that “{notice}” tells people which data come from others, and from whom: {data}",
				"nl": "het register laat niet zien dat in “{notice}” staat welke gegevens van anderen komen, en van wie: {data}",
			},
			Mend: value.Text{
				"en": "add to the notice what Art. 14 asks and to its articles 14, or name under notices of the activity a notice that does so",
				"nl": "zet in de verklaring wat art. 14 vraagt en voeg 14 toe aan articles, of noem onder notices van de activiteit een verklaring die dat doet",
			},
		},
		"13": {
			Says: value.Text{
				"en": "the register does not show that “{notice}” tells people what they must know when they give data themselves: {data}",
				"nl": "het register laat niet zien dat in “{notice}” staat wat mensen moeten weten die zelf gegevens geven: {data}",
			},
			Mend: value.Text{
				"en": "add to the notice what Art. 13 asks and to its articles 13, or name under notices of the activity a notice that does so",
				"nl": "zet in de verklaring wat art. 13 vraagt en voeg 13 toe aan articles, of noem onder notices van de activiteit een verklaring die dat doet",
			},
		},
	},
	Register: func(c *Check) {
		var untold []*register.Activity
		lacks := map[lack]*lacking{}
		for _, a := range c.view.Activities() {
			if !c.ongoing(a) || !c.informs(a) {
				continue
			}
			if len(c.view.Notices(a)) > 0 {
				c.holdNotices(a, lacks)
			} else if !c.toldOtherwise(a) {
				untold = append(untold, a)
			}
		}
		c.reportUntold(untold)
		c.reportLacks(lacks)
	},
}

// reportUntold tells the activities without a notice: all at once where the
// register has no notice at all, since one may serve for all.
func (c *Check) reportUntold(untold []*register.Activity) {
	if len(untold) == 0 {
		return
	}
	if len(c.view.Register().Notices) == 0 {
		var names []value.Text
		for _, a := range untold {
			names = append(names, inQuotes(c.name(register.KindActivities, a.ID)))
		}
		h := Hit{Variant: "none", Args: args("activities", enumerate(names)), Related: related(untold)}
		h.Tentative = !slices.ContainsFunc(untold, func(a *register.Activity) bool { return !c.future(a) })
		c.Report(h)
		return
	}
	for _, a := range untold {
		c.Report(Hit{At: "activities/" + a.ID, Args: args("activity", c.name(register.KindActivities, a.ID)), Tentative: c.future(a)})
	}
}

// related returns the addresses of the first few activities.
func related(activities []*register.Activity) []string {
	var all []string
	for _, a := range activities[:min(shown, len(activities))] {
		all = append(all, "activities/"+a.ID)
	}
	return all
}

// lack is an article of which a notice does not give the information.
type lack struct {
	notice  string
	article register.NoticeArticle
}

type lacking struct {
	data    []value.Text
	related []string
	// certain: the register says which articles the notice serves, and the
	// activity is carried out.
	certain bool
}

// holdNotices finds what none of the notices of an activity tells. It is told
// of the first one, the nearest to the activity.
func (c *Check) holdNotices(a *register.Activity, lacks map[lack]*lacking) {
	others := c.fromOthers(a)
	own := c.fromThemselves(a)
	if len(others) == 0 && len(own) == 0 {
		return
	}
	notices := c.notices(a)
	if len(notices) == 0 || c.toldOtherwise(a) {
		return
	}
	silent := false
	says := make(map[register.NoticeArticle]bool)
	for _, n := range notices {
		silent = silent || n.Articles == nil
		for _, article := range n.Articles {
			says[article] = true
		}
	}
	if len(others) > 0 && !says[register.NoticeArticle14] {
		c.lacks(lacks, lack{notices[0].ID, register.NoticeArticle14}, a, others, !silent)
	}
	// A notice is for those who give data unless it says otherwise.
	if len(own) > 0 && !says[register.NoticeArticle13] && !silent {
		c.lacks(lacks, lack{notices[0].ID, register.NoticeArticle13}, a, own, true)
	}
}

// fromThemselves returns the numbers of the data uses that people are stated to
// give themselves.
func (c *Check) fromThemselves(a *register.Activity) []int {
	var all []int
	for i := range a.Data {
		if slices.ContainsFunc(a.Data[i].Source, func(s register.DataSource) bool { return s.Kind == register.SourceKindDataSubject }) {
			all = append(all, i)
		}
	}
	return all
}

func (c *Check) lacks(lacks map[lack]*lacking, l lack, a *register.Activity, uses []int, certain bool) {
	x := lacks[l]
	if x == nil {
		x = &lacking{}
		lacks[l] = x
	}
	var categories []value.Text
	names := register.Names(a.Data)
	for _, i := range uses {
		categories = append(categories, c.category(a.Data[i].Category))
		x.related = append(x.related, "activities/"+a.ID+"/data/"+names[i])
	}
	x.data = append(x.data, withDetail(c.name(register.KindActivities, a.ID), categories))
	x.certain = x.certain || certain && !c.future(a)
}

func (c *Check) reportLacks(lacks map[lack]*lacking) {
	for _, n := range c.view.Register().Notices {
		for _, article := range []register.NoticeArticle{register.NoticeArticle13, register.NoticeArticle14} {
			x := lacks[lack{n.ID, article}]
			if x == nil {
				continue
			}
			c.Report(Hit{
				At: "notices/" + n.ID, Variant: string(article), Key: string(article), Lighter: !x.certain,
				Args:    args("notice", noticeTitle(n), "data", enumerate(x.data)),
				Related: x.related[:min(2*shown, len(x.related))],
			})
		}
	}
}
