package lint

import "github.com/openropa/ropa/register/value"

// inQuotes puts a name in the quotes of a sentence.
func inQuotes(name value.Text) value.Text {
	quoted := make(value.Text, 2)
	for _, l := range Languages() {
		quoted[l] = "“" + name.In(l) + "”"
	}
	return quoted
}

// withDetail adds to a name in quotes, in brackets, what it is about.
func withDetail(name value.Text, details []value.Text) value.Text {
	label := inQuotes(name)
	if len(details) == 0 {
		return label
	}
	said := enumerate(details)
	for _, l := range Languages() {
		label[l] += " (" + said[l] + ")"
	}
	return label
}
