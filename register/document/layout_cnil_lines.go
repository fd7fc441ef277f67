package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/words"
)

// cnilLine is a line of the form for categories of data.
type cnilLine struct {
	// id is a group of the format, a category of the common vocabulary, or a line
	// that the template does not have.
	id    string
	title words.Entry
	// extra: the template does not have the line; it is told where it is needed.
	extra bool
}

// Lines that the template does not have.
const (
	cnilOther          = "other"
	cnilOtherSensitive = "other-special"
)

// cnilData are the six lines of the template, and those for data that belong to
// none of them.
var cnilData = []cnilLine{
	{id: string(register.CNILGroupIdentity), title: words.Entry{
		"Civil status, identity, identification data, images", "Burgerlijke staat, identiteit, identificatiegegevens, beelden",
		"Personenstand, Identität, Identifikationsdaten, Bilder", "État civil, identité, données d’identification, images",
	}},
	{id: string(register.CNILGroupPersonalLife), title: words.Entry{
		"Personal life (habits, family situation)", "Persoonlijk leven (gewoonten, gezinssituatie)",
		"Privatleben (Gewohnheiten, familiäre Lage)", "Vie personnelle (habitudes de vie, situation familiale)",
	}},
	{id: string(register.CNILGroupEconomic), title: words.Entry{
		"Economic and financial information (income, financial and tax situation)", "Economische en financiële informatie (inkomen, financiële en fiscale situatie)",
		"Wirtschaftliche und finanzielle Angaben (Einkommen, finanzielle und steuerliche Lage)", "Informations d’ordre économique et financier (revenus, situation financière, situation fiscale)",
	}},
	{id: string(register.CNILGroupConnection), title: words.Entry{
		"Connection data (IP address, logs)", "Verbindingsgegevens (IP-adres, logbestanden)",
		"Verbindungsdaten (IP-Adresse, Protokolle)", "Données de connexion (adresse IP, journaux)",
	}},
	{id: string(register.CNILGroupLocation), title: words.Entry{
		"Location data (movements, GPS, GSM)", "Locatiegegevens (verplaatsingen, gps, gsm)",
		"Standortdaten (Bewegungen, GPS, GSM)", "Données de localisation (déplacements, données GPS, GSM)",
	}},
	{id: string(register.CNILGroupNationalNumber), title: words.Entry{
		"Social security number (NIR) or other national number", "Socialezekerheidsnummer (NIR) of ander nationaal nummer",
		"Sozialversicherungsnummer (NIR) oder andere nationale Kennziffer", "Numéro de sécurité sociale (NIR) ou autre numéro national d’identification",
	}},
	{id: string(register.CNILGroupProfessionalLife), extra: true, title: words.Entry{
		"Professional life (added line)", "Beroepsleven (toegevoegde regel)",
		"Berufsleben (hinzugefügte Zeile)", "Vie professionnelle (ligne ajoutée)",
	}},
	{id: string(register.CNILGroupInternet), extra: true, title: words.Entry{
		"Internet: cookies, trackers, browsing, audience measurement (added line)", "Internet: cookies, trackers, surfgedrag, bereikmeting (toegevoegde regel)",
		"Internet: Cookies, Tracker, Surfverhalten, Reichweitenmessung (hinzugefügte Zeile)", "Internet : cookies, traceurs, navigation, mesure d’audience (ligne ajoutée)",
	}},
	{id: cnilOther, extra: true, title: words.Entry{
		"Other data (added line)", "Overige gegevens (toegevoegde regel)",
		"Sonstige Daten (hinzugefügte Zeile)", "Autres données (ligne ajoutée)",
	}},
}

