package printable_test

import (
	"fmt"

	"github.com/openropa/ropa/register/printable"
)

// A name that would colour the terminal and end the line.
func ExampleLine() {
	fmt.Println(printable.Line("Mollie\x1b[31m\nPayPal"))
	// Output: Mollie�[31m PayPal
}

// The escape means the same to who reads the JSON.
func ExampleJSON() {
	fmt.Printf("%s\n", printable.JSON([]byte("{\"name\": \"\u202eMollie\"}")))
	// Output: {"name": "\u202eMollie"}
}

func ExampleCell() {
	fmt.Println(printable.Cell(`=HYPERLINK("https://example.org")`))
	fmt.Println(printable.Cell("Mollie"))
	// Output:
	// '=HYPERLINK("https://example.org")
	// Mollie
}
