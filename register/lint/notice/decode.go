package notice

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// most is the length of a text that is read; HTML may be longer, for what nobody
// sees.
const (
	most     = 1 << 20
	mostHTML = 8 << 20
)

// readPage reads a file as a reader of the policy sees it.
func readPage(name string, data []byte) (*page, error) {
	if len(data) > mostHTML {
		return nil, ErrTooLong
	}
	source, err := decode(data)
	if err != nil {
		return nil, err
	}
	p := &page{name: name, source: source}
	if isHTML(name, source) {
		if err := readHTML(p); err != nil {
			return nil, err
		}
	} else if len(source) <= most {
		readLines(p)
	}
	if len(p.text) > most || len(source) > most && p.text == "" {
		return nil, ErrTooLong
	}
	return p, nil
}

// decode turns bytes into text: UTF-8, UTF-16 with a mark, else Windows-1252,
// which older programs write.
func decode(data []byte) (string, error) {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return decode16(data), nil
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if bytes.HasPrefix(data, []byte("%PDF-")) || bytes.IndexByte(data, 0) >= 0 {
		return "", ErrNotText
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", ErrNotText
	}
	return string(text), nil
}

func decode16(data []byte) string {
	low := 0
	if data[0] == 0xfe {
		low = 1
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i+1 < len(data); i += 2 {
		units = append(units, uint16(data[i+low])|uint16(data[i+1-low])<<8)
	}
	return string(utf16.Decode(units))
}

// isHTML decides by the ending of the name, else by how the text begins.
func isHTML(name, source string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return true
	case ".txt", ".text", ".md", ".markdown":
		return false
	}
	start := strings.ToLower(strings.TrimSpace(source[:min(len(source), 1000)]))
	return strings.HasPrefix(start, "<!doctype html") || strings.HasPrefix(start, "<html") ||
		strings.HasPrefix(start, "<!--") && strings.Contains(start, "<html") ||
		strings.HasPrefix(start, "<") && (strings.Contains(start, "</p>") || strings.Contains(start, "</h1>") || strings.Contains(start, "<div"))
}