// cnilSensitive are the nine lines of the template, and the one for special data
// of which the register does not say the kind.
var cnilSensitive = []cnilLine{
	{id: "ethnic-origin", title: words.Entry{"Racial or ethnic origin", "Ras of etnische afkomst", "Rassische und ethnische Herkunft", "Données révélant l’origine raciale ou ethnique"}},
	{id: "political-opinions", title: words.Entry{"Political opinions", "Politieke opvattingen", "Politische Meinungen", "Données révélant les opinions politiques"}},
	{id: "religious-beliefs", title: words.Entry{
		"Religious or philosophical beliefs", "Religieuze of levensbeschouwelijke overtuigingen",
		"Religiöse oder weltanschauliche Überzeugungen", "Données révélant les convictions religieuses ou philosophiques",
	}},
	{id: "trade-union-membership", title: words.Entry{"Trade union membership", "Lidmaatschap van een vakbond", "Gewerkschaftszugehörigkeit", "Données révélant l’appartenance syndicale"}},
	{id: "genetic-data", title: words.Entry{"Genetic data", "Genetische gegevens", "Genetische Daten", "Données génétiques"}},
	{id: "biometric-data", title: words.Entry{
		"Biometric data for unique identification", "Biometrische gegevens voor unieke identificatie",
		"Biometrische Daten zur eindeutigen Identifizierung", "Données biométriques aux fins d’identification unique",
	}},
	{id: "health-data", title: words.Entry{"Data concerning health", "Gegevens over gezondheid", "Gesundheitsdaten", "Données concernant la santé"}},
	{id: "sexual-life", title: words.Entry{
		"Sex life or sexual orientation", "Seksueel gedrag of seksuele gerichtheid",
		"Sexualleben oder sexuelle Orientierung", "Données concernant la vie sexuelle ou l’orientation sexuelle",
	}},
	{id: "criminal-data", title: words.Entry{
		"Criminal convictions and offences", "Strafrechtelijke veroordelingen en strafbare feiten",
		"Strafrechtliche Verurteilungen und Straftaten", "Données relatives aux condamnations pénales ou aux infractions",
	}},
	{id: cnilOtherSensitive, extra: true, title: words.Entry{
		"Other special categories (added line)", "Overige bijzondere categorieën (toegevoegde regel)",
		"Sonstige besondere Kategorien (hinzugefügte Zeile)", "Autres catégories particulières (ligne ajoutée)",
	}},
}

// cnilLines are the lines for data and for sensitive data.
func cnilLines() []LayoutColumn {
	var all []LayoutColumn
	add := func(group string, list []cnilLine, fields ...string) {
		for _, line := range list {
			c := LayoutColumn{
				ID: group + "-" + line.id, Title: line.title, Group: group,
				Fields: append([]string{"activities[].data[].category", "dataCategories[].description", "activities[].data[].retention", "activities[].retention"}, fields...),
				cells:  func(k *book, of item) []Cell { return k.cnilCells(of, &line) },
			}
			if line.extra {
				c.Remark = "Not in the template; told only where the activity has such data."
			}
			all = append(all, c)
		}
	}
	add("lines", cnilData, "dataCategories[].cnil", "dataCategories[].marks")
	add("sensitive", cnilSensitive, "dataCategories[].parent", "dataCategories[].marks", "activities[].notProcessed")
	return all
}

// cnilCells are the data of a line and how long they are kept; nil for a line that
// the template does not have where there is nothing to tell.
func (k *book) cnilCells(of item, line *cnilLine) []Cell {
	on := func(d *register.DataUse) bool { return slices.Contains(k.cnilLinesOf(d.Category), line.id) }
	var described []Inline
	var list []*register.DataUse
	for _, d := range k.dataOf(of) {
		if on(d) {
			list = append(list, d)
			described = append(described, k.describedData(of.activity, d, line.id)...)
		}
	}
	if len(list) > 0 {
		return []Cell{k.cell(described...), k.keptOf(of, list)}
	}
	if line.extra {
		return nil
	}
	if k.notProcessed(of.activity, line.id) {
		return []Cell{{Lines: []Inline{k.label("none")}}, {}}
	}
	return []Cell{{Lines: []Inline{muted(k.label("none-listed"))}}, {}}
}

// notProcessed reports whether the register says that no data of a line are
// processed.
func (k *book) notProcessed(a *register.Activity, line string) bool {
	return slices.ContainsFunc(a.NotProcessed, func(id string) bool {
		return id == line || k.view.DataCategory(line) != nil && slices.Contains(k.marksOf(line), register.DataMark(id))
	})
}

