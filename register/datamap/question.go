package datamap

// Question says what is asked of the flows that a filter selects.
type Question string

// The questions.
const (
	Processors Question = "processors" // recipients that act as processor or are engaged by one
	Recipients Question = "recipients" // everyone to whom data are disclosed
	Activities Question = "activities" // activities that hold or, with a filter on the recipient, disclose data
	Data       Question = "data"       // categories of data
	Subjects   Question = "subjects"   // categories of data subjects
	Purposes   Question = "purposes"   // purposes
	Countries  Question = "countries"  // countries from or in which recipients process
	Systems    Question = "systems"    // systems that hold data
	Retention  Question = "retention"  // what is kept, why, until when: an answer a data use
	Consents   Question = "consents"   // purposes that rest on consent: an answer an activity and purpose
	Flows      Question = "flows"      // the flows themselves: an answer a flow
)

// Questions returns all questions in a fixed order.
func Questions() []Question {
	return []Question{Processors, Recipients, Activities, Data, Subjects, Purposes, Countries, Systems, Retention, Consents, Flows}
}
