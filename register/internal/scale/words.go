package scale

import "github.com/openropa/ropa/register"

type (
	w       = weighted[string]
	country = register.Country
)

// The categories of the first two data uses of an activity, and those of the
// others. Weights are parts of the sum: of about six data uses an activity, a
// category of weight 3 in 16,000 stands in one activity of a thousand.
var (
	leading = choose(
		w{"name", 62}, w{"identity-data", 3}, w{"customer-number", 12}, w{"employee-number", 8}, w{"username", 8}, w{"ip-address", 7},
	)
	seconding = choose(w{Common, 58}, w{"contact-data", 6}, w{"phone", 16}, w{"postal-address", 12}, w{"company-name", 8})
	following = choose(
		w{Common, 1000}, w{"phone", 1100}, w{"postal-address", 900}, w{"place-of-residence", 500}, w{"name", 700},
		w{"date-of-birth", 500}, w{"gender", 260}, w{"nationality", 120}, w{"signature", 160}, w{"customer-number", 300},
		w{"employee-number", 220}, w{"national-id", 90}, w{"tax-number", 80}, w{"identity-document", 90}, w{"photo", 180},
		w{"company-name", 240}, w{"country-of-residence", 160}, w{"bank-account", 420}, w{"payment-card", 130},
		w{"payment-transactions", 260}, w{"payment-data", 120}, w{"invoice-data", 380}, w{"financial-position", 60},
		w{"credit-score", 30}, w{"debts", 40}, w{"insurance-data", 60}, w{"order-data", 420}, w{"purchase-history", 260},
		w{"delivery-data", 240}, w{"loyalty-data", 80}, w{"review", 60}, w{"preferences", 220}, w{"profile-segment", 90},
		w{"contract-data", 380}, w{"complaint-data", 110}, w{"membership-data", 70}, w{"username", 300}, w{"password", 180},
		w{"access-rights", 150}, w{"log-data", 380}, w{"account-data", 120}, w{"correspondence", 520}, w{"call-recording", 40},
		w{"communication-metadata", 90}, w{"consent-records", 150}, w{"ip-address", 480}, w{"cookie-id", 220},
		w{"advertising-id", 60}, w{"device-id", 160}, w{"browser-data", 220}, w{"operating-system", 110}, w{"usage-data", 320},
		w{"metadata", 70}, w{"location", 90}, w{"gps-location", 50}, w{"camera-images", 60}, w{"visit-records", 70},
		w{"licence-plate", 40}, w{"job-title", 420}, w{"employment-contract", 130}, w{"salary", 160}, w{"working-hours", 170},
		w{"performance-data", 110}, w{"cv", 120}, w{"education-data", 140}, w{"references", 60}, w{"family-data", 60},
		w{"marital-status", 60}, w{"health-data", 60}, w{"sickness-absence", 70}, w{"treatment-data", 20}, w{"medication", 12},
		w{"diagnosis", 14}, w{"biometric-data", 12}, w{"ethnic-origin", 8}, w{"criminal-data", 8}, w{"criminal-convictions", 4},
		w{"trade-union-membership", 5}, w{"religious-beliefs", 4}, w{"political-opinions", 4}, w{Rare, 4}, w{"sexual-life", 3},
	)
	// passed are what an onward step names where it names data at all.
	passed = choose(
		w{"contact-data", 20}, w{"online-data", 20}, w{"account-data", 12}, w{"identity-data", 12}, w{"payment-data", 10},
		w{"log-data", 8}, w{Common, 8}, w{"ip-address", 6}, w{"communication-data", 4},
	)
)

var people = choose(
	w{"customer", 300}, w{"employee", 190}, w{"prospect", 60}, w{"website-visitor", 110}, w{"user", 90}, w{"business-contact", 60},
	w{"supplier-contact", 60}, w{"client-contact", 50}, w{"applicant", 40}, w{"newsletter-subscriber", 30}, w{"former-employee", 30},
	w{"temporary-worker", 25}, w{"visitor", 25}, w{"member", 20}, w{"participant", 20}, w{"citizen", 15}, w{"complainant", 12},
	w{"self-employed", 10}, w{"patient", 8}, w{"student", 8}, w{"child", 5}, w{"shareholder", 4}, w{"volunteer", 4}, w{"donor", 2},
)

