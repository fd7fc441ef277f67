package register_test

import (
	"fmt"

	"github.com/openropa/ropa/register"
)

// A folder is read as one register; every entry has a place.
func ExampleLoad() {
	r, src, problems := register.Load("../examples/webgems")
	if err := problems.Err(); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Organisation.Name.In("en"))
	fmt.Println(len(src.Files()), "files")
	fmt.Println(src.Place("activities/newsletter").File)
	// Output:
	// Ilona's WebGems
	// 5 files
	// ../examples/webgems/activities.yaml
}

// A view knows the terms of the built-in vocabulary too, and where each comes
// from. What leads nowhere is a problem with a suggestion.
func ExampleResolve() {
	r := &register.Register{
		ID: "shop",
		Activities: []*register.Activity{{
			ID:       "orders",
			Subjects: []register.SubjectUse{{Subject: "klant"}},
			Data:     []register.DataUse{{Category: "postal-address"}},
		}},
	}
	view, problems := register.Resolve(r, nil, nil)
	for _, p := range problems {
		fmt.Println(p.At, p.Code, p.Suggestions)
	}
	layer, _ := view.Layer(register.KindDataCategories, "postal-address")
	fmt.Println(view.DataCategory("postal-address").Name.In("nl"), "from", layer)
	// Output:
	// activities/orders/subjects/klant/subject dangling-reference [customer]
	// adres from common
}
