// Code generated from register.schema.json by register/internal/schema/generate; DO NOT EDIT.

package register

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Activity) MarshalJSON() ([]byte, error) { return encodeCanonical("Activity", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Activity) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Activity", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Address) MarshalJSON() ([]byte, error) { return encodeCanonical("Address", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Address) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Address", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Agreement) MarshalJSON() ([]byte, error) { return encodeCanonical("Agreement", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Agreement) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Agreement", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v AllActivities) MarshalJSON() ([]byte, error) { return encodeCanonical("AllActivities", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *AllActivities) UnmarshalJSON(data []byte) error {
	return decodeCanonical(data, "AllActivities", v)
}

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Approval) MarshalJSON() ([]byte, error) { return encodeCanonical("Approval", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Approval) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Approval", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v AutomatedDecision) MarshalJSON() ([]byte, error) {
	return encodeCanonical("AutomatedDecision", &v)
}

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *AutomatedDecision) UnmarshalJSON(data []byte) error {
	return decodeCanonical(data, "AutomatedDecision", v)
}

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v BalancingTest) MarshalJSON() ([]byte, error) { return encodeCanonical("BalancingTest", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *BalancingTest) UnmarshalJSON(data []byte) error {
	return decodeCanonical(data, "BalancingTest", v)
}

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Breach) MarshalJSON() ([]byte, error) { return encodeCanonical("Breach", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Breach) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Breach", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Certification) MarshalJSON() ([]byte, error) { return encodeCanonical("Certification", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Certification) UnmarshalJSON(data []byte) error {
	return decodeCanonical(data, "Certification", v)
}

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Claim) MarshalJSON() ([]byte, error) { return encodeCanonical("Claim", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Claim) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Claim", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v ClaimScope) MarshalJSON() ([]byte, error) { return encodeCanonical("ClaimScope", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *ClaimScope) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "ClaimScope", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Client) MarshalJSON() ([]byte, error) { return encodeCanonical("Client", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Client) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Client", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Collection) MarshalJSON() ([]byte, error) { return encodeCanonical("Collection", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Collection) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Collection", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Consent) MarshalJSON() ([]byte, error) { return encodeCanonical("Consent", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Consent) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Consent", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Contact) MarshalJSON() ([]byte, error) { return encodeCanonical("Contact", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Contact) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Contact", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v DPIA) MarshalJSON() ([]byte, error) { return encodeCanonical("DPIA", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *DPIA) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "DPIA", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v DataCategory) MarshalJSON() ([]byte, error) { return encodeCanonical("DataCategory", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *DataCategory) UnmarshalJSON(data []byte) error {
	return decodeCanonical(data, "DataCategory", v)
}

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v DataSource) MarshalJSON() ([]byte, error) { return encodeCanonical("DataSource", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *DataSource) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "DataSource", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v DataSubject) MarshalJSON() ([]byte, error) { return encodeCanonical("DataSubject", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *DataSubject) UnmarshalJSON(data []byte) error {
	return decodeCanonical(data, "DataSubject", v)
}

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v DataUse) MarshalJSON() ([]byte, error) { return encodeCanonical("DataUse", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *DataUse) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "DataUse", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Disclosure) MarshalJSON() ([]byte, error) { return encodeCanonical("Disclosure", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Disclosure) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Disclosure", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Document) MarshalJSON() ([]byte, error) { return encodeCanonical("Document", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Document) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Document", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Event) MarshalJSON() ([]byte, error) { return encodeCanonical("Event", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Event) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Event", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v EventUse) MarshalJSON() ([]byte, error) { return encodeCanonical("EventUse", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *EventUse) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "EventUse", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v JointController) MarshalJSON() ([]byte, error) { return encodeCanonical("JointController", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *JointController) UnmarshalJSON(data []byte) error {
	return decodeCanonical(data, "JointController", v)
}

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v LawRef) MarshalJSON() ([]byte, error) { return encodeCanonical("LawRef", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *LawRef) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "LawRef", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Measure) MarshalJSON() ([]byte, error) { return encodeCanonical("Measure", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Measure) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Measure", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v MeasureUse) MarshalJSON() ([]byte, error) { return encodeCanonical("MeasureUse", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *MeasureUse) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "MeasureUse", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Notice) MarshalJSON() ([]byte, error) { return encodeCanonical("Notice", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Notice) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Notice", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Officer) MarshalJSON() ([]byte, error) { return encodeCanonical("Officer", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Officer) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Officer", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Onward) MarshalJSON() ([]byte, error) { return encodeCanonical("Onward", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Onward) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Onward", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Operation) MarshalJSON() ([]byte, error) { return encodeCanonical("Operation", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Operation) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Operation", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v OperationUse) MarshalJSON() ([]byte, error) { return encodeCanonical("OperationUse", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *OperationUse) UnmarshalJSON(data []byte) error {
	return decodeCanonical(data, "OperationUse", v)
}

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Organisation) MarshalJSON() ([]byte, error) { return encodeCanonical("Organisation", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Organisation) UnmarshalJSON(data []byte) error {
	return decodeCanonical(data, "Organisation", v)
}

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v OwnPurpose) MarshalJSON() ([]byte, error) { return encodeCanonical("OwnPurpose", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *OwnPurpose) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "OwnPurpose", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Party) MarshalJSON() ([]byte, error) { return encodeCanonical("Party", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Party) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Party", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Purpose) MarshalJSON() ([]byte, error) { return encodeCanonical("Purpose", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Purpose) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Purpose", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v PurposeUse) MarshalJSON() ([]byte, error) { return encodeCanonical("PurposeUse", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *PurposeUse) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "PurposeUse", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v RecordExemption) MarshalJSON() ([]byte, error) { return encodeCanonical("RecordExemption", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *RecordExemption) UnmarshalJSON(data []byte) error {
	return decodeCanonical(data, "RecordExemption", v)
}

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Register) MarshalJSON() ([]byte, error) { return encodeCanonical("Register", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Register) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Register", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Representative) MarshalJSON() ([]byte, error) { return encodeCanonical("Representative", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Representative) UnmarshalJSON(data []byte) error {
	return decodeCanonical(data, "Representative", v)
}

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v RetentionPolicy) MarshalJSON() ([]byte, error) { return encodeCanonical("RetentionPolicy", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *RetentionPolicy) UnmarshalJSON(data []byte) error {
	return decodeCanonical(data, "RetentionPolicy", v)
}

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v RetentionRule) MarshalJSON() ([]byte, error) { return encodeCanonical("RetentionRule", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *RetentionRule) UnmarshalJSON(data []byte) error {
	return decodeCanonical(data, "RetentionRule", v)
}

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v RetentionUse) MarshalJSON() ([]byte, error) { return encodeCanonical("RetentionUse", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *RetentionUse) UnmarshalJSON(data []byte) error {
	return decodeCanonical(data, "RetentionUse", v)
}

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Review) MarshalJSON() ([]byte, error) { return encodeCanonical("Review", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Review) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Review", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Right) MarshalJSON() ([]byte, error) { return encodeCanonical("Right", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Right) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Right", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v RightChannel) MarshalJSON() ([]byte, error) { return encodeCanonical("RightChannel", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *RightChannel) UnmarshalJSON(data []byte) error {
	return decodeCanonical(data, "RightChannel", v)
}

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Risk) MarshalJSON() ([]byte, error) { return encodeCanonical("Risk", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Risk) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Risk", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Service) MarshalJSON() ([]byte, error) { return encodeCanonical("Service", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Service) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Service", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v SoftOptIn) MarshalJSON() ([]byte, error) { return encodeCanonical("SoftOptIn", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *SoftOptIn) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "SoftOptIn", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v SubProcessors) MarshalJSON() ([]byte, error) { return encodeCanonical("SubProcessors", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *SubProcessors) UnmarshalJSON(data []byte) error {
	return decodeCanonical(data, "SubProcessors", v)
}

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v SubjectUse) MarshalJSON() ([]byte, error) { return encodeCanonical("SubjectUse", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *SubjectUse) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "SubjectUse", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v System) MarshalJSON() ([]byte, error) { return encodeCanonical("System", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *System) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "System", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Transfer) MarshalJSON() ([]byte, error) { return encodeCanonical("Transfer", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Transfer) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Transfer", v) }

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v TransferCertification) MarshalJSON() ([]byte, error) {
	return encodeCanonical("TransferCertification", &v)
}

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *TransferCertification) UnmarshalJSON(data []byte) error {
	return decodeCanonical(data, "TransferCertification", v)
}

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v TransferClaim) MarshalJSON() ([]byte, error) { return encodeCanonical("TransferClaim", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *TransferClaim) UnmarshalJSON(data []byte) error {
	return decodeCanonical(data, "TransferClaim", v)
}

// MarshalJSON returns the canonical form, or an error that tells what it cannot say and where.
func (v Waiver) MarshalJSON() ([]byte, error) { return encodeCanonical("Waiver", &v) }

// UnmarshalJSON reads the canonical form. All its problems are in the error.
func (v *Waiver) UnmarshalJSON(data []byte) error { return decodeCanonical(data, "Waiver", v) }
