package tree

import (
	"bytes"
	"errors"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// JSONValue reads one JSON value without places. Numbers keep their digits,
// objects the order of their keys; a key that stands twice is an error.
func JSONValue(data []byte) (*Node, error) {
	d := jsontext.NewDecoder(bytes.NewReader(data))
	n, err := jsonNode(d)
	if err != nil {
		return nil, err
	}
	if _, err := d.ReadToken(); err != io.EOF {
		return nil, errors.New("more than one value")
	}
	return n, nil
}

func jsonNode(d *jsontext.Decoder) (*Node, error) {
	token, err := d.ReadToken()
	if err != nil {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		return nil, err
	}
	switch token.Kind() {
	case '"':
		return &Node{Raw: token.String(), Quoted: true}, nil
	case '{':
		return jsonObject(d)
	case '[':
		return jsonArray(d)
	}
	return &Node{Raw: token.String()}, nil
}

func jsonObject(d *jsontext.Decoder) (*Node, error) {
	n := &Node{Kind: Map}
	for d.PeekKind() != '}' {
		key, err := d.ReadToken()
		if err != nil {
			return nil, err
		}
		name := key.String() // the next token reuses its memory
		value, err := jsonNode(d)
		if err != nil {
			return nil, err
		}
		n.Members = append(n.Members, Member{Key: name, Value: value})
	}
	_, err := d.ReadToken()
	return n, err
}

func jsonArray(d *jsontext.Decoder) (*Node, error) {
	n := &Node{Kind: List}
	for d.PeekKind() != ']' {
		item, err := jsonNode(d)
		if err != nil {
			return nil, err
		}
		n.Items = append(n.Items, item)
	}
	_, err := d.ReadToken()
	return n, err
}
