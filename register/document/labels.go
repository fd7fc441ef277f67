package document

// labels are the words of the documents in English and Dutch. The words of
// fields and values are those of package words.
var labels = map[string][2]string{
	"not-stated": {"not stated", "niet vermeld"},
	"none":       {"none", "geen"},
}
