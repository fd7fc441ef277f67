package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/go-json-experiment/json/jsontext"
)

// value is a JSON value that keeps the order of its members, which
// encoding/json does not: the reference has the order of the schema.
type value struct {
	raw     string // of a string, unquoted; of any other scalar, as written
	names   []string
	members map[string]*value
	entries []*value
}

// read reads one value.
func read(data []byte) (*value, error) {
	return readFrom(jsontext.NewDecoder(bytes.NewReader(data)))
}

func readFrom(d *jsontext.Decoder) (*value, error) {
	token, err := d.ReadToken()
	if err != nil {
		return nil, err
	}
	switch token.Kind() {
	case jsontext.KindBeginObject:
		return readObject(d)
	case jsontext.KindBeginArray:
		return readArray(d)
	default:
		return &value{raw: token.String()}, nil
	}
}

func readObject(d *jsontext.Decoder) (*value, error) {
	v := &value{members: map[string]*value{}}
	for d.PeekKind() != jsontext.KindEndObject {
		name, err := d.ReadToken()
		if err != nil {
			return nil, err
		}
		key := name.String()
		if v.members[key], err = readFrom(d); err != nil {
			return nil, fmt.Errorf("%s: %w", key, err)
		}
		v.names = append(v.names, key)
	}
	_, err := d.ReadToken()
	return v, err
}

func readArray(d *jsontext.Decoder) (*value, error) {
	v := &value{}
	for d.PeekKind() != jsontext.KindEndArray {
		entry, err := readFrom(d)
		if err != nil {
			return nil, err
		}
		v.entries = append(v.entries, entry)
	}
	_, err := d.ReadToken()
	return v, err
}

// get returns a member; the empty value where there is none.
func (v *value) get(name string) *value {
	if m, ok := v.members[name]; ok {
		return m
	}
	return &value{}
}

// has reports whether there is such a member.
func (v *value) has(name string) bool { return v.members[name] != nil }

// list returns the strings of an array.
func (v *value) list() []string {
	list := make([]string, len(v.entries))
	for i, e := range v.entries {
		list[i] = e.raw
	}
	return list
}

// parse reads the schema.
func parse(data []byte) (*schema, error) {
	root, err := read(data)
	if err != nil {
		return nil, err
	}
	if !json.Valid(data) || len(root.get("$defs").names) == 0 {
		return nil, fmt.Errorf("the schema defines nothing")
	}
	s := &schema{defs: root.get("$defs")}
	s.remarks = s.defs.get("Remarks").get("properties")
	return s, nil
}