var purposes = choose(
	w{"order-fulfilment", 50}, w{"delivery", 35}, w{"payment", 45}, w{"account-management", 45}, w{"customer-service", 55},
	w{"complaint-handling", 18}, w{"appointment-scheduling", 18}, w{"contract-management", 45}, w{"membership-administration", 8},
	w{"customer-management", 45}, w{"loyalty-scheme", 8}, w{"customer-feedback", 15}, w{"customer-segmentation", 9},
	w{"service-improvement", 30}, w{"product-development", 15}, w{"marketing", 22}, w{"direct-marketing", 28}, w{"newsletter", 16},
	w{"targeted-advertising", 10}, w{"market-research", 9}, w{"lead-generation", 10}, w{"website-functionality", 18},
	w{"hosting", 18}, w{"web-analytics", 18}, w{"financial-administration", 30}, w{"invoicing", 40}, w{"bookkeeping", 35},
	w{"debt-collection", 9}, w{"credit-assessment", 5}, w{"insurance-claims", 4}, w{"legal-compliance", 22}, w{"tax-compliance", 16},
	w{"handling-data-subject-requests", 6}, w{"identity-verification", 10}, w{"legal-claims", 10}, w{"security", 28},
	w{"fraud-prevention", 12}, w{"access-management", 26}, w{"camera-surveillance", 4}, w{"recruitment", 20},
	w{"personnel-administration", 40}, w{"payroll", 26}, w{"time-registration", 15}, w{"absence-management", 12}, w{"training", 16},
	w{"business-correspondence", 18}, w{"supplier-management", 20}, w{"event-organisation", 10}, w{"it-support", 25},
	w{"research", 6}, w{"statistics", 10}, w{"archiving", 10},
)

var bases = choose(
	weighted[register.Basis]{register.BasisContract, 40}, weighted[register.Basis]{register.BasisLegitimateInterests, 27},
	weighted[register.Basis]{register.BasisLegalObligation, 18}, weighted[register.Basis]{register.BasisConsent, 12},
	weighted[register.Basis]{register.BasisPublicTask, 3},
)

var roles = choose(
	weighted[register.Role]{register.RoleProcessor, 60}, weighted[register.Role]{"", 18}, weighted[register.Role]{register.RoleController, 13},
	weighted[register.Role]{register.RoleRecipient, 6}, weighted[register.Role]{register.RoleJointController, 3},
)

// Where parties have their seat; hubs are American more often.
var (
	seats = choose(
		weighted[country]{"NL", 36}, weighted[country]{"DE", 12}, weighted[country]{"FR", 7}, weighted[country]{"BE", 6}, weighted[country]{"IE", 4},
		weighted[country]{"SE", 2}, weighted[country]{"PL", 2}, weighted[country]{"ES", 2}, weighted[country]{"IT", 2}, weighted[country]{"US", 9},
		weighted[country]{"GB", 4}, weighted[country]{"CH", 1}, weighted[country]{"IN", 2}, weighted[country]{"CA", 1}, weighted[country]{"", 10},
	)
	hubSeats  = choose(weighted[country]{"US", 55}, weighted[country]{"IE", 15}, weighted[country]{"NL", 12}, weighted[country]{"DE", 12}, weighted[country]{"GB", 6})
	distant   = choose(weighted[country]{"IN", 40}, weighted[country]{"US", 25}, weighted[country]{"PH", 15}, weighted[country]{"GB", 10}, weighted[country]{"ZA", 5}, weighted[country]{"UA", 5})
	locations = choose(
		weighted[register.Area]{"EEA", 18}, weighted[register.Area]{"EU", 14}, weighted[register.Area]{"NL", 22}, weighted[register.Area]{"DE", 14},
		weighted[register.Area]{"IE", 12}, weighted[register.Area]{"FR", 6}, weighted[register.Area]{"US", 10}, weighted[register.Area]{"GB", 4},
	)
)
