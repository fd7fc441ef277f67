package register

// Waiver is a finding that somebody decided to accept for a time, and why (Art. 5(2)).
type Waiver struct {
	// Code of the rule. Art. 5(2).
	Rule string `json:"rule,omitzero"`
	// Address of the finding, or of an entry that holds it; the word register for a
	// finding about the register as a whole. Art. 5(2).
	At string `json:"at,omitzero"`
	// Why it is accepted. Art. 5(2).
	Reason Text `json:"reason,omitzero"`
	// Who decided. Art. 5(2).
	By string `json:"by,omitzero"`
	// Day of the decision. Art. 5(2).
	On Date `json:"on,omitzero"`
	// Last day on which it is accepted. Art. 5(2).
	Until Date `json:"until,omitzero"`

	Remarks
}
