package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

var basisWords = map[register.Basis]value.Text{
	register.BasisConsent:                       {"en": "consent", "nl": "toestemming"},
	register.BasisContract:                      {"en": "contract", "nl": "overeenkomst"},
	register.BasisLegalObligation:               {"en": "legal obligation", "nl": "wettelijke verplichting"},
	register.BasisVitalInterests:                {"en": "vital interests", "nl": "vitale belangen"},
	register.BasisPublicTask:                    {"en": "public task", "nl": "taak van algemeen belang"},
	register.BasisLegitimateInterests:           {"en": "legitimate interests", "nl": "gerechtvaardigd belang"},
	register.BasisRecognisedLegitimateInterests: {"en": "recognised legitimate interests", "nl": "erkende gerechtvaardigde belangen"},
}

var claimRoles = map[register.Role]value.Text{
	register.RoleProcessor:       {"en": "processor", "nl": "verwerker"},
	register.RoleJointController: {"en": "joint controller", "nl": "gezamenlijke verwerkingsverantwoordelijke"},
	register.RoleController:      {"en": "controller", "nl": "verwerkingsverantwoordelijke"},
	register.RoleRecipient:       {"en": "recipient", "nl": "ontvanger"},
}

// detailsOf says of a way what the promise is about.
func (h *holding) detailsOf(w *way) []value.Text {
	var all []value.Text
	if w.use != nil && speaksOfPurposes(h.scope) {
		purpose := h.purpose(w.use.Purpose)
		if h.scope.Bases != nil && len(w.use.Basis) > 0 {
			basis := basisWords[w.use.Basis[0]]
			purpose = value.Text{"en": purpose.In("en") + ": " + basis["en"], "nl": purpose.In("nl") + ": " + basis["nl"]}
		}
		all = append(all, purpose)
	}
	if w.data != nil && h.scope.Data != nil {
		all = append(all, h.category(w.data.Category))
	}
	if w.subject != "" && h.scope.Subjects != nil {
		all = append(all, h.subject(w.subject))
	}
	return all
}
