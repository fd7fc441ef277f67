package client

import (
	"errors"
	"iter"
	"net/http"
)

// list is a page of a list as the server sends it.
type list[T any] struct {
	Items []T    `json:"items"`
	Total int    `json:"total"`
	Next  string `json:"next"`
}

// perPage is how many entries a page has.
const perPage = 500

// ErrPages tells that the pages of a list do not fit together: one has nothing and
// leads on, leads to itself, or there is more than the first one said. Who followed
// them might never come to an end.
var ErrPages = errors.New("the pages that the server sends do not fit together; it is broken, or no server of ropa")

// turning is how far the pages of a list were read.
type turning struct {
	begun       bool
	total, came int
	cursor      string
}

// turn notes a page with so many entries, and reports whether another one follows,
// at the cursor. The error is ErrPages.
func (t *turning) turn(entries, total int, next string) (more bool, err error) {
	if !t.begun {
		t.begun, t.total = true, total
	}
	t.came += entries
	switch {
	case t.came > t.total, next != "" && (entries == 0 || next == t.cursor):
		return false, ErrPages
	}
	t.cursor = next
	return next != "", nil
}

// pages are the entries of a list, fetched a page at a time. After an error there
// is nothing more.
func pages[T any](fetch func(cursor *string, limit int) (*http.Response, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		var at turning
		for more := true; more; {
			var page list[T]
			answer, err := fetch(given(at.cursor), perPage)
			if _, err = decoded(answer, err, &page); err == nil {
				more, err = at.turn(len(page.Items), page.Total, page.Next)
			}
			if err != nil {
				yield(none, err)
				return
			}
			for _, item := range page.Items {
				if !yield(item, nil) {
					return
				}
			}
		}
	}
}
