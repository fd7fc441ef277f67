// Package benchmarks measures the data map against three other ways to answer
// the same questions from the same register, and holds that all four give the
// same answers. It has no code outside its tests. docs/benchmarks.md says how
// to run it and what came out.
//
// The engines:
//
//   - map: the data map, with Filter.Brief set;
//   - joins: SQLite with one table for each kind of entry (sql/joins.sql);
//   - table: SQLite with a row for each flow, subject and purpose, and covering
//     indexes (sql/table.sql);
//   - scan: a walk over the structs of the register without any index.
//
// # What is asked
//
// An answer is an identifier: of a party, or of a category of data where the
// question is what reaches a party. Answers that are stated and answers that
// are assumed count alike; what is undetermined does not count. All questions
// are of one day.
//
//   - An activity counts where it is carried out on the day: not before from or
//     after until, not while it is planned, and not after it has ended, for
//     which an ended one without a date counts as ended always.
//   - A flow is a data use and a disclosure of one activity, on a day on which
//     the disclosure applies, that overlap in data, in subjects and in purposes.
//     Two categories overlap where one is the other or lies below it in the
//     tree; the flow is of the narrower one. What either leaves out is all of
//     the activity. Where a disclosure names data that overlap none of the data
//     uses it is a flow of its own; where it names none, and overlaps none, the
//     register does not say what flows: with a filter on data, and where data
//     are asked for, that is undetermined.
//   - A filter on data, subjects or purposes matches a flow of which the term is
//     the one asked for, lies below it (narrower) or above it (broader: the
//     register says no more). Subject and purpose must belong to one flow.
//   - Through chains: from a party data go on to those that it engages and to
//     its other recipients, as the disclosure, else its service, else the party
//     says. Where a party has services and none is named, what any of them says
//     counts too. A step that names data passes on what overlaps them, the
//     narrower term; a step applies from and until its days.
//   - The role is that of the disclosure or step. Whom the processor of a
//     processor's client engages is a sub-processor; where a step leaves the
//     role out, whom a processor engages is a sub-processor, whom anyone else
//     engages a processor, and of a recipient nothing is known. Processors are
//     those that act as processor or sub-processor.
//   - Outside the EEA is a party with its seat, a location or remote access, as
//     the nearest statement says, in a country that is no member on the day.
//
// What other tools would find hard to express is left out of the registers
// (see package scale), not of the questions.
package benchmarks
