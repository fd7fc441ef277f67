package register

// System is a system or filing system in which data are kept (Art. 4(6), 32).
type System struct {
	// Identifier of the system, unique among its kind in the register.
	ID string `json:"id,omitzero"`
	// Name of the system.
	Name Text `json:"name,omitzero"`
	// Description of the system in a few sentences.
	Description Text `json:"description,omitzero"`
	// Party that operates it; the organisation when left out. Art. 28.
	Operator string `json:"operator,omitzero"`
	// Service of that party. Art. 28.
	Service string `json:"service,omitzero"`
	// Where the data are. Art. 30(1)(e).
	Locations []Area `json:"locations,omitzero"`
	// Digital or paper. Art. 4(6).
	Medium Medium `json:"medium,omitzero"`
	// Measures that protect it. Empty and not nil: stated that there are none. Art. 32.
	Measures []MeasureUse `json:"measures,omitzero"`

	Remarks
}

// Medium says the medium of a filing system (Art. 4(6)).
type Medium string

// Values of Medium.
const (
	MediumDigital Medium = "digital"
	MediumPaper   Medium = "paper"
)
