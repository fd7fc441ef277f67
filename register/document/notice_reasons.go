package document

import (
	"slices"
	"strconv"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
)

// reasons tells the purposes of an activity, each with its basis in plain words;
// those that say the same together.
func (n *notice) reasons(a *register.Activity) Fact {
	f := Fact{Name: n.label("notice.reasons")}
	names := register.Names(a.Purposes)
	var said []string
	for i := range a.Purposes {
		p := &a.Purposes[i]
		one := Fact{Name: capitalLine(n.name(register.KindPurposes, p.Purpose)), Text: n.reason(a, p, names[i])}
		key := n.text(p.Description).String() + "\n" + joined(one.Text, "\n").String()
		if at := slices.Index(said, key); at >= 0 {
			f.Facts[at].Name = append(append(f.Facts[at].Name, Run{Text: ", "}), n.name(register.KindPurposes, p.Purpose)...)
			continue
		}
		if text := n.text(p.Description); text != nil {
			one.Text = append([]Inline{capitalLine(text)}, one.Text...)
		}
		if len(one.Text) == 0 {
			f.Text = append(f.Text, one.Name)
			continue
		}
		said, f.Facts = append(said, key), append(f.Facts, one)
	}
	if len(a.Purposes) == 0 {
		n.lacksOf(a, "purposes", nil, "purposes", "Art. 13(1)(c)")
	}
	return f
}

// askUs tells that something is not in the notice, and leads to whom to ask.
func (n *notice) askUs(code string) Inline {
	return Inline{{Text: n.say(code), Ref: "who-we-are"}}
}

// reason tells on which basis a purpose rests (Art. 6, 9), with what belongs to it.
func (n *notice) reason(a *register.Activity, p *register.PurposeUse, name string) []Inline {
	at := "purposes/" + name
	about := n.name(register.KindPurposes, p.Purpose)
	var lines []Inline
	if len(p.Basis) == 0 {
		n.lacksOf(a, "basis", about, at+"/basis", "Art. 13(1)(c)")
		lines = append(lines, n.askUs("notice.ask-basis"))
	}
	for _, basis := range p.Basis {
		lines = append(lines, n.basisLine(a, p, basis))
		switch {
		case basis == register.BasisLegalObligation && len(p.Law) == 0:
			n.lacksOf(a, "law", about, at+"/law", "Art. 13(1)(c)")
		case basis == register.BasisLegitimateInterests && len(p.Interest) == 0:
			n.lacksOf(a, "interest", about, at+"/interest", "Art. 13(1)(d)")
		case basis == register.BasisConsent:
			lines = append(lines, n.consentLines(a, p, at)...)
		}
	}
	for _, c := range p.Article9 {
		line := n.tell("notice.art9", n.value(string(c)), n.cited(a, "condition", string(c)))
		lines = append(lines, n.withLaws(line, p.Article9Law))
	}
	if len(p.Subjects) > 0 && len(p.Subjects) < len(a.Subjects) {
		lines = append(lines, n.after(n.label("notice.of-whom"), n.list(register.KindDataSubjects, p.Subjects)))
	}
	tied := !slices.ContainsFunc(a.Data, func(d register.DataUse) bool { return len(d.Purposes) == 0 }) // then the data tell it
	if len(p.Data) > 0 && len(p.Data) < len(a.Data) && !tied {
		lines = append(lines, n.after(n.label("notice.with-data"), n.list(register.KindDataCategories, p.Data)))
	}
	return lines
}

// basisLine says a basis in plain words, with its article, the law that lays it
// down and the interest.
func (n *notice) basisLine(a *register.Activity, p *register.PurposeUse, basis register.Basis) Inline {
	line := n.label("notice.basis." + string(basis))
	if article := n.cited(a, "basis", string(basis)); article != nil {
		line = append(append(append(line, Run{Text: " ("}), article...), Run{Text: ")"})
	}
	switch basis {
	case register.BasisLegalObligation, register.BasisPublicTask:
		line = n.withLaws(line, p.Law)
	case register.BasisLegitimateInterests, register.BasisRecognisedLegitimateInterests:
		line = n.after(line, n.text(p.Interest))
	}
	return line
}

// withLaws adds the provisions behind something.
func (n *notice) withLaws(line Inline, refs []register.LawRef) Inline {
	return n.after(line, joined(n.lawLinks(refs), n.words.Semicolon()))
}

// lawLinks tells provisions, each leading to its text where that is known.
func (n *notice) lawLinks(refs []register.LawRef) []Inline {
	var all []Inline
	for i := range refs {
		lines := n.laws(refs[i : i+1])
		if len(lines) == 0 || len(lines[0]) == 0 {
			continue
		}
		line := lines[0]
		if link := address(refs[i].URL); len(link) > 0 && link[0].Link != "" {
			line[0].Link = link[0].Link
		} else if len(link) > 0 {
			line = append(append(line, Run{Text: ", "}), link...)
		}
		all = append(all, line)
	}
	return all
}

// cited is where a basis or condition stands in the law of an activity; nil where
// that law counts its articles otherwise.
func (n *notice) cited(a *register.Activity, kind, id string) Inline {
	article := articles()[kind+" "+id]
	regulation := a.Regulation
	if regulation == "" {
		regulation = n.register.Regulation
	}
	switch {
	case article == "":
		return nil
	case regulation == "" || regulation == register.RegulationGdpr:
		return Text(law.Cite(article+" GDPR", n.o.Language))
	case regulation == register.RegulationUkGdpr:
		return Text(law.Cite(article+" UK GDPR", n.o.Language))
	}
	return nil
}

// unfree are ways of consent that are none (Art. 4(11), 7(2)).
var unfree = []register.ConsentMechanism{
	register.ConsentMechanismByAcceptingTerms, register.ConsentMechanismPreTicked, register.ConsentMechanismContinuedUse,
}

// consentLines tells how consent is given and withdrawn (Art. 7).
func (n *notice) consentLines(a *register.Activity, p *register.PurposeUse, at string) []Inline {
	about := n.name(register.KindPurposes, p.Purpose)
	c := p.Consent
	if c == nil {
		n.lacksOf(a, "withdrawal", about, at+"/consent/withdrawal", "Art. 13(2)(c)")
		return nil
	}
	var lines []Inline
	if slices.Contains(unfree, c.Mechanism) {
		n.lacksOf(a, "unfree", n.after(about, n.value(string(c.Mechanism))), at+"/consent", "Art. 7(2)")
	} else if how := n.text(c.How); how != nil {
		lines = append(lines, n.after(n.label("notice.consent-how"), how))
	} else if c.Mechanism != "" {
		lines = append(lines, n.after(n.label("notice.consent-how"), n.value(string(c.Mechanism))))
	}
	if how := n.text(c.Withdrawal); how != nil {
		lines = append(lines, n.after(n.label("notice.withdraw-how"), how))
	} else {
		n.lacksOf(a, "withdrawal", about, at+"/consent/withdrawal", "Art. 13(2)(c)")
	}
	if c.MinimumAge != nil {
		lines = append(lines, n.tell("notice.minimum-age", Text(strconv.Itoa(*c.MinimumAge))))
	}
	return lines
}