// describedData is a category with its marks and what it is; a bundle with those of
// its members that belong to the line.
func (k *book) describedData(a *register.Activity, d *register.DataUse, line string) []Inline {
	c := k.view.DataCategory(d.Category)
	if c == nil {
		return append([]Inline{k.useName(a, d)}, k.remarks(&d.Remarks)...)
	}
	first := k.useName(a, d)
	if within := k.membersOn(c, line); len(within) > 0 {
		first = append(append(first, Run{Text: ": "}), joined(k.names(register.KindDataCategories, within), ", ")...)
	} else {
		for _, m := range k.marksOf(d.Category) {
			first = append(append(first, Run{Text: " "}), mark(k.words.Value(string(m)))...)
		}
	}
	lines := []Inline{first}
	if layer, _ := k.view.Layer(register.KindDataCategories, c.ID); layer != builtIn { // those explain themselves
		lines = append(lines, muted(k.text(c.Description)))
	}
	return append(lines, k.remarks(&d.Remarks)...)
}

// membersOn are the members of a bundle that stand on a line: all of them on the
// line of the bundle itself.
func (k *book) membersOn(c *register.DataCategory, line string) []string {
	if k.cnilLineOf(c.ID) == line {
		return c.Includes
	}
	return slices.DeleteFunc(slices.Clone(c.Includes), func(id string) bool { return !slices.Contains(k.cnilLinesOf(id), line) })
}

// useName names a category, with its purposes or people where the activity has
// several statements of it.
func (k *book) useName(a *register.Activity, d *register.DataUse) Inline {
	name := k.termHead(register.KindDataCategories, d.Category)
	n := 0
	for i := range a.Data {
		if a.Data[i].Category == d.Category {
			n++
		}
	}
	if n < 2 {
		return name
	}
	of := append(k.names(register.KindDataSubjects, d.Subjects), k.names(register.KindPurposes, d.Purposes)...)
	if len(of) == 0 {
		return name
	}
	return append(append(append(name, Run{Text: " (", Style: Muted}), muted(joined(of, ", "))...), Run{Text: ")", Style: Muted})
}

// keptOf is how long some data of an activity are kept; each is named where they
// differ.
func (k *book) keptOf(of item, list []*register.DataUse) Cell {
	one := *of.activity
	one.Data = nil
	for _, d := range list {
		one.Data = append(one.Data, *d)
	}
	return k.retentionCell(item{activity: &one}, func(d *register.DataUse) Inline { return k.useName(of.activity, d) })
}

// cnilLinesOf are the lines on which a category stands: that of its kind of
// sensitive data, else that of the group that it or a wider term names. A bundle
// stands on the lines of its members: on all of them where it says nothing itself,
// else on those of sensitive data and national numbers.
func (k *book) cnilLinesOf(category string) []string {
	all := k.cnilLinesFrom(category, make(map[string]bool))
	if len(all) == 0 {
		return []string{cnilOther}
	}
	return all
}

func (k *book) cnilLinesFrom(category string, seen map[string]bool) []string {
	if seen[category] {
		return nil
	}
	seen[category] = true
	own := k.cnilLineOf(category)
	var all []string
	if own != "" {
		all = append(all, own)
	}
	c := k.view.DataCategory(category)
	if c == nil {
		return all
	}
	for _, member := range c.Includes {
		for _, line := range k.cnilLinesFrom(member, seen) {
			if !slices.Contains(all, line) && (own == "" || line == string(register.CNILGroupNationalNumber) || isCNILSensitive(line)) {
				all = append(all, line)
			}
		}
	}
	return all
}

// cnilLineOf is the line that a category, or the nearest wider term, names; "" for
// none.
func (k *book) cnilLineOf(category string) string {
	var group string
	var marks []register.DataMark
	seen := make(map[string]bool)
	for id := category; id != "" && !seen[id]; {
		c := k.view.DataCategory(id)
		if c == nil {
			break
		}
		if isCNILSensitive(id) {
			return id
		}
		seen[id] = true
		if group == "" {
			group = string(c.CNIL)
		}
		marks = append(marks, c.Marks...)
		id = c.Parent
	}
	switch {
	case slices.Contains(marks, register.DataMarkCriminal):
		return "criminal-data"
	case slices.Contains(marks, register.DataMarkSpecial):
		return cnilOtherSensitive
	case slices.Contains(marks, register.DataMarkNationalIdentifier):
		return string(register.CNILGroupNationalNumber)
	}
	return group
}

// isCNILSensitive reports whether a line is one for sensitive data.
func isCNILSensitive(line string) bool {
	return slices.ContainsFunc(cnilSensitive, func(l cnilLine) bool { return l.id == line })
}
