package register

// TransferClaim is a transfer as the organisation states it for an activity (Art. 30(1)(e)); held against the disclosures.
type TransferClaim struct {
	// Third country. Art. 30(1)(e).
	To Country `json:"to,omitzero"`
	// International organisation. Art. 30(1)(e).
	Organisation string `json:"organisation,omitzero"`
	// True: there is a transfer, but the country is not known. Art. 30(1)(e).
	UnknownCountry Tristate `json:"unknownCountry,omitzero"`
	// Suitable safeguards as documented. Art. 30(1)(e).
	Safeguards Text `json:"safeguards,omitzero"`

	Remarks
}

// Transfer is what allows a transfer to a third country or an international organisation (Art. 44-49).
type Transfer struct {
	// Third country; left out, any to which the party takes the data. Art. 30(1)(e).
	Country Country `json:"country,omitzero"`
	// Tool on which the transfer rests. Art. 46.
	Tool TransferTool `json:"tool,omitzero"`
	// Module of the clauses of 2021/914: 1 controller to controller, 2 controller to processor, 3 processor to processor, 4 processor to controller. Art. 46(2)(c).
	Module *int `json:"module,omitzero"`
	// Set of clauses. Art. 46(2)(c).
	Version SCCVersion `json:"version,omitzero"`
	// Certification on which an adequacy decision depends. Art. 45.
	Certification *TransferCertification `json:"certification,omitzero"`
	// Derogation relied on. Art. 49.
	Derogation Derogation `json:"derogation,omitzero"`
	// Whether the transfer is repeated or systematic. Art. 49.
	Repeated Tristate `json:"repeated,omitzero"`
	// Transfer impact assessment. Art. 46.
	TIA string `json:"tia,omitzero"`
	// Tool that takes over if the first one falls. Art. 46.
	Fallback TransferTool `json:"fallback,omitzero"`
	// Suitable safeguards, in words. Art. 30(1)(e).
	Safeguards Text `json:"safeguards,omitzero"`
	// Where a copy of the safeguards can be had. Art. 13(1)(f).
	Copy Text `json:"copy,omitzero"`
	// Day on which the authority was informed of a transfer under the second subparagraph of Art. 49(1). Art. 49(1).
	Notified Date `json:"notified,omitzero"`
	// Day on which the data subjects were informed of it. Art. 49(1).
	SubjectsInformed Date `json:"subjectsInformed,omitzero"`
	// Documents of the safeguards. Art. 30(1)(e).
	Documents []string `json:"documents,omitzero"`
	// First day on which the transfer applies.
	From Date `json:"from,omitzero"`
	// Last day on which the transfer applies.
	Until Date `json:"until,omitzero"`

	Remarks
}

// TransferCertification is evidence that an organisation is covered by a conditional adequacy decision (Art. 45).
type TransferCertification struct {
	// Scheme, such as dpf. Art. 45.
	Scheme string `json:"scheme,omitzero"`
	// Name of the organisation as it is listed. Art. 45.
	Entity string `json:"entity,omitzero"`
	// Day on which the listing was checked. Art. 45.
	Checked Date `json:"checked,omitzero"`
	// Day until which the listing is valid. Art. 45.
	Until Date `json:"until,omitzero"`
	// Data that it covers. Art. 45.
	Scope []CertificationScope `json:"scope,omitzero"`
	// Where the listing can be seen. Art. 45.
	Reference string `json:"reference,omitzero"`

	Remarks
}

// TransferTool says what allows the transfer to a third country (Art. 44-49).
type TransferTool string

// Values of TransferTool.
const (
	TransferToolAdequacy      TransferTool = "adequacy"      // a decision on an adequate level of protection (Art. 45)
	TransferToolScc           TransferTool = "scc"           // standard data protection clauses (Art. 46(2)(c), (d))
	TransferToolBcr           TransferTool = "bcr"           // binding corporate rules (Art. 47)
	TransferToolCode          TransferTool = "code"          // an approved code of conduct (Art. 46(2)(e))
	TransferToolCertification TransferTool = "certification" // an approved certification (Art. 46(2)(f))
	TransferToolInstrument    TransferTool = "instrument"    // an instrument between public authorities (Art. 46(2)(a), 46(3)(b))
	TransferToolAdHoc         TransferTool = "ad-hoc"        // clauses authorised by the authority (Art. 46(3)(a))
	TransferToolDerogation    TransferTool = "derogation"    // a derogation for a specific situation (Art. 49)
)

// SCCVersion says the set of standard contractual clauses.
type SCCVersion string

// Values of SCCVersion.
const (
	SCCVersion2001497 SCCVersion = "2001/497" // controller to controller, set I
	SCCVersion2004915 SCCVersion = "2004/915" // controller to controller, set II
	SCCVersion201087  SCCVersion = "2010/87"  // controller to processor
	SCCVersion2021914 SCCVersion = "2021/914" // the set in force, with modules
)

// Derogation says the derogation relied on (Art. 49(1)).
type Derogation string

// Values of Derogation.
const (
	Derogation491A Derogation = "49-1-a"
	Derogation491B Derogation = "49-1-b"
	Derogation491C Derogation = "49-1-c"
	Derogation491D Derogation = "49-1-d"
	Derogation491E Derogation = "49-1-e"
	Derogation491F Derogation = "49-1-f"
	Derogation491G Derogation = "49-1-g"
	Derogation4912 Derogation = "49-1-2" // compelling legitimate interests, second subparagraph
)

// CertificationScope says the data that a certification covers.
type CertificationScope string

// Values of CertificationScope.
const (
	CertificationScopeHr    CertificationScope = "hr"     // data of staff
	CertificationScopeNonHr CertificationScope = "non-hr" // all other data
)
