package pdf

import (
	"fmt"
	"os"
	"testing"
	"time"
)

func TestLook(t *testing.T) {
	for _, n := range []int{1, 20, 300} {
		for range 2 {
			s := time.Now()
			f, _ := os.Create(fmt.Sprintf("/tmp/pdfm/s%d.pdf", n))
			p, err := write(f, sample(n), nil)
			i, _ := f.Stat()
			t.Log(n, p, err, i.Size(), time.Since(s))
			f.Close()
		}
	}
}
