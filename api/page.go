package api

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// mostPerPage is the limit of a page where the caller names none.
const mostPerPage = 100

// page is a part of a list.
type page struct{ from, to int }

// cursorOf is where the page after this one begins. It holds the tag of the
// version, so that a list that changed meanwhile is not stitched together from
// two versions.
func cursorOf(tag string, at int) string {
	return base64.RawURLEncoding.EncodeToString([]byte(tag + " " + strconv.Itoa(at)))
}

// pageOf finds the page that a query asks for, of a list of some length.
func pageOf(query url.Values, tag string, length int) (page, *problem) {
	limit := mostPerPage
	if s := query.Get("limit"); s != "" {
		limit, _ = strconv.Atoi(s) // the gate has seen that it is a number
	}
	from := 0
	if s := query.Get("cursor"); s != "" {
		raw, err := base64.RawURLEncoding.DecodeString(s)
		of, at, ok := strings.Cut(string(raw), " ")
		n, numberErr := strconv.Atoi(at)
		switch {
		case err != nil || !ok || numberErr != nil || n < 0:
			return page{}, sorry(requestInvalid, "The cursor is not one that this server gave.").
				about("cursor", "invalid-parameter", "Take it from `next` or from the header Link.", nil)
		case of != tag:
			return page{}, sorry(requestInvalid, "The list has changed since the cursor was given; begin again without one.").
				about("cursor", "cursor-stale", "It belongs to another version of the register.", nil)
		}
		from = min(n, length)
	}
	return page{from, min(from+limit, length)}, nil
}

// next is where the page after this one begins, "" after the last one; the header
// leads to it.
func (p page) next(u *url.URL, header http.Header, tag string, total int) string {
	if p.to >= total {
		return ""
	}
	cursor := cursorOf(tag, p.to)
	header.Set("Link", linkTo(u, cursor))
	return cursor
}

// linkTo is the header that leads to the next page.
func linkTo(u *url.URL, cursor string) string {
	query := u.Query()
	query.Set("cursor", cursor)
	return fmt.Sprintf("<%s?%s>; rel=\"next\"", u.EscapedPath(), query.Encode())
}
