package lint_test

import "testing"

// held is one activity with a purpose and one entry under data.
func heldData(purpose, data, rest string) string {
	return one("    purposes:\n      - " + purpose + "\n    data:\n      - " + data + "\n" + rest)
}

func TestSpecialData(t *testing.T) {
	const at = "error activities/x/purposes/care-provision"
	plain := "{purpose: care-provision, basis: contract}"
	runFound(t, "SPC-001", []foundCase{
		{name: "narrower than a special category", text: heldData(plain, "medication", ""), want: at},
		{name: "in a bundle", text: heldData(plain, "set", "dataCategories: [{id: set, name: set, includes: [name, religion]}]"), want: at},
		{name: "own category below a special one", text: heldData(plain, "blood", "dataCategories: [{id: blood, name: blood, parent: lab-results}]"), want: at},
		{name: "condition", text: heldData("{purpose: care-provision, basis: contract, art9: health-care}", "medication", "")},
		{name: "for another purpose", text: heldData(plain, "{category: medication, purposes: [research]}", "")},
		{name: "purpose with other data", text: heldData("{purpose: care-provision, basis: contract, data: [name]}", "medication", "")},
		{name: "anonymous", text: heldData(plain, "{category: medication, claim: anonymous, form: aggregated}", "")},
		{name: "as a processor", text: heldData(plain, "medication", "    role: processor\n")},
		{name: "law enforcement", text: heldData(plain, "medication", "    regulation: led\n")},
		{name: "ended", text: heldData(plain, "medication", "    until: 2025-01-01\n")},
		{name: "planned", text: heldData(plain, "medication", "    status: planned\n"), want: "warning activities/x/purposes/care-provision"},
	})
}

func TestConditionsForSpecialData(t *testing.T) {
	const law, explicit = "error activities/x/purposes/care-provision/art9 health-care", "activities/x/purposes/care-provision/art9 explicit-consent"
	runFound(t, "SPC-002", []foundCase{
		{name: "no law", text: heldData("{purpose: care-provision, basis: legal-obligation, art9: health-care}", "medication", ""), want: law},
		{name: "contract with a professional", text: heldData("{purpose: care-provision, basis: contract, art9: health-care}", "medication", "")},
		{name: "law at the purpose", text: heldData("{purpose: care-provision, basis: legal-obligation, law: [nl-uavg-30], art9: health-care}", "medication", "")},
		{name: "law at the data", text: heldData("{purpose: care-provision, basis: legal-obligation, art9: health-care}", "{category: medication, law: [nl-uavg-30]}", "")},
		{name: "needs no law", text: heldData("{purpose: care-provision, basis: contract, art9: vital-interests}", "medication", "")},
		{name: "consent unknown", text: heldData("{purpose: care-provision, basis: consent, art9: explicit-consent}", "medication", ""), want: "error " + explicit},
		{name: "not explicit", text: heldData("{purpose: care-provision, basis: consent, art9: explicit-consent, consent: {mechanism: opt-in, explicit: false}}", "medication", ""), want: "error " + explicit},
		{name: "by accepting terms", text: heldData("{purpose: care-provision, basis: consent, art9: explicit-consent, consent: {mechanism: by-accepting-terms}}", "medication", ""), want: "error " + explicit},
		{name: "may be explicit", text: heldData("{purpose: care-provision, basis: consent, art9: explicit-consent, consent: {mechanism: opt-in}}", "medication", ""), want: "warning " + explicit},
		{name: "signed", text: heldData("{purpose: care-provision, basis: consent, art9: explicit-consent, consent: {mechanism: written}}", "medication", "")},
	})
}

