package client

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
)

// Version tells which version of something was read or written.
type Version struct {
	// Tag is its ETag, as writes take it.
	Tag string
	// Revision is the revision of the register that it is of, 0 where the store keeps
	// none.
	Revision int
}

// NoneYet, in the place of a tag, says that there is none yet: a write that would
// replace one fails with ErrConflict.
const NoneYet = "*"

func versionOf(r *http.Response) Version {
	revision, _ := strconv.Atoi(r.Header.Get("Ropa-Revision")) // absent: 0
	return Version{r.Header.Get("ETag"), revision}
}

// conditions are the headers of a write: If-Match, or If-None-Match.
func conditions(tag string) (match, noneMatch *string) {
	if tag == NoneYet {
		return nil, &tag
	}
	return given(tag), nil
}

// given is a value that may be left out.
func given[T comparable](v T) *T {
	var none T
	if v == none {
		return nil
	}
	return &v
}

// newKey is an idempotency key.
func newKey() *string {
	key := rand.Text()
	return &key
}

// decoded reads an answer and its version.
func decoded(answer *http.Response, err error, into any) (Version, error) {
	if err != nil {
		return Version{}, err
	}
	raw, err := body(answer)
	if err != nil {
		return Version{}, err
	}
	if into != nil {
		if err := json.Unmarshal(raw, into); err != nil {
			return Version{}, fmt.Errorf("the answer cannot be read: %w", err)
		}
	}
	return versionOf(answer), nil
}
