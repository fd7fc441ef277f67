package register

// Remarks are the fields that every object of a register may carry.
type Remarks struct {
	// Remark.
	Note Text `json:"note,omitzero"`
	// Question that is not answered yet.
	Open Text `json:"open,omitzero"`
	// How sure the statement is; stated when left out. Art. 5(2).
	Certainty Certainty `json:"certainty,omitzero"`
	// Fields of this entry to which certainty applies; all of them when left out. Art. 5(2).
	CertaintyOf []string `json:"certaintyOf,omitzero"`
	// Documents or notices where this is said.
	See []string `json:"see,omitzero"`
	// Extensions holds the keys that begin with x-, kept as they were.
	Extensions Extensions `json:"-"`
}

// Certainty says how sure the statement is.
type Certainty string

// Values of Certainty.
const (
	CertaintyStated   Certainty = "stated"   // said by the organisation or read in a document; the default
	CertaintyInferred Certainty = "inferred" // read between the lines
	CertaintyAssumed  Certainty = "assumed"  // a guess still to be checked
)
