// Package register models a record of processing activities (Art. 30 GDPR;
// Dutch: verwerkingsregister): which personal data an organisation processes,
// about whom, why, on which legal basis, for how long, where, how protected,
// and who receives it.
//
// # From a file to answers
//
// Load and Parse read a Register from YAML or JSON. They find every problem in
// one pass and tell its place. Resolve joins the register with what it extends
// (the built-in vocabulary, the register of a group) and looks up every
// reference; the View it returns is what package datamap is built from:
//
//	r, src, problems := register.Load("examples/webgems")
//	view, more := register.Resolve(r, src, nil)
//	answers, err := datamap.Build(view).Recipients(datamap.Filter{
//		AsOf: asOf,
//		Data: []string{"bank-account"},
//	})
//
// A Register is plain data: what one file or folder says, and what Save writes
// back. A View is read-only and knows all layers.
//
// # What silence means
//
// Absent says nothing, none says none. In Go a nil list says nothing; a list
// that is empty and not nil states that there are none. Booleans where "no"
// differs from silence are Tristates. What an entry leaves out (the data of a
// disclosure, the purposes of a data use) means all of the activity, and every
// answer that rests on that is marked as assumed.
//
// # Definition
//
// The file register.schema.json, returned by Schema, defines the format. The
// types of this package, the reader and the writer agree with it; a test holds
// them together.
package register
