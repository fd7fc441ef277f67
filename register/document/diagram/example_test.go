package diagram_test

import (
	"context"
	"fmt"
	"os"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document/diagram"
	"github.com/openropa/ropa/register/value"
)

// A picture of one activity of the web shop.
func Example() {
	r, source, _ := register.Load("../../../examples/webgems")
	view, _ := register.Resolve(r, source, nil)
	m := datamap.Build(view)
	o := diagram.Options{AsOf: value.MustDate("2026-11-22"), Language: "en", Activity: "newsletter"}
	g, err := diagram.New(view, m, o)
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := g.Draw(context.Background())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Title)
	fmt.Println(p.Description)
	if err := os.WriteFile(os.DevNull, p.SVG(), 0o600); err != nil { // or map.svg
		fmt.Println(err)
	}
	// Output:
	// Data flows: Newsletter
	// Data subjects: Newsletter subscriber. Processing activities: Newsletter. Recipients: Mailchimp, Laposta, Lightspeed, Dutch tax authority, investigating authorities. Outside the EEA: none stated. Country not stated: Mailchimp, Laposta, Lightspeed, Dutch tax authority, investigating authorities.
}
