package register_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/openropa/ropa/register"
)

func TestReferences(t *testing.T) {
	r, src, problems := register.Parse("r.yaml", []byte(`schema: ropa/v1
id: r
activities:
  - id: a
    purposes: [payment]
    data:
      - {category: name, subjects: [customer]}
    disclosures:
      - {to: p, data: [name]}
parties:
  - id: p
    partOf: q
  - id: q
`))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	view, problems := register.Resolve(r, src, nil)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	var own []register.Reference
	inherited := false
	for _, ref := range view.References() {
		switch place := view.Place(ref.At); place.File {
		case "r.yaml":
			own = append(own, ref)
		default:
			inherited = inherited || ref.At == "dataCategories/bank-account/parent" && ref.ID == "payment-data"
		}
	}
	kinds := func(k register.Kind) []register.Kind { return []register.Kind{k} }
	want := []register.Reference{
		{At: "activities/a/purposes/payment/purpose", Field: "purpose", Kinds: kinds(register.KindPurposes), ID: "payment"},
		{At: "activities/a/data/name/category", Field: "category", Kinds: kinds(register.KindDataCategories), ID: "name"},
		{At: "activities/a/data/name/subjects/customer", Field: "subjects", Kinds: kinds(register.KindDataSubjects), ID: "customer"},
		{At: "activities/a/disclosures/p/to", Field: "to", Kinds: kinds(register.KindParties), ID: "p"},
		{At: "activities/a/disclosures/p/data/name", Field: "data", Kinds: kinds(register.KindDataCategories), ID: "name"},
		{At: "parties/p/partOf", Field: "partOf", Kinds: kinds(register.KindParties), ID: "q"},
	}
	if diff := cmp.Diff(want, own); diff != "" {
		t.Errorf("references of the register (-want +got):\n%s", diff)
	}
	if !inherited {
		t.Error("the references of inherited terms are missing")
	}
}
