package html_test

import (
	"slices"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"
)

// checkPage holds what is true of every page: no scripts, handlers or styles of
// elements, nothing loaded, identifiers once, references that lead somewhere,
// links only to https and mailto, headings without gaps, one of each landmark.
func checkPage(t *testing.T, name, page string) {
	t.Helper()
	root, err := nethtml.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	ids, count, rank := map[string]bool{}, map[string]int{}, 0
	var references []string
	for n := range root.Descendants() {
		if n.Type == nethtml.CommentNode {
			t.Errorf("%s: a comment: %s", name, n.Data)
		}
		if n.Type != nethtml.ElementNode {
			continue
		}
		if n.Namespace == "" {
			count[n.Data]++
		}
		if !slices.Contains(known, n.Data) {
			t.Errorf("%s: element %s", name, n.Data)
		}
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] <= '6' {
			now := int(n.Data[1] - '0')
			if now > rank+1 {
				t.Errorf("%s: %s after a heading of rank %d", name, n.Data, rank)
			}
			rank = now
		}
		for _, a := range n.Attr {
			references = append(references, checkAttribute(t, name, n, a, ids)...)
		}
	}
	for _, r := range references {
		if !ids[r] {
			t.Errorf("%s: leads to %q, which is not there", name, r)
		}
	}
	for _, one := range []string{"html", "title", "header", "main", "footer", "h1", "style"} {
		if count[one] != 1 {
			t.Errorf("%s: %d of %s", name, count[one], one)
		}
	}
}

var known = strings.Fields(`html head meta title style body a header footer nav main section h1 h2 h3 h4 h5 h6
	p ol ul li dl div dt dd span strong code br bdi time table caption colgroup col thead tbody tr th td figure figcaption img
	svg g defs desc path rect text marker`)

// checkAttribute returns the identifiers to which the attribute refers.
func checkAttribute(t *testing.T, name string, n *nethtml.Node, a nethtml.Attribute, ids map[string]bool) []string {
	t.Helper()
	fault := func() { t.Errorf("%s: <%s %s=%q>", name, n.Data, a.Key, a.Val) }
	switch {
	case a.Key == "id":
		if ids[a.Val] || a.Val == "" || strings.ContainsAny(a.Val, " \t\n\"'<>") {
			fault()
		}
		ids[a.Val] = true
	case a.Key == "style", strings.HasPrefix(a.Key, "on"), a.Key == "srcset", a.Key == "action":
		fault()
	case a.Key == "src":
		if !strings.HasPrefix(a.Val, "data:image/") || n.Data != "img" {
			fault()
		}
	case a.Key == "href":
		if target, ok := strings.CutPrefix(a.Val, "#"); ok {
			return []string{target}
		}
		if !strings.HasPrefix(a.Val, "https://") && !strings.HasPrefix(a.Val, "mailto:") {
			fault()
		}
	case a.Key == "aria-labelledby", a.Key == "aria-describedby":
		return strings.Fields(a.Val)
	}
	return nil
}
