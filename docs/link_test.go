package docs_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	mdLink    = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	mdHeading = regexp.MustCompile(`(?m)^#+ +(.+)$`)
	mdAnchor  = regexp.MustCompile(`<a id="([^"]+)">`)
	notSlug   = regexp.MustCompile(`[^\p{L}\p{N} _-]`)
)

// TestLinks holds that what a page points to within the project is there.
func TestLinks(t *testing.T) {
	links := 0
	for _, page := range append(pages(t), "format.md") {
		if page == "format.head.md" {
			continue // a part of format.md
		}
		for _, m := range mdLink.FindAllStringSubmatch(string(read(t, page)), -1) {
			path, anchor, _ := strings.Cut(m[1], "#")
			if strings.Contains(path, "://") || strings.HasPrefix(path, "mailto:") {
				continue
			}
			links++
			target := page
			if path != "" {
				target = filepath.Join(filepath.Dir(page), path)
			}
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s: %s leads nowhere", page, m[1])
				continue
			}
			if anchor != "" && !anchors(t, target)[anchor] {
				t.Errorf("%s: %s: no such heading", page, m[1])
			}
		}
	}
	if links < 100 {
		t.Errorf("%d links found: the reference alone has more", links)
	}
}

var anchorsOf = map[string]map[string]bool{}

// anchors returns the names by which the headings of a page are linked to.
func anchors(t *testing.T, page string) map[string]bool {
	t.Helper()
	if known, ok := anchorsOf[page]; ok {
		return known
	}
	text := string(read(t, page))
	names := map[string]bool{}
	for _, m := range mdHeading.FindAllStringSubmatch(text, -1) {
		slug := notSlug.ReplaceAllString(strings.ToLower(m[1]), "")
		names[strings.ReplaceAll(strings.TrimSpace(slug), " ", "-")] = true
	}
	for _, m := range mdAnchor.FindAllStringSubmatch(text, -1) {
		names[m[1]] = true
	}
	anchorsOf[page] = names
	return names
}
