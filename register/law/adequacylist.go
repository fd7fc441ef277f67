package law

import "github.com/openropa/ropa/register/value"

// firstReview is the report on the eleven decisions taken under Directive
// 95/46/EC: all go on (Art. 45(9)).
var firstReview = []Review{{value.MustDate("2024-01-15"), "COM(2024) 7", checkedIn("COM(2024) 7")}}

// adequacy is the history of decisions. Those on passenger name records, which
// concerned one authority and one kind of file, are left out.
var adequacy = []AdequacyDecision{
	early("AD", "2010-10-19", "2010/625/EU"),
	early("AR", "2003-06-30", "2003/490/EC"),
	{Country: "BR", Instrument: "(EU) 2026/179", Kind: AdequacyByDecision, Adopted: value.MustDate("2026-01-26"), Term: from("2026-01-26"),
		Requires:  RequiresLGPD,
		Condition: text("only recipients subject to the LGPD", "alleen ontvangers die onder de LGPD vallen"),
		Note:      text("review after four years", "evaluatie na vier jaar"),
		Verified:  checkedIn("Implementing Decision (EU) 2026/179, C(2026) 373")},
	early("CA", "2001-12-20", "2002/2/EC").requiring(RequiresPIPEDA,
		text("only recipients subject to PIPEDA", "alleen ontvangers die onder PIPEDA vallen"),
		text("commercial organisations", "commerciële organisaties")),
	early("CH", "2000-07-26", "2000/518/EC"),
	early("FO", "2010-03-05", "2010/146/EU"),
	{Country: "GB", Instrument: "Trade and Cooperation Agreement, Art. FINPROV.10A", Kind: AdequacyByAgreement,
		Term: between("2021-01-01", "2021-06-27"), Ended: AdequacyReplaced, EndedBy: "(EU) 2021/1772",
		Note: text("a transfer to the United Kingdom was none to a third country until the decision was taken",
			"doorgifte aan het Verenigd Koninkrijk gold tot het besluit niet als doorgifte aan een derde land"),
		Verified: unchecked("Trade and Cooperation Agreement between the Union and the United Kingdom, Art. FINPROV.10A")},
	{Country: "GB", Instrument: "(EU) 2021/1772", Kind: AdequacyByDecision, Adopted: value.MustDate("2021-06-28"),
		Term: between("2021-06-28", "2025-06-27"), Ended: AdequacyProlonged, EndedBy: "decision of 2025-06-24",
		Scope: noImmigration, Verified: checkedIn("Implementing Decision (EU) 2021/1772")},
	{Country: "GB", Instrument: "(EU) 2021/1772, prolonged", Kind: AdequacyByDecision, Adopted: value.MustDate("2025-06-24"),
		Term: between("2025-06-28", "2025-12-27"), Ended: AdequacyProlonged, EndedBy: "C(2025) 8771",
		Scope: noImmigration, Verified: checkedIn("Implementing Decision (EU) 2021/1772, prolonged by the decision of 2025-06-24")},
	{Country: "GB", Instrument: "(EU) 2021/1772, renewed by C(2025) 8771", Kind: AdequacyByDecision, Adopted: value.MustDate("2025-12-19"),
		Term:     between("2025-12-28", "2031-12-27"),
		Note:     text("transfers for immigration control are covered since the renewal", "doorgifte voor immigratiecontrole valt er sinds de verlenging onder"),
		Verified: checkedIn("Decision C(2025) 8771")},
	early("GG", "2003-11-21", "2003/821/EC"),
	{Country: "HU", Instrument: "2000/519/EC", Kind: AdequacyByDecision, Adopted: value.MustDate("2000-07-26"),
		Term: between("2000-07-26", "2004-04-30"), Ended: AdequacyLapsed, EndedBy: "Treaty of Accession 2003",
		Verified: unchecked("Decision 2000/519/EC")},
	early("IL", "2011-01-31", "2011/61/EU").requiring(RequiresAutomated,
		text("only automated transfers, or data processed by automated means in Israel", "alleen geautomatiseerde doorgifte, of gegevens die in Israël geautomatiseerd worden verwerkt"), nil),
	early("IM", "2004-04-28", "2004/411/EC"),
	early("JE", "2008-05-08", "2008/393/EC"),
	{Country: "JP", Instrument: "(EU) 2019/419", Kind: AdequacyByDecision, Adopted: value.MustDate("2019-01-23"), Term: from("2019-01-23"),
		Requires:  RequiresAPPI,
		Condition: text("only business operators subject to the APPI, with the Supplementary Rules", "alleen ondernemingen die onder de APPI vallen, met de aanvullende regels"),
		Verified:  checkedIn("Implementing Decision (EU) 2019/419")},
	{Country: "KR", Instrument: "(EU) 2022/254", Kind: AdequacyByDecision, Adopted: value.MustDate("2021-12-17"), Term: from("2021-12-17"),
		Requires:  RequiresPIPA,
		Condition: text("only recipients subject to the PIPA, with its additional rules", "alleen ontvangers die onder de PIPA vallen, met de aanvullende regels"),
		Reviews:   []Review{{value.MustDate("2026-07-23"), "COM(2026) 384", unchecked("COM(2026) 384")}},
		Verified:  checkedIn("Implementing Decision (EU) 2022/254")},
	early("NZ", "2012-12-19", "2013/65/EU"),
	{Country: "US", Name: "Safe Harbour", Instrument: "2000/520/EC", Kind: AdequacyByDecision, Adopted: value.MustDate("2000-07-26"),
		Term: between("2000-07-26", "2015-10-06"), Ended: AdequacyAnnulled, EndedBy: "C-362/14",
		Requires:  RequiresHarbour,
		Condition: text("only organisations that adhered to the Safe Harbour principles", "alleen organisaties die de Safe Harbour-beginselen onderschreven"),
		Verified:  checkedIn("Decision 2000/520/EC; C-362/14")},
	{Country: "US", Name: "Privacy Shield", Instrument: "(EU) 2016/1250", Kind: AdequacyByDecision, Adopted: value.MustDate("2016-07-12"),
		Term: between("2016-07-12", "2020-07-16"), Ended: AdequacyAnnulled, EndedBy: "C-311/18",
		Requires:  RequiresShieldListing,
		Condition: text("only organisations on the Privacy Shield list", "alleen organisaties op de Privacy Shield-lijst"),
		Verified:  checkedIn("Implementing Decision (EU) 2016/1250; C-311/18")},
	{Country: "US", Name: "EU-US Data Privacy Framework", Instrument: "(EU) 2023/1795", Kind: AdequacyByDecision, Adopted: value.MustDate("2023-07-10"), Term: from("2023-07-10"),
		Requires: RequiresDPFListing,
		Condition: text("only organisations that are active on the Data Privacy Framework (DPF) list",
			"alleen organisaties die actief op de lijst van het Data Privacy Framework (DPF) staan"),
		Scope: text("per organisation; data of its staff only where its certification covers HR data",
			"per organisatie; gegevens van personeel alleen als de certificering HR-gegevens omvat"),
		Note: text("T-553/23 dismissed on 2025-09-03; appeal C-703/25 P pending",
			"T-553/23 verworpen op 2025-09-03; hogere voorziening C-703/25 P loopt"),
		Verified: checkedIn("Implementing Decision (EU) 2023/1795")},
	early("UY", "2012-08-21", "2012/484/EU"),
	{Organisation: "EPO", Name: "European Patent Organisation", Instrument: "C(2025) 4626", Kind: AdequacyByDecision, Adopted: value.MustDate("2025-07-15"), Term: from("2025-07-15"),
		Verified: checkedIn("Decision C(2025) 4626")},
}

var noImmigration = text("not for the purposes of immigration control", "niet voor immigratiecontrole")

// early is a decision under Directive 95/46/EC that is still in force.
func early(country value.Country, adopted, number string) AdequacyDecision {
	return AdequacyDecision{
		Country: country, Instrument: number, Kind: AdequacyByDecision,
		Adopted: value.MustDate(adopted), Term: from(adopted),
		Reviews: firstReview, Verified: checkedIn("Decision " + number + "; COM(2024) 7"),
	}
}

// requiring adds what the decision depends on.
func (d AdequacyDecision) requiring(word AdequacyRequirement, condition, scope value.Text) AdequacyDecision {
	d.Requires, d.Condition, d.Scope = word, condition, scope
	return d
}
