package client

import (
	"iter"
	"net/http"
)

// list is a page of a list as the server sends it.
type list[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next"`
}

// perPage is how many entries a page has.
const perPage = 500

// pages are the entries of a list, fetched a page at a time. After an error there
// is nothing more.
func pages[T any](fetch func(cursor *string, limit int) (*http.Response, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		for cursor := ""; ; {
			var page list[T]
			answer, err := fetch(given(cursor), perPage)
			if _, err := decoded(answer, err, &page); err != nil {
				yield(none, err)
				return
			}
			for _, item := range page.Items {
				if !yield(item, nil) {
					return
				}
			}
			if page.Next == "" || page.Next == cursor {
				return
			}
			cursor = page.Next
		}
	}
}
