package api

import (
	"bytes"
	"errors"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// mostDepth is how deep the objects and lists of a patch may lie in one another.
const mostDepth = 64

// checkNames refuses JSON in which a name stands twice, which is nested too deep,
// or which is not valid UTF-8: encoding/json would take the last of two names.
func checkNames(raw []byte) error {
	decoder := jsontext.NewDecoder(bytes.NewReader(raw))
	for {
		if _, err := decoder.ReadToken(); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		if decoder.StackDepth() > mostDepth {
			return errors.New("nested too deep")
		}
	}
}
