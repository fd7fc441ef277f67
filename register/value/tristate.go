package value

// Tristate is a boolean that may be left out: where "no" differs from silence.
type Tristate uint8

// Values of Tristate.
const (
	Unstated Tristate = iota // the register does not say
	Yes                      // stated to be true
	No                       // stated to be false
)

// TristateOf returns Yes or No.
func TristateOf(b bool) Tristate {
	if b {
		return Yes
	}
	return No
}

// String returns "true", "false" or "".
func (t Tristate) String() string {
	switch t {
	case Yes:
		return "true"
	case No:
		return "false"
	}
	return ""
}
