package datamap

// Assumption is a reason why an answer is assumed.
type Assumption string

// The reasons.
const (
	DataLeftOut      Assumption = "data-left-out"      // the entry names no data: all of the activity
	SubjectsLeftOut  Assumption = "subjects-left-out"  // names no data subjects: all of the activity
	PurposesLeftOut  Assumption = "purposes-left-out"  // names no purposes: all of the activity
	ServiceLeftOut   Assumption = "service-left-out"   // names no service: any of the party
	BroaderCategory  Assumption = "broader-category"   // the register states only a wider category
	BroaderSubject   Assumption = "broader-subject"    // only a wider category of data subjects
	BroaderPurpose   Assumption = "broader-purpose"    // only a wider purpose
	Inferred         Assumption = "inferred"           // an entry of certainty inferred decides it
	Assumed          Assumption = "assumed"            // an entry of certainty assumed decides it
	RetentionLeftOut Assumption = "retention-left-out" // the retention of the activity stands in
	SystemsLeftOut   Assumption = "systems-left-out"   // the systems of the activity stand in
)
