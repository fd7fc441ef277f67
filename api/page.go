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

// listing is a list of which a page is asked for: a cursor of another one leads
// nowhere.
type listing struct {
	r *http.Request
	// on is what the list rests on: the version of the register, the day.
	on []string
}

// listed is the list that a request asks for. It rests on some things.
func listed(r *http.Request, on ...string) listing { return listing{r, on} }

// question tells what is asked from all else: the address and the query, but for
// which page it is.
func (l listing) question() string {
	query := l.r.URL.Query()
	query.Del("cursor")
	query.Del("limit")
	return tagged(l.r.URL.Path, query.Encode())
}

func (l listing) version() string { return tagged(l.on...) }

// cursor is where a page begins. It holds the version, so that a list that changed
// meanwhile is not stitched together from two, and the question.
func (l listing) cursor(at int) string {
	return base64.RawURLEncoding.EncodeToString([]byte(l.question() + " " + l.version() + " " + strconv.Itoa(at)))
}

// page is a part of a list.
type page struct {
	of       listing
	from, to int
}

// pageOf finds the page of a list of some length that a query asks for.
func pageOf(query url.Values, of listing, length int) (page, *problem) {
	limit := mostPerPage
	if s := query.Get("limit"); s != "" {
		limit, _ = strconv.Atoi(s) // the gate has seen that it is a number
	}
	from := 0
	if s := query.Get("cursor"); s != "" {
		at, p := of.after(s)
		if p != nil {
			return page{}, p
		}
		from = min(at, length)
	}
	return page{of, from, min(from+limit, length)}, nil
}

// within is the page of a list of which it is known only now how long it is.
func (p page) within(length int) page {
	return page{p.of, min(p.from, length), min(p.to, length)}
}

// after is where the page begins that a cursor leads to.
func (l listing) after(cursor string) (int, *problem) {
	raw, err := base64.RawURLEncoding.DecodeString(cursor)
	parts := strings.Split(string(raw), " ")
	if err != nil || len(parts) != 3 {
		return 0, foreignCursor("Take it from `next` or from the header Link.")
	}
	at, err := strconv.Atoi(parts[2])
	switch {
	case err != nil || at < 0:
		return 0, foreignCursor("Take it from `next` or from the header Link.")
	case parts[0] != l.question():
		return 0, foreignCursor("It belongs to another address or to other parameters; send the same ones for each page, but for limit.")
	case parts[1] != l.version():
		return 0, sorry(requestInvalid, "The list has changed since the cursor was given; begin again without one.").
			about("cursor", "cursor-stale", "It belongs to another version of the register, or to another day.", nil)
	}
	return at, nil
}

// foreignCursor is the problem of a cursor that this server did not give for the
// list.
func foreignCursor(why string) *problem {
	return sorry(requestInvalid, "The cursor is not one that this server gave for this list.").about("cursor", "invalid-parameter", why, nil)
}

// next is where the page after this one begins, "" after the last one; the header
// leads to it.
func (p page) next(header http.Header, total int) string {
	if p.to >= total {
		return ""
	}
	cursor := p.of.cursor(p.to)
	header.Set("Link", linkTo(p.of.r.URL, cursor))
	return cursor
}

// linkTo is the header that leads to the next page.
func linkTo(u *url.URL, cursor string) string {
	query := u.Query()
	query.Set("cursor", cursor)
	return fmt.Sprintf("<%s?%s>; rel=\"next\"", u.EscapedPath(), query.Encode())
}
