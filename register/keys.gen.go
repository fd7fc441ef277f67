// Code generated from register.schema.json by register/internal/schema/generate; DO NOT EDIT.

package register

import "cmp"

// Key returns what names the entry in an address, "" where its position does.
func (v *Activity) Key() string { return v.ID }

// Key returns what names the entry in an address, "" where its position does.
func (v *Agreement) Key() string { return v.ID }

// Key returns what names the entry in an address, "" where its position does.
func (v *AutomatedDecision) Key() string { return v.ID }

// Key returns what names the entry in an address, "" where its position does.
func (v *BalancingTest) Key() string { return v.Document }

// Key returns what names the entry in an address, "" where its position does.
func (v *Breach) Key() string { return v.ID }

// Key returns what names the entry in an address, "" where its position does.
func (v *Claim) Key() string { return v.ID }

// Key returns what names the entry in an address, "" where its position does.
func (v *Client) Key() string { return v.Party }

// Key returns what names the entry in an address, "" where its position does.
func (v *Collection) Key() string { return v.Category }

// Key returns what names the entry in an address, "" where its position does.
func (v *DataCategory) Key() string { return v.ID }

// Key returns what names the entry in an address, "" where its position does.
func (v *DataSource) Key() string { return string(v.Kind) }

// Key returns what names the entry in an address, "" where its position does.
func (v *DataSubject) Key() string { return v.ID }

// Key returns what names the entry in an address, "" where its position does.
func (v *DataUse) Key() string { return cmp.Or(v.ID, v.Category) }

// Key returns what names the entry in an address, "" where its position does.
func (v *Disclosure) Key() string { return cmp.Or(v.ID, v.To) }

// Key returns what names the entry in an address, "" where its position does.
func (v *Document) Key() string { return v.ID }

// Key returns what names the entry in an address, "" where its position does.
func (v *Event) Key() string { return v.ID }

// Key returns what names the entry in an address, "" where its position does.
func (v *EventUse) Key() string { return v.Event }

// Key returns what names the entry in an address, "" where its position does.
func (v *JointController) Key() string { return v.Party }

// Key returns what names the entry in an address, "" where its position does.
func (v *LawRef) Key() string { return v.ID }

// Key returns what names the entry in an address, "" where its position does.
func (v *Measure) Key() string { return v.ID }

// Key returns what names the entry in an address, "" where its position does.
func (v *MeasureUse) Key() string { return v.Measure }

// Key returns what names the entry in an address, "" where its position does.
func (v *Notice) Key() string { return v.ID }

// Key returns what names the entry in an address, "" where its position does.
func (v *Onward) Key() string { return v.Party }

// Key returns what names the entry in an address, "" where its position does.
func (v *Operation) Key() string { return v.ID }

// Key returns what names the entry in an address, "" where its position does.
func (v *OperationUse) Key() string { return v.Operation }

// Key returns what names the entry in an address, "" where its position does.
func (v *OwnPurpose) Key() string { return v.Purpose }

// Key returns what names the entry in an address, "" where its position does.
func (v *Party) Key() string { return v.ID }

// Key returns what names the entry in an address, "" where its position does.
func (v *Purpose) Key() string { return v.ID }

// Key returns what names the entry in an address, "" where its position does.
func (v *PurposeUse) Key() string { return v.Purpose }

// Key returns what names the entry in an address, "" where its position does.
func (v *RetentionPolicy) Key() string { return v.Document }

// Key returns what names the entry in an address, "" where its position does.
func (v *RetentionRule) Key() string { return v.ID }

// Key returns what names the entry in an address, "" where its position does.
func (v *RetentionUse) Key() string { return v.Rule }

// Key returns what names the entry in an address, "" where its position does.
func (v *Right) Key() string { return cmp.Or(v.ID, string(v.Right)) }

// Key returns what names the entry in an address, "" where its position does.
func (v *Service) Key() string { return v.ID }

// Key returns what names the entry in an address, "" where its position does.
func (v *SubjectUse) Key() string { return v.Subject }

// Key returns what names the entry in an address, "" where its position does.
func (v *System) Key() string { return v.ID }

// Key returns what names the entry in an address, "" where its position does.
func (v *Transfer) Key() string { return string(v.Tool) }

// Key returns what names the entry in an address, "" where its position does.
func (v *TransferClaim) Key() string { return string(v.To) }
