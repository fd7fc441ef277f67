package register

import "slices"

// Kind names a kind of entity by the field of Register that lists it.
type Kind string

// The kinds of entities.
const (
	KindActivities     Kind = "activities"
	KindParties        Kind = "parties"
	KindAgreements     Kind = "agreements"
	KindDataCategories Kind = "dataCategories"
	KindDataSubjects   Kind = "dataSubjects"
	KindPurposes       Kind = "purposes"
	KindRetentionRules Kind = "retentionRules"
	KindEvents         Kind = "events"
	KindOperations     Kind = "operations"
	KindSystems        Kind = "systems"
	KindMeasures       Kind = "measures"
	KindDocuments      Kind = "documents"
	KindRights         Kind = "rights"
	KindNotices        Kind = "notices"
)

// Entity is one of the entries of a Register that has an identifier: an
// *Activity, *Party, *Agreement, a term, a rule and so on.
type Entity interface {
	// Key returns the identifier (of a *Right without one: the right).
	Key() string
}

// kind tells how a kind of entity is kept.
type kind struct {
	name Kind
	// object is the name of the type in the schema.
	object string
	// inherited: registers that extend this one see its entities.
	inherited bool
	list      func(*Register) []Entity
}

// kinds lists the kinds in the order of the fields of Register.
var kinds = []kind{
	{KindActivities, "Activity", false, func(r *Register) []Entity { return entities(r.Activities) }},
	{KindParties, "Party", true, func(r *Register) []Entity { return entities(r.Parties) }},
	{KindAgreements, "Agreement", false, func(r *Register) []Entity { return entities(r.Agreements) }},
	{KindDataCategories, "DataCategory", true, func(r *Register) []Entity { return entities(r.DataCategories) }},
	{KindDataSubjects, "DataSubject", true, func(r *Register) []Entity { return entities(r.DataSubjects) }},
	{KindPurposes, "Purpose", true, func(r *Register) []Entity { return entities(r.Purposes) }},
	{KindRetentionRules, "RetentionRule", true, func(r *Register) []Entity { return entities(r.RetentionRules) }},
	{KindEvents, "Event", true, func(r *Register) []Entity { return entities(r.Events) }},
	{KindOperations, "Operation", true, func(r *Register) []Entity { return entities(r.Operations) }},
	{KindSystems, "System", true, func(r *Register) []Entity { return entities(r.Systems) }},
	{KindMeasures, "Measure", true, func(r *Register) []Entity { return entities(r.Measures) }},
	{KindDocuments, "Document", false, func(r *Register) []Entity { return entities(r.Documents) }},
	{KindRights, "Right", false, func(r *Register) []Entity { return entities(r.Rights) }},
	{KindNotices, "Notice", false, func(r *Register) []Entity { return entities(r.Notices) }},
}

// inherits reports whether registers that extend another see its entities of a
// kind.
func inherits(k Kind) bool {
	return slices.ContainsFunc(kinds, func(kind kind) bool { return kind.name == k && kind.inherited })
}

// entities leaves out nil, which a register made in Go may hold: Resolve and
// Save report it.
func entities[T any, E interface {
	*T
	Entity
}](list []E) []Entity {
	all := make([]Entity, 0, len(list))
	for _, e := range list {
		if e != nil {
			all = append(all, e)
		}
	}
	return all
}

// Kinds returns the kinds of entities in the order of the format.
func Kinds() []Kind {
	names := make([]Kind, len(kinds))
	for i, k := range kinds {
		names[i] = k.name
	}
	return names
}

// Entities returns the entities of a kind that the register itself holds.
func (r *Register) Entities(k Kind) []Entity {
	for _, kind := range kinds {
		if kind.name == k {
			return kind.list(r)
		}
	}
	return nil
}
