// Command ropa keeps a record of processing activities (GDPR Art. 30) as data
// and answers questions about it. Run "ropa --help".
package main

import (
	"context"
	"os"
	_ "time/tzdata" // TZ counts where the machine knows no time zones, as an image may

	"github.com/openropa/ropa/cmd/ropa/internal/cli"
)

func main() {
	os.Exit(cli.Run(context.Background(), os.Args[1:], cli.Process()))
}
