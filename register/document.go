package register

// Document is a document that the register refers to (Art. 5(2)).
type Document struct {
	// Identifier of the document, unique among its kind in the register.
	ID string `json:"id,omitzero"`
	// Kind of document. Art. 5(2).
	Kind DocumentKind `json:"kind,omitzero"`
	// Title. Art. 5(2).
	Title Text `json:"title,omitzero"`
	// Where it is kept: a number, a path or an address. Art. 5(2).
	Reference string `json:"reference,omitzero"`
	// Day of the document. Art. 5(2).
	Date Date `json:"date,omitzero"`
	// Day on which it must be renewed. Art. 5(2).
	Expires Date `json:"expires,omitzero"`

	Remarks
}

// DocumentKind says the kind of document.
type DocumentKind string

// Values of DocumentKind.
const (
	DocumentKindDpia     DocumentKind = "dpia"
	DocumentKindLia      DocumentKind = "lia"
	DocumentKindTia      DocumentKind = "tia"
	DocumentKindContract DocumentKind = "contract"
	DocumentKindPolicy   DocumentKind = "policy"
	DocumentKindDecision DocumentKind = "decision"
	DocumentKindBreach   DocumentKind = "breach"
	DocumentKindOther    DocumentKind = "other"
)