func TestHints(t *testing.T) {
	plain := "{purpose: customer-service, basis: contract}"
	named := func(name string) string { return heldData(plain, "name", "    name: "+name+"\n") }
	noted := func(note, rest string) string {
		return heldData(plain, "{category: correspondence, note: "+note+"}", rest)
	}
	const activity, note = "warning activities/x", "warning activities/x/data/correspondence/note"
	runFound(t, "SPC-003", []foundCase{
		{name: "name", text: named("Medische keuringen"), want: activity},
		{name: "capitals and accents", text: named("ALLERGIEËN van gasten"), want: activity},
		{name: "part of a word", text: named("Paramedischeplanning, unionisation and sextants")},
		{name: "union, race and sex mean other things too", text: named("European Union race results by sex")},
		{name: "health and safety", text: named("Health and safety plan")},
		{name: "veiligheid en gezondheid", text: named("Gezondheid en veiligheid op het werk")},
		{name: "denied", text: noted("no medical details", "")},
		{name: "ontkend", text: noted("hierin staan geen medische gegevens", "")},
		{name: "denied far before", text: noted("not kept after the call and at times on religion", ""), want: note},
		{name: "stated not to be processed", text: noted("may touch on religion", "    notProcessed: [special]\n")},
		{name: "special data are listed", text: heldData("{purpose: customer-service, basis: contract, art9: made-public}", "{category: [correspondence, religion], note: on religion}", "")},
		{name: "category in use", text: heldData(plain, "faith", "dataCategories: [{id: faith, name: geloofsovertuiging}]"), want: "warning dataCategories/faith"},
		{name: "category that nobody uses", text: heldData(plain, "name", "dataCategories: [{id: faith, name: geloofsovertuiging}]")},
		{name: "below a special category", text: heldData(plain, "faith", "dataCategories: [{id: faith, name: geloofsovertuiging, parent: religion}]")},
	})
}

func TestCriminalData(t *testing.T) {
	plain := "{purpose: fraud-prevention, basis: legitimate-interests}"
	const at = "error activities/x/data/criminal-offences"
	runFound(t, "SPC-004", []foundCase{
		{name: "nothing", text: heldData(plain, "criminal-offences", ""), want: at},
		{name: "permit", text: heldData(plain, "{category: criminal-offences, documents: [permit]}", "documents: [{id: permit, kind: decision}]")},
		{name: "document that is no permit", text: heldData(plain, "{category: criminal-offences, documents: [permit]}", "documents: [{id: permit, kind: policy}]"), want: at},
		{name: "law at the purpose", text: heldData("{purpose: fraud-prevention, basis: legitimate-interests, law: [nl-uavg-33]}", "criminal-offences", "")},
		{name: "law on something else", text: heldData("{purpose: fraud-prevention, basis: legal-obligation, law: [nl-awr-52]}", "criminal-offences", ""), want: at},
		{name: "task of an authority", text: "organisation: {name: X, publicBody: true}\n" + heldData("{purpose: supervision-and-enforcement, basis: public-task, law: [{cite: art. 5:11 Awb, country: NL}]}", "criminal-offences", "")},
		{name: "for somebody else", text: heldData(plain, "criminal-offences", "    role: processor\n")},
	})
}

func TestNationalNumbers(t *testing.T) {
	plain := "{purpose: payroll, basis: contract}"
	const at = "error activities/x/data/national-id"
	runFound(t, "SPC-005", []foundCase{
		{name: "country not stated", text: heldData(plain, "national-id", ""), want: at},
		{name: "law of the duty", text: heldData("{purpose: payroll, basis: legal-obligation, law: [nl-wet-lb-28]}", "national-id", "")},
		{name: "one purpose without a law", text: one("    purposes: [{purpose: payroll, basis: legal-obligation, law: [nl-wet-lb-28]}, {purpose: customer-service, basis: contract}]\n    data: [national-id]\n"), want: at},
		{name: "law of another country", text: "organisation: {name: X, country: BE}\n" + heldData(plain, "national-id", "")},
		{name: "Dutch number elsewhere", text: "organisation: {name: X, country: BE}\n" + heldData(plain, "bsn", ""), want: "error activities/x/data/bsn"},
	})
}

func TestClaims(t *testing.T) {
	plain := "{purpose: web-analytics, basis: consent}"
	runFound(t, "SPC-006", []foundCase{
		{name: "one entry, one finding", text: heldData(plain, "{category: [browser-data, ip-address], claim: no-personal-data}", ""), want: "error activities/x/data/browser-data/claim"},
		{name: "bundle", text: heldData(plain, "{category: naw, claim: anonymous}", ""), want: "error activities/x/data/naw/claim"},
		{name: "totals", text: heldData(plain, "{category: usage-data, claim: anonymous, form: aggregated}", "")},
		{name: "hashed totals", text: heldData(plain, "{category: usage-data, claim: anonymous, form: [aggregated, hashed]}", ""), want: "error activities/x/data/usage-data/claim"},
		{name: "points to nobody", text: heldData(plain, "{category: survey-responses, claim: anonymous}", "")},
		{name: "part of an address", text: heldData(plain, "{category: postal-code, claim: anonymous}", "")},
		{name: "no claim", text: heldData(plain, "{category: ip-address, form: hashed}", "")},
		{name: "as a processor too", text: heldData(plain, "{category: ip-address, claim: anonymous}", "    role: processor\n"), want: "error activities/x/data/ip-address/claim"},
	})
}
